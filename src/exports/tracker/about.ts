import { CONFIDENTIAL, childrenInWords, type Taken } from "../../domain/tracker/taken.ts";

/** A line of the sheet “About this list”: a heading of a part, or a thing and what is said of it. */
export type AboutLine = { readonly part: string } | { readonly what: string; readonly said: string };

/** What somebody needs to know who has the workbook and not the tracker. */
export function aboutList({ of, view, asAt, takenBy, takenOn, rows, columns, thresholds, showsNames, withheld }: Taken): readonly AboutLine[] {
  return [
    { part: "About this list" },
    { what: "What it is", said: `The tracker of ${of}, as it was shown to the person who took it: ${childrenInWords(rows.length)}.` },
    { what: "What it shows", said: view },
    { what: "Which day", said: `${asAt}. Everything that counts or is late was counted to that day.` },
    { what: "Taken by", said: takenBy },
    { what: "Taken on", said: `${takenOn}, London time` },
    { what: "Names", said: showsNames ? ["Children’s names are in it: the person who took it had chosen to see them.", withheld].filter((said) => said !== "").join(" ") : "Children are told by local id only: names were hidden." },
    { what: "Keep it safe", said: `${CONFIDENTIAL} Taking it was written down, for each child in it.` },
    { what: "Changing it", said: "Changes made here do not change the record. Bring the sheet back by Imports to see what would change, and to say which of it is right. A blank cell never takes anything away." },
    { part: "What the dates say" },
    { what: "A date by itself", said: "It happened on that day. Under “Due” it is the day by which the next thing is to be done." },
    { what: "(planned)", said: "Somebody means it to happen on that day." },
    { what: "(provisional)", said: "The day is fixed and awaits confirmation." },
    { what: "(expected)", said: "The child is not born yet, and is expected on that day." },
    ...(thresholds.length === 0 ? [] : [
      { part: "Thresholds" },
      ...thresholds.map(({ indicator, days, note }) => ({ what: indicator, said: days === null ? note : `${days} days. ${note}` })),
    ]),
    { part: "Columns" },
    ...columns.map(({ heading, about, readBack }) => ({ what: heading, said: `${about}${readBack ? "" : " Worked out: it is not read when the sheet is brought back."}` })),
  ];
}

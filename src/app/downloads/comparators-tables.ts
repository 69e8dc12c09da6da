import type { FigureCell, FigureTable } from "../../domain/documents/figures-book.ts";
import { windowName } from "../../domain/scorecard/window.ts";
import type { ByRecord, ComparatorsPage } from "../open-comparators.ts";
import { SUPPRESSED, windowInWords } from "../scorecard-words.ts";

const recordCell = ({ value, isAbout, isHidden }: ByRecord): FigureCell => (isHidden ? SUPPRESSED : value !== null && isAbout ? `about ${value}` : value);

/** The authority beside others, as published. */
export function comparatorsTables({ compared, byRecord, indicator, window, source, over, today, thresholds }: ComparatorsPage): readonly FigureTable[] {
  const unit = indicator === "A3" ? "%" : "days";
  const groups = compared?.groups ?? [];
  const from = `Published in: ${source ?? "nothing yet"}. An x was suppressed.`;
  return [
    {
      key: "own", name: "This authority", note: from, heads: ["Indicator", "Years", `By the record, ${unit}`, `As published, ${unit}`, "Rank among all", "Of", "Rank as printed", `England, ${unit}`, "Threshold, days", "Note"],
      rows: [[indicator, windowName(window), recordCell(byRecord), compared?.own?.value ?? null, compared?.own?.rank ?? null, compared?.ranked ?? null, compared?.own?.printedRank ?? null, compared?.national?.value ?? null, thresholds.days, compared?.own?.note ?? ""]],
    },
    {
      key: "groups", name: "Groups", note: `${from} An average is unweighted, each authority counting once, with x left out.`, heads: ["Group", "Years", `Average, ${unit}`, "Authorities counted", "Suppressed", "Without a figure", "Rank as published", "Rank by the record"],
      rows: groups.map(({ name, average, counted, suppressed, without, rankAsPublished, rankByRecord }) => [name, windowName(window), average, counted, suppressed, without, rankAsPublished, rankByRecord]),
    },
    {
      key: "members", name: "Members", note: `${from} Rank 1 is ${indicator === "A3" ? "the highest share" : "the fewest days"}. This authority stands in each group; averages leave it out where it is no member.`, heads: ["Group", "Authority", `Figure, ${unit}`, "Rank in the group", "Rank as printed", "Note", "This authority", "Member of the group"],
      rows: groups.flatMap(({ name: group, members }) => members.map(({ name, value, rank, printedRank, note, isOwn, isMember, isByRecord }): readonly FigureCell[] =>
        [group, name, isByRecord ? recordCell(byRecord) : value, rank, printedRank, isByRecord ? "By its record" : note, isOwn ? "yes" : "", isMember ? "yes" : "no"])),
    },
    {
      key: "regions", name: "Regions as printed", note: `${from} A printed figure of a region counts children, and a group’s average counts authorities.`, heads: ["Region", `Figure, ${unit}`, "Note"],
      rows: compared === null ? [] : [...compared.regions, ...(compared.national === null ? [] : [compared.national])].map(({ name, value, note }) => [name, value, note]),
    },
    {
      key: "over", name: "By window", note: from, heads: ["Years", `By the record, ${unit}`, `As published, ${unit}`, ...groups.map(({ name }) => `${name}, average`), "England", "Threshold, days"],
      rows: over.map((point) => [windowInWords({ yearEnding: point.yearEnding, years: window.years }, today), recordCell(point.byRecord), point.published, ...groups.map((_, i) => point.averages[i] ?? null), point.national, point.threshold]),
    },
  ];
}

import { ATTENDANCES, type MeetingDetail, type Member, MEMBER_KINDS, type SeriesDefinition } from "./meeting.ts";

/** Whether somebody of a series came to a meeting, by their office. */
export interface Attended {
  readonly office: string;
  readonly as: string;
  /** “Present”, “Apologies”; “Not noted” where nobody said. */
  readonly attendance: string;
}

/** Who of a series was there, by office and never by name; chair and minute taker first. */
export const attendedOf = ({ members }: Pick<SeriesDefinition, "members">, { attendance = {} }: Pick<MeetingDetail, "attendance">): readonly Attended[] =>
  [...members].sort((a, b) => ORDER.indexOf(a.as) - ORDER.indexOf(b.as)).map((member, _i, sorted) => {
    const noted = attendance[keyOf(member)];
    const standIn = noted?.standIn === undefined || noted.standIn.trim() === "" ? "" : ` by ${noted.standIn.trim()}`;
    return { office: toldApart(member, sorted), as: MEMBER_KINDS[member.as], attendance: noted === undefined ? "Not noted" : `${ATTENDANCES[noted.as]}${noted.as === "stood-in" ? standIn : ""}` };
  });

const NTH = ["first", "second", "third", "fourth", "fifth", "sixth"] as const;

/** “Service manager, first of 2”, where several sit for one office: in the order of the series. */
function toldApart(member: Member, sorted: readonly Member[]): string {
  const same = sorted.filter(({ office }) => office === member.office);
  const nth = same.indexOf(member);
  return same.length < 2 ? member.office : `${member.office}, ${NTH[nth] ?? `number ${nth + 1}`} of ${same.length}`;
}

const ORDER: readonly Member["as"][] = ["chair", "minute-taker", "member", "invited"];
const keyOf = ({ account, office }: Member): string => account ?? office;

/** The office of whoever chaired a meeting, or took its minutes: whoever stood in, by the office they have in the series. */
export function officeOf(of: "chair" | "minute-taker", { members }: Pick<SeriesDefinition, "members">, detail: Pick<MeetingDetail, "chair" | "minuteTaker">): string {
  const account = of === "chair" ? detail.chair : detail.minuteTaker;
  const usual = members.find(({ as }) => as === of);
  if (account === undefined || account === usual?.account) return usual?.office ?? "Not said";
  return `${members.find((member) => member.account === account)?.office ?? "Another person"}, standing in`;
}

/** The accounts that may confirm minutes as chair or minute taker of a meeting: whoever stood in, and those of the series. */
export const confirmers = ({ members }: Pick<SeriesDefinition, "members">, ...details: readonly Pick<MeetingDetail, "chair" | "minuteTaker">[]): ReadonlySet<string> =>
  new Set([...members.filter(({ as }) => as === "chair" || as === "minute-taker").flatMap(({ account }) => account ?? []), ...details.flatMap(({ chair, minuteTaker }) => [chair, minuteTaker].filter((account) => account !== undefined))]);

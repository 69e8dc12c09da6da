import { counted } from "../words.ts";
import { type Attendance, ATTENDANCES, type MeetingDetail, type Member, type SeriesDefinition } from "./meeting.ts";

/** A member at one meeting. */
export interface Seat {
  /** By which the meeting keeps it: the account, or the office where there is none. */
  readonly key: string;
  readonly member: Member;
  /** Nothing while nothing was said. */
  readonly as: Attendance | null;
  readonly standIn: string | null;
}

export const keyOf = ({ account, office }: Member): string => account ?? office;

/** Every member of a series at one of its meetings. */
export const seatsAt = ({ members }: Pick<SeriesDefinition, "members">, { attendance = {} }: MeetingDetail): readonly Seat[] =>
  members.map((member) => {
    const said = attendance[keyOf(member)];
    return { key: keyOf(member), member, as: said?.as ?? null, standIn: said?.standIn ?? null };
  });

export interface Quorum {
  readonly needed: number;
  /** People in the seats of members, not of those invited, each once whomever else they stand in for; beforehand, those who have not said otherwise. */
  readonly there: number;
  readonly seats: number;
  readonly met: boolean;
}

/** Whether enough members are there; beforehand (`ahead`), whether enough have not sent apologies. */
export function quorumAt(definition: SeriesDefinition, detail: MeetingDetail, ahead: boolean): Quorum {
  const seats = seatsAt(definition, detail).filter(({ member }) => member.as !== "invited");
  const people = seats.flatMap(({ key, as, standIn }) => (as === "present" || (ahead && as === null) ? [key] : as === "stood-in" ? [standIn?.trim().toLowerCase() ?? `for ${key}`] : []));
  const there = new Set(people.map((one) => one.toLowerCase())).size;
  return { needed: definition.quorum, there, seats: seats.length, met: there >= definition.quorum };
}

/** “5 of 6 members are expected; it takes 4 to meet.” */
export function quorumInWords({ needed, there, seats, met }: Quorum, ahead: boolean): string {
  const who = `${there} of ${counted(seats, "member")} ${there === 1 ? "is" : "are"} ${ahead ? "expected" : "there"}`;
  if (met) return `${who}; it takes ${needed} to meet.`;
  return `${who}, and it takes ${needed} to meet: ${ahead ? "find somebody to stand in, or move the meeting" : "what is agreed is to be confirmed by a meeting with enough members"}.`;
}

/** What is said wherever a meeting is told of that had too few members; nothing where it had enough, or nobody said who was there. */
export function noQuorum(definition: SeriesDefinition, detail: MeetingDetail): string | undefined {
  if (detail.attendance === undefined || detail.chairsAction === true) return undefined;
  const quorum = quorumAt(definition, detail, false);
  return quorum.met ? undefined : `Too few members to decide: ${quorumInWords(quorum, false)}`;
}

/** Who takes the chair or the minutes at one meeting. */
export interface Holder {
  /** Null where they have no account. */
  readonly account: string | null;
  readonly office: string;
  readonly standsIn: boolean;
}

/** Who takes the chair or the minutes: who was named for this meeting, else whoever does it in the series; nothing where there is none, or they cannot come. */
export function holderAt(definition: SeriesDefinition, detail: MeetingDetail, as: "chair" | "minute-taker"): Holder | undefined {
  const named = as === "chair" ? detail.chair : detail.minuteTaker;
  if (named !== undefined) return { account: named, office: definition.members.find(({ account }) => account === named)?.office ?? "", standsIn: true };
  const seat = seatsAt(definition, detail).find(({ member }) => member.as === as);
  return seat === undefined || seat.as === "apologies" || seat.as === "absent" ? undefined : { account: seat.member.account, office: seat.member.office, standsIn: false };
}

export const isAttendance = (word: string): word is Attendance => Object.hasOwn(ATTENDANCES, word);

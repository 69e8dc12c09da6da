import type { Day } from "../dates/day.ts";
import { dayInWords, parseDay } from "../dates/day.ts";
import { alreadyPast, implausible } from "./rules.ts";
import { accept, type Decision, refuse, type Refusal } from "./command.ts";

export interface OpenRecordInput {
  readonly localId: string;
  /** Date of birth, or with `unborn` the expected date of delivery. */
  readonly birthOn: string;
  readonly unborn: boolean;
}

const LOCAL_ID = /^[A-Za-z0-9][A-Za-z0-9/_.-]{0,39}$/;

/** Whether a text can be a child’s local id. */
export const isLocalId = (text: string): boolean => LOCAL_ID.test(text);

/** What is said of a local id that is taken: the same of a child whom whoever asks may open, and of one whom they may not know of. */
export const takenLocalId = (localId: string): Refusal => ({
  field: "localId", message: `Local id ${localId} is already used in this authority. Search for the child. If you do not find them, ask your administrator`,
});

/** Starts a child’s record: an id of the authority’s own, and a birth, or an expected one. Whether the id is taken is asked last, as nothing else may tell. */
export function openRecord(input: OpenRecordInput, today: Day): Decision {
  const refusals: Refusal[] = [];
  const localId = input.localId.trim();
  if (!isLocalId(localId)) refusals.push({ field: "localId", message: "Enter the child’s local id: up to 40 letters, figures, - / _ or ." });
  const on = parseDay(input.birthOn);
  if (on === undefined) refusals.push({ field: "birthOn", message: input.unborn ? "Enter the expected date of delivery" : "Enter the date of birth" });
  else if (!input.unborn && on > today) refusals.push({ field: "birthOn", message: `${dayInWords(on)} is in the future. If the child is not yet born, say so` });
  if (on === undefined) return refuse(...refusals);
  const birth = { kind: "birth", happenedOn: on, certainty: input.unborn ? "planned" : "actual" } as const;
  const strange = implausible(birth, today) ?? (alreadyPast(birth, today) === undefined ? undefined : `${dayInWords(on)} is more than 4 weeks ago. If the child has been born, say so`);
  if (strange !== undefined) refusals.push({ field: "birthOn", message: strange });
  if (refusals.length > 0) return refuse(...refusals);
  return accept({ ...birth, detail: {}, source: { type: "person" } });
}

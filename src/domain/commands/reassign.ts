import { may } from "../access/policy.ts";
import { type Role, ROLES } from "../access/role.ts";
import { type Entry } from "../chronology/entry.ts";
import { fold } from "../chronology/fold.ts";
import { type Day, dayInWords, parseDay } from "../dates/day.ts";
import { openOf } from "../permanence/moments.ts";
import type { Colleague } from "../work/cover.ts";
import { isPresent, keysOf } from "../work/seats.ts";
import type { Refusal } from "./command.ts";
import { type Answer, type ManyInput, recordForOne } from "./record-many.ts";

/** As what somebody has a child. */
export const TRACKS = { "allocated-worker": "social worker", "family-finder": "family finder" } as const;
export type Track = keyof typeof TRACKS;
export const isTrack = (text: string): text is Track => Object.hasOwn(TRACKS, text);

/** Who has children allocated to them. */
export const HAVE_CHILDREN: ReadonlySet<Role> = new Set<Role>(["social-worker", "family-finder", "team-manager"]);

/** Children given to somebody: as what, to whom, from which day and why. */
export interface ReassignInput {
  readonly track: Track;
  /** The account of the new worker. */
  readonly to: string;
  /** A day as text, YYYY-MM-DD. */
  readonly happenedOn: string;
  readonly reason: string;
}

/** What is wrong with it whoever the children are; empty where only a record can refuse it. `by`: whoever gives them. */
export function refuseReassign({ to, happenedOn, reason }: ReassignInput, by: Colleague, everyone: readonly Colleague[], today: Day): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const whyNot = whyNotTo(to, by, everyone, today);
  if (whyNot !== undefined) refusals.push({ field: "to", message: whyNot });
  const from = parseDay(happenedOn);
  if (from === undefined) refusals.push({ field: "happenedOn", message: "Enter the day from which the new worker has them" });
  else if (from > today) refusals.push({ field: "happenedOn", message: `${dayInWords(from)} is still to come. Give the children to the new worker on the day that they take over` });
  if (reason.trim() === "") refusals.push({ field: "reason", message: "Say why, for whoever reads these children’s records later" });
  return refusals;
}

/** Why children cannot be given to somebody; nothing where they can. */
function whyNotTo(to: string, by: Colleague, everyone: readonly Colleague[], today: Day): string | undefined {
  if (to === "") return "Choose who is to have these children";
  const person = everyone.find(({ account }) => account === to);
  if (person === undefined) return "Nobody here has this account. Choose somebody from the list";
  if (person.organisation !== by.organisation) return `${person.name} works for another organisation. Choose somebody of your own`;
  if (!isPresent(person, today)) return `${person.name} left on ${dayInWords(person.leftOn!)}. Choose somebody who is still here`;
  if (!HAVE_CHILDREN.has(person.role) || !may(person.role, "record").allowed) {
    return `${person.name} is here as ${ROLES[person.role].toLowerCase()}, and has no children of their own. Choose a social worker, a family finder or a team manager`;
  }
  return undefined;
}

/** What is written of each child: the code under which the new worker has children, from the day and with the reason. */
export const asMany = ({ track, happenedOn, reason }: ReassignInput, to: Colleague): ManyInput => ({
  kind: track, happenedOn, certainty: "actual", detail: { worker: to.worker ?? to.account, reason: reason.trim() }, standing: "add", reason: "",
});

/** What giving one child to somebody would do to its record; refused in words where they have it already. */
export function reassignOne(entries: readonly Entry[], input: ReassignInput, to: Colleague, today: Day): Answer {
  const has = openOf(fold(entries), input.track);
  if (has !== undefined && keysOf(to).includes(String(has.detail["worker"]))) {
    return { answer: "refused", refusals: [{ field: "to", message: `${to.name} is this child’s ${TRACKS[input.track]} already, since ${dayInWords(has.happenedOn)}` }] };
  }
  return recordForOne(entries, asMany(input, to), today, []);
}

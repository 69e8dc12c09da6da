import type { Person } from "../../domain/access/viewer.ts";
import type { Refusal } from "../../domain/commands/command.ts";
import { asMany, HAVE_CHILDREN, reassignOne, type ReassignInput, refuseReassign } from "../../domain/commands/reassign.ts";
import type { Colleague } from "../../domain/work/cover.ts";
import { isPresent } from "../../domain/work/seats.ts";
import type { WorkerRow } from "../../store/rows.ts";
import { type App, forbids } from "../app.ts";
import { MOST_AT_ONCE } from "../several/chosen.ts";
import { previewSeveral, recordSeveral, type Way } from "../several/record-several.ts";
import type { SeveralOutcome, SeveralPreview, Ticked } from "../several/views.ts";

/** Those of the viewer’s organisation who can be given children, by name. */
export async function mayHaveChildren(app: App, person: Person): Promise<readonly Colleague[]> {
  const today = app.clock.today();
  const { everyone } = await colleaguesOf(app, person);
  return everyone
    .filter((one) => one.organisation === person.organisation.code && HAVE_CHILDREN.has(one.role) && isPresent(one, today))
    .toSorted((a, b) => a.name.localeCompare(b.name) || (a.account < b.account ? -1 : 1));
}

export type ReassignPreview = { readonly outcome: "preview"; readonly preview: SeveralPreview } | RefusedForAll | { readonly outcome: "not-found" };
type RefusedForAll = { readonly outcome: "refused-for-all"; readonly refusals: readonly Refusal[] };
export type ReassignOutcome = SeveralOutcome | RefusedForAll;

/** What giving these children to somebody would do to each record. Writes nothing. */
export async function previewReassign(app: App, person: Person, ids: readonly string[], input: ReassignInput): Promise<ReassignPreview> {
  const ready = await readyFor(app, person, ids, input);
  if ("outcome" in ready) return ready;
  const preview = await previewSeveral(app, person, ids, ready.many, ready.way);
  return preview === undefined ? { outcome: "not-found" } : { outcome: "preview", preview };
}

/** Gives children to another worker in one transaction: all of them or none. It can be undone as any change to several can. */
export async function reassign(app: App, person: Person, ticked: readonly Ticked[], input: ReassignInput): Promise<ReassignOutcome> {
  const reason = forbids(person, "reassign");
  if (reason !== undefined) return { outcome: "forbidden", reason };
  const ready = await readyFor(app, person, ticked.map(({ recordId }) => recordId), input);
  return "outcome" in ready ? ready : recordSeveral(app, person, ticked, ready.many, ready.way);
}

/** What is wrong with giving so many at once. */
export const tooMany = (n: number): Refusal | undefined =>
  n <= MOST_AT_ONCE ? undefined : { field: "children", message: `${n.toLocaleString("en-GB")} children are too many at once: give at most ${MOST_AT_ONCE} to a new worker, then the rest` };

async function readyFor(app: App, person: Person, ids: readonly string[], input: ReassignInput): Promise<RefusedForAll | { readonly many: ReturnType<typeof asMany>; readonly way: Way }> {
  const today = app.clock.today();
  const { everyone, viewer } = await colleaguesOf(app, person);
  const many = tooMany(new Set(ids).size);
  const refusals = [...(many === undefined ? [] : [many]), ...refuseReassign(input, viewer, everyone, today)];
  const to = everyone.find(({ account }) => account === input.to);
  if (refusals.length > 0 || to === undefined) return { outcome: "refused-for-all", refusals };
  return { many: asMany(input, to), way: { command: "reassign", ofOne: (entries) => reassignOne(entries, input, to, today) } };
}

async function colleaguesOf(app: App, person: Person): Promise<{ readonly everyone: readonly Colleague[]; readonly viewer: Colleague }> {
  const everyone = (await app.store.reader(person).workers()).map(colleagueOf);
  const viewer = everyone.find(({ account }) => account === person.account)
    ?? { account: person.account, name: person.name, role: person.role, organisation: person.organisation.code, worker: null, team: null, leftOn: null };
  return { everyone, viewer };
}

const colleagueOf = ({ account, name, role, organisation, worker, team, leftOn }: WorkerRow): Colleague => ({ account, name, role, organisation, worker, team, leftOn });

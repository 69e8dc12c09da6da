import type { Purpose } from "../domain/access/purpose.ts";
import type { Viewer } from "../domain/access/viewer.ts";
import type { Draft, Entry } from "../domain/chronology/entry.ts";
import { type Case, fold } from "../domain/chronology/fold.ts";
import { type CommandName, COMMANDS, type Refusal } from "../domain/commands/command.ts";
import type { RecordRow } from "../store/rows.ts";
import type { Writer } from "../store/writer.ts";
import { commandFor, notGiven } from "./agency/given.ts";
import { type App, forbids } from "./app.ts";
import { sinceAsShown, write, writing } from "./run-command.ts";
import type { Outcome } from "./views.ts";

/** A decision that may say more of a refusal than its field, such as which line of a form it is about. */
type DecisionOf<R extends Refusal> = { readonly accepted: true; readonly drafts: readonly Draft[] } | { readonly accepted: false; readonly refusals: readonly R[] };
export type OutcomeOf<R extends Refusal> = Exclude<Outcome, { outcome: "refused" }> | { readonly outcome: "refused"; readonly refusals: readonly R[] };
export type DecideOnChild<R extends Refusal> = (writer: Writer, c: Case, record: RecordRow) => DecisionOf<R> | Promise<DecisionOf<R>>;

/**
 * A command on one child: under the authority’s lock, refused where somebody saved after the version it was based on,
 * and written whole with its audit where it is accepted. `purpose`: where it goes past a wall, on a record that the viewer may open.
 * `then`: what else is kept in the same transaction, once the entries have their numbers.
 */
export async function changeChild<R extends Refusal = Refusal>(app: App, viewer: Viewer, recordId: string, basedOn: number, name: CommandName, decide: DecideOnChild<R>, purpose?: Purpose, then?: (writer: Writer, entries: readonly Entry[], record: RecordRow) => Promise<void>): Promise<OutcomeOf<R>> {
  const command = commandFor(viewer, name);
  const reason = forbids(viewer, COMMANDS[command].permission);
  if (reason !== undefined) return { outcome: "forbidden", reason };
  // Past a wall for a purpose is nobody’s way to a record that they could not open.
  if (purpose !== undefined && (await app.store.reader(viewer).getRecord(recordId)) === undefined) return { outcome: "not-found" };
  let refusals: readonly R[] = [];
  const outcome = await sinceAsShown(app, viewer, recordId, await writing(app, viewer, async (writer) => {
    const record = await writer.getRecord(recordId);
    if (record === undefined || record.type !== "child") return { outcome: "not-found" };
    await writer.lock(record.authority);
    const entries = await writer.entriesOf(recordId);
    const version = entries.reduce((latest, e) => Math.max(latest, e.number), 0);
    if (version > basedOn) return { outcome: "overtaken", version, since: entries.filter((e) => e.number > basedOn) };
    const decision = await decide(writer, fold(entries), record);
    if (!decision.accepted) {
      refusals = decision.refusals;
      return { outcome: "refused", refusals };
    }
    const outside = await notGiven(viewer, writer, record.authority, decision.drafts);
    if (outside !== undefined) return { outcome: "forbidden", reason: outside };
    const written = await write(app, writer, record, entries, decision.drafts, command);
    if (written.outcome === "done") await then?.(writer, written.entries, record);
    return written;
  }, purpose));
  return outcome.outcome === "refused" ? { outcome: "refused", refusals } : outcome;
}

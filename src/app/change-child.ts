import type { Viewer } from "../domain/access/viewer.ts";
import { type Case, fold } from "../domain/chronology/fold.ts";
import { type CommandName, COMMANDS, type Decision } from "../domain/commands/command.ts";
import type { RecordRow } from "../store/rows.ts";
import type { Writer } from "../store/writer.ts";
import { type App, forbids } from "./app.ts";
import { write, writing } from "./run-command.ts";
import type { Outcome } from "./views.ts";

export type DecideOnChild = (writer: Writer, c: Case, record: RecordRow) => Decision | Promise<Decision>;

/**
 * A command on one child: under the authority’s lock, refused where somebody saved after the version it was based on,
 * and written whole with its audit where it is accepted.
 */
export async function changeChild(app: App, viewer: Viewer, recordId: string, basedOn: number, name: CommandName, decide: DecideOnChild): Promise<Outcome> {
  const reason = forbids(viewer, COMMANDS[name].permission);
  if (reason !== undefined) return { outcome: "forbidden", reason };
  return writing(app, viewer, async (writer) => {
    const record = await writer.getRecord(recordId);
    if (record === undefined || record.type !== "child") return { outcome: "not-found" };
    await writer.lock(record.authority);
    const entries = await writer.entriesOf(recordId);
    const version = entries.reduce((latest, e) => Math.max(latest, e.number), 0);
    if (version > basedOn) return { outcome: "overtaken", version, since: entries.filter((e) => e.number > basedOn) };
    const decision = await decide(writer, fold(entries), record);
    if (!decision.accepted) return { outcome: "refused", refusals: decision.refusals };
    return write(app, writer, record, entries, decision.drafts, name);
  });
}

import type { Viewer } from "../../domain/access/viewer.ts";
import { type Case, fold } from "../../domain/chronology/fold.ts";
import { COMMANDS, type Decision } from "../../domain/commands/command.ts";
import { type ExtensionInput, requestExtension } from "../../domain/commands/request-extension.ts";
import { signOff, type SignOffInput } from "../../domain/commands/sign-off.ts";
import type { Clock } from "../../domain/standards/clock.ts";
import { type CompiledPack, evaluate } from "../../domain/standards/evaluate.ts";
import type { Writer } from "../../store/writer.ts";
import { type App, forbids } from "../app.ts";
import { write, writing } from "../run-command.ts";
import { standardsFor } from "../standards-for.ts";
import type { Outcome } from "../views.ts";
import { signatoryOf } from "./of-child.ts";

/** Asks for more time for one clock of a child. What was asked for is what those who sign are shown. */
export const askForExtension = (app: App, viewer: Viewer, recordId: string, basedOn: number, input: ExtensionInput): Promise<Outcome> =>
  decided(app, viewer, recordId, basedOn, "request-extension", async (_, c, clocks, pack) =>
    requestExtension(c, input, clocks, pack, app.clock.today()));

/** Signs a request, in the office the viewer holds; with the last sign-off the clock is extended. */
export const signExtension = (app: App, viewer: Viewer, recordId: string, basedOn: number, input: SignOffInput): Promise<Outcome> =>
  decided(app, viewer, recordId, basedOn, "sign-off", async (writer, c, clocks, pack) =>
    signOff(c, input, signatoryOf(viewer, await writer.workers()), clocks, pack, app.clock.today()));

type Decide = (writer: Writer, c: Case, clocks: readonly Clock[], pack: CompiledPack) => Promise<Decision>;

async function decided(app: App, viewer: Viewer, recordId: string, basedOn: number, name: "request-extension" | "sign-off", decide: Decide): Promise<Outcome> {
  const reason = forbids(viewer, COMMANDS[name].permission);
  if (reason !== undefined) return { outcome: "forbidden", reason };
  return writing(app, viewer, async (writer) => {
    const record = await writer.getRecord(recordId);
    if (record === undefined || record.type !== "child") return { outcome: "not-found" };
    await writer.lock(record.authority);
    const entries = await writer.entriesOf(recordId);
    const version = entries.reduce((latest, e) => Math.max(latest, e.number), 0);
    if (version > basedOn) return { outcome: "overtaken", version, since: entries.filter((e) => e.number > basedOn) };
    const c = fold(entries);
    const { pack } = await standardsFor(writer, record.authority);
    const decision = await decide(writer, c, evaluate(c, pack, app.calendar), pack);
    if (!decision.accepted) return { outcome: "refused", refusals: decision.refusals };
    return write(app, writer, record, entries, decision.drafts, name);
  });
}

import { actorOf, type Viewer } from "../../domain/access/viewer.ts";
import { fold } from "../../domain/chronology/fold.ts";
import { answerClocks, type ClockAnswer, type LineRefusal } from "../../domain/commands/answer-clocks.ts";
import { type CommandName, COMMANDS } from "../../domain/commands/command.ts";
import type { Answerer } from "../../domain/work/whose.ts";
import { keysOf } from "../../domain/work/seats.ts";
import type { Reader } from "../../store/reader.ts";
import { type App, forbids } from "../app.ts";
import { write, writing } from "../run-command.ts";
import { standardsFor } from "../standards-for.ts";
import type { Outcome } from "../views.ts";
import { decidingRoles } from "../work/deciding-roles.ts";

export type { ClockAnswer };
/** As the outcome of one command; refused, with which of the answers it is about. */
export type ClocksOutcome = Exclude<Outcome, { outcome: "refused" }> | { readonly outcome: "refused"; readonly refusals: readonly LineRefusal[] };

/** Who the viewer is when they answer: their roles today, and the names under which children are theirs. */
export async function answererOf(app: App, viewer: Viewer, reader: Reader): Promise<Answerer> {
  const own = (await reader.workers()).find(({ account }) => account === actorOf(viewer));
  return { roles: await decidingRoles(reader, viewer, app.clock.today()), keys: own === undefined ? [actorOf(viewer)] : keysOf(own) };
}

/** Answers clocks of one child in one transaction: with entries, or as not appropriate; all of them or none. */
export async function answerClocksOf(app: App, viewer: Viewer, recordId: string, basedOn: number, lines: readonly ClockAnswer[]): Promise<ClocksOutcome> {
  const name: CommandName = lines.length > 0 && lines.every(({ says }) => says.as === "declined") ? "decline-standard" : "record-entries";
  const reason = forbids(viewer, COMMANDS[name].permission);
  if (reason !== undefined) return { outcome: "forbidden", reason };
  let refusals: readonly LineRefusal[] = [];
  const outcome = await writing(app, viewer, async (writer) => {
    const record = await writer.getRecord(recordId);
    if (record === undefined || record.type !== "child") return { outcome: "not-found" };
    await writer.lock(record.authority);
    const entries = await writer.entriesOf(recordId);
    const version = entries.reduce((latest, e) => Math.max(latest, e.number), 0);
    if (version > basedOn) return { outcome: "overtaken", version, since: entries.filter((e) => e.number > basedOn) };
    const { pack } = await standardsFor(writer, record.authority);
    const who = await answererOf(app, viewer, writer);
    const decision = answerClocks(fold(entries), lines, { today: app.clock.today(), roles: who.roles, who, pack, calendar: app.calendar });
    if (!decision.accepted) {
      refusals = decision.refusals;
      return { outcome: "refused", refusals };
    }
    return write(app, writer, record, entries, decision.drafts, name);
  });
  return outcome.outcome === "refused" ? { outcome: "refused", refusals } : outcome;
}

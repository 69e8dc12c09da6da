import type { Viewer } from "../../domain/access/viewer.ts";
import { type Case, fold } from "../../domain/chronology/fold.ts";
import { type CommandName, COMMANDS } from "../../domain/commands/command.ts";
import { answersTogether, type AnswersDecision } from "../../domain/commands/answers-together.ts";
import type { EntryAnswer } from "../../domain/commands/record-entries.ts";
import type { DeclineInput } from "../../domain/commands/decline-standard.ts";
import type { Writer } from "../../store/writer.ts";
import { type App, forbids } from "../app.ts";
import { decidingIn } from "../decisions/deciding.ts";
import { write, writing } from "../run-command.ts";
import { standardsFor } from "../standards-for.ts";
import type { Outcome } from "../views.ts";

/** What a form says of one child: things that happened or are meant to, and clocks answered “not appropriate”. */
export interface Answers {
  readonly entries: readonly EntryAnswer[];
  readonly declined: readonly DeclineInput[];
}

type Refused = Extract<AnswersDecision, { accepted: false }>;
/** As the outcome of one command; refused, with which of the entries or which of the declined it is about. */
export type AnswersOutcome = Exclude<Outcome, { outcome: "refused" }> | { readonly outcome: "refused"; readonly refusals: Refused["refusals"] };

/** Records several things of one child in one transaction: all of them or none. */
export const recordEntriesOf = (app: App, viewer: Viewer, recordId: string, basedOn: number, entries: readonly EntryAnswer[]): Promise<AnswersOutcome> =>
  answerMany(app, viewer, recordId, basedOn, { entries, declined: [] });

/** Answers one clock of a child “not appropriate”, with why. */
export const declineOne = (app: App, viewer: Viewer, recordId: string, basedOn: number, input: DeclineInput): Promise<AnswersOutcome> =>
  answerMany(app, viewer, recordId, basedOn, { entries: [], declined: [input] });

/** Records what a form says, and declines what it declines, in one transaction: all of it or nothing. */
export async function answerMany(app: App, viewer: Viewer, recordId: string, basedOn: number, answers: Answers): Promise<AnswersOutcome> {
  const name: CommandName = answers.entries.length === 0 ? "decline-standard" : "record-entries";
  const reason = forbids(viewer, COMMANDS[name].permission);
  if (reason !== undefined) return { outcome: "forbidden", reason };
  let refusals: Refused["refusals"] = [];
  const outcome = await writing(app, viewer, async (writer) => {
    const record = await writer.getRecord(recordId);
    if (record === undefined || record.type !== "child") return { outcome: "not-found" };
    await writer.lock(record.authority);
    const entries = await writer.entriesOf(recordId);
    const version = entries.reduce((latest, e) => Math.max(latest, e.number), 0);
    if (version > basedOn) return { outcome: "overtaken", version, since: entries.filter((e) => e.number > basedOn) };
    const decision = await decide(app, viewer, writer, record.authority, fold(entries), answers);
    if (!decision.accepted) {
      refusals = decision.refusals;
      return { outcome: "refused", refusals };
    }
    return write(app, writer, record, entries, decision.drafts, name);
  });
  return outcome.outcome === "refused" ? { outcome: "refused", refusals } : outcome;
}

async function decide(app: App, viewer: Viewer, writer: Writer, authority: string, c: Case, { entries, declined }: Answers): Promise<AnswersDecision> {
  const today = app.clock.today();
  const roles = await decidingIn(writer, viewer, today);
  const { pack } = await standardsFor(writer, authority);
  return answersTogether(c, entries, declined, { today, roles, pack, calendar: app.calendar });
}

import type { Viewer } from "../../domain/access/viewer.ts";
import type { Case } from "../../domain/chronology/fold.ts";
import { answersTogether, type AnswersDecision } from "../../domain/commands/answers-together.ts";
import type { EntryAnswer } from "../../domain/commands/record-entries.ts";
import type { DeclineInput } from "../../domain/commands/decline-standard.ts";
import type { Writer } from "../../store/writer.ts";
import type { App } from "../app.ts";
import { changeChild, type OutcomeOf } from "../change-child.ts";
import { decidingIn } from "../decisions/deciding.ts";
import { standardsFor } from "../standards-for.ts";

/** What a form says of one child: things that happened or are meant to, and clocks answered “not appropriate”. */
export interface Answers {
  readonly entries: readonly EntryAnswer[];
  readonly declined: readonly DeclineInput[];
}

type Refused = Extract<AnswersDecision, { accepted: false }>;
/** As the outcome of one command; refused, with which of the entries or which of the declined it is about. */
export type AnswersOutcome = OutcomeOf<Refused["refusals"][number]>;

/** Records several things of one child in one transaction: all of them or none. */
export const recordEntriesOf = (app: App, viewer: Viewer, recordId: string, basedOn: number, entries: readonly EntryAnswer[]): Promise<AnswersOutcome> =>
  answerMany(app, viewer, recordId, basedOn, { entries, declined: [] });

/** Answers one clock of a child “not appropriate”, with why. */
export const declineOne = (app: App, viewer: Viewer, recordId: string, basedOn: number, input: DeclineInput): Promise<AnswersOutcome> =>
  answerMany(app, viewer, recordId, basedOn, { entries: [], declined: [input] });

/** Records what a form says, and declines what it declines, in one transaction: all of it or nothing. */
export const answerMany = (app: App, viewer: Viewer, recordId: string, basedOn: number, answers: Answers): Promise<AnswersOutcome> =>
  changeChild(app, viewer, recordId, basedOn, answers.entries.length === 0 ? "decline-standard" : "record-entries", (writer, c, { authority }) =>
    decide(app, viewer, writer, authority, c, answers));

async function decide(app: App, viewer: Viewer, writer: Writer, authority: string, c: Case, { entries, declined }: Answers): Promise<AnswersDecision> {
  const today = app.clock.today();
  const roles = await decidingIn(writer, viewer, today);
  const { pack } = await standardsFor(writer, authority);
  return answersTogether(c, entries, declined, { today, roles, pack, calendar: app.calendar });
}

import type { Role } from "../../domain/access/role.ts";
import type { Person, Viewer } from "../../domain/access/viewer.ts";
import { fold } from "../../domain/chronology/fold.ts";
import { decisionsIn, isDisowned, type MeetingDecided, waitsForAnswer } from "../../domain/meetings/actions.ts";
import { ANSWERED_BY, answerMeeting, type AnswerInput } from "../../domain/meetings/answer-decision.ts";
import type { MessageDraft } from "../../store/meetings/rows.ts";
import { type App, forbids } from "../app.ts";
import { changeChild } from "../change-child.ts";
import type { Outcome } from "../views.ts";
import { decidingRoles } from "../work/deciding-roles.ts";

/** Something that a meeting recommended or raised, and that waits for an answer. */
export interface Recommended {
  readonly recordId: string;
  readonly localId: string;
  readonly decision: MeetingDecided;
}

/** What meetings put to these roles and nobody has answered, of the children whom the viewer may open; the oldest first. */
export async function recommendedTo(app: App, person: Person, roles: readonly Role[]): Promise<readonly Recommended[]> {
  if (forbids(person, "answer-meeting") !== undefined || !Object.values(ANSWERED_BY).some((role) => roles.includes(role))) return [];
  const children = await app.store.reader(person).followed({ what: "meeting-decision", open: true });
  return children
    .flatMap(({ recordId, localId, entries }) => decisionsIn(fold(entries)).map((decision) => ({ recordId, localId, decision })))
    .filter(({ decision }) => waitsForAnswer(decision) && decision.sort !== "decided" && roles.includes(ANSWERED_BY[decision.sort]))
    .sort((a, b) => (a.decision.entry.happenedOn < b.decision.entry.happenedOn ? -1 : a.decision.entry.happenedOn > b.decision.entry.happenedOn ? 1 : a.decision.number - b.decision.number));
}

/** Answers what a meeting recommended. Whoever wrote the recommendation down is told that it was answered; of a delay that is not theirs to own, that it is back. */
export const answerMeetingOf = (app: App, viewer: Viewer, recordId: string, basedOn: number, input: AnswerInput): Promise<Outcome> =>
  changeChild(app, viewer, recordId, basedOn, "answer-meeting", async (writer, c) => answerMeeting(c, input, await decidingRoles(writer, viewer, app.clock.today()), app.clock.today()),
    undefined, async (writer, entries) => {
      const [answer] = entries;
      const decision = decisionsIn(fold(await writer.entriesOf(recordId))).find(({ answered }) => answered?.number === answer?.number);
      if (decision === undefined) return;
      const message: MessageDraft = { account: decision.entry.recordedBy, template: isDisowned(decision) ? "delay-given-back" : "decision-answered", detail: { heldOn: decision.entry.happenedOn }, path: `/children/${recordId}/meetings`, key: `decision-answered ${recordId} ${decision.number} ${answer?.number ?? ""}` };
      await writer.addMessages([message], app.clock.now());
    });

import type { Viewer } from "../../domain/access/viewer.ts";
import { actorOf } from "../../domain/access/viewer.ts";
import { answerChallenge, type AnswerInput, type Challenger } from "../../domain/commands/answer-challenge.ts";
import { escalateChallenge, type EscalateInput } from "../../domain/commands/escalate-challenge.ts";
import { raiseChallenge, type RaiseInput } from "../../domain/commands/raise-challenge.ts";
import { resolveChallenge, type ResolveInput } from "../../domain/commands/resolve-challenge.ts";
import type { Reader } from "../../store/reader.ts";
import type { App } from "../app.ts";
import { changeChild } from "../change-child.ts";
import { decidingRoles } from "../work/deciding-roles.ts";
import type { Outcome } from "../views.ts";

/** One thing to be done with a challenge. */
export type ChallengeCommand =
  | { readonly name: "raise-challenge"; readonly input: RaiseInput }
  | { readonly name: "answer-challenge"; readonly input: AnswerInput }
  | { readonly name: "escalate-challenge"; readonly input: EscalateInput }
  | { readonly name: "resolve-challenge"; readonly input: ResolveInput };

/** Raises, answers, takes further or resolves a challenge on a child’s record. */
export const runChallenge = (app: App, viewer: Viewer, recordId: string, basedOn: number, command: ChallengeCommand): Promise<Outcome> =>
  changeChild(app, viewer, recordId, basedOn, command.name, async (writer, c) => {
    const today = app.clock.today();
    switch (command.name) {
      case "raise-challenge": return raiseChallenge(command.input, today);
      case "answer-challenge": return answerChallenge(c, command.input, await challengerOf(app, writer, viewer), today);
      case "escalate-challenge": return escalateChallenge(c, command.input, today);
      case "resolve-challenge": return resolveChallenge(c, command.input, today);
    }
  });

/** The viewer as somebody who may answer: with the roles of those whose work they do today. */
export const challengerOf = async (app: App, reader: Reader, viewer: Viewer): Promise<Challenger> =>
  ({ account: actorOf(viewer), roles: await decidingRoles(reader, viewer, app.clock.today()) });

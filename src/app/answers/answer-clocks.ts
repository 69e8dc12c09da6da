import { actorOf, type Viewer } from "../../domain/access/viewer.ts";
import { answerClocks, type ClockAnswer, type LineRefusal } from "../../domain/commands/answer-clocks.ts";
import type { CommandName } from "../../domain/commands/command.ts";
import type { Answerer } from "../../domain/work/whose.ts";
import { keysOf } from "../../domain/work/seats.ts";
import type { Reader } from "../../store/reader.ts";
import type { App } from "../app.ts";
import { changeChild, type OutcomeOf } from "../change-child.ts";
import { standardsFor } from "../standards-for.ts";
import { decidingRoles } from "../work/deciding-roles.ts";

export type { ClockAnswer };
/** As the outcome of one command; refused, with which of the answers it is about. */
export type ClocksOutcome = OutcomeOf<LineRefusal>;

/** Who the viewer is when they answer: their roles today, and the names under which children are theirs. */
export async function answererOf(app: App, viewer: Viewer, reader: Reader): Promise<Answerer> {
  const own = (await reader.workers()).find(({ account }) => account === actorOf(viewer));
  return { roles: await decidingRoles(reader, viewer, app.clock.today()), keys: own === undefined ? [actorOf(viewer)] : keysOf(own) };
}

/** Answers clocks of one child in one transaction: with entries, or as not appropriate; all of them or none. */
export function answerClocksOf(app: App, viewer: Viewer, recordId: string, basedOn: number, lines: readonly ClockAnswer[]): Promise<ClocksOutcome> {
  const name: CommandName = lines.length > 0 && lines.every(({ says }) => says.as === "declined") ? "decline-standard" : "record-entries";
  return changeChild(app, viewer, recordId, basedOn, name, async (writer, c, { authority }) => {
    const { pack } = await standardsFor(writer, authority);
    const who = await answererOf(app, viewer, writer);
    return answerClocks(c, lines, { today: app.clock.today(), roles: who.roles, who, pack, calendar: app.calendar });
  });
}

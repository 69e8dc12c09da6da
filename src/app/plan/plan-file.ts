import type { Person } from "../../domain/access/viewer.ts";
import { actionPlanOf } from "../../domain/documents/action-plan.ts";
import { writeWord } from "../../exports/word/document.ts";
import type { App } from "../app.ts";
import { madeBy, madeOn } from "../meetings/minutes-read.ts";
import { fileName, type WordFile } from "../meetings/word-files.ts";
import type { PlanPage } from "./open-plan.ts";

/** The action plan as a Word document. */
export const planFile = async (app: App, person: Person, { plan, names, authority, today }: PlanPage): Promise<WordFile> => ({
  name: fileName("action-plan", today),
  bytes: await writeWord(actionPlanOf({ plan, names, organisation: authority.name, madeBy: madeBy(person), madeOn: madeOn(app) })),
});

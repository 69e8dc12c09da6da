import type { Person } from "../../domain/access/viewer.ts";
import type { PeriodCode } from "../../domain/scorecard/regular/regular.ts";
import type { App } from "../app.ts";
import type { PlanOutcome } from "./change-plan.ts";
import { reportAsKnown } from "./performance-file.ts";
import { noteMade } from "./register.ts";

/** Makes the report of a month or quarter as whoever makes it is told it today, notes that it was made, and keeps its document as it is: that is what the meeting gets. */
export const makeReport = async (app: App, person: Person, id: string, period: PeriodCode): Promise<PlanOutcome> =>
  noteMade(app, person, id, period, (await reportAsKnown(app, person, id, period))?.bytes);

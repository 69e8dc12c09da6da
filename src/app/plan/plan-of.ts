import type { Day } from "../../domain/dates/day.ts";
import type { ActionPlan } from "../../domain/scorecard/plan/plan.ts";
import { planFrom } from "../../domain/scorecard/plan/plan-from.ts";
import type { Reader } from "../../store/reader.ts";

/** The action plan of an authority as it stands on a day, from all that was done to it; empty where there is none, or the reader is another’s. */
export const planOf = async (reader: Reader, authority: string, today: Day): Promise<ActionPlan> => planFrom(authority, await reader.plan.changes(authority), today);

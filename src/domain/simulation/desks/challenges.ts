import type { Day } from "../../dates/day.ts";
import { addWorkingDays, subtractWorkingDays } from "../../dates/working-days.ts";
import type { Written } from "../chronicle.ts";
import { daysAgo, type Desk, writeDown } from "./desk.ts";

/** The ways that a challenge may stand today. */
export const CHALLENGE_STANDINGS = ["raised", "late", "answered", "escalated", "resolved"] as const;
export type ChallengeStanding = (typeof CHALLENGE_STANDINGS)[number];

const ABOUT = [
  { about: "Nobody has been told which plan is the first and which is the other", wanted: "One plan written down, and the parents told, within ten working days", answer: "The plan was settled in legal planning and is now on the record" },
  { about: "The care plan was not in place by the second review", wanted: "A care plan signed off before the next review", answer: "The plan is drafted; it goes to the next permanence planning meeting" },
  { about: "Contact with brothers and sisters has not happened as the review agreed", wanted: "Dates for the next three visits", answer: "The first two are booked and the carers have been told" },
  { about: "Three social workers within a year", wanted: "A named worker who will stay to the final hearing", answer: "The worker named from this week will keep the child until the order" },
] as const;

/** The reviewing officer’s challenge on a child’s record, as far as it has come. `nth` chooses what it is about. */
export function challenge(desk: Desk, stands: ChallengeStanding, nth: number): void {
  const { to, calendar } = desk;
  const { about, wanted, answer } = ABOUT[nth % ABOUT.length]!;
  const by = (on: Day): Day => addWorkingDays(calendar, on, 5);
  const raisedOn = daysAgo(desk, ...SINCE[stands]);
  const raised = writeDown(desk, "challenge-raised", raisedOn, { about, wanted, level: "team-manager", answerBy: by(raisedOn) }, { by: "reviewing-officer" });
  const refers = { field: "challenge", to: raised };
  const later = (days: number): Day => addWorkingDays(calendar, raisedOn, days);
  const answered = (on: Day): Written => writeDown(desk, "challenge-answered", on, { answer }, { by: "team-manager", refers });
  switch (stands) {
    case "raised": case "late": return;
    case "answered": return void answered(later(3));
    case "escalated": {
      const on = subtractWorkingDays(calendar, to, 2);
      answered(later(4));
      return void writeDown(desk, "challenge-escalated", on, { level: "service-manager", why: "What was promised has not happened", answerBy: by(on) }, { by: "reviewing-officer", refers });
    }
    case "resolved": {
      answered(later(4));
      return void writeDown(desk, "challenge-resolved", later(12), { how: "It was done, and the next review saw it" }, { by: "reviewing-officer", refers });
    }
  }
}

/** How many days ago each was raised. */
const SINCE: Readonly<Record<ChallengeStanding, readonly [number, number]>> = {
  raised: [1, 3], late: [14, 20], answered: [8, 14], escalated: [12, 20], resolved: [30, 60],
};

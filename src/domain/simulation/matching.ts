import { type Day, addDays, latest } from "../dates/day.ts";
import type { FoundFamily } from "./family-finding.ts";
import { type Life, after, between, earlier, milestone, soon, workday, workingDaysAfter } from "./life.ts";

export interface Matched {
  readonly family: string;
  readonly on: Day;
}

/** From the meeting that chose a family to the decision-maker's match; never before there is a decision for adoption. */
export function match(life: Life, { family, meetingOn }: FoundFamily, notBefore: Day): Matched {
  const { line, luck: { path } } = life;
  const from = addDays(meetingOn, 9);
  const panelOn = latest(after(life, from, "proceedToPanel"), workday(life, addDays(notBefore, 7)));
  const papersOn = earlier(life, panelOn, 10, 16);
  prepare(life, from, papersOn, family);
  milestone(life, "panel-papers", papersOn);
  const moved = path.chance(0.3);
  line.point("matching-panel", panelOn, {}, { knownFrom: addDays(from, 5), firstMeantFor: moved ? workday(life, addDays(panelOn, -path.whole(7, 24))) : undefined });
  milestone(life, "carer-told-outcome", panelOn);
  const minutesOn = after(life, panelOn, "panelToMinutes");
  line.point("matching-panel-minutes", minutesOn);
  const on = decideMatch(life, after(life, minutesOn, "minutesToDecision"), family);
  line.point("match-told", workingDaysAfter(life, on, path.chance(1 - life.settings.late) ? path.whole(0, 2) : path.whole(3, 5)));
  line.point("match-written", workingDaysAfter(life, on, path.chance(1 - life.settings.late) ? path.whole(2, 5) : path.whole(6, 8)));
  return { family, on };
}

function prepare(life: Life, from: Day, papersOn: Day, family: string): void {
  const any = (): Day => between(life, from, latest(from, papersOn));
  const consultedOn = latest(any(), workday(life, addDays(from, 8)));
  milestone(life, "permanence-report-to-adviser", earlier(life, consultedOn, 7, 10));
  milestone(life, "medical-consultation", consultedOn);
  milestone(life, "life-story-referral", soon(life, from, 0, 5));
  for (const kind of ["chemistry-meeting", "meet-and-greet", "network-meeting", "health-visitor-contacted", "life-story-meeting", "support-plan", "placement-report"] as const) {
    milestone(life, kind, any());
  }
  if (life.luck.path.chance(0.5)) milestone(life, "messaging-agreed", any());
  if (life.luck.path.chance(0.3)) milestone(life, "adopters-visited", any(), { family });
}

function decideMatch(life: Life, on: Day, family: string): Day {
  const { line, luck: { path } } = life;
  if (path.chance(0.96)) {
    line.point("match-decision", on, { outcome: "made", family });
    return on;
  }
  line.point("match-decision", on, { outcome: "deferred", family, note: "The support plan needs more detail" });
  const backOn = soon(life, on, 12, 28);
  line.point("match-decision", backOn, { outcome: "brought-back", family });
  const madeOn = soon(life, backOn, 1, 4);
  line.point("match-decision", madeOn, { outcome: "made", family });
  return madeOn;
}

/** A match with the carers the child already lives with: panel and decision, and no search. */
export function matchWithCarers(life: Life, from: Day, family: string): Matched {
  const { line, luck: { path } } = life;
  line.point("placement-report", soon(life, from, 6, 20));
  const panelOn = soon(life, from, 24, 60);
  line.point("matching-panel", panelOn, {}, { knownFrom: addDays(from, 4) });
  const minutesOn = after(life, panelOn, "panelToMinutes");
  line.point("matching-panel-minutes", minutesOn);
  const on = after(life, minutesOn, "minutesToDecision");
  line.point("match-decision", on, { outcome: "made", family });
  line.point("match-told", workingDaysAfter(life, on, path.whole(0, 2)));
  line.point("match-written", workingDaysAfter(life, on, path.whole(2, 5)));
  return { family, on };
}

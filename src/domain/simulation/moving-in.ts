import type { PlacementType } from "../chronology/codes.ts";
import { type Day, addDays, latest } from "../dates/day.ts";
import { beginPlacement } from "./coming-into-care.ts";
import { type Life, after, earlier, milestone, soon, workday, workdayBefore, workingDaysAfter } from "./life.ts";
import type { Matched } from "./matching.ts";

/** Introductions, the pause to plan, and the day the child moves in with the adopters. */
export function moveIn(life: Life, matched: Matched, type: PlacementType, notBefore: Day): Day {
  const { line, luck: { path } } = life;
  const meetingOn = latest(after(life, matched.on, "decisionToPlanning"), workday(life, notBefore));
  const startOn = after(life, addDays(meetingOn, 3), "planningToIntroductions");
  const placedOn = after(life, addDays(startOn, 3), "introductions");
  milestone(life, "draft-introduction-plan", earlier(life, meetingOn, 3, 8));
  line.point("introduction-planning-meeting", meetingOn, {}, { knownFrom: matched.on });
  milestone(life, "placement-plan-sent", soon(life, meetingOn, 0, 4));
  milestone(life, "placement-notified", soon(life, meetingOn, 1, 5));
  milestone(life, "final-introduction-plan", workdayBefore(life, addDays(startOn, path.chance(1 - life.settings.late) ? -path.whole(5, 7) : -1)));
  if (path.chance(0.3)) milestone(life, "accommodation-offered", soon(life, meetingOn, 0, 3));
  if (path.chance(0.4)) milestone(life, "moving-on-training", soon(life, matched.on, 1, 6));
  if (path.chance(0.35)) milestone(life, "birth-parent-meeting", soon(life, meetingOn, 1, 5), { appropriate: true });
  const plays = path.whole(2, 3);
  for (let play = 1; play <= plays; play++) milestone(life, "play-date", workdayBefore(life, addDays(startOn, -play)));
  const put = path.fork("introductions put off");
  line.point("introductions-start", startOn, {}, { knownFrom: meetingOn, firstMeantFor: put.chance(0.25) ? workday(life, addDays(startOn, -put.whole(3, 8))) : undefined });
  milestone(life, "pause-and-plan", soon(life, startOn, 3, 6));
  line.point("placed-for-adoption", placedOn, { withCurrentCarer: false, family: matched.family }, {
    knownFrom: meetingOn,
    firstMeantFor: path.chance(0.2) ? workday(life, addDays(placedOn, -path.whole(3, 8))) : undefined,
  });
  beginPlacement(life, placedOn, type, { reason: "CARPL" });
  milestone(life, "carer-contacted", soon(life, placedOn, 0, 1));
  milestone(life, "carer-virtual-contact", soon(life, placedOn, 0, 1));
  return placedOn;
}

/** The placement a child already has becomes an adoptive one: the same carers, told in writing from which day. */
export function becomeAdoptive(life: Life, matched: Matched, type: PlacementType, notBefore: Day): Day {
  const { line } = life;
  const placedOn = latest(soon(life, matched.on, 3, 20), workday(life, notBefore));
  line.point("placement-plan-sent", workingDaysAfter(life, matched.on, 2));
  milestone(life, "placement-notified", workdayBefore(life, addDays(placedOn, -1)));
  line.point("placement-notice", workdayBefore(life, addDays(placedOn, -1)));
  line.point("placed-for-adoption", placedOn, { withCurrentCarer: true, family: matched.family });
  beginPlacement(life, placedOn, type, { sameCarer: true, reason: "CARPL" });
  return placedOn;
}

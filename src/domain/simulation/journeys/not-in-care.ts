import { addDays } from "../../dates/day.ts";
import { type Life, milestone, soon, workday } from "../life.ts";
import { alertEarly } from "../planning.ts";

/** Not yet born: the agency has been told, and people meet to plan. The day expected is all there is for a birthday. */
export function unborn(life: Life): void {
  const { line, luck: { path } } = life;
  line.begin("allocated-worker", workday(life, addDays(life.startsOn, -14)), { reason: "FCONTA" });
  alertEarly(life, life.startsOn);
  milestone(life, "tracking-meeting", soon(life, life.startsOn, 6, 28));
  const meetingOn = soon(life, life.startsOn, 20, 55);
  line.point("permanence-planning-meeting", meetingOn, {}, { knownFrom: addDays(meetingOn, -20) });
  if (path.chance(0.5)) milestone(life, "legal-advice", soon(life, life.startsOn, 10, 40), { note: "Whether a family may be sought before the decision" });
  if (path.chance(0.6)) milestone(life, "early-permanence-considered", soon(life, meetingOn, 0, 10));
}

/** Short breaks of a few days, six or so a year, each an episode of its own and never one period of care. */
export function shortBreaks(life: Life): void {
  const { line, luck: { path } } = life;
  line.begin("allocated-worker", life.startsOn, { reason: "FCONTA" });
  const urn = `SC9${path.whole(10000, 10400)}`;
  const ends = addDays(life.startsOn, path.whole(400, 1200));
  for (let at = addDays(life.startsOn, 10); at < ends && at <= life.to; at = addDays(at, path.whole(40, 75))) {
    const back = addDays(at, path.whole(2, 9));
    line.span("legal-status", at, back, { status: "V3" });
    line.span("placement", at, back, { type: "U6", provider: "PR1", urn });
  }
  line.end("allocated-worker", ends);
}

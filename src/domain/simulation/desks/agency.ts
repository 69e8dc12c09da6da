import type { Kind } from "../../chronology/kinds.ts";
import { addDays, earliest, latest } from "../../dates/day.ts";
import { daysAgo, type Desk, happenedAt, standing, weekdayBefore, writeDown } from "./desk.ts";

/** What a regional agency’s home finder puts in a tracker of their own. */
const KEPT: readonly Kind[] = ["profile-completed", "link", "linking-meeting", "validation-visit", "matching-panel", "match-decision", "introductions-start", "placed-for-adoption"];
const KEEPS = 0.4;
/** The two trackers agree about most of it. */
const DIFFERS = 0.3;
const SETTLED = 0.25;
const NOTED = 0.3;
/** What is so old is in nobody’s own tracker any more. */
const OLDEST = 300;

const NOTES = [
  "Two families in the region asked about at this month’s linking; neither can offer what is needed on contact",
  "Family keen; their worker is away until the 12th, so the visit waits for that",
  "Asked for a newer photograph for the exchange day",
  "Adopters want to talk to the medical adviser before they decide",
  "No match in the region; the authority asked whether to look further afield",
] as const;

const WHY = ["The authority counts the day of the letter, we the day of the meeting", "Ours is the day the family was told", "Put off by a week, and only one tracker heard of it"] as const;

/** What the regional agency keeps of its own on the record of a child who waits for a family, or has one: dates, now and then another day than the authority’s, and notes. */
export function keepAgencyRecord(desk: Desk, agency: string): void {
  const { to } = desk;
  if (happenedAt(desk, "placement-order").length === 0 || happenedAt(desk, "adoption-order").length > 0) return;
  const home = { ...desk, luck: desk.luck.fork("agency") };
  const by = "agency-home-finder";
  for (const kind of KEPT) {
    const luck = home.luck.fork(kind);
    const known = standing(desk, kind).findLast((w) => w.draft.detail["outcome"] === undefined || w.draft.detail["outcome"] === "made");
    if (known === undefined || known.draft.happenedOn < addDays(to, -OLDEST) || !luck.chance(KEEPS)) continue;
    const { happenedOn, certainty } = known.draft;
    const moved = luck.chance(DIFFERS) ? addDays(happenedOn, luck.whole(1, 8) * (luck.chance(0.5) ? 1 : -1)) : happenedOn;
    const on = certainty === "actual" ? earliest(to, moved) : latest(to, moved);
    const recordedOn = earliest(to, addDays(latest(known.recordedOn, certainty === "actual" ? on : known.recordedOn), luck.whole(1, 10)));
    writeDown(desk, "agency-date", on, { of: kind, agency }, { by, certainty, recordedOn });
    if (on !== happenedOn && luck.chance(SETTLED)) {
      const settledOn = earliest(to, addDays(recordedOn, luck.whole(3, 20)));
      writeDown(desk, "difference-settled", settledOn, { of: kind, how: "both", why: luck.pick(WHY) }, { by: "tracking-administrator" });
    }
  }
  if (home.luck.chance(NOTED)) {
    const on = daysAgo(home, 3, 90);
    writeDown(desk, "agency-note", weekdayBefore(on), { agency, note: home.luck.pick(NOTES) }, { by });
  }
}

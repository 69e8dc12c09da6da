import { type Day, addDays, latest } from "../dates/day.ts";
import { type Life, after, between, earlier, milestone, soon, workday, workingDaysAfter } from "./life.ts";

/** A family somebody decided to go on with, and the day of the meeting that chose them. */
export interface FoundFamily {
  readonly family: string;
  readonly meetingOn: Day;
}

export interface Search {
  /** From when a family is looked for: the decision, or the end of a placement that failed. */
  readonly from: Day;
  /** The day of the placement order, or of the parents' consent: the authority to place. */
  readonly authorityOn: Day;
  /** The final hearing that the profile should be ready for; absent on a second search. */
  readonly hearingOn?: Day;
}

/** From the decision to the matching meeting that chose a family: the profile, the links that fail, the one that holds. */
export function findFamily(life: Life, search: Search): FoundFamily {
  const { line, luck: { path } } = life;
  const startedOn = after(life, search.from, "decisionToSearch");
  if (line.open("family-finder") === undefined) line.begin("family-finder", startedOn, {});
  line.point("family-finding-started", startedOn);
  milestone(life, "family-finding-plan", soon(life, startedOn, 0, 8));
  if (search.hearingOn !== undefined) writeProfile(life, startedOn, search.hearingOn);

  let linkedOn = after(life, search.from, "searchToLink");
  for (let failures = path.weighted({ 0: 62, 1: 26, 2: 12 }); Number(failures) > 0; failures = failures === "2" ? "1" : "0") {
    linkedOn = linkThatFails(life, linkedOn);
  }
  if (linkedOn > addDays(search.authorityOn, 30)) searchWider(life, search.authorityOn, linkedOn);
  return meet(life, linkedOn, search.authorityOn);
}

function writeProfile(life: Life, startedOn: Day, hearingOn: Day): void {
  const { luck: { path } } = life;
  milestone(life, "carer-pack-shared", soon(life, startedOn, 2, 12));
  milestone(life, "profiling-visit", soon(life, startedOn, 5, 20));
  const due = addDays(hearingOn, -28);
  const completedOn = latest(soon(life, startedOn, 16, 30), workday(life, addDays(due, path.chance(1 - life.settings.late) ? -path.whole(1, 20) : path.whole(3, 20))));
  milestone(life, "profile-completed", completedOn, { visibility: "own-region-anonymous" });
  milestone(life, "profile-sent-to-carer", soon(life, completedOn, 1, 6));
  milestone(life, "profile-discussed", soon(life, completedOn, 2, 18));
  milestone(life, "profile-updated", latest(soon(life, hearingOn, 2, 14), completedOn));
  milestone(life, "photographs-shared", soon(life, hearingOn, 1, 20));
  milestone(life, "case-responsibility-moved", soon(life, hearingOn, 0, 10));
}

const familyReference = (life: Life): string => `AF-${life.luck.path.whole(1000, 4999)}`;

function linkThatFails(life: Life, on: Day): Day {
  const { line, luck: { path } } = life;
  const family = familyReference(life);
  milestone(life, "expression-of-interest", earlier(life, on, 5, 12), { family });
  line.point("link", on, { family });
  const endedOn = after(life, on, "linkFails");
  const [booked, meetingIn] = [path.chance(0.3), path.whole(3, 15)];
  if (booked) line.point("matching-meeting", workday(life, addDays(endedOn, meetingIn)), {}, { knownFrom: addDays(on, 5), calledOffOn: endedOn });
  line.point("link-ended", endedOn, { family, note: path.pick(["The family chose another child", "Health uncertainty was too much for the family", "The family’s own circumstances changed", "The children’s ages would be too close"]) });
  return after(life, endedOn, "nextLink");
}

/** Nobody in the region by the time there is authority to place: the search goes wider. */
function searchWider(life: Life, authorityOn: Day, until: Day): void {
  const { line, luck: { path } } = life;
  const discussedOn = soon(life, authorityOn, 4, 18);
  milestone(life, "interagency-discussed", discussedOn);
  if (discussedOn >= addDays(until, -20)) return;
  const decidedOn = between(life, discussedOn, addDays(discussedOn, 14));
  milestone(life, "own-region-search-ended", discussedOn);
  line.point("interagency-decision", decidedOn, { outcome: "made" });
  milestone(life, "profile-opened-nationally", soon(life, decidedOn, 0, 7));
  if (path.chance(0.6)) milestone(life, "discovery-event", between(life, addDays(decidedOn, 10), latest(addDays(decidedOn, 12), addDays(until, -8))));
  if (until > addDays(authorityOn, 150)) {
    line.span("barrier", addDays(authorityOn, 120), until, { barrier: path.pick(["siblings", "health", "family-history", "failed-link", "only-child"]) });
    milestone(life, "tracking-meeting", soon(life, authorityOn, 90, 140));
  }
}

/** Three families at most are shortlisted; the meeting chooses one, a visit confirms it. */
function meet(life: Life, linkedOn: Day, authorityOn: Day): FoundFamily {
  const { line, luck: { path } } = life;
  const family = familyReference(life);
  milestone(life, "expression-of-interest", earlier(life, linkedOn, 8, 16), { family });
  milestone(life, "adopter-report-received", earlier(life, linkedOn, 5, 7), { family });
  milestone(life, "adopter-report-decision", earlier(life, linkedOn, 0, 3), { outcome: "made", family });
  line.point("link", linkedOn, { family });
  const meetingOn = latest(after(life, linkedOn, "linkToMeeting"), workday(life, addDays(authorityOn, path.whole(-20, 10))));
  milestone(life, "adopters-visited", between(life, linkedOn, addDays(linkedOn, 8)), { family });
  milestone(life, "permanence-report-updated", between(life, linkedOn, addDays(meetingOn, -2)));
  milestone(life, "shortlist", between(life, addDays(meetingOn, -16), addDays(meetingOn, -10)), { families: path.weighted({ 1: 40, 2: 35, 3: 25 }) === "1" ? 1 : path.whole(2, 3) });
  line.point("matching-meeting", meetingOn, {}, { knownFrom: addDays(meetingOn, -14) });
  const visitOn = soon(life, meetingOn, 2, path.chance(1 - life.settings.late) ? 6 : 12);
  milestone(life, "validation-visit", visitOn, { family });
  line.point("proceed-decision", workingDaysAfter(life, visitOn, path.chance(1 - life.settings.late) ? 1 : 3), { outcome: "made", family });
  return { family, meetingOn };
}

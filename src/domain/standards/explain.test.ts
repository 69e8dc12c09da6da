import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Source } from "../chronology/entry.ts";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { day } from "../dates/day.ts";
import { type WorkingCalendar, workingCalendar } from "../dates/working-days.ts";
import { evaluate } from "./evaluate.ts";
import { explain } from "./explain.ts";
import { sampleCalendar, samplePack, type SampleStandard } from "./sample-standards.ts";

/** The explanation of the last clock that a standard has for these entries. */
function why(standard: SampleStandard, entries: readonly SampleEntry[], calendar: WorkingCalendar = sampleCalendar("2026-04-03", "2026-04-06")): string {
  const pack = samplePack(standard);
  const c = fold(sampleEntries(entries));
  return explain(evaluate(c, pack, calendar).at(-1)!, c, pack, calendar);
}

const WRITTEN = {
  title: "Written to", starts: "plan-decision", within: "5 working days", stops: "plan-decision-written", moot: "adoption-plan-ended",
  owner: "social-worker", evidence: "The letter", force: "statute",
  citation: { provision: "The Test Regulations, regulation 7", source: "SI 1/2026" },
};
const DECIDED: SampleEntry = { kind: "plan-decision", on: "2026-04-01" };

describe("why", () => {
  it("says what started it, the arithmetic with the days it skipped, what would stop it, whose it is, the evidence, the version and the source", () => {
    assert.equal(why(WRITTEN, [DECIDED]), [
      "It runs from “Decision that the child should be placed for adoption” on 1 April 2026 (actual).",
      "Due 10 April 2026: 5 working days after 1 April 2026, not counting weekends, A bank holiday (3 April 2026) and A bank holiday (6 April 2026).",
      "It would be stopped by “Parents sent the decision in writing”.",
      "Owner: Child’s social worker. Evidence: The letter.",
      "Version: the only one of TT-01, in force on every day.",
      "Source: The Test Regulations, regulation 7 (SI 1/2026). Statute.",
    ].join(" "));
  });

  it("says which version was in force on the day it started", () => {
    const newer = { ...WRITTEN, effect: { from: "2026-02-01", until: "2026-09-01" } };
    assert.match(why(newer, [DECIDED]), /Version: that of TT-01 in force from 1 February 2026 until 1 September 2026, and so on 1 April 2026\./);
  });

  it("says what stopped it, and how early or late", () => {
    const written = (on: string) => why(WRITTEN, [DECIDED, { kind: "plan-decision-written", on }]);
    assert.match(written("2026-04-08"), /Stopped by “Parents sent the decision in writing” on 8 April 2026 \(actual\), 2 days early\./);
    assert.match(written("2026-04-10"), /\(actual\), on the last day\./);
    assert.match(written("2026-04-11"), /\(actual\), 1 day late\./);
  });

  it("says since when it no longer applies, and why", () => {
    const plan: SampleEntry = { kind: "primary-plan", on: "2026-04-07", detail: { plan: "LTFOST18" } };
    assert.match(why(WRITTEN, [DECIDED, plan]),
      /It no longer applies from 7 April 2026: adoption is no longer the plan, by “Permanence plan: Long-term fostering to 18” on 7 April 2026 \(actual\)\./);
    assert.match(why({ ...WRITTEN, effect: { until: "2026-04-08", lapses: true } }, [DECIDED]), /from 8 April 2026: the standard is no longer in force\./);
    const again = why({ ...WRITTEN, again: "replace" }, [DECIDED]);
    assert.doesNotMatch(again, /no longer applies/);
  });

  it("says who agreed to extend it, and keeps the day it had", () => {
    const extension: SampleEntry = { kind: "extension", on: "2026-04-09", detail: { standard: "TT-01", dueOn: "2026-04-24", agreedBy: "Both managers", note: "The parents are abroad" } };
    assert.match(why(WRITTEN, [DECIDED, extension]),
      /Due 10 April 2026: 5 working days .* Extended to 24 April 2026: “Extension agreed” on 9 April 2026 \(actual\), by Both managers, because: The parents are abroad\./);
  });

  it("says what makes it advisory, provisional or not recorded", () => {
    assert.match(why({ ...WRITTEN, confirmed: false }, [DECIDED]), /Advisory: the wording of its source has not been confirmed, so it never makes a child late\./);
    assert.match(why(WRITTEN, [{ ...DECIDED, certainty: "provisional" }]), /on 1 April 2026 \(provisional\)\..*Provisional: the date it runs from is not yet confirmed\./);
    const source: Source = { type: "ssda903", file: "placed.csv", row: 4, tables: "PlacedAdoption", upTo: day("2026-04-30") };
    assert.match(why(WRITTEN, [{ ...DECIDED, source }]), /Not recorded: it started in a return \(placed\.csv\) that carries none of these, and nobody has written one down\. It is never late\./);
  });

  it("says of what also stops a chain that it would count, though a return carries it", () => {
    const chain = { shape: "chain", starts: "placed-for-adoption", of: "adoption-review", also: "review", steps: [{ links: 1, within: "4 weeks" }] };
    const source: Source = { type: "ssda903", file: "episodes.csv", row: 4, tables: "Episodes Reviews", upTo: day("2026-04-30") };
    assert.match(why(chain, [{ kind: "placed-for-adoption", on: "2026-04-01", source }]),
      /Not recorded: it started in a return \(episodes\.csv\) that carries no “Adoption review” \(“Looked-after review” would also count\), and nobody has written one down\./);
  });

  it("gives no date beyond the last bank holiday that is published, and says so", () => {
    const calendar = workingCalendar(day("2026-01-01"), day("2026-04-05"), []);
    assert.match(why(WRITTEN, [DECIDED], calendar), /No due day is given\. Working days cannot be counted to .*bank holidays are known from 1 January 2026 to 5 April 2026/);
  });

  it("says of a start that nobody knows that nothing can be counted from it", () => {
    const care: SampleEntry = { kind: "looked-after", on: "2024-04-01", detail: { startUnknown: true } };
    const text = why({ starts: "looked-after", within: "5 working days", stops: "reviewing-officer-appointed" }, [care]);
    assert.match(text, /It runs from “Looked after”, on record from 1 April 2024 \(actual\)\. It began before the earliest file, on a day that is not known, so nothing can be counted from it\./);
    assert.match(text, /Not recorded\. It is never late\./);
    const limit = why({ shape: "limit", starts: "looked-after", within: "3 months" }, [care]);
    assert.match(limit, /it had begun by 1 April 2024, so 1 July 2024 is the latest it can have lasted in time/);
  });

  it("says of a chain that it runs from the day the last was held", () => {
    const chain = { shape: "chain", starts: "looked-after", of: "review", steps: [{ links: 1, within: "4 weeks" }, { within: "3 months" }] };
    const care: SampleEntry = { kind: "looked-after", on: "2026-01-05" };
    assert.match(why(chain, [care]), /Due 2 February 2026: 4 weeks after 5 January 2026\. It would be stopped by “Looked-after review”\./);
    assert.match(why(chain, [care, { kind: "review", on: "2026-02-04" }]), /Due 4 May 2026: 3 months after 4 February 2026\. It runs from the day the one before was held/);
  });

  it("says of a limit when it is too long, and how long it was", () => {
    const limit = { shape: "limit", starts: { kind: "legal-status", status: "V2" }, within: "3 months" };
    assert.match(why(limit, [{ kind: "legal-status", on: "2026-01-05", detail: { status: "V2" } }]),
      /“Legal status: Section 20 accommodation” on 5 January 2026 \(actual\)\. Too long after 5 April 2026: 3 months after 5 January 2026\. It would be stopped by the end of “Legal status”/);
    assert.match(why(limit, [{ kind: "legal-status", on: "2026-01-05", until: "2026-04-20", detail: { status: "V2" } }]),
      /Stopped by the end of “Legal status: Section 20 accommodation” on 20 April 2026 \(actual\), 15 days too long\./);
  });

  it("says of what waits for another event which one, and whether it is planned", () => {
    const plan = { shape: "by-event", starts: "looked-after", by: { event: "review", nth: 2 }, stops: "primary-plan" };
    const care: SampleEntry = { kind: "looked-after", on: "2026-01-05" };
    const review: SampleEntry = { kind: "review", on: "2026-01-28" };
    assert.match(why(plan, [care, review]), /Due with the second “Looked-after review” after that, which has no date yet\./);
    assert.match(why(plan, [care, review, { kind: "review", on: "2026-04-14", certainty: "planned" }]),
      /Due 14 April 2026, with the second “Looked-after review” after that: “Looked-after review” on 14 April 2026 \(planned\)\./);
  });

  it("says of the other shapes how they are judged", () => {
    const lead = { shape: "lead-time", starts: "introductions-start", within: "3 working days", stops: "final-introduction-plan" };
    assert.match(why(lead, [{ kind: "introductions-start", on: "2026-11-06", certainty: "planned" }]),
      /It goes by “Introductions start” on 6 November 2026 \(planned\)\. Due 3 November 2026: 3 working days before 6 November 2026, .* It moves if that date moves\./);
    const order = { shape: "order", starts: "plan-decision", stops: "permanence-planning-meeting" };
    assert.match(why(order, [DECIDED]), /Due by that day, 1 April 2026: the one must come before the other\./);
    assert.match(why({ shape: "duty", starts: "plan-decision", stops: "legal-advice" }, [DECIDED]), /It has no number of days/);
    const cap = { shape: "cap", starts: "match-decision", of: "play-date", "at-least": 2, "at-most": 3, by: "introductions-start" };
    assert.match(why(cap, [{ kind: "match-decision", on: "2026-04-01" }]), /There may be at least 2 and at most 3, counted until “Introductions start”\./);
    const sum = { shape: "rolling-sum", starts: { kind: "legal-status", status: "V3" }, "at-most": 75, window: "12 months" };
    assert.match(why(sum, [{ kind: "legal-status", on: "2026-04-01", detail: { status: "V3" } }]), /No more than 75 days in any 12 months, .* this one must end by 15 June 2026\./);
    const notBefore = { shape: "not-before", starts: "adoption-order", within: "21 days", stops: "celebration-hearing" };
    assert.match(why(notBefore, [{ kind: "adoption-order", on: "2026-06-01" }, { kind: "celebration-hearing", on: "2026-06-19" }]),
      /Not before 22 June 2026: 21 days after 1 June 2026\. Stopped by “Celebration hearing” on 19 June 2026 \(actual\), 3 days too soon\./);
  });
});

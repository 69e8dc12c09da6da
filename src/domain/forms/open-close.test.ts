import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fold } from "../chronology/fold.ts";
import { sampleEntries, type SampleEntry } from "../chronology/sample.ts";
import { day } from "../dates/day.ts";
import { workingCalendar } from "../dates/working-days.ts";
import { evaluate } from "../standards/evaluate.ts";
import { samplePack } from "../standards/sample-standards.ts";
import { closeForm, openForm } from "./open-close.ts";
import { adoptionEnded, formOf, packOut, toOpen } from "./standing.ts";

const TODAY = day("2026-06-01");
const CALENDAR = workingCalendar(day("2025-01-01"), day("2027-12-31"), []);
const caseOf = (...rows: SampleEntry[]) => fold(sampleEntries(rows));
const SENT: SampleEntry = { kind: "adoption-pack-sent", on: "2026-03-02" };
const OPEN: SampleEntry = { kind: "milestones-form", on: "2026-03-02" };
const ORDER: SampleEntry = { kind: "adoption-order", on: "2026-05-20" };

describe("what is to be done about a form", () => {
  it("is to open it once a pack is out, and to chase the pack for twenty working days", () => {
    assert.equal(toOpen(caseOf())?.happenedOn, undefined);
    assert.equal(toOpen(caseOf(SENT))?.happenedOn, "2026-03-02");
    assert.equal(toOpen(caseOf(SENT, OPEN)), undefined);
    assert.deepEqual(packOut(caseOf(SENT), CALENDAR), { sentOn: "2026-03-02", dueOn: "2026-03-30" });
    assert.equal(packOut(caseOf(SENT), CALENDAR, day("2026-04-13"))?.dueOn, "2026-04-13", "the authority’s own clock");
    assert.equal(packOut(caseOf(SENT, { kind: "adoption-pack-received", on: "2026-03-20" }), CALENDAR), undefined);
    assert.equal(packOut(caseOf({ kind: "adoption-pack-received", on: "2026-01-20" }, SENT), CALENDAR)?.sentOn, "2026-03-02", "an earlier pack is another");
    assert.equal(packOut(caseOf(SENT, { kind: "adoption-not-the-route", on: "2026-03-20" }), CALENDAR), undefined, "a decision answers it too");
  });

  it("is to close it when adoption ends, unless it is the plan again", () => {
    const ended: SampleEntry = { kind: "adoption-not-the-route", on: "2026-04-01" };
    assert.equal(adoptionEnded(caseOf(SENT, OPEN)), undefined);
    assert.equal(adoptionEnded(caseOf(SENT, OPEN, ended))?.reason, "not-pursued");
    assert.equal(adoptionEnded(caseOf(SENT, OPEN, ORDER))?.reason, "adoption-order");
    const again = caseOf(SENT, { ...OPEN, until: "2026-04-02" }, ended, { kind: "adoption-became-plan", on: "2026-05-01" }, { ...SENT, on: "2026-05-04" });
    assert.equal(adoptionEnded(again), undefined);
    assert.equal(toOpen(again)?.happenedOn, "2026-05-04", "to be opened again");
  });
});

const PACK = samplePack(
  { id: "TT-01", title: "Letterbox agreement", owner: "social-worker", starts: "placed-for-adoption", within: "4 weeks", stops: "letterbox-agreement" },
  { id: "TT-02", title: "Visit", owner: "social-worker", starts: "placed-for-adoption", within: "4 weeks", stops: "visit" },
  { id: "TT-03", title: "Support groups", shape: "duty", owner: "adopters-social-worker", starts: "placed-for-adoption", stops: "support-groups-invited" },
);
const PLACED: SampleEntry = { kind: "placed-for-adoption", on: "2026-04-01" };

describe("opening and closing a form", () => {
  const close = (rows: readonly SampleEntry[], input: Partial<{ closedOn: string; endReason: string; note: string }> = {}) => {
    const c = caseOf(...rows);
    return closeForm(c, { closedOn: "2026-06-01", endReason: "adoption-order", note: "", ...input }, evaluate(c, PACK, CALENDAR), PACK, TODAY);
  };
  const refused = (decision: ReturnType<typeof close>) => (decision.accepted ? [] : decision.refusals.map(({ field, message }) => [field, message]));

  it("opens once, and again after it was closed", () => {
    assert.equal(openForm(caseOf(SENT), TODAY).accepted, true);
    assert.equal(openForm(caseOf(SENT, OPEN), TODAY).accepted, false);
    assert.equal(openForm(caseOf(SENT, { ...OPEN, until: "2026-05-01" }), TODAY).accepted, true);
  });

  it("closes with its reason, as the end of the period that began when it was opened", () => {
    const decision = close([SENT, OPEN, ORDER], { note: " With the family since May " });
    assert.ok(decision.accepted);
    const { happenedOn, until, detail, supersedes, cause } = decision.drafts[0]!;
    assert.deepEqual({ happenedOn, until, detail, supersedes, cause }, { happenedOn: "2026-03-02", until: "2026-06-01", detail: { endReason: "adoption-order", note: "With the family since May" }, supersedes: 2, cause: "ended" });
    const now = caseOf(SENT, OPEN, ORDER, { ...OPEN, until: "2026-06-01", supersedes: 2, cause: "ended" });
    assert.equal(formOf(now).state, "closed");
  });

  it("is refused while what the form asks is still open, naming what and whose; other clocks and checklists hold nothing up", () => {
    assert.deepEqual(refused(close([SENT, OPEN, PLACED, ORDER])), [
      ["endReason", "Letterbox agreement (TT-01) is still open: child’s social worker, due 29 April 2026. It must be answered or declined first"],
    ]);
    assert.deepEqual(refused(close([SENT, OPEN, PLACED, { kind: "letterbox-agreement", on: "2026-05-01" }, ORDER])), []);
  });

  it("says what is wrong with the day and the reason", () => {
    assert.deepEqual(refused(close([SENT, OPEN, ORDER], { closedOn: "", endReason: "" })).map(([field]) => field), ["closedOn", "endReason"]);
    assert.match(refused(close([SENT, OPEN, ORDER], { closedOn: "2026-06-02" }))[0]![1]!, /in the future/);
    assert.match(refused(close([SENT, OPEN, ORDER], { closedOn: "2026-03-02" }))[0]![1]!, /opened on 2 March 2026\. It can be closed from the day after/);
    assert.match(refused(close([SENT, OPEN]))[0]![1]!, /No adoption order is on the record/);
    assert.match(refused(close([SENT, OPEN, ORDER], { endReason: "not-pursued" }))[0]![1]!, /The adoption order was made on 20 May 2026/);
    assert.match(refused(close([SENT, ORDER]))[0]![1]!, /not open/);
  });
});

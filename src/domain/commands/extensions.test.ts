import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { officesOf, type Office, type Service } from "../access/office.ts";
import type { Role } from "../access/role.ts";
import type { Entry } from "../chronology/entry.ts";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { type Day, day } from "../dates/day.ts";
import { type Clock, judge } from "../standards/clock.ts";
import { evaluate } from "../standards/evaluate.ts";
import { explain } from "../standards/explain.ts";
import { requestsOf } from "../standards/extensions.ts";
import { sampleCalendar, samplePack } from "../standards/sample-standards.ts";
import type { Decision } from "./command.ts";
import { correctEntry } from "./correct-entry.ts";
import { recordEntry } from "./record-entry.ts";
import { type ExtensionInput, requestExtension } from "./request-extension.ts";
import { signOff } from "./sign-off.ts";
import { withdrawEntry } from "./withdraw-entry.ts";

const TODAY = day("2026-05-11");
const CALENDAR = sampleCalendar();
const APPLICATION = {
  id: "TT-01", title: "Application in", starts: "placed-for-adoption", within: "11 weeks", stops: "adoption-application",
  extension: { needs: ["service-manager-adoption", "service-manager-fieldwork"], "report-when": "adopters-not-ready" },
};
const PACK = samplePack(
  APPLICATION,
  { id: "TT-02", starts: "placed-for-adoption", within: "12 weeks", stops: "settling-in-letter" },
  { id: "TT-03", starts: "placed-for-adoption", within: "12 weeks", stops: "adoption-review", force: "statute" },
  { id: "TT-04", starts: "placed-for-adoption", within: "12 weeks", stops: "later-life-letter-given", extension: { needs: ["assistant-director"] } },
);
const PLACED: SampleEntry = { kind: "placed-for-adoption", on: "2026-03-02" };

const ASKED: ExtensionInput = {
  standard: "TT-01", occurrence: "1", dueOn: "2026-06-15", why: "The adopters wait for their own solicitor", adoptersNotReady: "no",
  support: "", reportSystem: "", reportPlace: "", reportOn: "", reportBy: "",
};

/** A record to which commands add: each by somebody, on a day. */
class Record {
  entries: Entry[];
  constructor(...rows: readonly SampleEntry[]) {
    this.entries = sampleEntries([PLACED, ...rows]);
  }
  get c() { return fold(this.entries); }
  get clocks(): readonly Clock[] { return evaluate(this.c, PACK, CALENDAR); }
  get requests() { return requestsOf(this.c, this.clocks, PACK); }
  add(decision: Decision, by: string, on: Day = TODAY): Record {
    if (!decision.accepted) assert.fail(said(decision));
    for (const draft of decision.drafts) this.entries.push({ ...draft, number: this.entries.length + 1, recordedAt: `${on}T10:00:00.000Z`, recordedBy: by });
    return this;
  }
  ask(input: Partial<ExtensionInput> = {}): Decision {
    return requestExtension(this.c, { ...ASKED, ...input }, this.clocks, PACK, TODAY);
  }
  sign(who: Who, agreed = "yes", note = "", on: Day = TODAY, request = this.requests.at(-1)!.entry.number): Decision {
    return signOff(this.c, { request, agreed, note }, signatory(who), this.clocks, PACK, on);
  }
}

interface Who { readonly account: string; readonly role: Role; readonly service?: Service }
const ADOPTION: Who = { account: "ada", role: "service-manager", service: "adoption" };
const FIELDWORK: Who = { account: "fitz", role: "service-manager", service: "fieldwork" };
const DIRECTOR: Who = { account: "dot", role: "assistant-director" };
const WORKER: Who = { account: "will", role: "social-worker" };
const NAMES: Readonly<{ [account: string]: string }> = { ada: "Ada Tollgate", fitz: "Fitz Underhill", dot: "Dot Overmoor", will: "Will Sedge" };
const signatory = ({ account, role, service }: Who) =>
  ({ account, name: NAMES[account] ?? account, offices: officesOf(role, service) as readonly Office[], nameOf: (a: string) => NAMES[a] ?? a });

const said = (decision: Decision): string => (decision.accepted ? "accepted" : decision.refusals.map((r) => `${r.field}: ${r.message}`).join("; "));
const dueOf = (record: Record, standard = "TT-01") => record.clocks.find((k) => k.standard === standard)?.dueOn;

describe("an extension that needs two", () => {
  it("is agreed when both have signed, each in their own office, and not before", () => {
    const record = new Record();
    record.add(record.ask(), "will");
    assert.deepEqual(record.requests.map((r) => [r.state, r.missing]), [["waiting", ["service-manager-adoption", "service-manager-fieldwork"]]]);
    record.add(record.sign(FIELDWORK), "fitz");
    assert.equal(dueOf(record), "2026-05-18", "one of two moves nothing");
    assert.deepEqual(record.requests[0]!.missing, ["service-manager-adoption"]);
    record.add(record.sign(ADOPTION, "yes", "", day("2026-05-12")), "ada", day("2026-05-12"));
    assert.equal(dueOf(record), "2026-06-15");
    assert.equal(record.requests[0]!.state, "agreed");
    const clock = judge(record.clocks.find((k) => k.standard === "TT-01")!, TODAY);
    assert.ok(clock.flags.includes("extended"));
    assert.match(explain(clock, record.c, PACK, CALENDAR),
      /Due 18 May 2026: .* Extended to 15 June 2026, agreed by Fitz Underhill \(service manager of fieldwork\) on 11 May 2026 and Ada Tollgate \(service manager of adoption\) on 12 May 2026, because: The adopters wait for their own solicitor\./);
    const before = fold(record.entries, { knownOn: TODAY });
    assert.equal(evaluate(before, PACK, CALENDAR).find((k) => k.standard === "TT-01")?.dueOn, "2026-05-18", "as known the day before, it was not agreed");
  });

  it("is signed once by each, never by whoever asked, and only in an office it needs", () => {
    const record = new Record();
    record.add(record.ask(), "ada");
    assert.match(said(record.sign(ADOPTION)), /nobody signs off their own request/);
    assert.match(said(record.sign(DIRECTOR)), /waits for the service manager of adoption and the service manager of fieldwork, and you hold no such office/);
    assert.match(said(record.sign(WORKER)), /you hold no such office/);
    assert.match(said(record.sign({ account: "eve", role: "service-manager" })), /you hold no such office/, "a manager of no such service");
    record.add(record.sign(FIELDWORK), "fitz");
    assert.match(said(record.sign(FIELDWORK, "no", "Second thoughts")), /You signed this on 11 May 2026. A sign-off is recorded once/);
    assert.match(said(record.sign({ ...FIELDWORK, account: "flo" })), /signed already for the service manager of fieldwork, by Fitz Underhill. It waits for the service manager of adoption/);
    assert.equal(record.requests[0]!.state, "waiting");
  });

  it("ends with one refusal, which says why, and may then be asked for again", () => {
    const record = new Record();
    record.add(record.ask(), "will");
    assert.match(said(record.sign(ADOPTION, "no")), /note: Say why you do not agree/);
    assert.match(said(record.sign(ADOPTION, "")), /agreed: Choose whether you agree/);
    record.add(record.sign(ADOPTION, "no", "They are ready"), "ada");
    assert.equal(record.requests[0]!.state, "refused");
    assert.match(said(record.sign(FIELDWORK)), /This request was refused/);
    assert.equal(dueOf(record), "2026-05-18");
    record.add(record.ask(), "will");
    assert.equal(record.requests[1]!.state, "waiting");
  });

  it("takes the written report where the adopters are not ready: where it is, not a copy", () => {
    const record = new Record();
    assert.match(said(record.ask({ adoptersNotReady: "" })), /adoptersNotReady: Say whether/);
    assert.equal(said(record.ask({ adoptersNotReady: "yes" })), [
      "support: Say what support is proposed for the adopters", "reportSystem: Say which system holds the written report",
      "reportPlace: Say where in that system the report is", "reportBy: Say who wrote the report", "reportOn: Enter the date of the report",
    ].join("; "));
    const report = { adoptersNotReady: "yes", support: "Six sessions", reportSystem: "Case system", reportPlace: "Documents, adoption", reportOn: "2026-05-08", reportBy: "Will Sedge" };
    assert.match(said(record.ask({ ...report, reportOn: "2026-05-12" })), /dated in the future/);
    record.add(record.ask(report), "will");
    assert.equal(record.requests[0]!.entry.detail["reportPlace"], "Documents, adoption");
  });
});

describe("asking", () => {
  it("is for a clock that runs, to a later day, with a reason, once", () => {
    const record = new Record();
    assert.match(said(record.ask({ dueOn: "2026-05-18" })), /It is due on 18 May 2026: the new day must be later/);
    assert.match(said(record.ask({ dueOn: "2036-05-18" })), /more than two years ahead/);
    assert.match(said(record.ask({ dueOn: "next week", why: " " })), /dueOn: Enter the new day as a real date.*why: Say why/);
    assert.match(said(record.ask({ standard: "TT-99" })), /Choose a clock that is running/);
    assert.match(said(record.ask({ occurrence: "2" })), /Choose a clock that is running/);
    assert.match(said(record.ask({ standard: "TT-03" })), /TT-03 is law/);
    record.add(record.ask(), "will");
    assert.match(said(record.ask()), /asked for on 11 May 2026 and is waiting/);
    const stopped = new Record({ kind: "adoption-application", on: "2026-05-04" });
    assert.match(said(stopped.ask()), /has stopped, or never started/);
  });

  it("of a standard that says nothing takes any one service manager other than the asker; late papers the assistant director", () => {
    const record = new Record();
    record.add(record.ask({ standard: "TT-02" }), "ada");
    assert.match(said(record.sign(ADOPTION)), /their own request/);
    record.add(record.sign({ account: "eve", role: "service-manager" }), "eve");
    assert.equal(dueOf(record, "TT-02"), "2026-06-15");
    record.add(record.ask({ standard: "TT-04", dueOn: "2026-06-20" }), "will");
    assert.match(said(record.sign(FIELDWORK)), /waits for the assistant director/);
    record.add(record.sign(DIRECTOR), "dot");
    assert.equal(dueOf(record, "TT-04"), "2026-06-20");
  });

  it("is done with once the thing is done, and too late to agree once its day has passed", () => {
    const record = new Record();
    record.add(record.ask(), "will");
    assert.match(said(record.sign(ADOPTION, "yes", "", day("2026-06-16"))), /The day asked for, 15 June 2026, has passed/);
    record.entries.push(...sampleEntries([PLACED, { kind: "adoption-application", on: "2026-05-11" }]).slice(1).map((e) => ({ ...e, number: 9 })));
    assert.equal(record.requests[0]!.state, "lapsed");
    assert.match(said(record.sign(ADOPTION)), /has been done since/);
  });
});

describe("what is signed", () => {
  const detail = { standard: "TT-01", dueOn: "2026-08-01", agreedBy: "Everybody" };

  it("is not recorded, corrected or taken back by hand", () => {
    const record = new Record();
    const entry = { kind: "extension", happenedOn: TODAY, certainty: "actual", detail };
    assert.match(said(recordEntry(record.c, entry, TODAY, "child")), /signed off by those whose agreement it needs. It is not recorded by hand/);
    record.add(record.ask(), "will");
    const asked = record.requests[0]!.entry.number;
    record.add(record.sign(FIELDWORK), "fitz");
    const change = { kind: "extension-requested", happenedOn: TODAY, certainty: "actual", detail: {}, cause: "corrected", reason: "Longer" };
    assert.match(said(correctEntry(record.c, { ...change, number: asked }, TODAY, "child")), /not recorded by hand/);
    const gone = { cause: "entered-in-error", reason: "Changed my mind" };
    assert.match(said(withdrawEntry(record.c, { ...gone, number: asked })), /was signed on 11 May 2026, so it can no longer be withdrawn/);
    assert.match(said(withdrawEntry(record.c, { ...gone, number: asked + 1 })), /recorded once and cannot be withdrawn/);
    const unsigned = new Record();
    unsigned.add(unsigned.ask(), "will");
    assert.equal(said(withdrawEntry(unsigned.c, { ...gone, number: asked })), "accepted");
  });
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { namedBefore, namedOn, restrictionOf } from "../access/named.ts";
import { losing, type OpenedBy, openersOf } from "../access/openers.ts";
import type { Role } from "../access/role.ts";
import { DEFAULT_RESTRICTION, type Wall, wallOf } from "../access/wall.ts";
import type { Entry } from "../chronology/entry.ts";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { type Day, day } from "../dates/day.ts";
import type { Colleague } from "../work/cover.ts";
import type { Decision } from "./command.ts";
import { endInvolvement } from "./end-involvement.ts";
import { endRestriction } from "./end-restriction.ts";
import { involve, type InvolveInput } from "./involve.ts";
import { restrictRecord } from "./restrict-record.ts";

const TODAY = day("2026-05-11");
const person = (account: string, role: Role, more: Partial<Colleague> = {}): Colleague => ({ account, name: account, role, organisation: "E1", worker: null, team: null, leftOn: null, ...more });
const PEOPLE = [
  person("ash", "team-manager", { team: "North" }), person("birch", "social-worker", { worker: "SW1" }), person("cedar", "legal"), person("elm", "reviewing-officer"),
  person("fir", "service-manager"), person("gorse", "auditor"), person("hazel", "social-worker", { leftOn: day("2026-05-01") }),
  person("iris", "agency-home-finder", { organisation: "RAA" }), person("juniper", "social-worker", { organisation: "E2" }), person("kale", "adoption-records"),
];
const AMONG = { people: PEOPLE, authority: "E1", agency: "RAA" };
const OF_CHILD: readonly SampleEntry[] = [
  { kind: "allocated-worker", on: "2025-01-01", detail: { worker: "SW1" } }, { kind: "responsible-team", on: "2025-01-01", detail: { team: "North" } },
  { kind: "reviewing-officer-appointed", on: "2025-01-01", detail: { officer: "elm" } },
];

/** A record to which decisions are added as they are made. */
class Written {
  entries: Entry[] = sampleEntries(OF_CHILD);
  get c() { return fold(this.entries); }
  add(decision: Decision, on: Day = TODAY): this {
    if (!decision.accepted) assert.fail(saidBy(decision).join("; "));
    for (const draft of decision.drafts) this.entries.push({ ...draft, number: this.entries.length + 1, recordedAt: `${on}T10:00:00.000Z`, recordedBy: "ash" });
    return this;
  }
  name(input: Partial<InvolveInput> = {}) { return involve(this.c, { account: "cedar", as: "legal", from: TODAY, until: "", why: "In court in June", ...input }, AMONG, TODAY); }
  restrict(people: readonly string[] = ["birch"], stay = "yes", why = "An adopter works here") { return restrictRecord(this.c, { why, people, stay }, "ash", AMONG, TODAY); }
  end(account: string, why = "Not any more", on: Day = TODAY) { return endInvolvement(this.c, { number: namedOn(this.c, on).find((n) => n.account === account)?.number ?? 0, why }, AMONG, on); }
  get wall(): Wall { return wallOf(this.c, "no-plan", DEFAULT_RESTRICTION); }
  get named() { return namedOn(this.c, TODAY).map(({ account }) => account); }
  openers(more: Partial<OpenedBy> = {}) { return openersOf(this.c, { wall: this.wall, rule: DEFAULT_RESTRICTION, authority: "E1", agency: null, people: PEOPLE, today: TODAY, ...more }); }
}
const saidBy = (decision: Decision): readonly string[] => (decision.accepted ? [] : decision.refusals.map(({ field, message }) => `${field}: ${message}`));
const fields = (decision: Decision): readonly string[] => (decision.accepted ? [] : decision.refusals.map(({ field }) => field));

describe("naming somebody on a record", () => {
  it("says as what, from when, until when and why, and ends", () => {
    const record = new Written().add(new Written().name({ until: "2026-06-30" }));
    assert.deepEqual(namedOn(record.c, TODAY).map(({ account, as, until, why }) => [account, as, until, why]), [["cedar", "legal", "2026-06-30", "In court in June"]]);
    assert.deepEqual([namedOn(record.c, day("2026-06-29")).length, namedOn(record.c, day("2026-06-30")).length], [1, 0]);
    record.add(record.end("cedar"));
    assert.deepEqual([record.named, record.entries.at(-1)?.cause, record.entries.at(-1)?.reason], [[], "ended", "Not any more"]);
  });

  it("refuses nobody, people who are gone, of elsewhere or who open no record, and days that make no sense", () => {
    const record = new Written();
    assert.deepEqual(fields(record.name({ account: "", as: "friend", from: "", until: "soon", why: " " })), ["account", "as", "from", "until", "why"]);
    for (const account of ["nobody", "gorse", "hazel", "juniper"]) assert.deepEqual(fields(record.name({ account })), ["account"], account);
    assert.deepEqual(fields(record.name({ account: "iris" })), [], "somebody of the agency");
    assert.match(saidBy(record.name({ from: "2026-05-12", until: "2026-05-12" }))[0]!, /must be after 12 May 2026/);
    assert.match(saidBy(record.name({ from: "2026-04-01", until: "2026-05-11" }))[0]!, /over already/);
    assert.match(saidBy(record.name({ from: "2062-05-11" }))[0]!, /Check the year/);
  });

  it("is not done twice, but as something else", () => {
    const record = new Written().add(new Written().name());
    assert.match(saidBy(record.name({ from: "2026-07-01" }))[0]!, /named on this record already as legal adviser in the proceedings, from 11 May 2026/);
    assert.deepEqual(fields(record.name({ as: "named" })), []);
  });

  it("that has not begun is taken back", () => {
    const record = new Written().add(new Written().name({ from: "2026-06-01" }));
    assert.deepEqual(record.named, []);
    record.add(endInvolvement(record.c, { number: record.entries.at(-1)!.number, why: "Another barrister" }, AMONG, TODAY));
    assert.deepEqual([namedOn(record.c, day("2026-06-02")), namedBefore(record.c, day("2026-06-02"))], [[], []]);
    assert.deepEqual(fields(endInvolvement(record.c, { number: 1, why: "x" }, AMONG, TODAY)), ["number"], "what is no naming");
  });
});

describe("restricting a record by hand", () => {
  it("names whom one chooses, and oneself unless one says otherwise", () => {
    assert.deepEqual(new Written().add(new Written().restrict()).named, ["birch", "ash"]);
    const left = new Written().add(new Written().restrict(["birch"], "no"));
    assert.deepEqual([left.named, left.wall, restrictionOf(left.c)?.detail], [["birch"], 2, { why: "An adopter works here" }]);
  });

  it("lets go of whoever restricts and does not stay, though they were named before", () => {
    const record = new Written().add(new Written().restrict());
    record.add(endRestriction(record.c, { why: "They left" }, TODAY)).add(record.restrict([], "no"));
    assert.deepEqual(record.named, ["birch"]);
    const alone = new Written().add(new Written().name({ account: "ash", as: "named" }));
    assert.match(saidBy(alone.restrict([], "no"))[0]!, /at least one person/);
  });

  it("leaves no record with nobody, and nobody named twice", () => {
    assert.match(saidBy(new Written().restrict([], "no"))[0]!, /at least one person/);
    assert.deepEqual(fields(new Written().restrict(["hazel", "juniper"], "yes", "")), ["why", "people", "people"]);
    const record = new Written().add(new Written().name({ account: "birch", as: "named", until: "2026-05-20" }));
    record.add(record.restrict(["birch"], "no"));
    assert.equal(namedOn(record.c, day("2026-05-21")).length, 1, "named without an end");
    assert.match(saidBy(record.end("birch"))[0] ?? "", /^$/);
    const alone = new Written().add(new Written().restrict(["birch"], "no"));
    assert.match(saidBy(alone.end("birch"))[0]!, /left with nobody.*Name somebody else first, or end the restriction/);
    alone.add(alone.name()).add(alone.end("birch"));
    assert.deepEqual(alone.named, ["cedar"]);
  });

  it("ends with its reason, and whoever was named stays so", () => {
    const record = new Written().add(new Written().restrict());
    assert.deepEqual(fields(record.restrict()), ["why"], "restricted already");
    assert.deepEqual(fields(endRestriction(record.c, { why: "" }, TODAY)), ["why"]);
    record.add(endRestriction(record.c, { why: "They left" }, TODAY));
    assert.deepEqual([record.wall, record.named], [0, ["birch", "ash"]]);
    assert.deepEqual(fields(endRestriction(record.c, { why: "Again" }, TODAY)), ["why"]);
    record.add(record.end("birch")).add(record.end("ash"));
    assert.deepEqual(record.named, []);
  });
});

describe("who opens a record, and why", () => {
  const said = (record: Written, more: Partial<OpenedBy> = {}): readonly string[] =>
    record.openers(more).flatMap((o) => (o.by === "named" ? [`named ${o.person?.name}${o.knows ? ", knows" : ""}`] : o.people.map(({ name }) => `${o.by === "role" ? o.role : o.by} ${name}`)));

  it("is by work with the child, by name, and by role", () => {
    const record = new Written().add(new Written().name());
    assert.deepEqual(said(record), ["social-worker birch", "named cedar", "team-manager ash", "service-manager fir", "reviewing-officer elm", "adoption-records kale"]);
    assert.deepEqual(said(record, { wall: 1 }), ["social-worker birch", "reviewing-officer elm", "team-manager ash", "named cedar", "service-manager fir", "adoption-records kale"]);
    assert.deepEqual(said(record, { wall: 1, agency: "RAA" }).at(-2), "agency-home-finder iris");
    assert.deepEqual(said(record, { wall: 2 }), ["named cedar", "adoption-records kale"]);
    assert.deepEqual(said(record, { wall: 3 }), ["adoption-records kale"]);
  });

  it("says which roles may know the adopters", () => {
    const roles = new Written().openers({ people: [...PEOPLE, person("larch", "assistant-director")] }).filter((o) => o.by === "role");
    assert.deepEqual(roles.map(({ role, knows }) => [role, knows]), [["team-manager", true], ["service-manager", true], ["assistant-director", false], ["reviewing-officer", true], ["adoption-records", true]]);
  });

  it("says who would lose it", () => {
    assert.deepEqual(losing(new Written().openers(), new Set(["birch"])).map(({ name }) => name), ["ash", "fir", "elm"]);
  });
});

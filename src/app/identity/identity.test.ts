import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import { IDENTITY_KEY } from "../../../tests/support/identity-key.ts";
import { type SampleApp, startSampleApp } from "../../../tests/support/sample-app.ts";
import type { Role } from "../../domain/access/role.ts";
import type { Person } from "../../domain/access/viewer.ts";
import type { SampleEntry } from "../../domain/chronology/sample.ts";
import { day } from "../../domain/dates/day.ts";
import type { AdoptiveSideInput } from "../../domain/identity/household.ts";
import type { ReleaseInput } from "../../domain/identity/release.ts";
import { drafts, NORTH, operatorOf, personIn, SOUTH } from "../../store/sample-region.ts";
import { settingsOf } from "../../store/scope.ts";
import { type App, makeApp } from "../app.ts";
import { openChild } from "../open-child.ts";
import { mayKnowAdopters, openAdopters, recordAdopters } from "./adopters.ts";
import { changeOpened, openAdoptiveList, openedIdentity, requestsToAgree } from "./adoptive-pages.ts";
import { canBeChecked, checkText } from "./check-text.ts";
import { askDisclosure, decideDisclosure, endDisclosure, openDisclosure } from "./disclosures.ts";
import { CannotOpen, close, open } from "./envelope.ts";
import { adoptiveMark, type IdentityKey, newIdentityKey, readIdentityKey } from "./key.ts";
import { askRelease, decideRelease, openRelease, releasesOf, waitingReleases } from "./releases.ts";
import { isAnotherKey, rotateIdentityKey } from "./rotate.ts";
import { sealChild, undoSealOf } from "./seal.ts";

const TODAY = day("2026-11-20");
let now = "2026-11-20T10:00:00.000Z";
const later = (minutes: number): void => void (now = new Date(Date.parse(now) + minutes * 60_000).toISOString());

const PEOPLE: readonly Role[] = ["social-worker", "family-finder", "team-manager", "service-manager", "assistant-director", "performance-analyst", "business-support", "adoption-records", "data-protection-officer"];
const person = (role: Role): Person => personIn(NORTH, role);
const SECOND: Person = { ...person("adoption-records"), account: "second.records", name: "Second, adoption records" };

const adopted = (worker: string): readonly SampleEntry[] => [
  { kind: "birth", on: "2023-02-01" }, { kind: "particulars", on: "2024-01-08", detail: { givenName: "Tansy", familyName: "Birthname" } },
  { kind: "looked-after", on: "2024-01-08", until: "2026-06-15", detail: { endReason: "E12" } }, { kind: "allocated-worker", on: "2024-01-08", detail: { worker } },
  { kind: "placement-order", on: "2025-01-20" }, { kind: "match-decision", on: "2025-09-01", detail: { outcome: "made", family: "AF-1" } }, { kind: "placed-for-adoption", on: "2025-10-01" },
  { kind: "adoption-order", on: "2026-06-15" },
];
const CLOSED: SampleEntry = { kind: "closure-summary", on: "2026-07-20" };
const IN_CARE: readonly SampleEntry[] = [{ kind: "birth", on: "2021-02-01" }, { kind: "looked-after", on: "2024-01-08" }, { kind: "allocated-worker", on: "2024-01-08", detail: { worker: "SW2" } }];

const EMPTY: AdoptiveSideInput = { given1: "", family1: "", given2: "", family2: "", address: "", town: "", postcode: "", phones: "", email: "", childGiven: "", childFamily: "", newRecord: "", nhsNumber: "", pupilNumber: "" };
const SIDE: AdoptiveSideInput = {
  ...EMPTY, given1: "Orlaith", family1: "Wrenfeather", address: "47 Tanglewood Rise", town: "Nether Quillby", postcode: "ZQ7 4TW", phones: "07700 900123", childGiven: "Tansy", childFamily: "Wrenfeather", newRecord: "AD-40417",
};
/** No byte of these may be anywhere in clear. */
const WORDS = ["Orlaith", "Wrenfeather", "Tanglewood", "Quillby", "ZQ7", "900123", "40417"];

let sample: SampleApp;
let app: App;
let records: Record<"sealing" | "early" | "sibling", string>;
before(async () => {
  sample = await startSampleApp(TODAY, async (filling, store) => {
    records = await store.inTransaction(operatorOf(NORTH), async (writer) => {
      for (const organisation of [NORTH, SOUTH]) await writer.addOrganisation(organisation);
      for (const role of PEOPLE) {
        const { account, name } = person(role);
        await writer.addAccount({ account, name, role, organisation: NORTH.code, worker: role === "social-worker" ? "SW1" : null, team: null });
      }
      await writer.addAccount({ account: SECOND.account, name: SECOND.name, role: SECOND.role, organisation: NORTH.code, worker: null, team: null });
      const add = async (localId: string, rows: readonly SampleEntry[]): Promise<string> => {
        const { id } = await writer.createRecord(NORTH.code, "child", localId);
        const written = await writer.appendEntries(NORTH.code, new Map([[id, drafts(rows)]]), now);
        await writer.writeProjections(NORTH.code, [{ recordId: id, type: "child", entries: written.get(id) ?? [] }], filling.summarise);
        return id;
      };
      const [sealing, early, sibling] = [await add("N1", [...adopted("SW1"), CLOSED]), await add("N2", adopted("SW1")), await add("N3", IN_CARE)];
      const group = await writer.createRecord(NORTH.code, "sibling-group", "G1");
      const members = await writer.appendEntries(NORTH.code, new Map([[group.id, drafts([sealing, sibling].map((child) => ({ kind: "sibling-membership", on: "2024-01-08", detail: { child } })))]]), now);
      await writer.writeProjections(NORTH.code, [{ recordId: group.id, type: "sibling-group", entries: members.get(group.id) ?? [] }], filling.summarise);
      return { sealing, early, sibling };
    });
  }, () => now);
  ({ app } = sample);
});
after(() => sample.stop());

const refusalsOf = (outcome: { readonly outcome: string }): readonly string[] =>
  "refusals" in outcome ? (outcome.refusals as readonly { message: string }[]).map((r) => r.message) : [outcome.outcome];
const versionOf = async (id: string): Promise<number> => (await app.store.reader(person("adoption-records")).getRecord(id))?.version ?? 0;

/** Every row of every table, as text. */
async function everything(): Promise<string> {
  const { rows } = await sample.owner.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public'");
  const texts: string[] = [];
  for (const { name } of rows) texts.push(...(await sample.owner.query<{ row: string }>(`select t::text as row from ${name} t`)).rows.map(({ row }) => row));
  return texts.join("\n");
}
const inHex = (word: string): string => Buffer.from(word, "utf8").toString("hex");

/** What a statement gives to somebody who may run any, as the application would for them. */
async function asApp(viewer: Person, statement: string, settings: Readonly<Record<string, string>> = {}): Promise<readonly unknown[]> {
  const client = new pg.Client(sample.url("permanence_app"));
  await client.connect();
  try {
    await client.query("begin");
    for (const [name, value] of Object.entries({ ...settingsOf(viewer), today: TODAY, now, ...settings })) await client.query("select set_config($1, $2, true)", [`viewer.${name}`, value]);
    await client.query("select viewer_settle()");
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

test("an envelope opens with its key and in its row alone", () => {
  const other = readIdentityKey(newIdentityKey()) ?? assert.fail();
  const closed = close(IDENTITY_KEY, "family 1", "Wrenfeather");
  assert.equal(open(IDENTITY_KEY, "family 1", closed), "Wrenfeather");
  assert.notDeepEqual(close(IDENTITY_KEY, "family 1", "Wrenfeather").closed, closed.closed, "never twice the same");
  const changed = Buffer.from(closed.closed);
  changed[0] = (changed[0] ?? 0) ^ 1;
  for (const attempt of [() => open(other, "family 1", closed), () => open(IDENTITY_KEY, "family 2", closed), () => open({ ...other, id: IDENTITY_KEY.id }, "family 1", closed),
    () => open(IDENTITY_KEY, "family 1", { ...closed, closed: changed }), () => open(IDENTITY_KEY, "family 1", { ...closed, closed: Buffer.alloc(3) })]) assert.throws(attempt, CannotOpen);
  for (const text of ["", "short", "A".repeat(43), `${newIdentityKey()}A`]) assert.equal(readIdentityKey(text), undefined);
});

describe("who the adopters are", () => {
  test("is put down and read by those who may know, and by nobody else", async () => {
    const worker = person("social-worker");
    assert.deepEqual(await recordAdopters(app, worker, records.sealing, 0, SIDE), { outcome: "done" });
    assert.equal((await openAdopters(app, worker, records.sealing))?.side?.household?.postcode, "ZQ7 4TW");
    assert.equal((await openAdopters(app, person("service-manager"), records.sealing))?.side?.child?.familyName, "Wrenfeather");
    for (const role of ["performance-analyst", "family-finder", "assistant-director", "data-protection-officer"] as const) {
      assert.equal(await openAdopters(app, person(role), records.sealing), undefined, role);
      assert.notEqual((await recordAdopters(app, person(role), records.sealing, 1, SIDE)).outcome, "done", role);
      assert.equal(await mayKnowAdopters(app, person(role), records.sealing), false, role);
    }
    assert.equal(await openAdopters(app, personIn(SOUTH, "service-manager"), records.sealing), undefined);
    assert.deepEqual(await recordAdopters(app, worker, records.sealing, 0, SIDE), { outcome: "overtaken" });
    assert.deepEqual((await recordAdopters(app, worker, records.sealing, 1, { ...SIDE, postcode: "x" })).outcome, "refused");
    const { rows } = await sample.owner.query("select account, outcome from access_log where how = 'adopters' order by id");
    assert.deepEqual(rows.slice(0, 3), [{ account: worker.account, outcome: "opened" }, { account: person("service-manager").account, outcome: "opened" }, { account: person("performance-analyst").account, outcome: "refused" }]);
  });

  test("is nowhere in the database in clear, and its rows come to nobody without the finding that they may know", async () => {
    const all = await everything();
    for (const word of WORDS) assert.ok(!all.includes(word) && !all.includes(inHex(word)), word);
    const all903 = "select * from family_identity";
    assert.deepEqual(await asApp(person("social-worker"), all903), []);
    assert.deepEqual(await asApp(person("social-worker"), all903, { knows_adopters: records.sibling }), []);
    assert.equal((await asApp(person("social-worker"), all903, { knows_adopters: records.sealing })).length, 1);
    assert.deepEqual(await asApp(personIn(SOUTH, "service-manager"), all903, { knows_adopters: records.sealing }), []);
    assert.deepEqual(await asApp(person("family-finder"), all903, { knows_adopters: records.sealing }), [], "whose record it is not");
  });
});

describe("what goes to a birth family", () => {
  const letter: ReleaseInput = { what: "Letterbox letter", recipient: "mother", reference: "", text: "Dear Mum,\nI am well.", excused: "", excuse: "" };
  const worker = person("social-worker");

  test("is checked for the child and for a brother or sister, without a word of what was not typed", async () => {
    const typed = async (who: Person, recordId: string, text: string) => (await checkText(app, who, { authority: NORTH.code, recordId }, text)).map((hit) => hit.typed);
    assert.deepEqual(await typed(worker, records.sealing, "Mrs WRENFEATHER of 47, Tanglewood rise"), ["WRENFEATHER", "47, Tanglewood rise"]);
    assert.deepEqual(await typed(person("business-support"), records.sibling, "to Wrenfeather"), ["Wrenfeather"], "a sister’s letter too");
    assert.deepEqual(await typed(worker, records.early, "a wrenfeather lay there, zq74tw"), ["zq74tw"], "another child’s: only what nobody writes by chance");
    assert.deepEqual(await typed(worker, records.sealing, "Tansy is well"), [], "the name that the child always had");
    for (const [recordId, known] of [[records.sealing, true], [records.early, false]] as const) assert.equal(await canBeChecked(app, worker, { authority: NORTH.code, recordId }), known);
  });

  test("is refused with a word that may not go, or with one said to mean something else and no more", async () => {
    const outcome = await askRelease(app, worker, records.sealing, { ...letter, text: "From Tansy and\nthe Wrenfeathers" });
    assert.ok(outcome.outcome === "refused");
    assert.deepEqual([outcome.hits.map(({ line, typed }) => `${line} ${typed}`), outcome.refusals.map((r) => r.field)], [["2 Wrenfeathers"], ["text"]]);
    assert.deepEqual(refusalsOf(await askRelease(app, worker, records.sealing, { ...letter, text: "Wrenfeather", excused: "yes" })), ["Say what they mean instead, for whoever is to agree"]);
    assert.match(refusalsOf(await askRelease(app, worker, records.sealing, { ...letter, text: "Wrenfeather", excused: "yes", excuse: "Not the Wrenfeather family" }))[0] ?? "", /Leave out/);
    assert.match(refusalsOf(await askRelease(app, worker, records.sealing, { ...letter, what: "Letter of Orlaith Wrenfeather" }))[0] ?? "", /Leave out/);
    assert.deepEqual(refusalsOf(await askRelease(app, worker, records.sealing, { ...letter, what: "", recipient: "x", text: " " })).length, 3);
    assert.equal((await askRelease(app, person("service-manager"), records.sealing, letter)).outcome, "forbidden");
    assert.equal((await askRelease(app, worker, records.sibling, letter)).outcome, "not-found");
  });

  test("takes a second person, who reads it; then it is on the record, and its text is nowhere", async () => {
    const asked = await askRelease(app, worker, records.sealing, letter);
    assert.ok(asked.outcome === "done");
    const support = person("business-support");
    assert.ok(!(await everything()).includes("I am well"));
    assert.equal((await openRelease(app, support, records.sealing, asked.id))?.text, letter.text);
    assert.deepEqual((await waitingReleases(app, support)).map(({ localId }) => localId), ["N1"]);
    assert.deepEqual(await waitingReleases(app, worker), []);
    const decide = async (who: Person, input: { agreed: string; because?: string; read?: string }) => decideRelease(app, who, records.sealing, await versionOf(records.sealing), asked.id, { because: "", read: "", ...input });
    assert.equal((await decide(worker, { agreed: "yes", read: "yes" })).outcome, "forbidden");
    assert.deepEqual(refusalsOf(await decide(support, { agreed: "" })), ["Choose whether you agree"]);
    assert.deepEqual(refusalsOf(await decide(support, { agreed: "yes" })), ["Tick to say that you have read all of it"]);
    assert.equal((await decide(support, { agreed: "yes", read: "yes" })).outcome, "done");
    assert.deepEqual(refusalsOf(await decide(support, { agreed: "no", because: "Second thoughts" })), ["This has been decided already"]);
    const { rows } = await sample.owner.query("select kind, detail ->> 'what' as what, detail ->> 'to' as to, length(detail ->> 'hash') as hash from entry where kind = 'document-released'");
    assert.deepEqual(rows, [{ kind: "document-released", what: "Letterbox letter", to: "Birth mother", hash: 64 }]);
    assert.deepEqual((await sample.owner.query("select count(*)::int as n from release_text")).rows, [{ n: 0 }]);
    assert.equal((await openRelease(app, support, records.sealing, asked.id))?.text, null);
  });

  test("is never agreed by whoever asked, also where they hold both rights; and a refusal keeps nothing of the text", async () => {
    const support = person("business-support");
    later(1);
    const asked = await askRelease(app, support, records.sealing, { ...letter, text: "A Wrenfeather is a bird here", excused: "yes", excuse: "A bird in a story" });
    assert.ok(asked.outcome === "done");
    const own = await decideRelease(app, support, records.sealing, await versionOf(records.sealing), asked.id, { agreed: "yes", because: "", read: "yes" });
    assert.match(refusalsOf(own)[0] ?? "", /Somebody else has to agree/);
    await assert.rejects(asApp(support, `insert into release_decision values ('${asked.id}', '${support.account}', now(), true)`), /row-level security/);
    const manager = person("service-manager");
    assert.deepEqual((await openRelease(app, manager, records.sealing, asked.id))?.hits.map((h) => h.typed), ["Wrenfeather"]);
    assert.equal((await decideRelease(app, manager, records.sealing, 0, asked.id, { agreed: "no", because: "It reads as a name", read: "" })).outcome, "done");
    assert.deepEqual((await releasesOf(app, support, records.sealing))?.map(({ agreed, refusedBecause }) => [agreed, refusedBecause]), [[false, "It reads as a name"], [true, null]]);
    assert.deepEqual((await sample.owner.query("select count(*)::int as n from release_text")).rows, [{ n: 0 }]);
  });
});

describe("the seal", () => {
  test("waits, says on what, and then takes the record from everybody but the adoption records officer", async () => {
    const records_ = person("adoption-records");
    const list = await openAdoptiveList(app, records_);
    assert.deepEqual(list?.sealing?.map(({ localId, state }) => [localId, state.ready]), [["N1", true], ["N2", false]]);
    assert.equal((await openAdoptiveList(app, person("team-manager"))), undefined);
    assert.equal((await openAdoptiveList(app, person("assistant-director")))?.sealing, null);
    const manager = person("service-manager");
    assert.match(refusalsOf(await sealChild(app, manager, records.early, await versionOf(records.early), { understood: true }))[0] ?? "", /closure summary/);
    assert.deepEqual(refusalsOf(await sealChild(app, manager, records.sealing, await versionOf(records.sealing), { understood: false })), ["Tick to say that you have read what will happen"]);
    assert.equal((await sealChild(app, person("team-manager"), records.sealing, await versionOf(records.sealing), { understood: true })).outcome, "forbidden");
    assert.equal((await sealChild(app, personIn(SOUTH, "service-manager"), records.sealing, 999, { understood: true })).outcome, "not-found");
    assert.equal((await sealChild(app, manager, records.sealing, await versionOf(records.sealing), { understood: true })).outcome, "done");
    for (const role of PEOPLE) {
      const sees = role === "adoption-records";
      assert.equal((await openChild(app, person(role), records.sealing)) !== undefined, sees, role);
      assert.equal((await app.store.reader(person(role)).findChildren("N1", 5)).some((row) => row.localId === "N1"), sees, role);
      assert.equal((await releasesOf(app, person(role), records.sealing) ?? []).length > 0, sees, role);
    }
    assert.equal(await openAdopters(app, records_, records.sealing), undefined);
    assert.deepEqual((await sample.owner.query("select (select count(*) from family_identity)::int as family, (select count(*) from adoptive_identity)::int as adoptive")).rows, [{ family: 0, adoptive: 1 }]);
    assert.equal((await checkText(app, person("business-support"), { authority: NORTH.code, recordId: records.sibling }, "Wrenfeather")).length, 1, "a sister’s letters are checked as before");
  });

  test("leaves no link in clear: neither the id nor the mark of the other side is anywhere else", async () => {
    const { rows: [row] } = await sample.owner.query<{ id: string; mark: Buffer; row: string }>("select id, mark, t::text as row from adoptive_identity t");
    assert.ok(row !== undefined && !row.row.includes(records.sealing) && !row.row.includes("N1"));
    const all = await everything();
    assert.equal(all.split(row.id).length - 1, 1);
    assert.equal(all.split(row.mark.toString("hex")).length - 1, 1);
    for (const word of WORDS) assert.ok(!all.includes(word) && !all.includes(inHex(word)), word);
  });
});

describe("what is behind the wall", () => {
  const officer = person("adoption-records");
  const mark = (): string => adoptiveMark(IDENTITY_KEY, records.sealing).toString("hex");
  const ask = (who: Person, why = "The adopted person, now 18, asks for their records", wanted: "open" | "undo" = "open", because = "") => askDisclosure(app, who, records.sealing, { wanted, because, why });
  let own = "";

  test("is asked for with a reason that says nothing of it, by the adoption records officer alone", async () => {
    assert.deepEqual(refusalsOf(await ask(officer, " ")), ["Say why it has to be opened, for whoever is to agree"]);
    assert.match(refusalsOf(await ask(officer, "Orlaith Wrenfeather rang"))[0] ?? "", /Leave out the names/);
    assert.equal((await ask(person("service-manager"))).outcome, "forbidden");
    assert.match(refusalsOf(await askDisclosure(app, officer, records.early, { wanted: "open", because: "", why: "x" }))[0] ?? "", /not sealed/);
  });

  test("comes to nobody in SQL without an agreement that runs, its mark, and being the one who asked", async () => {
    const all = "select id from adoptive_identity";
    assert.deepEqual(await asApp(officer, all), []);
    assert.deepEqual(await asApp(officer, all, { identity_marks: mark() }), []);
    await assert.rejects(asApp(officer, `insert into disclosure_step select id, 'decided', '${officer.account}', now(), true, null, now() from disclosure`).then(async () => {
      const asked = await ask(officer, "A try");
      assert.ok(asked.outcome === "done");
      return asApp(officer, `insert into disclosure_step values ('${asked.id}', 'decided', '${officer.account}', now(), true, null, now() + interval '1 day')`);
    }), /row-level security/);
    await assert.rejects(asApp(person("performance-analyst"), `insert into disclosure (authority, record_id, local_id, wanted, why, asked_by, asked_at, good_until) values ('${NORTH.code}', '${records.sealing}', 'N1', 'open', 'x', '${person("performance-analyst").account}', now(), now())`), /row-level security/);
    for (const statement of ["update disclosure set why = 'x'", "delete from disclosure", "update disclosure_step set agreed = true", "delete from disclosure_step"]) await assert.rejects(asApp(officer, statement), /permission denied/);
    assert.deepEqual(await asApp(person("team-manager"), "select id from disclosure"), []);
  });

  test("is opened once a second person has agreed, for half an hour, and each step is written down", async () => {
    const waiting = (await openAdoptiveList(app, officer))?.requests[0] ?? assert.fail();
    assert.match(refusalsOf(await ask(officer))[0] ?? "", /asked for this already/);
    assert.match(refusalsOf(await openDisclosure(app, officer, waiting.id))[0] ?? "", /Nobody has agreed/);
    assert.match(refusalsOf(await decideDisclosure(app, officer, waiting.id, { agreed: "yes", because: "" }))[0] ?? "", /Somebody else/);
    assert.equal((await decideDisclosure(app, person("team-manager"), waiting.id, { agreed: "yes", because: "" })).outcome, "forbidden");
    assert.equal((await decideDisclosure(app, personIn(SOUTH, "service-manager"), waiting.id, { agreed: "yes", because: "" })).outcome, "not-found");
    const director = person("assistant-director");
    assert.deepEqual((await openAdoptiveList(app, director))?.requests.map(({ localId, whyNotDecide }) => [localId, whyNotDecide]), [["N1", null]]);
    assert.deepEqual([await requestsToAgree(app, director), await requestsToAgree(app, officer), await requestsToAgree(app, person("team-manager"))], [1, 0, 0]);
    assert.deepEqual([(await openAdoptiveList(app, officer))?.sealed?.map(({ localId }) => localId), (await openAdoptiveList(app, director))?.sealed], [["N1"], null]);
    assert.deepEqual(refusalsOf(await decideDisclosure(app, director, waiting.id, { agreed: "no", because: "" })), ["Say why you do not agree, for whoever asked"]);
    assert.equal((await decideDisclosure(app, director, waiting.id, { agreed: "yes", because: "" })).outcome, "done");
    assert.match(refusalsOf(await decideDisclosure(app, SECOND, waiting.id, { agreed: "no", because: "x" }))[0] ?? "", /already/);
    assert.match(refusalsOf(await openDisclosure(app, SECOND, waiting.id))[0] ?? "", /for them alone/);
    assert.deepEqual(await asApp(officer, "select id from adoptive_identity", { identity_marks: mark() }), [], "agreed, and not opened");

    const opened = await openDisclosure(app, officer, waiting.id);
    assert.ok(opened.outcome === "done");
    own = opened.id;
    assert.notEqual(own, records.sealing);
    const seen = await openedIdentity(app, officer, own);
    assert.deepEqual([seen?.record.side.child?.familyName, seen?.record.link.localId], ["Wrenfeather", "N1"]);
    assert.equal((await asApp(officer, "select id from adoptive_identity", { identity_marks: mark() })).length, 1);
    assert.deepEqual(await asApp(officer, "select id from adoptive_identity"), [], "the mark is needed too");
    assert.deepEqual(await asApp(SECOND, "select id from adoptive_identity", { identity_marks: mark() }), []);
    assert.equal(await openedIdentity(app, SECOND, own), undefined);
    assert.equal(await openedIdentity(app, director, own), undefined);
    assert.equal(await openedIdentity(app, officer, records.sealing), undefined);

    assert.deepEqual(await changeOpened(app, officer, own, { ...SIDE, postcode: "ZQ8 1AA" }), { outcome: "done" });
    assert.equal((await openedIdentity(app, officer, own))?.record.side.household?.postcode, "ZQ8 1AA");
    assert.equal((await checkText(app, person("business-support"), { authority: NORTH.code, recordId: records.sibling }, "zq8 1aa, before that ZQ7 4TW")).length, 2, "where they lived before is protected on");

    later(31);
    assert.equal(await openedIdentity(app, officer, own), undefined);
    assert.deepEqual(await changeOpened(app, officer, own, SIDE), { outcome: "not-found" });
    assert.deepEqual(await asApp(officer, "select id from adoptive_identity", { identity_marks: mark() }), []);
    assert.match(refusalsOf(await openDisclosure(app, officer, waiting.id))[0] ?? "", /time to look is over/);

    const { rows } = await sample.owner.query("select how, account from access_log where record_id = $1 and how like 'open-%' order by id", [records.sealing]);
    assert.deepEqual(rows.map(({ how, account }) => `${how} ${account}`), [`open-asked ${officer.account}`, `open-agreed ${director.account}`, `open-opened ${officer.account}`]);
    const { rows: audit } = await sample.owner.query("select command, input::text as input from audit where input ? 'disclosure' order by number");
    assert.deepEqual(audit.map(({ command }) => command), ["ask-disclosure", "agree-disclosure", "open-disclosure", "record-adoptive-identity"]);
    for (const { input } of audit) assert.ok(!WORDS.some((word) => input.includes(word)) && !input.includes(own));
  });

  test("is closed by whoever opened it before its time; what was refused, or agreed too long ago, is not opened", async () => {
    const director = person("assistant-director");
    const asked = await ask(officer, "A question of the court");
    assert.ok(asked.outcome === "done");
    await decideDisclosure(app, director, asked.id, { agreed: "no", because: "The court has asked nothing yet" });
    assert.match(refusalsOf(await openDisclosure(app, officer, asked.id))[0] ?? "", /refused/);
    const again = await ask(officer, "A question of the court, in writing");
    assert.ok(again.outcome === "done");
    await decideDisclosure(app, SECOND, again.id, { agreed: "yes", because: "" });
    const opened = await openDisclosure(app, officer, again.id);
    assert.ok(opened.outcome === "done" && opened.id === own);
    assert.equal((await endDisclosure(app, director, again.id)).outcome, "forbidden");
    assert.equal((await endDisclosure(app, officer, again.id)).outcome, "done");
    assert.equal(await openedIdentity(app, officer, own), undefined);
    const third = await ask(officer, "A third time");
    assert.ok(third.outcome === "done");
    await decideDisclosure(app, director, third.id, { agreed: "yes", because: "" });
    later(25 * 60);
    assert.match(refusalsOf(await openDisclosure(app, officer, third.id))[0] ?? "", /not used in time/);
  });

  test("is closed anew with another key, all of it, and opens with that one alone", async () => {
    const next: IdentityKey = readIdentityKey(newIdentityKey()) ?? assert.fail();
    assert.deepEqual(await recordAdopters(app, person("social-worker"), records.early, 0, { ...SIDE, family1: "Wrongfamily" }), { outcome: "done" });
    assert.deepEqual(await recordAdopters(app, person("social-worker"), records.early, 1, "wrong-child"), { outcome: "done" });
    assert.deepEqual(await checkText(app, person("social-worker"), { authority: NORTH.code, recordId: records.early }, "Wrongfamily"), []);
    await recordAdopters(app, person("social-worker"), records.early, 0, { ...SIDE, family1: "Larkspindle" });
    const renewed = makeApp(sample.store, app.clock, next);
    assert.deepEqual([await isAnotherKey(app), await isAnotherKey(renewed)], [false, true]);
    await assert.rejects(rotateIdentityKey(app, next, IDENTITY_KEY), CannotOpen);
    assert.equal(await rotateIdentityKey(app, IDENTITY_KEY, next), 2);
    assert.deepEqual([await isAnotherKey(app), await isAnotherKey(renewed)], [true, false]);
    assert.equal((await openAdopters(renewed, person("social-worker"), records.early))?.side?.household?.adopters[0]?.familyName, "Larkspindle");
    assert.equal((await checkText(renewed, person("business-support"), { authority: NORTH.code, recordId: records.sibling }, "the wrenfeather")).length, 1);
    assert.equal((await checkText(app, person("business-support"), { authority: NORTH.code, recordId: records.sibling }, "the wrenfeather")).length, 0, "the old key knows nothing any more");
    await rotateIdentityKey(app, next, IDENTITY_KEY);
  });

  test("is on the record again once its seal is undone, which takes a second person too", async () => {
    assert.deepEqual(refusalsOf(await ask(officer, "", "undo")), ["Choose why the seal is to be undone", "Say how it came about, for whoever is to agree"]);
    const asked = await ask(officer, "The order was of another child", "undo", "mistake");
    assert.ok(asked.outcome === "done");
    const undo = async () => undoSealOf(app, officer, records.sealing, await versionOf(records.sealing), asked.id);
    assert.match(refusalsOf(await undo())[0] ?? "", /Nobody has agreed/);
    await decideDisclosure(app, person("service-manager"), asked.id, { agreed: "yes", because: "" });
    assert.equal((await openDisclosure(app, officer, asked.id)).outcome, "not-found", "an agreement to undo is none to look");
    assert.equal((await undo()).outcome, "done");
    assert.match(refusalsOf(await undo())[0] ?? "", /is over|not sealed/);
    assert.equal((await openAdopters(app, person("social-worker"), records.sealing))?.side?.household?.postcode, "ZQ8 1AA");
    assert.deepEqual((await sample.owner.query("select count(*)::int as n from adoptive_identity")).rows, [{ n: 0 }]);
    const { rows } = await sample.owner.query("select detail from entry where kind = 'seal-undone'");
    assert.deepEqual(rows, [{ detail: { why: "The adoption order was recorded by mistake, or on the wrong child. The order was of another child", agreedBy: "Somebody, service-manager" } }]);
    assert.deepEqual((await openAdoptiveList(app, officer))?.sealing?.map(({ localId, state }) => [localId, state.ready, state.undone !== undefined]), [["N1", true, true], ["N2", false, false]], "which the list says until the order is put right");
    assert.equal((await sealChild(app, officer, records.sealing, await versionOf(records.sealing), { understood: true })).outcome, "done", "and can be sealed again");
    const verified = await sample.store.maintenance.verify(app.summarise);
    assert.equal(verified.ok, true);
  });
});

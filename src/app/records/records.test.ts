import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { CFB } from "@e965/xlsx";
import { parse } from "csv-parse/sync";
import type pg from "pg";
import { startSampleApp } from "../../../tests/support/sample-app.ts";
import { day } from "../../domain/dates/day.ts";
import { addChild, IN_CARE, makeSampleRegion, NORTH, operatorOf, personIn, type SampleRegion, SOUTH, WITH_ORDER } from "../../store/sample-region.ts";
import type { Store } from "../../store/store.ts";
import type { App } from "../app.ts";
import { openChild } from "../open-child.ts";
import { runCommand } from "../run-command.ts";
import { archiveByLocalId, archiveOf, zippedArchive } from "./archive.ts";
import { disclosureRecord } from "./disclosure.ts";
import { recordEntries, showEntry } from "./entries.ts";
import { inquire, inquiries, openInquiry } from "./inquiries.ts";
import { endKeptHold, eraseKeptEntry, holdKeptRecord, openErase } from "./keep.ts";
import { findRecord } from "./kept-record.ts";
import { openKeptRecord, recordLists } from "./open.ts";

const TODAY = day("2026-06-01");
let app: App;
let store: Store;
let owner: pg.Client;
let stop: () => Promise<void>;
let region: SampleRegion;
let sealed: string;
let wrong: string;
const officer = personIn(NORTH, "data-protection-officer");
const southern = personIn(SOUTH, "data-protection-officer");
const manager = personIn(NORTH, "team-manager");
const worker = personIn(NORTH, "social-worker");

/** Words of another child, that are nowhere else. */
const NOTE = "Wychbold Thrapston of Quendon, “known” to Ölwen";
const CORRECTED = "Wychbold Thrapston of Quendon Mill";

before(async () => {
  ({ app, store, owner, stop } = await startSampleApp(TODAY, async (app, store) => {
    region = await makeSampleRegion(store);
    await store.inTransaction(operatorOf(NORTH), async (writer) => {
      for (const { account, name, role, organisation } of [officer, manager, southern]) {
        await writer.addAccount({ account, name, role, organisation: organisation.code, worker: null });
      }
      await addChild(writer, NORTH.code, "N-A", [...WITH_ORDER, { kind: "adoption-order", on: "2026-02-02" }]);
      sealed = await addChild(writer, NORTH.code, "N-S", [...WITH_ORDER, { kind: "adoption-order", on: "2026-02-02" }, { kind: "record-sealed", on: "2026-05-01" }]);
      wrong = await addChild(writer, NORTH.code, "N-W", IN_CARE);
      await addChild(writer, NORTH.code, "N-D", [{ kind: "birth", on: "2008-03-01" }, { kind: "looked-after", on: "2009-01-10", until: "2011-09-09", detail: { endReason: "E2" } }]);
      await addChild(writer, NORTH.code, "N-R", [...WITH_ORDER, { kind: "document-released", on: "2026-03-02", detail: { what: "Letter", to: "Mother", agreedBy: manager.account } }, { kind: "seal-undone", on: "2026-03-03", detail: { why: "Sealed by mistake", agreedBy: "Olwen" } }]);
      await addChild(writer, NORTH.code, "N-U", [{ kind: "early-alert", on: "2026-05-01" }]);
    });
    await store.maintenance.rebuild(app.summarise);
  }));
});
after(() => stop());

describe("finding a record to keep it", () => {
  it("is by the local id, behind every wall of one’s own authority, and nobody else’s", async () => {
    assert.equal(await findRecord(app, officer, " n-s "), sealed);
    assert.equal(await findRecord(app, officer, "S1"), undefined);
    assert.equal(await findRecord(app, manager, "N1"), undefined);
    assert.equal(await openKeptRecord(app, southern, sealed, {}, 1), undefined);
    assert.equal(await openKeptRecord(app, manager, region.ids.northInCare, {}, 1), undefined);
    assert.equal(await openKeptRecord(app, officer, region.ids.northGroup, {}, 1), undefined);
    assert.equal(await openChild(app, officer, region.ids.northInCare), undefined);
  });
});

describe("who came to a record", () => {
  it("is told with when, as what and how, those refused and oneself too; by person and by day", async () => {
    await openChild(app, manager, wrong);
    await openChild(app, worker, wrong);
    await openKeptRecord(app, officer, wrong, {}, 1);
    const page = await openKeptRecord(app, officer, wrong, {}, 1);
    assert.deepEqual(page?.access.map((row) => [row.account, row.role, row.outcome, row.how]), [
      [officer.account, "data-protection-officer", "opened", "records-page"],
      [worker.account, "social-worker", "refused", "child-page"],
      [manager.account, "team-manager", "opened", "child-page"],
    ]);
    assert.equal(page?.refusals, 1);
    assert.deepEqual(page?.people.map(({ account }) => account).toSorted(), [officer.account, worker.account, manager.account].toSorted());
    assert.deepEqual((await openKeptRecord(app, officer, wrong, { account: manager.account }, 1))?.access.map((row) => row.account), [manager.account]);
    assert.deepEqual((await openKeptRecord(app, officer, wrong, { refused: true }, 1))?.access.map((row) => row.account), [worker.account]);
    assert.equal((await openKeptRecord(app, officer, wrong, { until: day("2020-01-01") }, 1))?.total, 0);
  });

  it("is a disclosure record, the earliest first", async () => {
    const record = await disclosureRecord(app, officer, wrong, "page");
    assert.deepEqual(record?.lines.slice(0, 2).map(({ who, as, what }) => [who, as, what]), [
      [manager.name, "Team manager, North", "Opened a page of the child’s record"], [officer.name, "Data protection officer, North", "Looked at how long the record is kept and who came to it"],
    ]);
    assert.equal(await disclosureRecord(app, manager, wrong, "page"), undefined);
  });

  it("has each step by which the adoptive identity was opened, and what was released to the birth family", async () => {
    const id = await findRecord(app, officer, "N-R") ?? assert.fail("N-R");
    const { rows: [asked] } = await owner.query(`
      insert into disclosure (authority, record_id, local_id, wanted, why, asked_by, asked_at, good_until)
      values ($1, $2, 'N-R', 'open', 'Counselling asked for', $3, '2026-05-01T10:00:00Z', '2026-05-15T10:00:00Z') returning id`, [NORTH.code, id, officer.account]);
    await owner.query(`insert into disclosure_step (disclosure, step, by, at, agreed, good_until) values ($1, 'decided', $2, '2026-05-02T10:00:00Z', true, '2026-05-03T10:00:00Z')`, [asked.id, manager.account]);
    await store.accessLog(manager).opened(id, "open-agreed");
    const record = await disclosureRecord(app, officer, id, "csv");
    assert.deepEqual(record?.lines.map(({ who, as, what, more }) => [who, as, what, more]), [
      ["the operator of the machine", "", "Released to the birth family", `Letter, to Mother, on 2 March 2026. Agreed by ${manager.name}`],
      ["the operator of the machine", "", "Undid the seal", "Sealed by mistake. Agreed by Olwen"],
      [officer.name, "", "Asked to: open the adoptive identity", "Counselling asked for"],
      [manager.name, "Team manager, North", "Agreed to: open the adoptive identity", ""],
    ]);
  });

  it("is asked of one person with a reason, which is kept", async () => {
    assert.deepEqual(await inquire(app, officer, { about: "nobody", from: "2026-13-01", until: "", why: "" }), { refusals: [
      { field: "about", message: "Choose whose reading you ask about" },
      { field: "from", message: "Enter the first day as a real date, such as 27 3 2026" },
      { field: "until", message: "Enter the last day as a real date, such as 27 3 2026" },
      { field: "why", message: "Say why you ask: it is kept, and can be asked about in turn" },
    ] });
    const backwards = await inquire(app, officer, { about: manager.account, from: "2026-05-01", until: "2026-04-01", why: "Complaint 12" });
    assert.deepEqual("refusals" in backwards && backwards.refusals.map((r) => r.message), ["The last day, 1 April 2026, is before the first, 1 May 2026"]);
  });
});

describe("how long records are kept", () => {
  it("is a list for each, and every child is on one", async () => {
    const lists = await recordLists(app, officer);
    assert.deepEqual(lists?.counts, { held: 0, due: 1, "next-five": 0, never: 2, later: 5, unknown: 1 });
    assert.deepEqual(lists?.rows.due.map((row) => [row.localId, row.retention.keepUntil]), [["N-D", "2026-09-09"]]);
    assert.equal(await recordLists(app, manager), undefined);
  });

  it("is beaten by a legal hold, on a sealed record too, until it is ended", async () => {
    assert.deepEqual(await holdKeptRecord(app, officer, "no such record", { why: "No" }), { outcome: "not-found" });
    assert.deepEqual(await holdKeptRecord(app, manager, sealed, { why: "No" }), { outcome: "not-found" });
    assert.deepEqual(await holdKeptRecord(app, southern, sealed, { why: "No" }), { outcome: "not-found" });
    assert.deepEqual(await holdKeptRecord(app, officer, sealed, { why: "Ash inquiry" }), { outcome: "done" });
    const [hold] = (await openKeptRecord(app, officer, sealed, {}, 1))?.retention.holds ?? [];
    assert.deepEqual([hold?.detail, (await recordLists(app, officer))?.rows.held.map((row) => row.localId)], [{ why: "Ash inquiry" }, ["N-S"]]);
    const order = (await recordEntries(app, officer, sealed))?.entries.find(({ entry }) => entry.kind === "placement-order")?.entry.number ?? 0;
    assert.match((await openErase(app, officer, sealed, order))?.cannot ?? "", /on legal hold/);
    assert.deepEqual(await endKeptHold(app, officer, sealed, { hold: hold?.number ?? 0, why: "Reported" }), { outcome: "done" });
    assert.equal((await recordLists(app, officer))?.counts.held, 0);
    assert.ok((await store.maintenance.verify(app.summarise)).ok);
  });
});

describe("erasing what was entered on the wrong child", () => {
  const visit = (note: string, happenedOn: string) => ({ kind: "visit", happenedOn, certainty: "actual", detail: { note } });
  const note = async (): Promise<readonly number[]> => (await recordEntries(app, officer, wrong))!.entries.filter(({ entry }) => entry.kind === "visit" || entry.kind === "particulars").map(({ entry }) => entry.number);

  it("takes every byte of it out of the database, and leaves the chain whole and the lists true", async () => {
    const record = async (input: Parameters<typeof runCommand>[4]): Promise<number> => {
      const outcome = await runCommand(app, manager, wrong, 1e9, input);
      assert.ok(outcome.outcome === "done", JSON.stringify(outcome));
      return outcome.entries.at(-1)!.number;
    };
    const first = await record({ name: "record-entry", input: visit(NOTE, "2025-03-17") });
    const corrected = await record({ name: "correct-entry", input: { ...visit(CORRECTED, "2025-03-18"), number: first, cause: "corrected", reason: "It was Quendon Mill" } });
    await record({ name: "withdraw-entry", input: { number: corrected, cause: "wrong-child", reason: "Wychbold is another child" } });
    await record({ name: "record-entry", input: visit(CORRECTED, "2025-03-18") });
    const names = await record({ name: "record-entry", input: { kind: "particulars", happenedOn: "2025-03-17", certainty: "actual", detail: { givenName: "Wychbold", familyName: "Thrapston" } } });
    const kept = await record({ name: "record-entry", input: visit("A visit that is this child’s", "2025-03-19") });
    await owner.query(`insert into form_draft (authority, record_id, account, form, answers, based_on) values ($1, $2, $3, 'milestones', $4, 1)`, [NORTH.code, wrong, manager.account, { visit: { note: NOTE } }]);
    await owner.query(`insert into import_run (authority, id, state, started_by, preview) values ($1, gen_random_uuid(), 'done', 'x', $2)`, [
      NORTH.code, { changes: [{ localId: "N-W", what: ["Visit on 18 March 2025"] }, { localId: "N-1", what: ["A review"] }], problems: [{ message: `Row 7 says ${NOTE}` }] }]);
    await owner.query(`insert into kept_form (account, path, fields) values ($1, $2, $3)`, [manager.account, `/children/${wrong}/record`, { typed: [["note", NOTE]] }]);
    const hashes = async () => (await owner.query(`select number, encode(hash, 'hex') as hash from entry where authority = $1 order by number`, [NORTH.code])).rows;
    const before = await hashes();
    assert.ok((await everything()).includes("Wychbold"));

    const looked = await openErase(app, officer, wrong, first);
    assert.equal(looked?.cannot, null);
    assert.equal(looked?.erasing.together.length, 4);
    assert.deepEqual(looked?.colleagues.filter(({ text }) => !/, (team manager|service manager|assistant director|adoption records officer)$/.test(text)), []);
    assert.ok(looked?.colleagues.some(({ account }) => account === manager.account));
    const input = { number: first, why: "Another child’s visit", authority: "Head of legal, 1 June 2026", askedOf: manager.account, again: String(first) };
    const refused = await eraseKeptEntry(app, officer, wrong, { ...input, askedOf: officer.account, again: "1" });
    assert.deepEqual(refused.outcome === "refused" && refused.refusals.map((r) => r.field), ["askedOf", "again"]);
    assert.deepEqual(await eraseKeptEntry(app, manager, wrong, input), { outcome: "not-found" });
    assert.deepEqual(await eraseKeptEntry(app, southern, wrong, input), { outcome: "not-found" });
    assert.deepEqual(await eraseKeptEntry(app, officer, wrong, input), { outcome: "done" });
    assert.deepEqual(await eraseKeptEntry(app, officer, wrong, { ...input, number: names, again: String(names) }), { outcome: "done" });

    const left = await everything();
    for (const word of ["Wychbold", "Thrapston", "Quendon", "Ölwen", "wychbold", "thrapston", "It was Quendon", "2025-03-17", "2025-03-18", "18 March 2025"]) assert.ok(!left.includes(word), word);
    assert.ok(left.includes("A visit that is this child’s") && left.includes("A review"));
    assert.deepEqual(await hashes(), before);
    const verified = await store.maintenance.verify(app.summarise);
    assert.deepEqual([verified.ok, verified.firstBroken], [true, null]);
    assert.deepEqual(await note(), [kept]);

    const { rows: [audit] } = await owner.query(`select actor, input from audit where authority = $1 and command = 'erase-entry' order by number limit 1`, [NORTH.code]);
    assert.equal(audit.actor, officer.account);
    assert.deepEqual({ ...audit.input, entries: audit.input.entries.length, audit: audit.input.audit.length }, {
      entry: first, entries: 4, audit: 4, why: input.why, authority: input.authority, askedOf: manager.account });
  });

  it("leaves stubs on the record without words, and the record goes on", async () => {
    const entries = await recordEntries(app, officer, wrong);
    assert.deepEqual(entries?.erased.map((e) => e.erasedAt.slice(0, 10)), [TODAY, TODAY, TODAY, TODAY, TODAY]);
    assert.equal(await showEntry(app, officer, wrong, entries!.erased[0]!.number), undefined);
    const child = await openChild(app, manager, wrong);
    assert.equal(child?.name, null);
    assert.deepEqual(child?.erased, entries?.erased);
    assert.deepEqual((await runCommand(app, manager, wrong, child!.version, { name: "record-entry", input: visit("Next", "2026-05-19") })).outcome, "done");
    assert.ok((await store.maintenance.verify(app.summarise)).ok);
  });
});

/** Every row of every table of the database, as text. */
async function everything(): Promise<string> {
  const { rows } = await owner.query<{ name: string }>("select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace");
  let all = "";
  for (const { name } of rows) {
    const { rows: [table] } = await owner.query<{ text: string | null }>(`select string_agg(t::text, chr(10)) as text from "${name}" t`);
    all += `${name}\n${table?.text ?? ""}\n`;
  }
  return all;
}

describe("asking what somebody opened", () => {
  it("shows what they opened and were refused, by local id, to whoever keeps the records of that authority", async () => {
    await store.accessLog(manager).refused(sealed, "child-page");
    const made = await inquire(app, officer, { about: manager.account, from: "2026-01-01", until: "2040-01-01", why: "Complaint 12" });
    assert.ok("id" in made);
    const page = await openInquiry(app, officer, made.id);
    assert.ok(page !== undefined && page.rows.length > 1 && page.rows.every((row) => row.account === manager.account));
    assert.ok(page.rows.some((row) => row.localId === "N-W"));
    assert.deepEqual([...new Set(page.rows.filter((row) => row.outcome === "refused" && row.asked === sealed).map((row) => row.localId))], ["N-S"]);
    assert.equal((await inquiries(app, officer))?.before[0]?.why, "Complaint 12");
    assert.equal(await openInquiry(app, southern, made.id), undefined);
    assert.equal(await openInquiry(app, manager, made.id), undefined);
    assert.deepEqual((await inquiries(app, southern))?.before, []);
    assert.ok("refusals" in (await inquire(app, southern, { about: manager.account, from: "2026-01-01", until: "2026-02-01", why: "Ours?" })));
  });
});

describe("the archive of a record", () => {
  it("unpacks to files that its manifest proves, with hashes that anybody can work out", async () => {
    const archive = await archiveOf(app, officer, wrong);
    assert.ok(archive !== undefined);
    const unpacked = CFB.read(Buffer.from(zippedArchive(app, archive)), { type: "buffer" });
    const read = (name: string): Buffer => Buffer.from(CFB.find(unpacked, `/${archive.name}/${name}`)?.content ?? assert.fail(name));
    const manifest = read("manifest.sha256").toString().trimEnd().split("\n").map((line) => line.split("  "));
    assert.equal(manifest.length, archive.files.length - 1);
    for (const [hash, name] of manifest) assert.equal(createHash("sha256").update(read(name ?? "")).digest("hex"), hash, name ?? "a file");
    const rowsOf = (name: string): Record<string, string>[] => parse(read(name), { bom: true, columns: true, record_delimiter: "\r\n" });
    const proof = rowsOf("proof.csv");
    assert.equal(proof.filter((row) => row["payload"] === "").length, 5, "those erased");
    const sha256 = (...parts: readonly Buffer[]): string => createHash("sha256").update(Buffer.concat(parts)).digest("hex");
    const hex = (text: string | undefined): Buffer => Buffer.from(text ?? "", "hex");
    for (const row of proof) {
      if (row["payload"] !== "") assert.equal(sha256(hex(row["salt"]), Buffer.from(row["payload"] ?? "")), row["payload hash"]);
      assert.equal(sha256(hex(row["before"]), hex(row["payload hash"])), row["hash"]);
    }
    assert.ok(rowsOf("access.csv").some((row) => row["Outcome"] === "refused" && row["Account"] === worker.account));
    assert.ok(rowsOf("audit.csv").some((row) => row["Command"] === "erase-entry") && rowsOf("audit.csv").some((row) => row["Erased at (UTC)"] !== ""));
    assert.ok(rowsOf("clocks.csv").length > 0);
    assert.match(read("chronology.txt").toString(), /A visit that is this child’s[^]*Erased by law/);
    assert.equal((await openKeptRecord(app, officer, wrong, {}, 1))?.access[0]?.how, "archive");
  });

  it("is of a sealed child for whoever keeps the records or runs the machine, and nobody else", async () => {
    assert.ok((await archiveOf(app, officer, sealed))?.files.some(({ name, text }) => name === "README.txt" && text.includes("2 February 2126")));
    assert.ok((await archiveByLocalId(app, operatorOf(NORTH), NORTH.code, "N-S")) !== undefined);
    assert.equal(await archiveByLocalId(app, operatorOf(SOUTH), NORTH.code, "N-S"), undefined);
    assert.equal(await archiveOf(app, manager, sealed), undefined);
    assert.equal(await archiveOf(app, southern, sealed), undefined);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { createTestDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { day } from "../../domain/dates/day.ts";
import { AGENCY, addChild, drafts, IN_CARE, makeSampleRegion, NORTH, operatorOf, personIn, type SampleRegion, SOUTH, write } from "../../store/sample-region.ts";
import { openStore, type Store } from "../../store/store.ts";
import { type App, makeApp } from "../app.ts";
import { openChild } from "../open-child.ts";
import { previewChange, makeChange } from "./change-standards.ts";
import { beginLook, lookOf } from "./looks.ts";
import { openRecompute, openStandard, openStandards } from "./open-standards.ts";
import { recompute, resumeRecomputes, settled } from "./recompute.ts";
import type { AskedChange, StandardFields } from "./views.ts";

let database: TestDatabase;
let store: Store;
let region: SampleRegion;
let app: App;
let superuser: pg.Client;
const TODAY = day("2026-06-01");
const lead = personIn(NORTH, "practice-lead");
const secondLead = { ...lead, account: `${lead.account}.2`, name: "Another lead" };
const SAME: StandardFields = { title: "", owner: "", tier: "", warnDays: "", within: "", evidence: "" };
const WHY = "Agreed at the practice board";

before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url());
  region = await makeSampleRegion(store);
  app = makeApp(store, { today: () => TODAY, now: () => new Date().toISOString() });
  await store.maintenance.rebuild(app.summarise);
  superuser = new pg.Client(database.url());
  await superuser.connect();
});
after(async () => {
  await settled(app);
  await Promise.all([store.close(), superuser.end()]);
  await database.drop();
});

const revisionOf = async (organisation: string): Promise<number> =>
  (await superuser.query<{ n: number }>("select coalesce(max(number), 0) as n from standards_change where authority = $1", [organisation])).rows[0]!.n;

/** Makes a change that is expected to be made, and waits until the lists are made anew. */
async function made(asked: AskedChange, viewer = lead): Promise<number> {
  const outcome = await makeChange(app, viewer, asked, WHY, await revisionOf(viewer.organisation.code));
  assert.equal(outcome.outcome, "done", JSON.stringify(outcome));
  await settled(app);
  return outcome.outcome === "done" ? outcome.change.number : 0;
}

const verified = async (): Promise<boolean> => {
  const { ok, firstBroken } = await store.maintenance.verify(app.summarise);
  assert.equal(firstBroken, null);
  return ok;
};

const clocksHeld = async (authority: string): Promise<string> =>
  JSON.stringify((await superuser.query("select record_id, standard, occurrence, started_on, due_on, flags from child_clock where authority = $1 order by 1, 2, 3", [authority])).rows);

describe("a change of standards", () => {
  it("is numbered, audited with who and why, judges the authority's own children at once, and no other authority's", async () => {
    const [south, before] = [await clocksHeld(SOUTH.code), await clocksHeld(NORTH.code)];
    const number = await made({ type: "adopt-pack", pack: "sheffield-2015", from: "2025-01-01" });
    const page = await openStandards(app, lead);
    assert.deepEqual(page?.packs.find(({ pack }) => pack.id === "sheffield-2015")?.adoptions, [{ pack: "sheffield-2015", from: "2025-01-01", until: null }]);
    assert.deepEqual(page?.changes.map(({ number: n, by, reason }) => ({ n, by, reason }))[0], { n: number, by: lead.account, reason: WHY });
    const { rows: [audit] } = await superuser.query<{ command: string; actor: string; input: object }>("select command, actor, input from audit where authority = $1 order by number desc limit 1", [NORTH.code]);
    assert.deepEqual(audit, { command: "adopt-pack", actor: lead.account, input: { change: number, pack: "sheffield-2015", from: "2025-01-01" } });
    assert.notEqual(await clocksHeld(NORTH.code), before);
    assert.match(await clocksHeld(NORTH.code), /SHEF-/);
    assert.equal(await clocksHeld(SOUTH.code), south);
    const children = Object.entries(region.ids).filter(([name]) => name.startsWith("north") && name !== "northGroup").length;
    assert.deepEqual({ ...(await openRecompute(app, lead, NORTH.code)), startedAt: "", finishedAt: "" }, { revision: number, done: children, children, startedAt: "", finishedAt: "", failure: null });
    assert.ok(await verified());
  });

  it("is written after with the standards it made, whoever writes", async () => {
    await store.inTransaction(operatorOf(NORTH), async (writer) => {
      await writer.writeProjections(NORTH.code, [{ recordId: region.ids.northInCare, type: "child", entries: await writer.entriesOf(region.ids.northInCare) }], app.summarise);
    });
    assert.ok(await verified());
    const child = await openChild(app, personIn(NORTH, "team-manager"), region.ids.northInCare);
    assert.ok(child?.clocks.some(({ standard }) => standard.startsWith("SHEF-")));
    assert.ok(!(await openChild(app, personIn(SOUTH, "team-manager"), region.ids.southInCare))?.clocks.some(({ standard }) => standard.startsWith("SHEF-")));
  });

  it("leaves clocks that started before a pack was adopted, or after it was left, to what there was", async () => {
    await made({ type: "leave-pack", pack: "sheffield-2015", from: "2025-01-01" });
    assert.doesNotMatch(await clocksHeld(NORTH.code), /SHEF-/);
    await made({ type: "adopt-pack", pack: "sheffield-2015", from: "2026-05-31" });
    const { rows } = await superuser.query<{ n: number }>("select count(*)::int as n from child_clock where authority = $1 and standard like 'SHEF-%' and started_on < '2026-05-31'", [NORTH.code]);
    assert.equal(rows[0]?.n, 0);
    assert.ok(await verified());
  });

  it("keeps an old clock under its version: the new one judges what starts from its day", async () => {
    const asked: AskedChange = { type: "edit-standard", id: "TC-08", fields: { ...SAME, within: "3 working days" }, from: "2026-03-01" };
    const page = await openStandard(app, lead, "TC-08");
    assert.ok(page !== undefined && page.fields.within !== "", `TC-08 has a length of time: ${page?.fields.within}`);
    await made(asked);
    const versions = (await openStandard(app, lead, "TC-08"))!.line.versions;
    assert.deepEqual(versions.map(({ standard: { effect }, origin }) => [effect.from, effect.until, origin.from]), [
      [page.line.now.standard.effect.from, "2026-03-01", "national"], ["2026-03-01", null, "own"],
    ]);
  });
});

describe("a standard's history", () => {
  it("has every change that was about it, and the pack it came with, though another of the same day took a change's place", async () => {
    await made({ type: "adopt-pack", pack: "leicestershire-2023", from: "2026-05-01" });
    for (const within of ["5 working days", "4 working days"]) await made({ type: "edit-standard", id: "LEIC-23", fields: { ...SAME, within }, from: "2026-06-01" });
    const page = (await openStandard(app, lead, "LEIC-23"))!;
    assert.deepEqual(page.changes.map(({ change }) => change.type), ["set-standard", "set-standard", "adopt-pack"]);
    assert.equal(page.line.versions.length, 2);
  });
  it("is not added to by a change that changes nothing, by form or by text", async () => {
    const { yaml } = (await openStandard(app, lead, "LEIC-24a"))!;
    for (const asked of [{ type: "edit-standard", id: "LEIC-24a", fields: SAME, from: "2026-06-01" }, { type: "set-standard", yaml, from: "2026-06-01" }] as const) {
      const preview = await previewChange(app, lead, asked);
      assert.ok(preview.outcome === "refused" && preview.refusals.some(({ field, message }) => field === "document" && message.startsWith("Nothing is changed yet")), JSON.stringify(preview));
    }
  });
  it("has what was lost or guessed of its source put right by the form", async () => {
    const before = (await openStandard(app, lead, "LEIC-43"))!;
    assert.notEqual(before.fields.lost, "");
    await made({ type: "edit-standard", id: "LEIC-43", fields: { ...SAME, lost: "", provision: "Page 12" }, from: "2026-06-01" });
    const { line: { now }, fields } = (await openStandard(app, lead, "LEIC-43"))!;
    assert.deepEqual([now.standard.lost, now.standard.citation.provision, now.standard.citation.source, fields.lost], [null, "Page 12", before.line.now.standard.citation.source, ""]);
    await made({ type: "leave-pack", pack: "leicestershire-2023", from: "2026-05-01" });
  });
});

describe("what may not be done", () => {
  const adopt: AskedChange = { type: "adopt-pack", pack: "derby-2020", from: "2026-01-01" };
  for (const [who, viewer] of [["a team manager", personIn(NORTH, "team-manager")], ["a home finder of the agency", personIn(AGENCY, "agency-home-finder")]] as const) {
    it(`is not for ${who}`, async () => {
      for (const outcome of [await makeChange(app, viewer, adopt, WHY, 0), await previewChange(app, viewer, adopt)]) assert.equal(outcome.outcome, "forbidden");
      assert.equal((await openStandards(app, viewer))?.may.manage, false);
    });
  }
  it("leaves another authority's standards to its own lead, in the database too", async () => {
    const other = personIn(SOUTH, "practice-lead");
    assert.equal(await openStandards(app, other, NORTH.code), undefined);
    await assert.rejects(store.inTransaction(other, (writer) => writer.addStandardsChange(NORTH.code, { at: new Date().toISOString(), reason: "x", change: { type: "confirm-standard", id: "TC-01" } })), /NotPermitted|refused/);
    await assert.rejects(store.inTransaction(personIn(NORTH, "team-manager"), (writer) => writer.addStandardsChange(NORTH.code, { at: new Date().toISOString(), reason: "x", change: { type: "confirm-standard", id: "TC-01" } })), /refused/);
  });
  it("lets nobody change or remove what was decided", async () => {
    const application = new pg.Client(database.url("permanence_app"));
    await application.connect();
    try {
      for (const text of ["update standards_change set reason = ''", "delete from standards_change"]) await assert.rejects(application.query(text), { code: "42501" });
    } finally {
      await application.end();
    }
  });
  it("refuses to loosen what is law, with the reason at the field", async () => {
    const revision = await revisionOf(NORTH.code);
    const outcome = await makeChange(app, lead, { type: "edit-standard", id: "TC-08", fields: { ...SAME, within: "2 years" }, from: "2026-07-01" }, WHY, revision);
    assert.equal(outcome.outcome, "refused");
    assert.equal(outcome.outcome === "refused" && outcome.refusals[0]?.field, "within");
    assert.match(JSON.stringify(outcome), /may be tightened, and not loosened\. A longer time: 2 years in place of/);
    assert.equal(await revisionOf(NORTH.code), revision);
  });
  it("refuses a standard that cannot be read, at its field and line", async () => {
    const { yaml } = (await openStandard(app, lead, "TC-08"))!;
    for (const [bad, field, words] of [
      [yaml.replace(/within: .*/, "within: a fortnight or so"), "within", /Line \d+: .*not a length of time/],
      [yaml.replace(/kind: [a-z-]+/, "kind: first-kiss"), "examples", /Line \d+/],
      [`${yaml}\nidea: none`, "idea", /Line \d+: “idea” means nothing here/],
      [yaml.replace(/provision: .*/, 'provision: ""'), "citation", /Line \d+/],
      ["title: [", "yaml", /Line 1: this is not YAML/],
    ] as const) {
      const outcome = await previewChange(app, lead, { type: "set-standard", yaml: bad, from: "2026-07-01" });
      assert.equal(outcome.outcome, "refused", bad.slice(0, 40));
      if (outcome.outcome === "refused") assert.ok(outcome.refusals.some((r) => r.field === field && words.test(r.message)), JSON.stringify(outcome.refusals));
    }
  });
  it("refuses a worked example that does not hold", async () => {
    const { yaml } = (await openStandard(app, lead, "TC-08"))!;
    const outcome = await previewChange(app, lead, { type: "set-standard", yaml: yaml.replace(/within: .*/, "within: 2 working days"), from: "2026-07-01" });
    assert.ok(outcome.outcome === "refused" && outcome.refusals.some(({ field, message }) => field === "examples" && /dueOn should be/.test(message)), JSON.stringify(outcome));
  });
  it("refuses a second lead who had not seen what the first did, and tells them", async () => {
    const basedOn = await revisionOf(NORTH.code);
    const [first, second] = await Promise.all([makeChange(app, lead, adopt, WHY, basedOn), makeChange(app, secondLead, { type: "confirm-standard", id: "TC-09a" }, WHY, basedOn)]);
    assert.deepEqual([first.outcome, second.outcome].toSorted(), ["done", "overtaken"]);
    const late = first.outcome === "overtaken" ? first : second;
    assert.ok(late.outcome === "overtaken" && late.revision === basedOn + 1 && late.since.length === 1 && late.since[0]?.reason === WHY);
    await settled(app);
    assert.ok(await verified());
  });
});

describe("an agency", () => {
  const agencyLead = personIn(AGENCY, "agency-lead");
  it("publishes a pack, which its authorities see and adopt or not; another agency's do not see it", async () => {
    await made({ type: "publish-pack", pack: "leicestershire-2023" }, agencyLead);
    const packs = async (viewer: typeof lead) => (await openStandards(app, viewer))?.packs.find(({ pack }) => pack.id === "leicestershire-2023");
    assert.ok((await packs(agencyLead))?.published !== null);
    assert.deepEqual((await packs(agencyLead))?.adoptedBy, []);
    await made({ type: "adopt-pack", pack: "leicestershire-2023", from: "2026-05-01" });
    assert.deepEqual((await packs(agencyLead))?.adoptedBy.map(({ code }) => code), [NORTH.code]);
    await made({ type: "leave-pack", pack: "leicestershire-2023", from: "2026-05-01" });
    assert.deepEqual([(await packs(lead))?.published?.by, (await packs(lead))?.isAdopted], [agencyLead.account, false]);
    assert.equal((await packs(personIn(SOUTH, "practice-lead")))?.published, null);
  });
  it("decides on nothing else, and an authority publishes nothing", async () => {
    for (const [viewer, asked] of [[agencyLead, { type: "adopt-pack", pack: "derby-2020", from: "2026-01-01" }], [lead, { type: "publish-pack", pack: "derby-2020" }]] as const) {
      assert.equal((await makeChange(app, viewer, asked, WHY, await revisionOf(viewer.organisation.code))).outcome, "refused");
    }
    await assert.rejects(store.inTransaction(agencyLead, (writer) => writer.addStandardsChange(AGENCY.code, { at: new Date().toISOString(), reason: "x", change: { type: "confirm-standard", id: "TC-01" } })), /refused/);
  });
});

describe("what a change would do", () => {
  it("is what it then does: the clocks said to change state are those that do", async () => {
    const asked: AskedChange = { type: "adopt-pack", pack: "central-bedfordshire", from: "2024-01-01" };
    const told: string[] = [];
    const preview = await previewChange(app, lead, asked, (done, of) => told.push(`${done}/${of}`));
    assert.ok(preview.outcome === "preview", JSON.stringify(preview));
    assert.equal(preview.children, 3);
    assert.deepEqual(told, ["0/3", "3/3"]);
    assert.ok(preview.changed.length > 0);
    const manager = personIn(NORTH, "team-manager");
    const states = async () => new Map((await Promise.all(preview.changed.map(async ({ recordId }) => {
      const page = await openChild(app, manager, recordId);
      return (page?.clocks ?? []).map((k) => [`${recordId} ${k.standard} ${k.occurrence}`, k.state] as [string, string]);
    }))).flat());
    const before = await states();
    await made(asked);
    const now = await states();
    for (const { recordId, clocks } of preview.changed) {
      for (const { standard, occurrence, from, to } of clocks) {
        const key = `${recordId} ${standard} ${occurrence}`;
        assert.deepEqual([before.get(key) ?? null, now.get(key) ?? null], [from, to], key);
      }
    }
    const expected = new Set<string>(preview.changed.flatMap(({ recordId, clocks }) => clocks.map((k) => `${recordId} ${k.standard} ${k.occurrence}`)));
    for (const [key, state] of now) if (before.get(key) !== state) assert.ok(expected.has(key), key);
  });
});

describe("a look at what a change would do", () => {
  const asked: AskedChange = { type: "adopt-pack", pack: "derby-2020", from: "2024-01-01" };
  it("goes on when nobody waits for it, says how far it is, and is only for whoever began it", async () => {
    const look = await beginLook(app, lead, asked, { form: "adopt" }, 0);
    assert.deepEqual([look.preview, look.failed], [null, false]);
    while (look.preview === null) await sleep(5);
    const found = lookOf(app, lead, look.id);
    assert.ok(found?.preview?.outcome === "preview" && found.typed["form"] === "adopt");
    assert.deepEqual([found.done, found.children], [found.preview.children, found.preview.children]);
    assert.equal(lookOf(app, secondLead, look.id), undefined);
  });
  it("answers at once where it is quick, and keeps a few of each person's", async () => {
    const first = await beginLook(app, lead, { ...asked, from: "never" }, {}, 60_000);
    assert.equal(first.preview?.outcome, "refused");
    for (let i = 0; i < 5; i++) await beginLook(app, lead, { ...asked, from: "never" }, {}, 60_000);
    assert.equal(lookOf(app, lead, first.id), undefined);
  });
});

describe("making lists anew", () => {
  it("goes on where it was when it was killed, and verify agrees", async () => {
    await store.inTransaction(operatorOf(NORTH), async (writer) => {
      await writer.lock(NORTH.code);
      for (let i = 0; i < 120; i++) await addChild(writer, NORTH.code, `K${i}`, IN_CARE);
    });
    await store.maintenance.rebuild(app.summarise);
    await made({ type: "leave-pack", pack: "central-bedfordshire", from: "2024-01-01" });
    // A change whose lists are not yet made, because the program stopped after the first slice.
    await store.inTransaction(lead, async (writer) => {
      await writer.lock(NORTH.code);
      await writer.addStandardsChange(NORTH.code, { at: new Date().toISOString(), reason: WHY, change: { type: "adopt-pack", pack: "central-bedfordshire", from: day("2024-01-01") } });
    });
    const killed = openStore(database.url());
    await assert.rejects(killed.maintenance.recompute(NORTH.code, app.summarise, () => { throw new Error("killed"); }), /killed/);
    await killed.close();
    const half = await openRecompute(app, lead, NORTH.code);
    assert.ok(half !== null && half.done > 0 && half.done < half.children && half.finishedAt === null, JSON.stringify(half));
    const { ok, beingMadeAnew } = await store.maintenance.verify(app.summarise);
    assert.deepEqual([ok, beingMadeAnew], [true, [{ authority: NORTH.code, done: half.done, children: half.children }]]);
    await superuser.query("update child_clock set due_on = due_on + 1 where record_id = (select record_id from child_clock join child_summary using (authority, record_id) where authority = $1 and due_on is not null and revision < $2 limit 1)", [NORTH.code, half.revision]);
    assert.equal((await store.maintenance.verify(app.summarise)).firstBroken?.book, "projection", "a child still behind is proved too");
    assert.deepEqual(await store.maintenance.authoritiesBehind(), [NORTH.code]);
    await resumeRecomputes(app);
    assert.deepEqual(await store.maintenance.authoritiesBehind(), []);
    assert.ok(await verified());
  });
  it("leaves a child who is written to meanwhile as the newest standards have it", async () => {
    await made({ type: "leave-pack", pack: "central-bedfordshire", from: "2024-01-01" });
    const [, entries] = await Promise.all([
      made({ type: "adopt-pack", pack: "central-bedfordshire", from: "2024-01-01" }),
      store.inTransaction(operatorOf(NORTH), async (writer) => {
        const written = await write(writer, NORTH.code, region.ids.northInCare, drafts([{ kind: "visit", on: "2026-05-02" }]));
        await writer.writeProjections(NORTH.code, [{ recordId: region.ids.northInCare, type: "child", entries: await writer.entriesOf(region.ids.northInCare) }], app.summarise);
        return written;
      }),
    ]);
    assert.equal(entries.length, 1);
    await recompute(app, NORTH.code);
    assert.ok(await verified());
  });
});

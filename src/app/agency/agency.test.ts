import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { type SampleApp, startSampleApp } from "../../../tests/support/sample-app.ts";
import type { Role } from "../../domain/access/role.ts";
import { FIELD_CODES } from "../../domain/agency/agreement.ts";
import type { AdoptionFunction } from "../../domain/agency/functions.ts";
import { differencesOf } from "../../domain/agency/differences.ts";
import type { Person } from "../../domain/access/viewer.ts";
import { day } from "../../domain/dates/day.ts";
import { NO_FILTERS, NONE, STANDARD_VIEW, type View } from "../../domain/tracker/view.ts";
import { asInput } from "../../domain/identity/household.ts";
import { NotPermitted } from "../../store/errors.ts";
import { settingsOf } from "../../store/scope.ts";
import { addChild, AGENCY, drafts, NORTH, operatorOf, OTHER_AGENCY, personIn, SOUTH, WITH_ORDER } from "../../store/sample-region.ts";
import { previewAgreement, saveAgreement } from "../administration/agreement.ts";
import type { App } from "../app.ts";
import { openAdopters, recordAdopters } from "../identity/adopters.ts";
import { answerClocksOf } from "../answers/answer-clocks.ts";
import { declineOne } from "../answers/record-entries.ts";
import { findChildren } from "../find-children.ts";
import { openChild } from "../open-child.ts";
import { openDrift } from "../open-drift.ts";
import { openTracker } from "../open-tracker.ts";
import { showNames } from "../preferences.ts";
import { runCommand } from "../run-command.ts";
import { settled } from "../standards/recompute.ts";
import { fileOf, takeAway } from "../take-away.ts";
import type { ChildPage } from "../views.ts";
import { openWork } from "../work/open-work.ts";
import { noteForAgencyOf, recordAgencyDateOf, settleDifferenceOf, withdrawAgencyEntryOf } from "./change.ts";
import { openDiffering } from "./differing.ts";

const TODAY = day("2026-06-01");
const [finder, elsewhere] = [personIn(AGENCY, "agency-home-finder"), personIn(OTHER_AGENCY, "agency-home-finder")];
const [tracking, manager, administrator, stranger] = [personIn(NORTH, "tracking-administrator"), personIn(NORTH, "team-manager"), personIn(NORTH, "administrator"), personIn(SOUTH, "tracking-administrator")];
const CHILD = [
  ...WITH_ORDER,
  { kind: "particulars", on: "2025-01-10", detail: { givenName: "Bramblewick", familyName: "Thistledown" } },
  { kind: "allocated-worker", on: "2025-01-10", detail: { worker: "SW77", reason: "Wexcombe was full" } },
  { kind: "responsible-team", on: "2025-01-10", detail: { team: "Quillmoor team" } },
  { kind: "barrier", on: "2026-01-10", detail: { barrier: "court", note: "Adjourned at Larkrise" } },
  { kind: "link", on: "2026-05-04", detail: { family: "F-1" } },
  { kind: "match-decision", on: "2026-05-20", detail: { family: "F-1", note: "They fit" } },
] as const;

describe("one record for two agencies", () => {
  let sample: SampleApp;
  let app: App;
  let id = "";
  before(async () => {
    sample = await startSampleApp(TODAY, async (made, store) => {
      await store.inTransaction(operatorOf(NORTH), async (writer) => {
        for (const organisation of [NORTH, SOUTH, AGENCY, OTHER_AGENCY]) await writer.addOrganisation(organisation);
        for (const one of [finder, tracking, manager, administrator]) await writer.addAccount({ account: one.account, name: one.name, role: one.role, organisation: one.organisation.code, worker: null });
        await writer.addAccount({ account: "north.wexcombe", name: "Wexcombe Rill", role: "social-worker", organisation: NORTH.code, worker: "SW77" });
        await writer.agree(AGENCY.code, NORTH.code, "placement-order");
        id = await addChild(writer, NORTH.code, "N1", CHILD);
      });
      await store.maintenance.rebuild(made.summarise);
    });
    app = sample.app;
    await showNames(app, finder, true);
  });
  after(() => sample.stop());

  const opened = async (viewer: Person): Promise<ChildPage> => (await openChild(app, viewer, id)) ?? assert.fail("not found");
  const version = async (): Promise<number> => (await opened(tracking)).version;
  const dated = async (viewer: Person, of: string, on: string) => recordAgencyDateOf(app, viewer, id, await version(), { of, happenedOn: on, certainty: "actual", note: "By telephone" });
  const settle = async (viewer: Person, of: string, how: string) => settleDifferenceOf(app, viewer, id, await version(), { of, how, why: "We looked it up" });
  const listed = async (viewer: Person, view: Partial<View> = {}) => (await openTracker(app, viewer, { page: 1, view: { ...STANDARD_VIEW, ...view } })).lines;
  const differing = (viewer: Person) => listed(viewer, { filters: { ...NO_FILTERS, differs: "yes" } });
  const desks = async () => [await openDiffering(app, tracking, [tracking.role]), await openDiffering(app, finder, [finder.role])].map(({ total }) => total);
  const agree = async (change: { fields?: readonly string[]; functions?: readonly AdoptionFunction[] }) => {
    const made = await saveAgreement(app, operatorOf(NORTH), { agency: AGENCY.code, fromStage: "placement-order", fields: FIELD_CODES, functions: [], ...change }, undefined);
    await settled(app);
    return made.outcome;
  };

  it("the agency puts down its own date and note, which both see and nobody else may write", async () => {
    assert.equal((await dated(finder, "link", "2026-05-08")).outcome, "done");
    assert.equal((await noteForAgencyOf(app, finder, id, await version(), "Two families asked")).outcome, "done");
    for (const viewer of [tracking, finder]) {
      const { case: c } = await opened(viewer);
      assert.deepEqual(differencesOf(c).map((d) => [d.kind, d.state, d.days, d.agency.entry.recordedBy]), [["link", "open", 4, finder.account]]);
      assert.deepEqual([c.of("agency-note")[0]?.detail["note"], c.of("link")[0]?.happenedOn], ["Two families asked", "2026-05-04"]);
      const [line] = await differing(viewer);
      assert.deepEqual([line?.localId, line?.agencyDates["link"]?.on], ["N1", "2026-05-08"]);
    }
    assert.deepEqual(await desks(), [1, 1]);
    assert.equal((await dated(tracking, "link", "2026-05-09")).outcome, "forbidden");
    for (const viewer of [elsewhere, personIn(AGENCY, "administrator")]) assert.notEqual((await dated(viewer, "link", "2026-05-09")).outcome, "done", viewer.role);
    assert.equal((await settle(stranger, "link", "both")).outcome, "not-found");
  });

  it("each side puts its own right and proposes the other's; a decision stays whoever decides it's", async () => {
    assert.equal((await settle(finder, "link", "agency")).outcome, "done");
    assert.deepEqual(await desks(), [1, 0]);
    assert.equal((await settle(tracking, "link", "agency")).outcome, "done");
    assert.deepEqual([await desks(), (await opened(tracking)).case.of("link").map((e) => [e.happenedOn, e.recordedBy, e.detail["family"]])], [[0, 0], [["2026-05-08", tracking.account, "F-1"]]]);
    await dated(finder, "match-decision", "2026-05-21");
    const refused = await settle(tracking, "match-decision", "agency");
    assert.ok(refused.outcome === "refused" && refused.refusals[0]?.field === "how", JSON.stringify(refused));
    assert.equal((await settle(finder, "match-decision", "authority")).outcome, "done");
    assert.deepEqual(await differing(finder), []);
    const own = (await opened(finder)).case.of("agency-date").find((e) => e.detail["of"] === "match-decision");
    assert.equal(own?.happenedOn, "2026-05-20");
    assert.equal((await withdrawAgencyEntryOf(app, finder, id, await version(), { number: own!.number, cause: "entered-in-error", reason: "Ours was a copy" })).outcome, "done");
    const noted = (await opened(tracking)).case.of("agency-note")[0]!.number;
    const byHand = await runCommand(app, tracking, id, await version(), { name: "withdraw-entry", input: { number: noted, cause: "entered-in-error", reason: "No" } });
    assert.equal(byHand.outcome, "refused");
    assert.deepEqual((await sample.owner.query("select distinct command from audit where record_id = $1 and command <> 'sample' order by 1", [id])).rows.map((r) => r.command), ["note-for-agency", "record-agency-date", "settle-difference", "withdraw-agency-entry"]);
    assert.equal((await sample.store.maintenance.verify(app.summarise)).ok, true);
  });

  it("who the adopters are is the agency’s to know with a function that needs it, in the page, the record and the database", async () => {
    const written = { ...asInput({ household: null, child: null }), given1: "Orlaith", family1: "Wrenfeather", address: "47 Tanglewood Rise", town: "Quillby", postcode: "ZQ7 4TW" };
    assert.deepEqual(await recordAdopters(app, tracking, id, 0, written), { outcome: "done" });
    const knows = async () => {
      const { case: c, may } = await opened(finder);
      const sql = new pg.Client(sample.url("permanence_app"));
      await sql.connect();
      await sql.query("begin");
      for (const [name, value] of Object.entries({ ...settingsOf(finder), knows_adopters: id })) await sql.query("select set_config($1, $2, true)", [`viewer.${name}`, value]);
      await sql.query("select viewer_settle()");
      const { rows } = await sql.query<Record<string, number>>("select (select count(*)::int from family_identity) as kept, (select count(*)::int from finding_term where type = 'family') as terms");
      await sql.end();
      return [(await openAdopters(app, finder, id))?.side?.household?.postcode, c.of("link")[0]?.detail["family"], may.adopters, (await findChildren(app, finder, "F-1", 10)).rows.length, ...rows.flatMap(Object.values)];
    };
    const nothing = [undefined, undefined, undefined, 0, 0, 0];
    assert.deepEqual(await knows(), nothing);
    for (const functions of [["family-finding"], ["panel"]] as const) {
      await agree({ functions });
      assert.deepEqual(await knows(), nothing, functions[0]);
    }
    for (const functions of [["matching"], ["adopters"], ["placement-support"], ["adoption-support"]] as const) {
      await agree({ functions });
      assert.deepEqual(await knows(), ["ZQ7 4TW", "F-1", true, 1, 1, 1], functions[0]);
    }
    await agree({});
    assert.deepEqual(await knows(), nothing);
  });

  it("what the agreement does not share is in nothing the agency reads, and filters, orders and searches by it find nothing", async () => {
    const everything = async (viewer: Person): Promise<string> => {
      const { standards: _law, agency: _who, workerNames: _names, ...page } = await opened(viewer);
      const columns: View["columns"] = ["child", "social-worker", "team", "barriers", "on:link", "agency:link"];
      const file = new TextDecoder().decode(await fileOf(await takeAway(app, viewer, { page: 1, view: { ...STANDARD_VIEW, columns } }, "csv"), "csv"));
      const found = await Promise.all(["Thistledown", "Wexcombe", "SW77"].map((text) => findChildren(app, viewer, text, 10)));
      const narrowed = await Promise.all([{ worker: ["SW77"] }, { team: ["Quillmoor team"] }, { barrier: ["court"] }].map((filter) => listed(viewer, { filters: { ...NO_FILTERS, ...filter } })));
      const tracker = await openTracker(app, viewer, { page: 1, view: STANDARD_VIEW });
      return JSON.stringify([page, file.split("\n").filter((row) => row.startsWith("N1")), found.map((f) => f.rows), narrowed, tracker.lines, tracker.choices]);
    };
    assert.match(await everything(finder), /Bramblewick.*SW77.*Larkrise.*Quillmoor/s);
    assert.equal(await agree({ fields: [] }), "done");
    const shown = await everything(finder);
    assert.doesNotMatch(shown, /Bramblewick|Thistledown|SW77|wexcombe|Wexcombe|Quillmoor|Larkrise|They fit|"court"/);
    assert.match(shown, /2026-05-08/);
    assert.deepEqual(await listed(finder, { filters: { ...NO_FILTERS, barrier: [NONE] } }), [], "nobody knows of them that they have no barrier");
    assert.match(shown, /Not shared with your agency/);
    assert.deepEqual([(await openDrift(app, finder))?.barriersHidden?.has(NORTH.code), (await openDrift(app, tracking))?.barriersHidden?.size], [true, 0]);
    assert.match(await everything(tracking), /SW77.*Larkrise.*Quillmoor/s);
    const asked = async (sql: string): Promise<unknown> => (await sample.store.reading(finder, async (reader) => reader.findChildren(sql, 5)));
    assert.deepEqual(await asked("Bramblewick Thistledown"), []);
    // What is not shown is not lost: the agency writes, and the whole record is projected.
    assert.equal((await dated(finder, "link", "2026-05-11")).outcome, "done");
    assert.deepEqual((await sample.owner.query("select name, social_worker, team, barriers, differs from child_summary where record_id = $1", [id])).rows, [
      { name: "Bramblewick Thistledown", social_worker: "SW77", team: "Quillmoor team", barriers: ["court"], differs: ["authority", "agency"] },
    ]);
    assert.deepEqual((await sample.owner.query("select type from finding_term where record_id = $1 and type = 'name'", [id])).rowCount, 1);
    assert.equal((await settle(tracking, "link", "both")).outcome, "done");
    assert.equal(await agree({}), "done");
  });

  it("a function given makes its standards the agency's at once, on their desk, and theirs to answer; nothing else is", async () => {
    const told = (clock: string) => ({ standard: clock, occurrence: "1", says: { as: "entry" as const, input: { kind: "match-told", happenedOn: "2026-05-22", certainty: "actual", detail: {} } } });
    assert.equal((await answerClocksOf(app, finder, id, await version(), [told("TC-16c")])).outcome, "forbidden");
    assert.equal((await openWork(app, finder, { page: 1 })).children, 0);
    const look = await previewAgreement(app, administrator, { agency: AGENCY.code, fromStage: "placement-order", fields: FIELD_CODES, functions: ["matching"] });
    assert.ok(look.outcome === "preview" && look.preview.owners.some(({ id: standard, to }) => standard === "TC-16c" && to === "agency-home-finder"));
    assert.equal(await agree({ functions: ["matching"] }), "done");
    const work = await openWork(app, finder, { page: 1 });
    assert.equal(work.totals.undated, 2, "matching has two standards, which are advisory");
    assert.ok((await opened(tracking)).clocks.some((clock) => clock.standard === "TC-16c" && clock.owner === "agency-home-finder"));
    assert.equal((await answerClocksOf(app, finder, id, await version(), [told("TC-16c")])).outcome, "done");
    const { case: c, given } = await opened(finder);
    assert.deepEqual([c.of("match-told").map((e) => [e.recordedBy, e.detail["onBehalfOf"]]), given?.includes("match-told"), given?.includes("match-decision")], [[[finder.account, undefined]], true, false]);
    const record = async (kind: string) => runCommand(app, finder, id, await version(), { name: "record-entry", input: { kind, happenedOn: "2026-05-25", certainty: "actual", detail: {} } });
    assert.deepEqual([(await record("linking-meeting")).outcome, (await record("introductions-start")).outcome, (await record("permanence-report")).outcome], ["done", "forbidden", "forbidden"]);
    const meeting = (await opened(finder)).case.of("linking-meeting")[0]!;
    assert.equal((await runCommand(app, finder, id, await version(), { name: "correct-entry", input: { number: meeting.number, kind: "linking-meeting", happenedOn: "2026-05-26", certainty: "actual", detail: {}, cause: "corrected", reason: "A day out" } })).outcome, "done");
    // What the agreement does not show them, they can no more take away than read.
    await runCommand(app, tracking, id, await version(), { name: "record-entry", input: { kind: "link-ended", happenedOn: "2026-05-20", certainty: "actual", detail: { note: "They withdrew" } } });
    assert.equal(await agree({ fields: FIELD_CODES.filter((field) => field !== "notes"), functions: ["matching"] }), "done");
    const ended = (await opened(finder)).case.of("link-ended")[0]!;
    assert.deepEqual([ended.detail["note"], ended.hidden], [undefined, ["note"]]);
    assert.equal((await runCommand(app, finder, id, await version(), { name: "correct-entry", input: { number: ended.number, kind: "link-ended", happenedOn: "2026-05-19", certainty: "actual", detail: { note: "" }, cause: "corrected", reason: "A day out" } })).outcome, "done");
    assert.deepEqual((await opened(tracking)).case.of("link-ended").map((e) => [e.happenedOn, e.detail["note"]]), [["2026-05-19", "They withdrew"]]);
    assert.equal(await agree({ functions: ["matching"] }), "done");
    assert.equal((await declineOne(app, finder, id, await version(), { standard: "TC-16d", occurrence: "1", why: "No" })).outcome, "forbidden");
    // Past the program, the database holds the same.
    for (const kind of ["introductions-start", "match-decision", "placement"] as const) {
      await assert.rejects(sample.store.inTransaction(finder, async (writer) => {
        await writer.lock(NORTH.code);
        await writer.appendEntries(NORTH.code, new Map([[id, drafts([{ kind, on: "2026-05-25" }])]]), "2026-06-01T12:00:00.000Z");
      }), NotPermitted, kind);
    }
    await assert.rejects(sample.store.inTransaction(finder, (writer) => writer.addStandardsChange(NORTH.code, { at: "2026-06-01T12:00:00.000Z", reason: "x", change: { type: "give-functions", agency: AGENCY.code, functions: ["panel"] } })), NotPermitted);
    assert.equal(await agree({}), "done");
    assert.deepEqual([(await record("linking-meeting")).outcome, (await openWork(app, finder, { page: 1 })).children], ["forbidden", 0]);
    assert.equal((await sample.store.maintenance.verify(app.summarise)).ok, true);
  });

  it("nobody but those named in the table keeps the agency's record or records for it", async () => {
    for (const role of ["social-worker", "family-finder", "service-manager", "adoption-records", "auditor"] satisfies Role[]) {
      assert.equal((await noteForAgencyOf(app, personIn(NORTH, role), id, 999, "x")).outcome, "forbidden", role);
    }
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type SampleApp, startSampleApp } from "../../../tests/support/sample-app.ts";
import type { Role } from "../../domain/access/role.ts";
import type { Person } from "../../domain/access/viewer.ts";
import type { SampleEntry } from "../../domain/chronology/sample.ts";
import type { ReassignInput } from "../../domain/commands/reassign.ts";
import { day } from "../../domain/dates/day.ts";
import { loadPacks } from "../../reference/packs.ts";
import { addChild, NORTH, operatorOf, personIn, SOUTH } from "../../store/sample-region.ts";
import type { App } from "../app.ts";
import { openDrift } from "../open-drift.ts";
import { openChild } from "../open-child.ts";
import { openChange, undoChange } from "../several/change.ts";
import { openWork } from "../work/open-work.ts";
import { checkPapers } from "./check-papers.ts";
import { openTeamChildren } from "./open-children.ts";
import { openTeamItems } from "./open-items.ts";
import { openService } from "./open-service.ts";
import { openTeam } from "./open-team.ts";
import { previewReassign, reassign, type ReassignOutcome } from "./reassign.ts";
import type { TeamPage } from "./views.ts";

const today = day("2026-06-01");
const PACK = loadPacks().find(({ id }) => id === "leicestershire-2023")!;
let sample: SampleApp;
let app: App;
const ids = new Map<string, string>();
const idsOf = (...localIds: readonly string[]): readonly string[] => localIds.map((localId) => ids.get(localId)!);

const someone = (account: string, role: Role): Person => ({ ...personIn(NORTH, role), account, name: account });
const manager = someone("manager", "team-manager");
const service = someone("service", "service-manager");
const ash = someone("ash", "social-worker");
const birch = someone("birch", "social-worker");
const cedar = someone("cedar", "family-finder");

const care = (worker: string | undefined, team: string): readonly SampleEntry[] => [
  { kind: "birth", on: "2025-01-10" }, { kind: "looked-after", on: "2025-06-02" }, { kind: "legal-status", on: "2025-06-02", detail: { status: "C1" } },
  { kind: "responsible-team", on: "2025-06-02", detail: { team } }, ...(worker === undefined ? [] : [{ kind: "allocated-worker" as const, on: "2025-06-03", detail: { worker } }]),
  { kind: "review", on: "2025-06-27" },
];
const decided = (on: string): readonly SampleEntry[] => [{ kind: "review", on: "2025-09-20" }, { kind: "primary-plan", on: "2025-09-20", detail: { plan: "ADOPTION" } }, { kind: "plan-decision", on }];
const CHILDREN: Readonly<Record<string, readonly SampleEntry[]>> = {
  "A-1": care("SW1", "A"), "A-2": care("ash", "A"), "A-3": care("SW9", "A"), "B-1": care("birch", "B"), "N-1": care(undefined, "A"),
  "W-1": [...care("birch", "A"), ...decided("2026-05-28")],
  "P-1": [...care("SW1", "A"), ...decided("2026-01-12"), { kind: "family-finder", on: "2026-01-14", detail: { worker: "cedar" } }, { kind: "placement-order", on: "2026-02-02" },
    { kind: "interagency-discussed", on: "2026-02-10" }, { kind: "papers-to-manager", on: "2026-05-25" }, { kind: "matching-panel", on: "2026-06-20", certainty: "planned", recordedOn: "2026-05-01" }],
  "C-1": [...care("SW1", "B"), { kind: "closure-summary", on: "2026-05-20", certainty: "provisional" }],
  "D-1": [...care("birch", "B").filter(({ kind }) => kind !== "legal-status"), { kind: "legal-status", on: "2025-06-02", detail: { status: "V2" } }],
};

before(async () => {
  sample = await startSampleApp(today, async (_app, store) => {
    await store.inTransaction(operatorOf(SOUTH), async (writer) => {
      await writer.addOrganisation(SOUTH);
      await writer.addAccount({ account: "southern", name: "southern", role: "social-worker", organisation: SOUTH.code, worker: null });
    });
    await store.inTransaction(operatorOf(NORTH), async (writer) => {
      await writer.addOrganisation(NORTH);
      const worker = new Map([["ash", "SW1"]]);
      const team = new Map([["manager", "A"], ["other", "B"], ["ash", "A"], ["birch", "B"]]);
      for (const { account, name, role } of [manager, someone("other", "team-manager"), service, ash, birch, cedar, someone("officer", "reviewing-officer")]) {
        await writer.addAccount({ account, name, role, organisation: NORTH.code, worker: worker.get(account) ?? null, team: team.get(account) ?? null });
      }
      await writer.addAccount({ account: "gone", name: "gone", role: "social-worker", organisation: NORTH.code, worker: "SW9", leftOn: day("2026-05-01") });
      await writer.lock(NORTH.code);
      await writer.addStandardsChange(NORTH.code, { at: "2025-01-06T09:00:00.000Z", reason: "Agreed", change: { type: "adopt-pack", pack: PACK.id, from: day("2025-01-01") } });
      for (const [localId, entries] of Object.entries(CHILDREN)) ids.set(localId, await addChild(writer, NORTH.code, localId, entries));
    });
  });
  app = sample.app;
  await sample.store.maintenance.rebuild(app.summarise);
});
after(() => sample.stop());

const teamOf = async (person: Person = manager, team?: string): Promise<TeamPage> => (await openTeam(app, person, team)) ?? assert.fail("no team");

describe("a manager’s team", () => {
  it("has every figure equal to the length of the list that it opens", async () => {
    for (const team of [undefined, "all", "B", "none"]) {
      const page = await teamOf(manager, team);
      for (const { holder, late, week, later } of page.holders) {
        for (const [group, n] of [["late", late], ["week", week], ["later", later]] as const) {
          assert.equal((await openTeamItems(app, manager, { team, who: holder, group, page: 1 }))?.total, n, `${team} ${holder} ${group}`);
        }
      }
      for (const { standard, late } of page.standards) assert.equal((await openTeamItems(app, manager, { team, standard, group: "late", page: 1 }))?.total, late, standard);
      assert.equal(page.holders.reduce((sum, { late }) => sum + late, 0), page.totals.late);
      for (const { holder, type, children } of page.holders) {
        if (type !== "role") assert.equal((await openTeamChildren(app, manager, holder, team))?.total ?? 0, children, `${team} ${holder}`);
      }
    }
  });

  it("is their own team’s and that of teams nobody else manages; a worker has one line by both their names, and who has left none", async () => {
    const page = await teamOf();
    assert.equal(page.label, "A");
    assert.deepEqual(page.holders.filter(({ type }) => type === "worker").map(({ name, children }) => [name, children]).sort(), [["ash", 3], ["birch", 1], ["cedar", 1]]);
    assert.deepEqual((await openTeamChildren(app, manager, "nobody:social-worker"))?.children.map(({ localId, socialWorker }) => [localId, socialWorker]).sort(), [["A-3", "gone, who has left"], ["N-1", null]]);
    assert.equal(await openTeam(app, ash), undefined, "nobody else’s");
    assert.equal(await openTeamItems(app, cedar, { page: 1 }), undefined);
  });

  it("says who waits for a family finder and when the week ends, what is to be checked and what to be signed off", async () => {
    const page = await teamOf(manager, "all");
    assert.deepEqual(page.wanting.map(({ localId, decidedOn, clock }) => [localId, decidedOn, clock?.standard, clock?.dueOn, clock?.late]), [["W-1", "2026-05-28", "LEIC-01a", "2026-06-04", false]]);
    assert.deepEqual([page.papers, page.summaries].map((list) => list.map(({ localId, since }) => [localId, since])), [[["P-1", "2026-05-25"]], [["C-1", "2026-05-20"]]]);
    assert.deepEqual((await teamOf()).summaries, [], "another team’s");
  });

  it("has papers checked by the team manager alone, sent back with what is missing, and then gone", async () => {
    const child = async () => (await openChild(app, manager, ids.get("P-1")!))!;
    const check = async (person: Person, outcome: "ready" | "back" | "", happenedOn: string, note = "") => checkPapers(app, person, await child(), (await child()).version, { outcome, happenedOn, note });
    const said = (outcome: Awaited<ReturnType<typeof check>>): readonly string[] => (outcome.outcome === "refused" ? outcome.refusals.map((r) => r.field) : [outcome.outcome]);
    assert.deepEqual(said(await check(manager, "", "")), ["outcome", "happenedOn"]);
    assert.deepEqual(said(await check(manager, "back", "2026-05-30")), ["note", "happenedOn"]);
    assert.match(JSON.stringify(await check(service, "ready", "2026-06-01")), /only the team manager, or their named deputy/);
    assert.deepEqual(said(await check(manager, "back", "2026-06-05", "No medical")), ["done"]);
    assert.deepEqual(said(await check(manager, "back", "2026-06-08", "Still no medical")), ["done"]);
    assert.deepEqual((await teamOf()).papers.map(({ note }) => note), ["Still no medical"]);
    assert.deepEqual(said(await check(manager, "ready", "2026-06-01")), ["done"]);
    assert.deepEqual((await teamOf()).papers, []);
  });
});

describe("a service manager’s page", () => {
  it("counts drift as the page of drift lists it, and late work by team", async () => {
    const page = (await openService(app, service))!;
    const drift = (await openDrift(app, service))!;
    for (const { rule, past, near } of drift.groups) assert.deepEqual(page.drift.filter((line) => line.rule === rule).map((line) => [line.past, line.near]), [[past, near]], rule);
    assert.ok(page.drift.some(({ past }) => past > 0));
    assert.deepEqual(page.teams.map(({ team }) => team).sort(), ["A", "B"]);
    assert.equal(await openService(app, manager), undefined);
  });
  it("has the searches that wait for a decision, and what went late in a week as the list behind it", async () => {
    const page = (await openService(app, service))!;
    assert.deepEqual(page.interagency.map(({ localId, since }) => [localId, since]), [["P-1", "2026-02-10"]]);
    assert.equal((await openTeamItems(app, service, { team: "all", newly: true, page: 1 }))?.total, page.changed.newlyLate);
  });
});

const input = (over: Partial<ReassignInput> = {}): ReassignInput => ({ track: "allocated-worker", to: "birch", happenedOn: "2026-06-01", reason: "Ash goes to another team", ...over });
async function give(localIds: readonly string[], over: Partial<ReassignInput> = {}, person: Person = manager): Promise<ReassignOutcome> {
  const looked = await previewReassign(app, person, idsOf(...localIds), input(over));
  const children = looked.outcome === "preview" ? looked.preview.children : idsOf(...localIds).map((recordId) => ({ recordId, version: 999 }));
  return reassign(app, person, children.map(({ recordId, version }) => ({ recordId, basedOn: version })), input(over));
}

describe("reassigning", () => {
  it("is refused to whoever left, is of another organisation, or has the child; and to whoever may not give", async () => {
    const why = (outcome: ReassignOutcome): string => (outcome.outcome === "refused-for-all" ? outcome.refusals.map((r) => r.message).join() : outcome.outcome === "forbidden" ? outcome.reason : outcome.outcome);
    assert.match(why(await give(["A-1"], { to: "gone" })), /gone left on 1 May 2026/);
    assert.match(why(await give(["A-1"], { to: "southern" })), /Nobody here has this account|another organisation/);
    assert.equal(why(await give(["B-1"])), "refused");
    assert.match(why(await give(["A-1"], {}, ash)), /does not let you give children to other workers/);
    const many = await previewReassign(app, manager, Array.from({ length: 201 }, (_, i) => `00000000-0000-4000-8000-${String(i).padStart(12, "0")}`), input());
    assert.match(JSON.stringify(many), /201 children are too many at once: give at most 200/);
    assert.equal((await give(["A-1"], {}, personIn(SOUTH, "team-manager"))).outcome, "refused-for-all", "nobody reaches another authority’s child");
  });

  it("gives all or none, told to the new worker with what was left open, and can be undone", async () => {
    assert.equal((await give(["A-1", "B-1"])).outcome, "refused");
    assert.equal((await openChild(app, manager, ids.get("A-1")!))!.case.of("allocated-worker").at(-1)?.detail["worker"], "SW1");
    const done = await give(["A-1", "A-2", "N-1"]);
    assert.ok(done.outcome === "done", JSON.stringify(done));
    const { takenOver } = await openWork(app, birch, { page: 1 });
    assert.deepEqual(takenOver.map(({ localId, previous, since, late, leftOpen }) => [localId, previous, since, late > 0, leftOpen > 0]),
      [["A-1", "ash", "2026-06-01", true, true], ["A-2", "ash", "2026-06-01", true, true], ["N-1", null, "2026-06-01", true, true]]);
    const history = (await openChild(app, manager, ids.get("A-1")!))!.case.of("allocated-worker");
    assert.deepEqual(history.map(({ detail, happenedOn, until }) => [detail["worker"], happenedOn, until]), [["SW1", "2025-06-03", "2026-06-01"], ["birch", "2026-06-01", undefined]]);
    const change = (await openChange(app, manager, done.change))!;
    assert.deepEqual([change.type, change.kind, change.children.length, change.mayUndo], ["recorded", "allocated-worker", 3, true]);
    assert.equal((await undoChange(app, manager, done.change)).outcome, "done");
    assert.deepEqual((await openWork(app, birch, { page: 1 })).takenOver, []);
    assert.equal((await openChild(app, manager, ids.get("A-1")!))!.case.of("allocated-worker").at(-1)?.until, undefined);
  });

  it("allocates a family finder, and the child waits for nobody any more", async () => {
    assert.equal((await give(["W-1"], { track: "family-finder", to: "cedar" })).outcome, "done");
    assert.deepEqual((await teamOf(manager, "all")).wanting, []);
  });
});

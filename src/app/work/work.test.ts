import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { startSampleApp } from "../../../tests/support/sample-app.ts";
import type { Role } from "../../domain/access/role.ts";
import type { Person } from "../../domain/access/viewer.ts";
import type { SampleEntry } from "../../domain/chronology/sample.ts";
import { addDays, day } from "../../domain/dates/day.ts";
import { drafts, NORTH, operatorOf, personIn, SOUTH } from "../../store/sample-region.ts";
import type { Store } from "../../store/store.ts";
import type { Writer } from "../../store/writer.ts";
import type { App } from "../app.ts";
import { showNames } from "../preferences.ts";
import { runCommand } from "../run-command.ts";
import { asksOf } from "./asks.ts";
import { arrangeCover, decidingRoles, endCover, openCover } from "./cover.ts";
import { openWeek } from "./open-week.ts";
import { markWorkSeen, openWork } from "./open-work.ts";
import { waitingFor } from "./waiting.ts";

const today = day("2026-11-20");
const person = (account: string, role: Role, name: string): Person => ({ ...personIn(NORTH, role), account, name });
const worker = person("north.worker", "social-worker", "Ash Rowan");
const colleague = person("north.colleague", "social-worker", "Birch Vale");
const manager = person("north.manager", "team-manager", "Cedar Holt");
const decides = person("north.decides", "decision-maker", "Drew Elder");
const PEOPLE = [worker, colleague, manager, decides];

let app: App;
let store: Store;
let stop: () => Promise<void>;
let now = `${today}T12:00:00.000Z`;
const ids = new Map<string, string>();

const IN_CARE: readonly SampleEntry[] = [
  { kind: "birth", on: "2020-05-04" }, { kind: "particulars", on: "2025-11-03", detail: { givenName: "Marram", familyName: "Thrift" } },
  { kind: "looked-after", on: "2025-11-03" }, { kind: "legal-status", on: "2025-11-03", detail: { status: "C2" } },
  { kind: "placement", on: "2025-11-03", detail: { type: "U6" } },
];
/** Visited last on a day, and by that due again six weeks on. */
const visited = (on: string): readonly SampleEntry[] => [...IN_CARE, { kind: "visit", on: "2025-11-05" }, { kind: "visit", on }];
const hers: SampleEntry = { kind: "allocated-worker", on: "2025-11-03", detail: { worker: "SW1" } };

before(async () => {
  ({ app, store, stop } = await startSampleApp(today, async (made, store) => {
    await store.inTransaction(operatorOf(NORTH), async (writer) => {
      await writer.addOrganisation(NORTH);
      for (const { account, name, role } of PEOPLE) await writer.addAccount({ account, name, role, organisation: NORTH.code, worker: account === worker.account ? "SW1" : null });
      await add(made, writer, "LATE", [...visited("2026-09-25"), hers]);
      await add(made, writer, "SOON", [...visited("2026-10-14"), hers]);
      await add(made, writer, "GIVEN", [...visited("2026-09-28"),
        { kind: "allocated-worker", on: "2025-11-03", until: "2026-11-10", detail: { worker: "north.colleague" } },
        { kind: "allocated-worker", on: "2026-11-10", detail: { worker: "SW1" } }]);
      await add(made, writer, "THEIRS", [...visited("2026-10-02"), { kind: "allocated-worker", on: "2025-11-03", detail: { worker: "north.colleague" } }]);
    });
    await store.inTransaction(operatorOf(SOUTH), async (writer) => {
      await writer.addOrganisation(SOUTH);
      await writer.addAccount({ account: "south.one", name: "Somebody", role: "social-worker", organisation: SOUTH.code, worker: null });
    });
  }, () => now));
});
after(() => stop());

async function add(made: App, writer: Writer, localId: string, rows: readonly SampleEntry[]): Promise<void> {
  const { id } = await writer.createRecord(NORTH.code, "child", localId);
  ids.set(localId, id);
  const written = await writer.appendHistory(NORTH.code, drafts(rows).map((draft) => ({ recordId: id, draft, recordedAt: `${draft.happenedOn}T09:00:00.000Z` })), "north.manager");
  await writer.writeProjections(NORTH.code, [{ recordId: id, type: "child", entries: written.get(id) ?? [] }], made.summarise);
}

const visits = async (who: Person) => (await openWork(app, who, { page: 1 })).items.filter(({ standard }) => standard === "TC-05");
const shown = (items: Awaited<ReturnType<typeof visits>>) => items.map(({ localId, group }) => `${localId} ${group}`);

describe("somebody’s work", () => {
  it("has what is due of their own children, late first, and says what to do next", async () => {
    const work = await openWork(app, worker, { page: 1 });
    assert.deepEqual(shown(await visits(worker)), ["LATE late", "GIVEN late", "SOON week"]);
    assert.equal(work.first?.group, "late");
    assert.match(work.next?.before ?? "", /^Do first: /);
    const [late] = await visits(worker);
    assert.deepEqual([late?.title, late?.dueOn, late?.standing, late?.because, late?.may],
      ["Social worker’s visits to a looked-after child", "2026-11-06", "Overdue 14 days", "Runs from Social worker’s visit, 25 September 2026", { answer: true, decline: false, extend: false }]);
    assert.deepEqual(shown((await openWork(app, worker, { page: 1, child: ids.get("SOON") })).items.filter(({ standard }) => standard === "TC-05")), ["SOON week"]);
    assert.equal((await openWork(app, worker, { page: 1, child: ids.get("THEIRS") })).total, 0);
  });
  it("holds no name until its reader chooses to see names", async () => {
    assert.ok((await visits(worker)).every(({ name }) => name === null));
    await showNames(app, worker, true);
    assert.ok((await visits(worker)).every(({ name }) => name === "Marram Thrift"));
    await showNames(app, worker, false);
  });
  it("says whom they have taken over, from whom, and what was left open", async () => {
    const { takenOver } = await openWork(app, worker, { page: 1 });
    const [child, ...others] = takenOver;
    assert.deepEqual([child?.localId, child?.as, child?.since, child?.previous, others.length], ["GIVEN", "social-worker", "2026-11-10", "Birch Vale", 0]);
    assert.ok(child!.leftOpen >= 1 && child!.late >= 1 && child!.late <= child!.leftOpen);
  });
  it("tells what is new until it is marked as seen, and no more of what they wrote themselves", async () => {
    const notices = async () => (await openWork(app, worker, { page: 1 })).notices ?? assert.fail();
    const before = await notices();
    assert.equal(before.seenAt, null);
    assert.deepEqual(before.told, [], "nothing in the last seven days");
    now = `${today}T13:00:00.000Z`;
    await markWorkSeen(app, worker);
    const seen = await notices();
    assert.deepEqual([seen.seenAt, seen.counts, seen.items, seen.told], [now, { "new": 0, "moved": 0, "gone-late": 0 }, [], []]);
    now = `${today}T14:00:00.000Z`;
    const record = (who: Person, localId: string, on: string, kind = "visit") => store.reader(who).getRecord(ids.get(localId)!).then((found) =>
      runCommand(app, who, found!.id, found!.version, { name: "record-entry", input: { kind, happenedOn: on, certainty: "actual", detail: {} } }));
    assert.equal((await record(worker, "LATE", "2026-11-19")).outcome, "done");
    assert.deepEqual((await notices()).counts, { "new": 0, "moved": 0, "gone-late": 0 });
    assert.equal((await record(manager, "SOON", "2026-11-18")).outcome, "done");
    assert.equal((await record(manager, "GIVEN", "2026-11-18", "reviewing-service-told")).outcome, "done");
    assert.equal((await record(manager, "THEIRS", "2026-11-18", "reviewing-service-told")).outcome, "done");
    const after = await notices();
    assert.deepEqual(after.items.filter(({ standard }) => standard === "TC-05").map(({ type, localId, dueOn }) => [type, localId, dueOn]), [["new", "SOON", "2026-12-30"]]);
    assert.deepEqual(after.told.map(({ localId, kind, by }) => [localId, kind, by]), [["GIVEN", "reviewing-service-told", "Cedar Holt"]]);
    assert.deepEqual(shown(await visits(worker)), ["GIVEN late", "SOON later", "LATE later"]);
  });
  it("is asked once for what its first sentence and its sections both say", async () => {
    let reads = 0;
    const reading: Store["reading"] = (...asked) => { reads += 1; return store.reading(...asked); };
    const counting: App = { ...app, store: { ...store, reading } };
    const readsOf = async (work: () => Promise<unknown>): Promise<number> => { const before = reads; await work(); return reads - before; };
    const asks = asksOf(counting, manager, ["team-manager"]);
    const sections = await readsOf(() => Promise.all([asks.actions(), asks.updates(), asks.challenges(), asks.forms()]));
    const sentence = await readsOf(() => waitingFor(counting, manager, ["team-manager"], asks));
    assert.ok(sections > 0);
    assert.equal(sections + sentence, await readsOf(() => waitingFor(counting, manager, ["team-manager"])), "both together ask no more than the sentence alone");
  });

  it("is laid out day by day for a week, with what is late from before only this week", async () => {
    const week = await openWeek(app, worker);
    assert.equal(week.monday, "2026-11-16");
    assert.ok(week.before.some(({ localId }) => localId === "GIVEN"));
    const later = await openWeek(app, worker, day("2026-12-31"));
    assert.deepEqual([later.monday, later.before.length], ["2026-12-28", 0]);
    assert.deepEqual(later.days.filter(({ items }) => items.some(({ standard }) => standard === "TC-05")).map(({ on }) => on), ["2026-12-30", "2026-12-31"]);
  });
});

describe("cover", () => {
  const ask = (who: Person, over: Partial<Parameters<typeof arrangeCover>[2]> = {}) =>
    arrangeCover(app, who, { account: colleague.account, coveredBy: worker.account, fromOn: today, untilOn: addDays(today, 3), ...over });
  const said = async (asked: ReturnType<typeof ask>): Promise<readonly string[]> => {
    const outcome = await asked;
    return outcome.outcome === "refused" ? outcome.refusals.map(({ field, message }) => `${field}: ${message}`) : ["done"];
  };

  it("is refused in words, and then nothing is written", async () => {
    assert.deepEqual(await said(ask(manager, { fromOn: "", untilOn: "never" })), ["fromOn: Enter the first day of the cover", "untilOn: Enter the last day of the cover"]);
    assert.match((await said(ask(manager, { coveredBy: "south.one" })))[0] ?? "", /^coveredBy: Choose who does the work/);
    assert.match((await said(ask(worker)))[0] ?? "", /^account: You cannot arrange cover for Birch Vale/);
    assert.deepEqual((await openCover(app, manager)).others, []);
  });
  it("puts the other’s work on the desk, after one’s own and marked, until it is ended", async () => {
    assert.deepEqual(await said(ask(manager)), ["done"]);
    assert.match((await said(ask(manager)))[0] ?? "", /^fromOn: Birch Vale is covered already/);
    const own = await visits(worker);
    assert.deepEqual(own.map(({ localId, forWhom }) => `${localId} ${forWhom ?? "own"}`), ["GIVEN own", "THEIRS Birch Vale", "SOON own", "LATE own"]);
    assert.deepEqual((await openWork(app, worker, { page: 1 })).covering, [{ name: "Birch Vale", untilOn: addDays(today, 3) }]);
    assert.deepEqual((await openWork(app, colleague, { page: 1 })).coveredBy, { name: "Ash Rowan", untilOn: addDays(today, 3) });
    const [cover] = (await openCover(app, manager)).others;
    assert.deepEqual([cover?.name, cover?.coveredByName, cover?.isNow], ["Birch Vale", "Ash Rowan", true]);
    assert.equal(await endCover(app, worker, cover!.id), false);
    assert.equal(await endCover(app, manager, "no-such-id"), false);
    assert.equal(await endCover(app, colleague, cover!.id), true);
    assert.deepEqual((await visits(worker)).map(({ localId }) => localId), ["GIVEN", "SOON", "LATE"]);
  });
  it("lets a decision-maker name a deputy, who then decides in that role too, and nobody else name one", async () => {
    const roles = () => decidingRoles(store.reader(manager), manager, today);
    assert.deepEqual(await roles(), ["team-manager"]);
    assert.match((await said(ask(manager, { account: decides.account, coveredBy: manager.account })))[0] ?? "", /^account: You cannot arrange cover for Drew Elder/);
    assert.deepEqual(await said(ask(decides, { account: decides.account, coveredBy: manager.account })), ["done"]);
    assert.deepEqual(await roles(), ["team-manager", "decision-maker"]);
    assert.deepEqual(await decidingRoles(store.reader(manager), manager, addDays(today, 4)), ["team-manager"]);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type SampleApp, startSampleApp } from "../../../tests/support/sample-app.ts";
import type { Role } from "../../domain/access/role.ts";
import type { Person } from "../../domain/access/viewer.ts";
import type { SampleEntry } from "../../domain/chronology/sample.ts";
import { type Day, day } from "../../domain/dates/day.ts";
import type { SeriesDefinition } from "../../domain/meetings/meeting.ts";
import { USUAL_SERIES } from "../../domain/meetings/usual-series.ts";
import type { UpdateAnswers } from "../../domain/meetings/update.ts";
import { drafts, NORTH, operatorOf, personIn } from "../../store/sample-region.ts";
import { arrangeCover } from "../work/cover.ts";
import { readWord } from "../../../tests/support/word.ts";
import { openUpdates, waitingUpdatesOf } from "./answered.ts";
import { chronologyFile } from "./chronology-file.ts";
import { openArrange } from "./arrange.ts";
import { keepAsking } from "./keep-asking.ts";
import { receivePapers } from "./papers.ts";
import { askForUpdates, remindOf, saveUpdate, updateOf } from "./updates.ts";

const person = (account: string, role: Role, name: string): Person => ({ ...personIn(NORTH, role), account: `north.${account}`, name });
const administrator = person("admin", "tracking-administrator", "Alder Lane");
const ash = person("ash", "social-worker", "Ash Rowan");
const birch = person("birch", "social-worker", "Birch Vale");
const gone = person("gone", "social-worker", "Gorse Down");
const cedar = person("cedar", "team-manager", "Cedar Holt");
const TEAMS: Readonly<Record<string, string>> = { "north.ash": "East", "north.birch": "East", "north.cedar": "East" };

const HELD_ON = day("2026-12-01");
const definition: SeriesDefinition = { ...USUAL_SERIES[0]!.definition, rhythm: { every: "never" } };
const ITEM = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;
const CHILDREN = ["ONE", "TWO", "THREE", "NOBODY"] as const;

let sample: SampleApp;
let today: Day = day("2026-11-20");
let meeting: string;
const ids = new Map<string, string>();

const inCare = (more: readonly SampleEntry[]): readonly SampleEntry[] => [
  { kind: "birth", on: "2020-05-04" }, { kind: "particulars", on: "2026-01-05", detail: { givenName: "Marram", familyName: "Thrift" } }, { kind: "looked-after", on: "2026-01-05" },
  { kind: "legal-status", on: "2026-01-05", detail: { status: "C1" } }, { kind: "placement", on: "2026-01-05", detail: { type: "U6" } }, { kind: "responsible-team", on: "2026-01-05", detail: { team: "East" } }, ...more,
];
const has = (worker: string): SampleEntry => ({ kind: "allocated-worker", on: "2026-01-05", detail: { worker } });

before(async () => {
  sample = await startSampleApp(() => today, async (app, store) => {
    await store.inTransaction(operatorOf(NORTH), async (writer) => {
      await writer.addOrganisation(NORTH);
      for (const { account, name, role } of [administrator, ash, birch, gone, cedar]) {
        await writer.addAccount({ account, name, role, organisation: NORTH.code, worker: account === ash.account ? "SW1" : null, team: TEAMS[account] ?? null, leftOn: account === gone.account ? day("2026-10-01") : null });
      }
      const entries: Readonly<Record<(typeof CHILDREN)[number], readonly SampleEntry[]>> = { ONE: [has("SW1")], TWO: [has("SW1"), { kind: "primary-plan", on: "2026-06-01", detail: { plan: "ADOPTION" } }], THREE: [has(birch.account)], NOBODY: [has(gone.account)] };
      for (const localId of CHILDREN) {
        const { id } = await writer.createRecord(NORTH.code, "child", localId);
        ids.set(localId, id);
        const written = await writer.appendHistory(NORTH.code, drafts(inCare(entries[localId])).map((draft) => ({ recordId: id, draft, recordedAt: `${draft.happenedOn}T09:00:00.000Z` })), cedar.account);
        await writer.writeProjections(NORTH.code, [{ recordId: id, type: "child", entries: written.get(id) ?? [] }], app.summarise);
      }
    });
    await store.inTransaction(administrator, async (writer) => {
      const series = await writer.meetings.addSeries(NORTH.code, definition, app.clock.now());
      meeting = (await writer.meetings.addMeeting(NORTH.code, series, HELD_ON))!;
      await writer.meetings.putItems(NORTH.code, meeting, CHILDREN.map((localId, i) => ({
        id: ITEM(i), authority: NORTH.code, recordId: ids.get(localId)!, title: null, part: "plans", position: i + 1, minutes: 10, mode: "discuss", reasons: [], presenter: null, changedBy: null, why: null,
      })));
    });
  });
});
after(() => sample.stop());

const messages = async () => (await sample.owner.query<{ account: string; template: string; path: string; detail: Record<string, unknown> }>("select account, template, path, detail from message order by at, template, account")).rows;
const ANSWERS: UpdateAnswers = { planRight: "yes", legalRight: "no", legalNote: "A full care order was made on 12 November", timescales: "Matching panel on 9 January", securing: "Carers assessed", drift: "none" };

describe("updates before a meeting", () => {
  it("are asked by nobody of itself where the agenda came together after the day for asking", async () => {
    await keepAsking(sample.app);
    assert.deepEqual(await messages(), []);
    assert.equal((await openArrange(sample.app, administrator, meeting))?.asked, false);
  });

  it("are asked of each child’s worker in one message without a name; of the manager where nobody has the child", async () => {
    assert.deepEqual(await askForUpdates(sample.app, ash, meeting), { outcome: "forbidden", reason: "Child’s social worker: this role does not let you set up tracking meetings, build their agendas and keep their minutes" });
    assert.deepEqual(await askForUpdates(sample.app, administrator, meeting), { outcome: "done", asked: 4, nobody: [] });
    assert.deepEqual((await askForUpdates(sample.app, administrator, meeting)), { outcome: "done", asked: 0, nobody: [] });
    assert.equal((await openArrange(sample.app, administrator, meeting))?.asked, true, "nor does Arrange want it done again");
    const sent = await messages();
    assert.deepEqual(sent.map(({ account, template, path, detail }) => [account, template, path, detail["count"], detail["dueOn"]]), [
      [ash.account, "update-asked", "/work#for-meetings", 2, "2026-11-24"],
      [birch.account, "update-asked", `/meetings/items/${ITEM(2)}/update`, 1, "2026-11-24"],
      [cedar.account, "update-asked", `/meetings/items/${ITEM(3)}/update`, 1, "2026-11-24"],
    ]);
    assert.doesNotMatch(JSON.stringify(sent), /Marram|Thrift|ONE|TWO|THREE|NOBODY/);
    const page = (await openUpdates(sample.app, administrator, meeting))!;
    assert.deepEqual(page.lines.map(({ localId, asked, because }) => [localId, asked, because]), [["NOBODY", "Cedar Holt", "left"], ["ONE", "Ash Rowan", "worker"], ["THREE", "Birch Vale", "worker"], ["TWO", "Ash Rowan", "worker"]]);
  });

  it("are filled in with what the record says, and of another worker’s child there is nothing to see or to answer", async () => {
    const page = (await updateOf(sample.app, ash, ITEM(1)))!;
    assert.deepEqual([page.facts.planRight?.[0]?.text, page.facts.legalRight?.map(({ text }) => text)], ["Adoption, since 1 June 2026", ["Interim care order, since 5 January 2026", "Fostering, since 5 January 2026"]]);
    assert.deepEqual([page.finding, page.may], [true, { answer: true, papers: true, correct: true }]);
    assert.equal(await updateOf(sample.app, birch, ITEM(1)), undefined);
    assert.deepEqual(await saveUpdate(sample.app, birch, ITEM(1), { answers: ANSWERS, basedOn: 0, send: true }), { outcome: "not-found" });
    assert.deepEqual((await openUpdates(sample.app, birch, meeting))?.lines.map(({ localId }) => localId), ["THREE"]);
    assert.deepEqual((await waitingUpdatesOf(sample.app, ash)).map(({ localId, dueOn, forWhom }) => [localId, dueOn, forWhom]), [["ONE", "2026-11-24", null], ["TWO", "2026-11-24", null]]);
  });

  it("are kept as typed, are not sent while something is missing, and lose neither of two people’s words", async () => {
    assert.deepEqual(await saveUpdate(sample.app, ash, ITEM(0), { answers: { timescales: "Begun" }, basedOn: 0, send: false }), { outcome: "saved", revision: 1, sent: false });
    const early = await saveUpdate(sample.app, ash, ITEM(0), { answers: { legalRight: "no", timescales: "Begun" }, basedOn: 1, send: true });
    assert.deepEqual(early.outcome === "refused" && [early.revision, early.refusals.map(({ box }) => box)], [2, ["planRight", "legalNote", "securing", "drift"]]);
    assert.equal((await updateOf(sample.app, ash, ITEM(0)))?.update?.answers.legalRight, "no", "kept, though not sent");
    const late = await saveUpdate(sample.app, cedar, ITEM(0), { answers: ANSWERS, basedOn: 1, send: true });
    assert.deepEqual(late.outcome === "overtaken" && [late.theirs.answers, late.theirs.answeredAt], [{ legalRight: "no", timescales: "Begun" }, null]);
    assert.deepEqual(await saveUpdate(sample.app, ash, ITEM(0), { answers: ANSWERS, basedOn: 2, send: true }), { outcome: "saved", revision: 3, sent: true });
    assert.deepEqual((await waitingUpdatesOf(sample.app, ash)).map(({ localId, answeredAt }) => [localId, answeredAt !== null]), [["ONE", true], ["TWO", false]], "its papers are still to come");
    const long = await saveUpdate(sample.app, ash, ITEM(1), { answers: { other: "x".repeat(4001) }, basedOn: 0, send: false });
    assert.equal(long.outcome === "refused" && long.refusals[0]?.box, "other");
    const changed = await sample.app.store.reader(ash).entriesOf(ids.get("ONE")!);
    assert.ok(changed.every(({ recordedBy }) => recordedBy === cedar.account), "an answer changes nothing on the record");
  });

  it("take care plan and chronology as references, put on record once, and offered again while they are up to date", async () => {
    const paper = { system: "Case system", place: "Documents, care plan", on: day("2026-11-18"), touched: true };
    const half = await receivePapers(sample.app, ash, ITEM(0), { papers: { carePlan: paper } });
    assert.deepEqual(half, { outcome: "saved", missing: ["chronology"] });
    assert.deepEqual(await receivePapers(sample.app, ash, ITEM(0), { papers: { chronology: { ...paper, place: "Documents, chronology" } } }), { outcome: "saved", missing: [] });
    const [entry, ...others] = (await sample.app.store.reader(ash).entriesOf(ids.get("ONE")!)).filter(({ kind }) => kind === "care-plan-submitted");
    assert.deepEqual([others.length, entry?.happenedOn, entry?.detail["evidencePlace"]], [0, today, "Care plan: Documents, care plan. Chronology: Documents, chronology"]);
    const page = (await updateOf(sample.app, ash, ITEM(0)))!;
    assert.deepEqual([page.onRecord?.entry.number, page.onRecord?.since], [entry?.number, []]);
    assert.deepEqual(await receivePapers(sample.app, ash, ITEM(0), { papers: {}, use: entry!.number }), { outcome: "saved", missing: [] });
    const empty = await receivePapers(sample.app, ash, ITEM(1), { papers: { carePlan: { system: "", place: "", on: undefined, touched: true } } });
    assert.deepEqual(empty.outcome === "refused" && empty.refusals.map(({ field }) => field), ["carePlan-system", "carePlan-place", "carePlan-on"]);
  });

  it("can start from a chronology made from the record, as whoever asks may read it and as at a day", async () => {
    const file = (await chronologyFile(sample.app, ash, ids.get("TWO")!))!;
    assert.equal(file.name, "chronology-two-2026-11-20.docx");
    const { headings, paragraphs } = readWord(file.bytes);
    assert.deepEqual(headings.map(({ level, text }) => [level, text]), [[0, "Chronology of TWO"], [1, "What has happened"], [2, "2026"], [1, "What is to come"]]);
    const text = paragraphs.join("\n");
    assert.match(text, /5 January 2026 to now\nLegal status\nLegal status: Interim care order[^]*1 June 2026 to now\nPermanence plan\nPlan: Adoption[^]*None is on the record/);
    assert.doesNotMatch(text, /ONE|THREE|Marram|Thrift|4 May 2020/, "no other child, and neither name nor day of birth before a placement order");
    const before = readWord((await chronologyFile(sample.app, ash, ids.get("TWO")!, { stoodOn: day("2026-03-01") }))!.bytes).paragraphs.join("\n");
    assert.match(before, /as it stood on 1 March 2026/);
    assert.doesNotMatch(before, /1 June 2026|Plan: Adoption/);
    assert.equal(await chronologyFile(sample.app, birch, ids.get("TWO")!), undefined);
  });

  it("go to whoever covers, are reminded of once a day by the program of itself, and the chair sees who has not answered", async () => {
    assert.equal((await arrangeCover(sample.app, birch, { account: birch.account, coveredBy: ash.account, fromOn: today, untilOn: "2026-12-18" })).outcome, "done");
    today = day("2026-11-23");
    await keepAsking(sample.app);
    assert.deepEqual((await waitingUpdatesOf(sample.app, ash)).map(({ localId }) => localId), ["THREE", "TWO"]);
    assert.equal((await messages()).filter(({ template }) => template === "update-reminder").length, 0, "not before its day");
    today = day("2026-11-24");
    await Promise.all([keepAsking(sample.app), keepAsking(sample.app)]);
    const reminders = (await messages()).filter(({ template }) => template !== "update-asked");
    assert.deepEqual(reminders.map(({ account, template, detail }) => [account, template, detail["count"]]), [[ash.account, "update-reminder", 2], [cedar.account, "update-reminder", 1]]);
    assert.deepEqual(await remindOf(sample.app, administrator, meeting), { outcome: "done", asked: 0, nobody: [] }, "once a day");
    today = day("2026-11-25");
    assert.deepEqual(await remindOf(sample.app, administrator, meeting), { outcome: "done", asked: 3, nobody: [] });
    const page = (await openUpdates(sample.app, administrator, meeting))!;
    assert.deepEqual(page.lines.map(({ localId, asked, because, update, missing }) => [localId, asked, because, update?.remindedAt.length, missing.length]), [
      ["NOBODY", "Cedar Holt", "left", 2, 2], ["THREE", "Ash Rowan", "covers", 2, 2], ["TWO", "Ash Rowan", "worker", 2, 2], ["ONE", "Ash Rowan", "worker", 0, 0],
    ]);
  });

  it("are not lost where a child goes off the agenda: the item stays as removed, and nobody is asked about it", async () => {
    const items = await sample.app.store.reader(administrator).meetings.items(meeting);
    await sample.app.store.inTransaction(administrator, (writer) => writer.meetings.putItems(NORTH.code, meeting, items.filter(({ localId }) => localId !== "TWO")));
    assert.deepEqual((await sample.app.store.reader(administrator).meetings.items(meeting)).map(({ localId, mode }) => `${localId} ${mode}`).toSorted(), ["NOBODY discuss", "ONE discuss", "THREE discuss", "TWO removed"]);
    assert.deepEqual((await waitingUpdatesOf(sample.app, ash)).map(({ localId }) => localId), ["THREE"]);
    assert.equal((await openUpdates(sample.app, administrator, meeting))?.lines.length, 3);
    await sample.app.store.inTransaction(administrator, (writer) => writer.meetings.putItems(NORTH.code, meeting, items));
    assert.equal((await waitingUpdatesOf(sample.app, ash)).length, 2);
  });

  it("are closed once the meeting is held", async () => {
    await sample.app.store.inTransaction(administrator, async (writer) => void (await writer.meetings.changeMeeting(meeting, 1, { state: "held" })));
    assert.deepEqual(await saveUpdate(sample.app, ash, ITEM(1), { answers: ANSWERS, basedOn: 0, send: true }), { outcome: "closed" });
    assert.equal((await askForUpdates(sample.app, administrator, meeting)).outcome, "refused");
    assert.deepEqual(await waitingUpdatesOf(sample.app, ash), []);
  });
});

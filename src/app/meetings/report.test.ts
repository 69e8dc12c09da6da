import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type SampleApp, startSampleApp } from "../../../tests/support/sample-app.ts";
import { readWord } from "../../../tests/support/word.ts";
import type { Role } from "../../domain/access/role.ts";
import type { Organisation, Person } from "../../domain/access/viewer.ts";
import type { SampleEntry } from "../../domain/chronology/sample.ts";
import { day } from "../../domain/dates/day.ts";
import { parseQuarter } from "../../domain/dates/quarter.ts";
import { USUAL_SERIES } from "../../domain/meetings/usual-series.ts";
import { drafts, NORTH, operatorOf, personIn, SOUTH } from "../../store/sample-region.ts";
import type { App } from "../app.ts";
import { openReport, reportFile } from "./report.ts";
import { openWorth } from "./worth.ts";

const person = (of: Organisation, role: Role): Person => ({ ...personIn(of, role), account: `${of.name.toLowerCase()}.${role}`, name: `Somebody in ${of.name}` });
const [manager, worker, chair, administrator, south] = [person(NORTH, "service-manager"), person(NORTH, "social-worker"), person(NORTH, "tracking-chair"), person(NORTH, "tracking-administrator"), person(SOUTH, "service-manager")];
const Q2 = parseQuarter("2026-27-q2")!;
const Q3 = parseQuarter("2026-27-q3")!;

let sample: SampleApp;
let series: string;
const ids = new Map<string, string>();

const of = (meeting: string) => ({ meeting, series: "Permanence tracking meeting", organisation: "North" });
const home: readonly SampleEntry[] = [
  { kind: "birth", on: "2020-05-04" }, { kind: "looked-after", on: "2025-06-01" }, { kind: "legal-status", on: "2025-06-01", detail: { status: "C2" } }, { kind: "placement", on: "2025-08-01", detail: { type: "P1" } },
];

before(async () => {
  sample = await startSampleApp(day("2026-11-20"), async (app, store) => {
    for (const [organisation, people] of [[NORTH, [manager, worker, chair, administrator]], [SOUTH, [south]]] as const) {
      await store.inTransaction(operatorOf(organisation), async (writer) => {
        await writer.addOrganisation(organisation);
        for (const { account, name, role } of people) await writer.addAccount({ account, name, role, organisation: organisation.code, worker: null });
      });
    }
    let meeting = "";
    await store.inTransaction(administrator, async (writer) => {
      series = await writer.meetings.addSeries(NORTH.code, { ...USUAL_SERIES[0]!.definition, rhythm: { every: "never" } }, app.clock.now());
      await writer.meetings.addMeeting(NORTH.code, series, day("2026-06-09"), { state: "confirmed" });
      meeting = (await writer.meetings.addMeeting(NORTH.code, series, day("2026-09-08"), { state: "held" }))!;
      await writer.meetings.addMeeting(NORTH.code, series, day("2026-09-22"), { state: "cancelled" });
    });
    await add(app, NORTH, "NN-1", [...home, { kind: "allocated-worker", on: "2025-06-02", detail: { worker: worker.account } }, { kind: "tracking-meeting", on: "2026-09-08" }, { kind: "meeting-outcome", on: "2026-09-08", detail: of(meeting) },
      { kind: "action-agreed", on: "2026-09-08", detail: { ...of(meeting), what: "Ask", dueOn: "2026-09-15", shownBy: "A letter" } },
      { kind: "meeting-decision", on: "2026-09-08", detail: { ...of(meeting), sort: "delay", what: "Late", why: "No carer" } }]);
    // What was agreed was done in time, and written down only after the quarter.
    const agreed = (await store.reader(administrator).entriesOf(ids.get("NN-1")!)).find(({ kind }) => kind === "action-agreed")!.number;
    await append(app, NORTH, "NN-1", [{ kind: "action-done", on: "2026-09-14", recordedOn: "2026-10-20", detail: { action: agreed, how: "done", done: "Asked" } }]);
    await add(app, NORTH, "NN-2", home);
    await add(app, SOUTH, "SS-1", home);
  });
});
after(() => sample.stop());

async function add(app: App, { code }: Organisation, localId: string, rows: readonly SampleEntry[]): Promise<void> {
  await app.store.inTransaction({ type: "operator", authority: code }, async (writer) => void ids.set(localId, (await writer.createRecord(code, "child", localId)).id));
  await append(app, { code, name: "", type: "local-authority" }, localId, rows);
}

async function append(app: App, { code }: Organisation, localId: string, rows: readonly SampleEntry[]): Promise<void> {
  const recordId = ids.get(localId)!;
  await app.store.inTransaction({ type: "operator", authority: code }, async (writer) => {
    await writer.appendHistory(code, drafts(rows).map((draft, i) => ({ recordId, draft, recordedAt: `${rows[i]?.recordedOn ?? draft.happenedOn}T09:00:00.000Z` })), "somebody");
    await writer.writeProjections(code, [{ recordId, type: "child", entries: await writer.entriesOf(recordId) }], app.summarise);
  });
}

describe("the report to senior management", () => {
  it("is as it was known at the quarter’s end, of one’s own organisation, for those to whom the meetings answer", async () => {
    const report = (await openReport(sample.app, manager, Q2))!;
    const [one, ...others] = report.series;
    assert.deepEqual([others.length, report.children, report.asOf, report.running, one?.planned, one?.cancelled], [0, 2, "2026-09-30", false, 2, 1]);
    assert.deepEqual([one?.worth.meetings, one?.worth.seen, one?.worth.decisions, one?.worth.recommended, one?.worth.actions.overdue, one?.worth.actions.inTime], [1, 1, 1, 1, 1, 0], "done, but nobody had said so yet");
    assert.deepEqual(report.further.map(({ localId, sort, answeredOn }) => [localId, sort, answeredOn]), [["NN-1", "delay", null]]);
    const drift = report.drift.find(({ title }) => /parents/.test(title));
    assert.deepEqual([drift?.past.map(({ localId }) => localId), drift?.before], [["NN-1", "NN-2"], 2]);
    assert.equal((await openReport(sample.app, chair, Q3))?.running, true);
    assert.equal(await openReport(sample.app, worker, Q2), undefined);
    assert.equal(await openReport(sample.app, manager, parseQuarter("2026-27-q4")!), undefined, "not begun");
    const theirs = (await openReport(sample.app, south, Q2))!;
    assert.deepEqual([theirs.children, theirs.series.length, theirs.further.length], [1, 0, 0]);
  });

  it("is a Word document in counts, with no child in it", async () => {
    const file = (await reportFile(sample.app, manager, Q2))!;
    assert.equal(file.name, "to-senior-management-2026-09-30.docx");
    const { headings, paragraphs } = readWord(file.bytes);
    assert.deepEqual(headings.map(({ level, text }) => `${level} ${text}`), ["0 Tracking meetings: report to senior management", "1 What the meetings saw", "2 Permanence tracking meeting", "1 What drifts", "1 What was escalated, and what was answered"]);
    assert.match(paragraphs.join("\n"), /July to September 2026[^]*Accountable to\nChildren’s senior management team[^]*Meetings held\n1 of 2 planned, 1 cancelled[^]*Delay raised with the service manager\n1\n0\n1/);
    assert.doesNotMatch(paragraphs.join("\n"), /NN-1|NN-2|SS-1|Late\b.*No carer/);
    assert.equal(await reportFile(sample.app, worker, Q2), undefined);
  });
});

describe("whether a series was worth it", () => {
  it("is told as it stands now, of the children whom whoever asks may open, and not of another’s series", async () => {
    const page = (await openWorth(sample.app, manager, series))!;
    assert.deepEqual([page.from, page.quarters.map(({ worth }) => worth.meetings), page.year.seen, page.year.actions.inTime, page.year.done], ["2026-01-01", [0, 1, 1, 0], 1, 1, { of: 1, days: 6 }]);
    assert.equal((await openWorth(sample.app, worker, series))?.year.seen, 1, "their own child");
    assert.equal(await openWorth(sample.app, south, series), undefined);
  });
});

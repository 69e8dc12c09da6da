import type { Role } from "../domain/access/role.ts";
import type { Operator, Organisation, Person } from "../domain/access/viewer.ts";
import type { Draft, Entry } from "../domain/chronology/entry.ts";
import { sampleEntries, type SampleEntry } from "../domain/chronology/sample.ts";
import { day } from "../domain/dates/day.ts";
import { workingCalendar } from "../domain/dates/working-days.ts";
import { summarise as summariseByDomain } from "../domain/permanence/summarise.ts";
import type { Clock } from "../domain/standards/clock.ts";
import { compile } from "../domain/standards/evaluate.ts";
import { STANDARD_VIEW } from "../domain/tracker/view.ts";
import type { Summarise } from "./rows.ts";
import type { Store } from "./store.ts";
import type { TrackerQuery } from "./tracker.ts";
import type { Writer } from "./writer.ts";

/** Two authorities, each with its regional agency, for the store's own tests. */
export const NORTH: Organisation = { code: "E09000901", name: "North", type: "local-authority" };
export const SOUTH: Organisation = { code: "E09000902", name: "South", type: "local-authority" };
export const AGENCY: Organisation = { code: "RAA-SAMPLE", name: "Sample agency", type: "regional-agency" };

export const OTHER_AGENCY: Organisation = { code: "RAA-OTHER", name: "Other agency", type: "regional-agency" };

export const operatorOf = ({ code }: Organisation): Operator => ({ type: "operator", authority: code });
export const personIn = (organisation: Organisation, role: Role): Person => ({
  type: "person", account: `${organisation.code.toLowerCase()}.${role}`, name: `Somebody, ${role}`, role, organisation,
});

const clock = (standard: string, e: Entry, over: Partial<Clock> = {}): Clock => ({
  standard, occurrence: 1, startedOn: e.happenedOn, dueOn: e.happenedOn, stoppedOn: null, mootOn: null, startedBy: e.number,
  stoppedBy: null, notRecorded: false, knownUpTo: null, flags: [], warnDays: 14, owner: "social-worker", ...over,
});

/** What the domain's summary is, but for its clocks: one due on the day of each review. */
export const summarise: Summarise = (c) => ({
  ...summariseByDomain(c, NO_STANDARDS, NO_CALENDAR),
  clocks: c.of("review").map((e, i) => clock("SAMPLE", e, { occurrence: i + 1 })),
});

const NO_STANDARDS = compile([]);
const NO_CALENDAR = workingCalendar(day("2020-01-01"), day("2030-12-31"), []);

/** The first page of everything, as the tracker opens. */
export const STANDARD_QUERY: TrackerQuery = { ...STANDARD_VIEW, page: 1, pageSize: 50, today: day("2026-01-31") };

export const RECORDED_AT = "2026-01-31T09:00:00.000Z";

/** A chronology as drafts: `supersedes` counts from 1 in the chronology, so it is left to tests that need it. */
export const drafts = (rows: readonly SampleEntry[]): Draft[] =>
  sampleEntries(rows).map(({ number: _n, recordedAt: _at, recordedBy: _by, ...draft }) => draft);

/** Adds a child with these entries and their projections, as a command would. Gives the record's id. */
export async function addChild(writer: Writer, authority: string, localId: string, rows: readonly SampleEntry[]): Promise<string> {
  const { id } = await writer.createRecord(authority, "child", localId);
  await write(writer, authority, id, drafts(rows));
  return id;
}

/** Appends to one record and projects it. */
export async function write(writer: Writer, authority: string, recordId: string, added: readonly Draft[]): Promise<Entry[]> {
  const entries = (await writer.appendEntries(authority, new Map([[recordId, added]]), RECORDED_AT)).get(recordId) ?? [];
  const record = await writer.getRecord(recordId);
  await writer.writeProjections(authority, [{ recordId, type: record?.type ?? "child", entries: await writer.entriesOf(recordId) }], summarise);
  await writer.appendAudit(authority, { command: "sample", recordId, input: { entries: added.length } }, RECORDED_AT);
  return entries;
}

export const IN_CARE: readonly SampleEntry[] = [
  { kind: "birth", on: "2024-03-01" },
  { kind: "looked-after", on: "2025-01-10" },
  { kind: "legal-status", on: "2025-01-10", detail: { status: "C1" } },
  { kind: "review", on: "2025-02-07" },
];
export const WITH_ORDER: readonly SampleEntry[] = [...IN_CARE, { kind: "placement-order", on: "2025-09-01" }];
const allocatedTo = (worker: string): SampleEntry => ({ kind: "allocated-worker", on: "2025-01-10", detail: { worker } });

export interface SampleRegion {
  /** Record ids by what is special about them. */
  readonly ids: {
    readonly northInCare: string; readonly northWithOrder: string; readonly northAllocated: string; readonly northGroup: string;
    readonly southInCare: string; readonly southWithOrder: string; readonly southGroup: string;
  };
}

/**
 * North: a child in care, one with a placement order (so seen by the agency), one allocated to the
 * social worker (by worker code); the last two are siblings. South, whose agency sees every child: two siblings.
 */
export async function makeSampleRegion(store: Store): Promise<SampleRegion> {
  const north = await store.inTransaction(operatorOf(NORTH), async (writer) => {
    for (const organisation of [NORTH, SOUTH, AGENCY]) await writer.addOrganisation(organisation);
    await writer.agree(AGENCY.code, NORTH.code, "placement-order");
    for (const organisation of [NORTH, SOUTH]) {
      const { account, name, role } = personIn(organisation, "social-worker");
      await writer.addAccount({ account, name, role, organisation: organisation.code, worker: "SW01001" });
    }
    const northInCare = await addChild(writer, NORTH.code, "N1", IN_CARE);
    const northWithOrder = await addChild(writer, NORTH.code, "N2", WITH_ORDER);
    const northAllocated = await addChild(writer, NORTH.code, "N3", [...IN_CARE, allocatedTo("SW01001")]);
    const group = await writer.createRecord(NORTH.code, "sibling-group", "NG1");
    await write(writer, NORTH.code, group.id, drafts([
      { kind: "sibling-membership", on: "2025-01-10", detail: { child: northWithOrder } },
      { kind: "sibling-membership", on: "2025-01-10", detail: { child: northAllocated } },
    ]));
    return { northInCare, northWithOrder, northAllocated, northGroup: group.id };
  });
  const south = await store.inTransaction(operatorOf(SOUTH), async (writer) => {
    await writer.addOrganisation(OTHER_AGENCY);
    await writer.agree(OTHER_AGENCY.code, SOUTH.code, "early-alert");
    const southInCare = await addChild(writer, SOUTH.code, "S1", [...IN_CARE, allocatedTo("SW01001")]);
    const southWithOrder = await addChild(writer, SOUTH.code, "S2", WITH_ORDER);
    const group = await writer.createRecord(SOUTH.code, "sibling-group", "SG1");
    await write(writer, SOUTH.code, group.id, drafts([{ kind: "sibling-membership", on: "2025-01-10", detail: { child: southInCare } }]));
    return { southInCare, southWithOrder, southGroup: group.id };
  });
  return { ids: { ...north, ...south } };
}

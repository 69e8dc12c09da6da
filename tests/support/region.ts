import type { App } from "../../src/app/app.ts";
import type { Service } from "../../src/domain/access/office.ts";
import type { Role } from "../../src/domain/access/role.ts";
import type { Organisation } from "../../src/domain/access/viewer.ts";
import type { Entry } from "../../src/domain/chronology/entry.ts";
import { sampleEntries, type SampleEntry } from "../../src/domain/chronology/sample.ts";
import { type Day, day } from "../../src/domain/dates/day.ts";

export const TODAY: Day = day("2026-11-20");
export const HARROWMERE: Organisation = { code: "E10000901", name: "Harrowmere", type: "local-authority" };
export const TIDEWELL: Organisation = { code: "E06000902", name: "Tidewell", type: "local-authority" };
export const THREE_RIVERS: Organisation = { code: "RAA-THREE-RIVERS", name: "Adoption Three Rivers", type: "regional-agency" };

/** A child of a story: an authority’s own id, and a chronology. */
export interface StoryChild {
  readonly authority: string;
  readonly localId: string;
  readonly entries: readonly SampleEntry[];
}

export const ACCOUNTS: readonly { readonly account: string; readonly role: Role; readonly organisation: string; readonly worker?: string; readonly team?: string; readonly service?: Service }[] = [
  ...([["harrowmere", HARROWMERE], ["tidewell", TIDEWELL]] as const).flatMap(([name, { code }]) => [
    { account: `${name}.tracking-administrator`, role: "tracking-administrator" as const, organisation: code },
    { account: `${name}.social-worker`, role: "social-worker" as const, organisation: code, worker: "SW01001", team: "Permanence North" },
    { account: `${name}.family-finder`, role: "family-finder" as const, organisation: code, worker: "SW01501", team: "Permanence North" },
    { account: `${name}.business-support`, role: "business-support" as const, organisation: code },
    { account: `${name}.team-manager`, role: "team-manager" as const, organisation: code, team: "Permanence North" },
    { account: `${name}.service-manager`, role: "service-manager" as const, organisation: code, service: "adoption" as const },
    { account: `${name}.fieldwork-manager`, role: "service-manager" as const, organisation: code, service: "fieldwork" as const },
    { account: `${name}.assistant-director`, role: "assistant-director" as const, organisation: code },
    { account: `${name}.reviewing-officer`, role: "reviewing-officer" as const, organisation: code },
    { account: `${name}.decision-maker`, role: "decision-maker" as const, organisation: code },
    { account: `${name}.practice-lead`, role: "practice-lead" as const, organisation: code },
    { account: `${name}.second-practice-lead`, role: "practice-lead" as const, organisation: code },
    { account: `${name}.performance-analyst`, role: "performance-analyst" as const, organisation: code },
    ...(["tracking-chair", "adopters-social-worker", "legal", "medical-adviser", "panel", "adoption-clerk", "post-adoption-worker", "administrator", "data-protection-officer", "adoption-records", "auditor"] as const).map((role) => ({ account: `${name}.${role}`, role, organisation: code })),
  ]),
  { account: "three-rivers.agency-lead", role: "agency-lead", organisation: THREE_RIVERS.code },
  { account: "three-rivers.agency-home-finder", role: "agency-home-finder", organisation: THREE_RIVERS.code },
  { account: "three-rivers.administrator", role: "administrator", organisation: THREE_RIVERS.code },
];

/** Two authorities and their agency, with everybody who signs in, and the children of the story. Record ids by local id. */
export async function fillRegion(app: App, children: readonly StoryChild[]): Promise<Map<string, string>> {
  const records = new Map<string, string>();
  await app.store.inTransaction({ type: "operator", authority: THREE_RIVERS.code }, (writer) => writer.addOrganisation(THREE_RIVERS));
  for (const authority of [HARROWMERE, TIDEWELL]) {
    await app.store.inTransaction({ type: "operator", authority: authority.code }, async (writer) => {
      await writer.addOrganisation(authority);
      await writer.agree(THREE_RIVERS.code, authority.code, "placement-order");
      await writer.lock(authority.code);
      for (const child of children.filter((c) => c.authority === authority.code)) {
        const { id } = await writer.createRecord(authority.code, "child", child.localId);
        records.set(child.localId, id);
        const written = await writer.appendHistory(authority.code, historyOf(id, sampleEntries(child.entries)), "demonstration");
        await writer.writeProjections(authority.code, [{ recordId: id, type: "child", entries: written.get(id) ?? [] }], app.summarise);
      }
    });
  }
  for (const [organisation, accounts] of Map.groupBy(ACCOUNTS, (a) => a.organisation)) {
    await app.store.inTransaction({ type: "operator", authority: organisation }, async (writer) => {
      for (const { account, role, worker, team, service } of accounts) {
        await writer.addAccount({ account, name: "Ash Rowan", role, organisation, worker: worker ?? null, team: team ?? null, service: service ?? null });
      }
    });
  }
  return records;
}

const historyOf = (recordId: string, entries: readonly Entry[]) =>
  entries.map(({ number: _number, recordedAt, recordedBy: _by, supersedes, ...draft }) =>
    ({ recordId, draft, recordedAt, ...(supersedes === undefined ? {} : { supersedesRow: supersedes - 1 }) }));

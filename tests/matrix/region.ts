import { POLICY } from "../../src/domain/access/policy.ts";
import type { Role } from "../../src/domain/access/role.ts";
import type { Person } from "../../src/domain/access/viewer.ts";
import type { SampleEntry } from "../../src/domain/chronology/sample.ts";
import { day } from "../../src/domain/dates/day.ts";
import { addChild, AGENCY, drafts, IN_CARE, NORTH, operatorOf, OTHER_AGENCY, personIn, SOUTH, WITH_ORDER, write } from "../../src/store/sample-region.ts";
import { type SampleApp, startSampleApp } from "../support/sample-app.ts";

/** The children that every route is asked about. `none`: there is no such child at all. */
export const CHILDREN = ["own", "unallocated", "restricted", "adopted", "sealed", "shared", "other", "none"] as const;
export type ChildKind = (typeof CHILDREN)[number];

export const ROLES = Object.keys(POLICY) as Role[];
const OF_AGENCY: readonly Role[] = ["agency-home-finder", "agency-lead"];
export const organisationOf = (role: Role) => (OF_AGENCY.includes(role) ? AGENCY : NORTH);
export const personOf = (role: Role): Person => personIn(organisationOf(role), role);

/** Who is not of the child’s authority for every child of it is named on this one’s record. */
const NAMED: readonly Role[] = ["adopters-social-worker", "legal", "medical-adviser", "panel", "adoption-clerk", "post-adoption-worker"];

const entry = (kind: SampleEntry["kind"], on: string, detail: SampleEntry["detail"] = {}): SampleEntry => ({ kind, on, detail });

const OWN: readonly SampleEntry[] = [
  ...IN_CARE,
  entry("allocated-worker", "2025-01-10", { worker: personOf("social-worker").account }),
  entry("family-finder", "2025-06-01", { worker: personOf("family-finder").account }),
  entry("primary-plan", "2025-03-01", { plan: "ADOPTION" }),
  ...NAMED.map((role) => entry("involvement", "2025-06-01", { account: personOf(role).account, as: role })),
];
const ADOPTED: readonly SampleEntry[] = [...WITH_ORDER, entry("match-decision", "2025-10-01", { family: "FAM-MATRIX" }), entry("placed-for-adoption", "2025-11-01"), entry("adoption-order", "2026-01-20")];

export interface Matrix extends SampleApp {
  /** The record of each child; that of `none` is nobody’s. */
  readonly ids: Readonly<Record<ChildKind, string>>;
  readonly localIds: Readonly<Record<Exclude<ChildKind, "none">, string>>;
  /** The number of each child’s first entry; of nobody’s, one that there is not. */
  readonly firstEntry: Readonly<Record<ChildKind, string>>;
  /** A sibling group of `own` and `unallocated`. */
  readonly group: string;
}

/** An authority with a child of each kind and a person of each role, another authority, and their agencies. */
export async function startMatrix(): Promise<Matrix> {
  const ids: Partial<Record<ChildKind, string>> = { none: "11111111-2222-4333-8444-555555555555" };
  const localIds = Object.fromEntries(CHILDREN.filter((kind) => kind !== "none").map((kind) => [kind, `MX-${kind}-7`])) as Matrix["localIds"];
  let group = "";
  const sample = await startSampleApp(day("2026-02-02"), async (_app, store) => {
    await store.inTransaction(operatorOf(NORTH), async (writer) => {
      for (const organisation of [NORTH, AGENCY]) await writer.addOrganisation(organisation);
      await writer.agree(AGENCY.code, NORTH.code, "placement-order");
      for (const role of ROLES.filter((r) => organisationOf(r) === NORTH)) await writer.addAccount({ ...personOf(role), organisation: NORTH.code, worker: null });
      const add = async (kind: Exclude<ChildKind, "none">, entries: readonly SampleEntry[]): Promise<void> => {
        ids[kind] = await addChild(writer, NORTH.code, localIds[kind], entries);
      };
      await add("own", OWN);
      await add("unallocated", IN_CARE);
      await add("restricted", [...IN_CARE, entry("restriction", "2025-03-01", { why: "Known to staff" })]);
      await add("adopted", ADOPTED);
      await add("sealed", [...ADOPTED, entry("record-sealed", "2026-02-01")]);
      await add("shared", WITH_ORDER);
      group = (await writer.createRecord(NORTH.code, "sibling-group", "MX-GROUP")).id;
      await write(writer, NORTH.code, group, drafts([entry("sibling-membership", "2025-01-10", { child: ids.own ?? "" }), entry("sibling-membership", "2025-01-10", { child: ids.unallocated ?? "" })]));
    });
    await store.inTransaction(operatorOf(AGENCY), async (writer) => {
      for (const role of OF_AGENCY) await writer.addAccount({ ...personOf(role), organisation: AGENCY.code, worker: null });
    });
    await store.inTransaction(operatorOf(SOUTH), async (writer) => {
      for (const organisation of [SOUTH, OTHER_AGENCY]) await writer.addOrganisation(organisation);
      await writer.agree(OTHER_AGENCY.code, SOUTH.code, "early-alert");
      ids.other = await addChild(writer, SOUTH.code, localIds.other, OWN.filter((e) => e.kind !== "involvement"));
    });
  });
  const { rows } = await sample.owner.query<{ record_id: string; first: string }>("select record_id, min(number)::text as first from entry group by 1");
  const firstEntry = Object.fromEntries(CHILDREN.map((kind) => [kind, rows.find((row) => row.record_id === ids[kind])?.first ?? "999999"])) as Matrix["firstEntry"];
  return { ...sample, ids: ids as Matrix["ids"], localIds, firstEntry, group };
}

import type { Person } from "../../domain/access/viewer.ts";
import type { ProofRun } from "../../store/proof-runs.ts";
import type { PublishedHead } from "../../store/published-heads.ts";
import { type App, forbids } from "../app.ts";
import { readHeadLines } from "./head-lines.ts";

/** What an auditor sees: nothing of any child, but books, numbers and hashes of their own organisation. */
export interface ProofPage {
  readonly organisation: string;
  readonly heads: readonly PublishedHead[];
  /** The last day on which the heads were written to where the operator keeps them; null where they never were. */
  readonly published: { readonly day: string; readonly at: string } | null;
  readonly latest: ProofRun | null;
  /** Who asked for the latest proof, by name; null where there is none, or no such person any more. */
  readonly latestBy: string | null;
}

/** The proof page of the viewer’s organisation, or nothing where their role lets them prove nothing. */
export async function openProof(app: App, viewer: Person): Promise<ProofPage | undefined> {
  if (forbids(viewer, "verify") !== undefined) return undefined;
  const runs = app.store.proofRuns(viewer);
  let latest = await runs.latest();
  if (latest?.finishedAt === null) {
    await app.store.maintenance.endCutShort();
    latest = await runs.latest();
  }
  const latestBy = latest === undefined ? null : (await app.store.directory.person(latest.startedBy))?.name ?? null;
  const [heads, published] = [await runs.heads(), await runs.lastPublished()];
  return { organisation: viewer.organisation.name, heads, published: published ?? null, latest: latest ?? null, latestBy };
}

export type ProofBegun = { readonly begun: string; readonly finished: Promise<void> } | { readonly refused: string };

/**
 * Begins to prove the organisation’s chains and lists in the background, one proof at a time, and to compare them with
 * published heads where lines of them are given. What comes of it is on the page.
 */
export async function beginProof(app: App, viewer: Person, lines = ""): Promise<ProofBegun> {
  const reason = forbids(viewer, "verify");
  if (reason !== undefined) return { refused: reason };
  const read = lines.trim() === "" ? { heads: [] } : readHeadLines(lines);
  if ("refused" in read) return read;
  const authority = viewer.organisation.code;
  if (read.heads.length > 0 && !read.heads.some((head) => head.authority === authority)) return { refused: `None of the heads is of ${authority}, your organisation. Give the lines that were published of its chains` };
  await app.store.maintenance.endCutShort();
  const id = await app.store.proofRuns(viewer).begin(read.heads);
  if (id === undefined) return { refused: "A proof is running already. Wait until it is finished" };
  return { begun: id, finished: app.store.maintenance.prove({ authority, id }, app.summarise) };
}

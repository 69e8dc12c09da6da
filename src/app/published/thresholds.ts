import type { Viewer } from "../../domain/access/viewer.ts";
import { COMMANDS, type Refusal } from "../../domain/commands/command.ts";
import { type KeptThreshold, readThreshold, type TypedThreshold } from "../../domain/scorecard/published/kept-threshold.ts";
import type { ThresholdTable } from "../../domain/scorecard/thresholds.ts";
import { loadThresholds } from "../../reference/thresholds.ts";
import { type App, forbids } from "../app.ts";

/** The thresholds that come with the product, and those that an authority keeps. */
export interface ThresholdsPage {
  readonly table: ThresholdTable;
  readonly kept: readonly KeptThreshold[];
  readonly mayKeep: boolean;
}

/** Nothing where the viewer may not see the scorecard. */
export async function openThresholds(app: App, viewer: Viewer, authority: string): Promise<ThresholdsPage | undefined> {
  if (forbids(viewer, "see-scorecard") !== undefined) return undefined;
  return { table: loadThresholds(), kept: await app.store.reader(viewer).keptThresholds(authority), mayKeep: forbids(viewer, "import") === undefined };
}

export type Kept = { readonly forbidden: string } | { readonly refusals: readonly Refusal[] } | { readonly kept: string };

/** What the audit keeps of a threshold: all but its note. */
const saidOf = ({ id: threshold, indicator, source, from, until, days }: KeptThreshold) => ({ threshold, indicator, source, from, until, days });

/** Adds a threshold, or changes the one with that id; or all that is wrong with it. */
export async function keepThreshold(app: App, viewer: Viewer, authority: string, typed: TypedThreshold, id?: string): Promise<Kept> {
  const forbidden = forbids(viewer, COMMANDS["keep-threshold"].permission);
  if (forbidden !== undefined) return { forbidden };
  return app.store.inTransaction(viewer, async (writer) => {
    await writer.lock(authority);
    const all = await writer.keptThresholds(authority);
    if (id !== undefined && !all.some((one) => one.id === id)) return { refusals: [{ field: "source", message: "This threshold was removed since. Add it anew" }] };
    const read = readThreshold(typed, all.filter((one) => one.id !== id), loadThresholds());
    if ("refusals" in read) return read;
    const kept = await writer.published.keepThreshold(authority, { ...read.threshold, ...(id === undefined ? {} : { id }) }, app.clock.now());
    await writer.appendAudit(authority, { command: "keep-threshold", input: saidOf({ ...read.threshold, id: kept }) }, app.clock.now());
    return { kept };
  });
}

export async function removeThreshold(app: App, viewer: Viewer, authority: string, id: string): Promise<{ readonly forbidden: string } | { readonly removed: boolean }> {
  const forbidden = forbids(viewer, COMMANDS["remove-threshold"].permission);
  if (forbidden !== undefined) return { forbidden };
  return app.store.inTransaction(viewer, async (writer) => {
    await writer.lock(authority);
    const one = (await writer.keptThresholds(authority)).find((kept) => kept.id === id);
    if (one === undefined) return { removed: false };
    await writer.published.removeThreshold(authority, id);
    await writer.appendAudit(authority, { command: "remove-threshold", input: saidOf(one) }, app.clock.now());
    return { removed: true };
  });
}

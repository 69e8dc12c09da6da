import { setImmediate } from "node:timers/promises";
import type { Organisation, Viewer } from "../../domain/access/viewer.ts";
import { fold } from "../../domain/chronology/fold.ts";
import { COMMANDS } from "../../domain/commands/command.ts";
import { type Deciding, decideStandards, readReason, type StandardsDecision } from "../../domain/commands/change-standards.ts";
import { nameOf } from "../../domain/permanence/summarise.ts";
import type { Decided, StandardsChange } from "../../domain/standards/change.ts";
import { StateCounts, whatIf, whatIfOf } from "../../domain/standards/what-if.ts";
import { NotPermitted } from "../../store/errors.ts";
import type { Reader } from "../../store/reader.ts";
import type { JsonValue } from "../../store/writer.ts";
import { type App, forbids } from "../app.ts";
import { resolve } from "./documents.ts";
import { lawOf, library } from "./laws.ts";
import { recompute } from "./recompute.ts";
import type { AskedChange, ChangeOutcome, ChangePreview, WhatIfChild } from "./views.ts";
import { named, ownOrganisation } from "./whose.ts";

/** Children judged between two breaths, so that other requests are answered meanwhile. */
const SLICE = 50;

/** What a change would do to the clocks of every child of the authority, on today. Writes nothing. */
export async function previewChange(app: App, viewer: Viewer, asked: AskedChange, progress?: (done: number, of: number) => void): Promise<ChangePreview> {
  const reason = forbids(viewer, "manage-standards");
  if (reason !== undefined) return { outcome: "forbidden", reason };
  const organisation = await ownOrganisation(app, viewer);
  if (organisation === undefined) return { outcome: "not-found" };
  return app.store.reading(viewer, async (reader): Promise<ChangePreview> => {
    const decided = await reader.decided(organisation.code);
    const { change, decision } = decide(app, organisation, decided, asked);
    if (change === undefined || !decision.accepted) return { outcome: "refused", refusals: decision.accepted ? [] : decision.refusals };
    const { standard, before } = decision;
    const was = standard === null || !("from" in change) ? undefined
      : before.versions.get(standard.id)?.find(({ standard: { effect } }) => (effect.from === null || effect.from <= change.from) && (effect.until === null || change.from < effect.until));
    return {
      outcome: "preview", change, asked, today: app.clock.today(), revision: decided.revision,
      standard: standard === null ? null : { after: standard, before: was?.standard ?? null, examples: standard.examples },
      ...(await judgedTwice(app, reader, organisation, decision, progress)),
    };
  });
}

/**
 * Makes a change, if it may be made, and then the authority’s lists anew in the background. `basedOn` is the
 * revision that whoever asks had before them: where somebody changed the standards since, they are told what.
 */
export async function makeChange(app: App, viewer: Viewer, asked: AskedChange, why: string, basedOn: number): Promise<ChangeOutcome> {
  const forbidden = forbids(viewer, COMMANDS["set-standard"].permission);
  if (forbidden !== undefined) return { outcome: "forbidden", reason: forbidden };
  const organisation = await ownOrganisation(app, viewer);
  if (organisation === undefined) return { outcome: "not-found" };
  const outcome = await written(app, viewer, organisation, asked, why, basedOn);
  if (outcome.outcome === "done" && organisation.type === "local-authority") void recompute(app, organisation.code);
  return outcome;
}

async function written(app: App, viewer: Viewer, organisation: Organisation, asked: AskedChange, why: string, basedOn: number): Promise<ChangeOutcome> {
  const { code } = organisation;
  try {
    return await app.store.inTransaction<ChangeOutcome>(viewer, async (writer) => {
      await writer.lock(code);
      const decided = await writer.decided(code);
      if (decided.revision !== basedOn) {
        return { outcome: "overtaken", revision: decided.revision, since: await named(app, decided.changes.filter(({ number }) => number > basedOn)) };
      }
      const reason = readReason(why);
      const { change, decision } = decide(app, organisation, decided, asked);
      const refusals = [...(decision.accepted ? [] : decision.refusals), ...(typeof reason === "string" ? [] : [reason])];
      if (change === undefined || typeof reason !== "string" || refusals.length > 0) return { outcome: "refused", refusals };
      const at = app.clock.now();
      const made = await writer.addStandardsChange(code, { at, reason, change });
      await writer.appendAudit(code, { command: change.type, input: { change: made.number, ...whatOf(change, decision) } }, at);
      return { outcome: "done", change: made };
    });
  } catch (error) {
    if (error instanceof NotPermitted) return { outcome: "not-found" };
    throw error;
  }
}

/** What the audit says of it: ids and days. */
const whatOf = (change: StandardsChange, decision: StandardsDecision): Readonly<Record<string, JsonValue>> => ({
  ...("from" in change ? { from: change.from } : {}),
  ...("pack" in change ? { pack: change.pack } : {}),
  ...("id" in change ? { standard: change.id } : {}),
  ...(decision.accepted && decision.standard !== null ? { standard: decision.standard.id } : {}),
});

function decide(app: App, { type }: Organisation, decided: Decided, asked: AskedChange): { readonly change?: StandardsChange; readonly decision: StandardsDecision } {
  const resolved = resolve(asked, lawOf(decided).book, decided, app.calendar);
  if ("refusals" in resolved) return { decision: { accepted: false, refusals: resolved.refusals } };
  const on: Deciding = { library, decided, of: type === "regional-agency" ? "agency" : "authority", calendar: app.calendar, today: app.clock.today() };
  return { change: resolved.change, decision: decideStandards(on, resolved.change) };
}

async function judgedTwice(app: App, reader: Reader, { code, type }: Organisation, decision: StandardsDecision & { accepted: true }, progress?: (done: number, of: number) => void) {
  const today = app.clock.today();
  const changed: WhatIfChild[] = [];
  const states = new StateCounts();
  const both = whatIf(decision.before.standards, decision.after.standards);
  if (type !== "local-authority" || both.differing.size === 0) return { children: 0, changed, states: [] };
  const [showsNames, children] = [await reader.showsNames(), await reader.countChildren(code)];
  let judged = 0;
  progress?.(0, children);
  for await (const batch of reader.childrenWith(code, both.startKinds)) {
    for (const { id, localId, entries } of batch) {
      const c = fold(entries);
      const clocks = whatIfOf(c, both, app.calendar, today, states.count);
      if (clocks.length > 0) changed.push({ recordId: id, localId, name: showsNames ? nameOf(c) : null, clocks });
      if (++judged % SLICE === 0) {
        progress?.(judged, children);
        await setImmediate();
      }
    }
  }
  progress?.(children, children);
  return { children, changed: changed.sort((a, b) => (a.localId < b.localId ? -1 : 1)), states: states.all() };
}

import type { Person } from "../../domain/access/viewer.ts";
import type { Refusal } from "../../domain/commands/command.ts";
import { addDays } from "../../domain/dates/day.ts";
import { isForMeeting } from "../../domain/meetings/agenda.ts";
import { type AgendaRule, usualRules } from "../../domain/meetings/agenda-rule.ts";
import { isAhead, type SeriesRule } from "../../domain/meetings/meeting.ts";
import { readSeriesRules, type RulesTyped } from "../../domain/meetings/series-rules.ts";
import { loadAgendaRules } from "../../reference/agenda.ts";
import type { MeetingRow, SeriesRow } from "../../store/meetings/rows.ts";
import type { Reader } from "../../store/reader.ts";
import type { App } from "../app.ts";
import { childrenFor, daysOf, organisationOf, rulesInForce } from "./agenda-facts.ts";
import { isHolder } from "./asking.ts";

export interface RulesPage {
  readonly series: SeriesRow;
  readonly rules: readonly AgendaRule[];
  /** What a series with these parts usually goes by. */
  readonly usual: readonly SeriesRule[];
  readonly mayChange: boolean;
}

/** What other rules would make of the next agenda, for the children whom the viewer sees. */
export interface RulesPreview {
  readonly meeting: MeetingRow;
  readonly before: number;
  readonly after: number;
  /** Children by rule under what was typed. */
  readonly byRule: ReadonlyMap<string, number>;
  /** Local ids. */
  readonly comes: readonly string[];
  readonly goes: readonly string[];
}

export type RulesOutcome =
  | { readonly outcome: "saved"; readonly rules: number }
  /** `preview`: none where no meeting is planned. */
  | { readonly outcome: "preview"; readonly preview: RulesPreview | undefined }
  | { readonly outcome: "refused"; readonly refusals: readonly Refusal[] }
  /** Somebody changed the series since; its rules are now these. */
  | { readonly outcome: "overtaken"; readonly now: SeriesRow }
  | { readonly outcome: "not-found" };

/** The rules of a series; nothing where the viewer may not follow it. */
export async function openRules(app: App, viewer: Person, seriesId: string): Promise<RulesPage | undefined> {
  const series = await app.store.reader(viewer).meetings.seriesById(seriesId);
  return series === undefined ? undefined : { series, rules: loadAgendaRules(), usual: usualRules(loadAgendaRules(), series.definition.parts), mayChange: isHolder(viewer, series) && series.endedOn === null };
}

/** Reads what was typed, and says what it would change on the next agenda, or saves it. */
export async function changeRules(app: App, viewer: Person, seriesId: string, basedOn: number, typed: RulesTyped, how: "preview" | "save"): Promise<RulesOutcome> {
  const page = await openRules(app, viewer, seriesId);
  if (page?.mayChange !== true) return { outcome: "not-found" };
  const { series } = page;
  const read = readSeriesRules(typed, page.rules, series.definition.parts);
  if ("refusals" in read) return { outcome: "refused", refusals: read.refusals };
  if (series.revision !== basedOn) return { outcome: "overtaken", now: series };
  if (how === "preview") return { outcome: "preview", preview: await app.store.reading(viewer, (reader) => preview(app, reader, series, read.rules)) };
  return app.store.inTransaction(viewer, async (writer): Promise<RulesOutcome> => {
    await writer.lock(series.organisation);
    const at = app.clock.now();
    const saved = await writer.meetings.changeSeries(series.id, basedOn, { definition: { ...series.definition, rules: read.rules }, endedOn: series.endedOn }, at);
    if (!saved) return { outcome: "overtaken", now: (await writer.meetings.seriesById(series.id)) ?? series };
    await writer.appendAudit(series.organisation, { command: "set-meeting-series", input: { series: series.id, did: "rules", revision: basedOn + 1, rules: read.rules.map(({ rule }) => rule) } }, at);
    return { outcome: "saved", rules: read.rules.length };
  });
}

const AHEAD_DAYS = 200;

async function preview(app: App, reader: Reader, series: SeriesRow, rules: readonly SeriesRule[]): Promise<RulesPreview | undefined> {
  const today = app.clock.today();
  const meeting = (await reader.meetings.meetings(today, addDays(today, AHEAD_DAYS), series.id)).find(({ state, detail }) => isAhead(state) && detail.chairsAction !== true);
  if (meeting === undefined) return undefined;
  const organisation = await organisationOf(app, series.organisation);
  const days = await daysOf(app, reader, meeting, series, organisation);
  const of = async (some: readonly SeriesRule[]) => (await childrenFor(app, reader, organisation, rulesInForce(some), days)).children.filter(({ reasons, among }) => isForMeeting(reasons, among, some, series.definition.parts));
  const [before, after] = [await of(series.definition.rules), await of(rules)];
  const without = (some: typeof before, others: typeof before): readonly string[] => { const ids = new Set(others.map(({ child }) => child)); return some.filter(({ child }) => !ids.has(child)).map(({ localId }) => localId); };
  const byRule = new Map<string, number>();
  for (const { reasons } of after) for (const { rule } of reasons) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  return { meeting, before: before.length, after: after.length, byRule, comes: without(after, before), goes: without(before, after) };
}

import { setImmediate } from "node:timers/promises";
import { type RestrictionRule, type Wall, wallOf } from "../../domain/access/wall.ts";
import { fold } from "../../domain/chronology/fold.ts";
import type { Organisation } from "../../domain/access/viewer.ts";
import type { Day } from "../../domain/dates/day.ts";
import { childRows } from "../../domain/reporting/child-rows.ts";
import { countRows, indicatorRows, type Opens, spansUntil } from "../../domain/reporting/figure-rows.ts";
import type { AuthorityRows, ChildRows, ReportingRow } from "../../domain/reporting/rows.ts";
import type { Choices } from "../../domain/scorecard/choices.ts";
import { COUNT_KINDS, type ChildEntries, happeningsOf } from "../../domain/scorecard/counts.ts";
import type { Traveller } from "../../domain/scorecard/indicators.ts";
import { INDICATOR_CODES } from "../../domain/scorecard/window.ts";
import type { Reader } from "../../store/reader.ts";
import type { IntoCopy } from "../../store/reporting.ts";
import type { RecordWithEntries } from "../../store/rows.ts";
import type { App } from "../app.ts";
import { choicesOf } from "../scorecard-choices.ts";
import { standardsFor } from "../standards-for.ts";
import { thresholdsOf } from "../thresholds-of.ts";

/** Children between two breaths, so that whatever else the process does is done meanwhile. */
const SLICE = 50;
const COUNTED: ReadonlySet<string> = new Set(COUNT_KINDS);

/** Makes an authority’s copy for reports anew, from one moment of the record. Whether it was; `unlessMadeOn`: not where it is of that day. */
export async function makeCopy(app: App, authority: Organisation, unlessMadeOn?: Day): Promise<boolean> {
  const { code } = authority;
  return app.store.reading({ type: "operator", authority: code }, async (reader) => {
    const choices = await choicesOf(reader, code);
    const copy = { authority: code, authorityName: authority.name, asAtOn: app.clock.today(), madeAt: app.clock.now(), choices };
    return app.store.reporting.copy(copy, (into) => fill(app, reader, code, choices, into), unlessMadeOn);
  });
}

async function fill(app: App, reader: Reader, authority: string, choices: Choices, into: IntoCopy): Promise<void> {
  const today = app.clock.today();
  const rule = await reader.restrictionRule(authority);
  const decided = await reader.decided(authority);
  const { standards } = await standardsFor(reader, authority);
  const groupOf = new Map((await reader.siblings(authority)).flatMap(({ group, children }) => children.map((child) => [child, group] as const)));
  const walls = new Map<string, Wall>();
  const travellers: Traveller[] = [];
  const counted: ChildEntries[] = [];
  for await (const batch of reader.recordsWithEntries(authority)) {
    const rows = new Map<string, ChildRows>();
    for (const [i, { id, type, entries }] of batch.entries()) {
      if (type !== "child") continue;
      if (i % SLICE === 0) await setImmediate();
      const { case: c, summary, wall } = judged(app, entries, rule, decided);
      walls.set(id, wall);
      travellers.push({ child: id, journey: summary.journey });
      counted.push({ child: id, entries: entries.filter((e) => COUNTED.has(e.kind)) });
      if (wall > 1) continue;
      rows.set(id, childRows({ case: c, summary, restricted: wall === 1, siblingGroup: groupOf.get(id) ?? null, titleOf: (standard) => standards.get(standard)?.title ?? standard }, choices, today));
    }
    await into.children(rows);
  }
  const opens: Opens = { whole: () => true, children: (id) => walls.get(id) === 0, figures: () => false };
  await into.authority(await authorityRows(reader, authority, { travellers, counted, choices, opens, today }));
}

function judged(app: App, entries: RecordWithEntries["entries"], rule: RestrictionRule, decided: Parameters<App["summarise"]>[1]) {
  const c = fold(entries);
  const summary = app.summarise(c, decided);
  return { case: c, summary, wall: wallOf(c, summary.stage, rule) };
}

interface Facts {
  readonly travellers: readonly Traveller[];
  readonly counted: readonly ChildEntries[];
  readonly choices: Choices;
  readonly opens: Opens;
  readonly today: Day;
}

/** What is of no single child: figures and counts as each kind of reader is told them, and what they are set beside. */
async function authorityRows(reader: Reader, authority: string, { travellers, counted, choices, opens, today }: Facts): Promise<AuthorityRows> {
  const { all: thresholds } = await thresholdsOf(reader, authority);
  const indicator = indicatorRows(travellers, choices, opens, (code, yearEnding) => thresholds(yearEnding)[code].days, today);
  const happenings = happeningsOf(counted);
  const eventCount: ReportingRow[] = [];
  for (const span of spansUntil(today)) {
    await setImmediate();
    eventCount.push(...countRows(counted, happenings, opens, span));
  }
  const endings = [...new Set(indicator.map(({ yearEnding }) => Number(yearEnding)))];
  return {
    indicator, eventCount,
    threshold: endings.flatMap((yearEnding) => INDICATOR_CODES.flatMap((code): ReportingRow[] => {
      const { all, days, conflict } = thresholds(yearEnding)[code];
      return all.map((t) => ({ indicator: code, yearEnding, source: t.source, sourceName: t.name, fromYear: t.from, days: t.days, judgedBy: t.days === days, conflict }));
    })),
    comparator: (await reader.publishedFigures(authority)).map(({ source, indicator: code, yearEnding, years, area, level, code: areaCode, value, rank, note }) => (
      { source, indicator: code, yearEnding, years, area, level, areaCode, value: typeof value === "number" ? value : null, suppressed: value === "x", rank, note })),
    comparatorGroup: (await reader.comparatorGroups(authority)).flatMap(({ name, kind, members }) => members.map((area) => ({ groupName: name, kind, area }))),
  };
}

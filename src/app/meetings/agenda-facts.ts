import type { Organisation } from "../../domain/access/viewer.ts";
import { fold } from "../../domain/chronology/fold.ts";
import { addDays, type Day, earliest } from "../../domain/dates/day.ts";
import { BeyondCalendar } from "../../domain/dates/working-days.ts";
import type { ListedChild } from "../../domain/meetings/agenda.ts";
import { type AgendaRule, kindsRead, standardsRead } from "../../domain/meetings/agenda-rule.ts";
import { amongOf } from "../../domain/meetings/belongs.ts";
import { beforeOf, type MeetingDays } from "../../domain/meetings/facts.ts";
import type { SeriesRule } from "../../domain/meetings/meeting.ts";
import { reasonsFor, type RuleInForce } from "../../domain/meetings/reasons.ts";
import { meetingDaysOf } from "../../domain/meetings/rhythm.ts";
import { ENDED_STAGES } from "../../domain/permanence/stage.ts";
import { loadAgendaRules } from "../../reference/agenda.ts";
import type { MeetingRow, SeriesRow } from "../../store/meetings/rows.ts";
import type { Reader } from "../../store/reader.ts";
import type { App } from "../app.ts";
import { peopleAmong } from "../open-tracker.ts";
import { standardsFor } from "../standards-for.ts";

/** The rules as a series goes by them, those that there no longer are left out. */
export function rulesInForce(rules: readonly SeriesRule[], all: readonly AgendaRule[] = loadAgendaRules()): readonly RuleInForce[] {
  return rules.flatMap(({ rule: id, limit }) => {
    const rule = all.find((one) => one.id === id);
    return rule === undefined ? [] : [{ rule, limit }];
  });
}

const LOOKED_AHEAD = 200;

/** The next meeting of the series after one: as planned, or else as its rhythm has it; nothing where it has none. */
export async function nextMeetingOn(app: App, reader: Reader, { series: id, heldOn }: MeetingRow, { definition }: SeriesRow): Promise<Day | null> {
  const [from, to] = [addDays(heldOn, 1), addDays(heldOn, LOOKED_AHEAD)];
  const planned = (await reader.meetings.meetings(from, to, id)).find(({ state, detail }) => state !== "cancelled" && detail.chairsAction !== true);
  if (planned !== undefined) return planned.heldOn;
  try {
    return meetingDaysOf(definition.rhythm, from, earliest(to, app.calendar.lastOn), app.calendar)[0]?.on ?? null;
  } catch (error) {
    if (error instanceof BeyondCalendar) return null;
    throw error;
  }
}

/** The days by which the rules judge a meeting’s children. */
export async function daysOf(app: App, reader: Reader, meeting: MeetingRow, series: SeriesRow, organisation: Organisation): Promise<MeetingDays> {
  return {
    heldOn: meeting.heldOn, nextOn: await nextMeetingOn(app, reader, meeting, series), builtOn: earliest(app.clock.today(), meeting.heldOn),
    organisation: organisation.code, considered: organisation.type === "local-authority" ? "tracking-meeting" : "agency-meeting",
  };
}

/** Whose children a meeting is about: the authority’s own; of an agency, those of the authorities that share with it. */
export const authoritiesOf = async (reader: Reader, organisation: Organisation): Promise<readonly string[]> =>
  (organisation.type === "local-authority" ? [organisation.code] : (await reader.authorities()).map(({ code }) => code));

export interface FoundChildren {
  readonly children: readonly (ListedChild & { readonly authority: string })[];
  /** Children looked at. */
  readonly looked: number;
}

/** The children with reasons to be on a meeting’s agenda, of those whom the viewer sees. */
export async function childrenFor(app: App, reader: Reader, organisation: Organisation, rules: readonly RuleInForce[], days: MeetingDays): Promise<FoundChildren> {
  const kinds = kindsRead(rules.map(({ rule }) => rule));
  const standards = standardsRead(rules.map(({ rule }) => rule));
  const { accountOf, names } = peopleAmong(await reader.workers());
  const found: (ListedChild & { readonly authority: string })[] = [];
  let looked = 0;
  for (const authority of await authoritiesOf(reader, organisation)) {
    const { pack } = await standardsFor(reader, authority);
    const rows = await reader.agendaChildren({ authority, without: ENDED_STAGES, kinds, standards, lateBefore: days.builtOn });
    const family = familiesAmong(rows.map(({ recordId, groups }) => [recordId, groups] as const));
    looked += rows.length;
    for (const { recordId, localId, socialWorker, entries, clocks } of rows) {
      const c = fold(entries);
      const reasons = reasonsFor({ c, clocks }, rules, days, { pack, calendar: app.calendar });
      if (reasons.length === 0) continue;
      const worker = accountOf(authority, socialWorker);
      found.push({
        authority, child: recordId, localId, family: family.get(recordId) ?? null, reasons,
        presenter: worker !== null && names.has(worker) ? worker : null, lastConsideredOn: beforeOf(c, days).last?.happenedOn ?? null, among: amongOf(c),
      });
    }
  }
  return { children: found, looked };
}

/** One word for all who are brothers and sisters of each other, by whatever groups join them; none for a child alone. */
export function familiesAmong(children: readonly (readonly [child: string, groups: readonly string[]])[]): ReadonlyMap<string, string> {
  const parent = new Map<string, string>();
  const rootOf = (group: string): string => {
    let root = group;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    return root;
  };
  for (const [, [first, ...others]] of children) {
    if (first === undefined) continue;
    for (const other of others) {
      const [a, b] = [rootOf(first), rootOf(other)].toSorted();
      if (a !== b) parent.set(b!, a!);
    }
  }
  return new Map(children.flatMap(([child, [first]]) => (first === undefined ? [] : [[child, rootOf(first)] as const])));
}

/** The organisation that meets. */
export async function organisationOf(app: App, code: string): Promise<Organisation> {
  const organisation = await app.store.directory.organisation(code);
  if (organisation === undefined) throw new Error("A meeting belongs to no organisation");
  return organisation;
}


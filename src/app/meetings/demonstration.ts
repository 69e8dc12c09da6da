import type { Person } from "../../domain/access/viewer.ts";
import { addDays, type Day, earliest } from "../../domain/dates/day.ts";
import { usualRules } from "../../domain/meetings/agenda-rule.ts";
import type { SeriesRule } from "../../domain/meetings/meeting.ts";
import { meetingDaysOf } from "../../domain/meetings/rhythm.ts";
import { definitionOf, typedFrom, USUAL_SERIES } from "../../domain/meetings/series.ts";
import { typedRules } from "../../domain/meetings/series-rules.ts";
import type { ToldSeries } from "../../domain/simulation/meetings.ts";
import { offTheWeekend } from "../../domain/simulation/relative-day.ts";
import { loadAgendaRules } from "../../reference/agenda.ts";
import { loadDemonstration } from "../../reference/demonstration.ts";
import type { App } from "../app.ts";
import { askForUpdates } from "./asking.ts";
import { buildAgendaOf } from "./build-agenda.ts";
import { editAgenda } from "./change-agenda.ts";
import { holdMeeting, type Later } from "./demonstration-held.ts";
import { planAhead } from "./plan.ts";
import { saveSeries } from "./series.ts";
import { changeRules } from "./series-rules.ts";
import { saveUpdate } from "./updates.ts";

/** Days back in which the last meetings of a series are looked for. */
const BACK_DAYS = 200;
/** So long before the series’ first meeting it was set up. */
const SET_UP_DAYS = 10;
/** So long ago the next meeting was prepared. */
const PREPARED_DAYS = 3;

/**
 * The meetings of the region’s organisations that have none yet: their series, what was agreed in the last months, and the next one.
 * All of it as people do it, each on its day. Gives what could not be done, a sentence each: it is left out, and the rest goes on.
 */
export async function holdDemonstrationMeetings(app: App): Promise<readonly string[]> {
  const { meetings, region: { agency } } = loadDemonstration();
  const have = new Set<string>();
  for (const organisation of new Set(meetings.map((told) => told.organisation))) {
    if ((await app.store.reader({ type: "operator", authority: organisation }).meetings.series()).some((series) => series.organisation === organisation)) have.add(organisation);
  }
  const mine = meetings.filter(({ organisation }) => !have.has(organisation));
  const left: string[] = [];
  const say = (line: string): void => void left.push(line);
  // Authorities at once; the region’s own after them, for it speaks of the same children.
  const own = Map.groupBy(mine.filter(({ organisation }) => organisation !== agency.organisation.code), ({ organisation }) => organisation);
  await Promise.all([...own.values()].map(async (all) => { for (const told of all) await holdSeries(app, told, say); }));
  for (const told of mine.filter(({ organisation }) => organisation === agency.organisation.code)) await holdSeries(app, told, say);
  return left;
}

/** The product on a day that has gone by, or earlier today. */
function onDay(app: App, on: Day, time: string): App {
  const [now, then] = [app.clock.now(), `${on}T${time}:00.000Z`];
  return { ...app, clock: { today: () => on, now: () => (then < now ? then : now) } };
}

async function holdSeries(app: App, told: ToldSeries, say: (line: string) => void): Promise<void> {
  const usual = USUAL_SERIES.find(({ id }) => id === told.usual);
  const people = new Map<string, Person>();
  for (const { account } of told.members) {
    const person = await app.store.directory.person(account);
    if (person !== undefined) people.set(account, person);
  }
  const holder = people.get(told.members.find(({ as }) => as === "minute-taker")?.account ?? "");
  if (usual === undefined || holder === undefined) return say(`${told.usual} of ${told.organisation}: nobody takes the minutes`);
  const today = app.clock.today();
  const [from, days] = daysOf(app, told, usual.rhythm.every === "month" ? definitionOf(usual, today).rhythm : undefined);
  const definition = { ...definitionOf(usual, from), place: told.place, members: told.members.map((member) => ({ ...member, office: "" })) };
  const quorum = Math.min(usual.definition.quorum, told.members.filter(({ as }) => as !== "invited").length);
  const begun = onDay(app, addDays(days[0] ?? today, -SET_UP_DAYS), "09:00");
  const saved = await saveSeries(begun, holder, {
    basedOn: 0, typed: {
      ...typedFrom({ ...definition, quorum }),
      ...(told.weekly === undefined ? {} : { every: "weeks", weeks: String(told.weekly.everyWeeks), from, nth: "", weekday: "" }),
    },
  });
  if (saved.outcome !== "done") return say(`${told.usual} of ${told.organisation}: ${saved.outcome === "refused" ? saved.refusals.map(({ message }) => message).join("; ") : saved.outcome}`);
  const own = usualRules(loadAgendaRules(), usual.definition.parts).flatMap((rule): readonly SeriesRule[] => (told.rules === undefined ? [rule] : rule.rule in told.rules ? [{ ...rule, part: told.rules[rule.rule] ?? rule.part }] : []));
  await changeRules(begun, holder, saved.series, 1, typedRules(loadAgendaRules(), own), "save");

  const meetingOn = async (on: Day): Promise<string | undefined> => (await app.store.reader(holder).meetings.meetings(on, on, saved.series)).find(({ state }) => state !== "cancelled")?.id;
  let pending: readonly Later[] = [];
  const settle = async (until: Day): Promise<void> => {
    for (const { on, work } of pending.filter((later) => later.on <= until).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) await work(onDay(app, on, "14:00"));
    pending = pending.filter(({ on }) => on > until);
  };
  let before: string | undefined;
  for (const [i, meeting] of told.held.entries()) {
    const on = days[i];
    const id = on === undefined ? undefined : await meetingOn(on);
    if (on === undefined || id === undefined) {
      say(`${told.usual} of ${told.organisation}: no meeting for ${i + 1}`);
      continue;
    }
    await settle(on);
    pending = [...pending, ...await holdMeeting(onDay(app, on, "12:30"), { id, on, told: meeting, of: told, holder, confirms: before, say })];
    before = id;
  }
  await settle(today);
  // Who does what was agreed has read of it; what is new in their inboxes is what waits for them now.
  for (const account of new Set(told.held.flatMap(({ children }) => children.flatMap(({ actions }) => actions.map(({ who }) => who))))) {
    const person = await app.store.directory.person(account);
    if (person !== undefined) await app.store.inbox(person).readAll(app.clock.now());
  }
  await planAhead(app, holder, saved.series);
  if (told.prepared !== undefined) await prepare(app, told, holder, saved.series, say);
}

/** The first day of the rhythm, and the days on which the last meetings were held, the latest last. */
function daysOf(app: App, { weekly, held }: ToldSeries, monthly: Parameters<typeof meetingDaysOf>[0] | undefined): readonly [from: Day, held: readonly Day[]] {
  const today = app.clock.today();
  const next = offTheWeekend(addDays(today, weekly?.nextIn ?? 0), today);
  const from = weekly === undefined ? today : addDays(next, -7 * weekly.everyWeeks * held.length);
  const rhythm = monthly !== undefined && weekly === undefined ? monthly : { every: "weeks", count: weekly?.everyWeeks ?? 4, from } as const;
  const days = meetingDaysOf(rhythm, addDays(today, -BACK_DAYS), addDays(today, -1), app.calendar).map(({ on }) => on);
  return [from, days.slice(-held.length)];
}

/** Builds the next meeting’s agenda, makes it fit, and asks for the updates; some have come. */
async function prepare(app: App, { prepared, organisation }: ToldSeries, holder: Person, series: string, say: (line: string) => void): Promise<void> {
  const today = app.clock.today();
  const then = onDay(app, offTheWeekend(addDays(today, -PREPARED_DAYS), today), "09:30");
  const next = (await app.store.reader(holder).meetings.meetings(today, addDays(today, BACK_DAYS), series)).find(({ state }) => state === "planned");
  const by = await app.store.directory.person(prepared?.by ?? "");
  if (next === undefined || by === undefined) return say(`${organisation}: there is no next meeting to prepare`);
  await buildAgendaOf(then, holder, next.id);
  for (const [part, minutes] of Object.entries(prepared?.minutes ?? {})) await editAgenda(then, holder, next.id, { op: "part-minutes", part, minutes: String(minutes) });
  // Where it fits already, there is nothing to accept, which is no fault.
  for (const part of Object.keys(prepared?.minutes ?? {})) await editAgenda(then, holder, next.id, { op: "accept", part, item: null });
  await askForUpdates(then, holder, next.id);
  const items = await app.store.reader(by).meetings.items(next.id);
  for (const { child, boxes } of prepared?.answers ?? []) {
    const item = items.find(({ localId }) => localId === child);
    const answered = item === undefined ? undefined : await saveUpdate(onDay(app, earliest(addDays(then.clock.today(), 1), today), "16:00"), by, item.id, { answers: boxes, basedOn: 0, send: true });
    if (answered?.outcome !== "saved" && answered?.outcome !== "refused") say(`${child}: no update was asked for it`);
  }
}

import { randomUUID } from "node:crypto";
import type { Organisation, Person } from "../../domain/access/viewer.ts";
import { COMMANDS } from "../../domain/commands/command.ts";
import { addMonths, type Day } from "../../domain/dates/day.ts";
import { type ActsAs, ownsAs } from "../../domain/scorecard/plan/owners.ts";
import { readRegular, type TypedRegular } from "../../domain/scorecard/regular/change.ts";
import { type DueReport, type PeriodCode, type Registered, registerFrom, type RegularMade } from "../../domain/scorecard/regular/regular.ts";
import { USUAL_REPORTS } from "../../domain/scorecard/regular/usual.ts";
import { monthOf, spanOf } from "../../domain/standards/performance.ts";
import type { Writer } from "../../store/writer.ts";
import { type App, forbids } from "../app.ts";
import type { PlanOutcome } from "./change-plan.ts";
import { actingAs, type PlanPeople, planPeople } from "./people.ts";

/** The register of the reports that go to meetings again and again, as somebody sees it. */
export interface RegisterPage extends PlanPeople {
  readonly today: Day;
  readonly authority: Organisation;
  readonly reports: readonly (Registered & { readonly mayMake: boolean })[];
  readonly mayKeep: boolean;
}

const mayKeep = (person: Person): boolean => forbids(person, "keep-action-plan") === undefined;
const mayMake = (person: Person, acting: readonly ActsAs[], { makers }: Pick<Registered, "makers">): boolean => forbids(person, "see-scorecard") === undefined && (mayKeep(person) || ownsAs(acting, makers) !== undefined);

/** The register of the viewer’s own authority; why it is not theirs, where they do not see the scorecard. */
export async function openRegister(app: App, person: Person): Promise<RegisterPage | { readonly forbidden: string }> {
  const forbidden = forbids(person, "see-scorecard");
  if (forbidden !== undefined) return { forbidden };
  const today = app.clock.today();
  const { code } = person.organisation;
  const { changes, acting, ...people } = await app.store.reading(person, async (reader) => ({ changes: await reader.plan.reports(code), acting: await actingAs(reader, person, today), ...await planPeople(reader, code, today) }));
  const reports = registerFrom(changes, app.calendar, today);
  return { ...people, today, authority: person.organisation, mayKeep: mayKeep(person), reports: reports.map((report) => ({ ...report, mayMake: mayMake(person, acting, report) })) };
}

/** What somebody has to make, by themselves, by their office or while they do another’s work, and has not: the latest time first. */
export async function reportsDue(app: App, person: Person): Promise<readonly (DueReport & Pick<Registered, "id" | "meeting">)[]> {
  if (forbids(person, "see-scorecard") !== undefined) return [];
  const [reader, today] = [app.store.reader(person), app.clock.today()];
  const reports = registerFrom(await reader.plan.reports(person.organisation.code), app.calendar, today);
  if (reports.length === 0) return [];
  const acting = await actingAs(reader, person, today);
  return reports.filter(({ ended, makers }) => ended === null && ownsAs(acting, makers) !== undefined).flatMap(({ id, meeting, due }) => due.filter(({ madeOn }) => madeOn === null).map((one) => ({ ...one, id, meeting })));
}

/** Puts a report on the register, or words one otherwise. It is owed from the month before this one. */
export const setRegular = (app: App, person: Person, typed: TypedRegular, of?: { readonly id: string; readonly basedOn: number }): Promise<PlanOutcome> =>
  keeping(app, person, async (writer, reports) => {
    const { code } = person.organisation;
    const was = of === undefined ? undefined : reports.find(({ id }) => id === of.id);
    if (of !== undefined && was === undefined) return { outcome: "not-found" };
    const people = await planPeople(writer, code, app.clock.today());
    if (of !== undefined && was !== undefined && was.number !== of.basedOn) {
      const change = (await writer.plan.reports(code)).find(({ number }) => number === was.number)!;
      return { outcome: "overtaken", by: people.names.get(change.by) ?? "Somebody", number: was.number, now: change.made };
    }
    const month = monthOf(addMonths(app.clock.today(), -1));
    const read = readRegular(typed, people.choosable, was?.from ?? spanOf(month, month).from);
    return "refusals" in read ? { outcome: "refused", refusals: read.refusals } : write(app, person, writer, of?.id ?? randomUUID(), read.made);
  });

/** Puts the usual reports on a register that has none. */
export const startRegister = (app: App, person: Person): Promise<PlanOutcome> =>
  keeping(app, person, async (writer, reports) => {
    if (reports.length > 0) return { outcome: "refused", refusals: [{ field: "start", message: "The register has reports already. Add to it by hand, so that nothing stands in it twice" }] };
    const month = monthOf(addMonths(app.clock.today(), -1));
    for (const { meeting, rhythm, makers, withinDays } of USUAL_REPORTS) await write(app, person, writer, randomUUID(), { what: "set", meeting, rhythm, makers, withinDays, from: spanOf(month, month).from });
    return { outcome: "done", item: "" };
  });

const LONGEST_WHY = 600;

/** Takes a report off the register from today on, saying why: what was made of it stays. */
export const endRegular = (app: App, person: Person, id: string, why: string): Promise<PlanOutcome> =>
  keeping(app, person, async (writer, reports) => {
    if (!reports.some((one) => one.id === id && one.ended === null)) return { outcome: "not-found" };
    const said = why.trim();
    if (said === "" || said.length > LONGEST_WHY) return { outcome: "refused", refusals: [{ field: "why", message: said === "" ? "Say why it is made no longer" : `Write this in ${LONGEST_WHY} characters or fewer` }] };
    return write(app, person, writer, id, { what: "ended", on: app.clock.today(), why: said });
  });

/** Notes that the report of a month or quarter was made, by whoever makes it, and keeps its document where there is one. Only the first time counts. */
export async function noteMade(app: App, person: Person, id: string, period: PeriodCode, document?: Uint8Array): Promise<PlanOutcome> {
  const reason = forbids(person, "see-scorecard");
  if (reason !== undefined) return { outcome: "forbidden", reason };
  const { code } = person.organisation;
  return app.store.inTransaction(person, async (writer) => {
    await writer.plan.wait(code);
    const report = registerFrom(await writer.plan.reports(code), app.calendar, app.clock.today()).find((one) => one.id === id);
    if (report === undefined || !report.due.some((one) => one.period === period)) return { outcome: "not-found" };
    if (!mayMake(person, await actingAs(writer, person, app.clock.today()), report)) return { outcome: "forbidden", reason: "Whoever the register says makes this report, and whoever keeps the plan, says that it was made" };
    await writer.plan.addReport(code, id, { what: "made", period, on: app.clock.today() }, app.clock.now(), document);
    return { outcome: "done", item: id };
  });
}

async function keeping(app: App, person: Person, work: (writer: Writer, reports: readonly Registered[]) => Promise<PlanOutcome>): Promise<PlanOutcome> {
  const reason = forbids(person, COMMANDS["change-regular-report"].permission);
  if (reason !== undefined) return { outcome: "forbidden", reason };
  const { code } = person.organisation;
  return app.store.inTransaction(person, async (writer) => {
    await writer.lock(code);
    await writer.plan.wait(code);
    return work(writer, registerFrom(await writer.plan.reports(code), app.calendar, app.clock.today()));
  });
}

async function write(app: App, person: Person, writer: Writer, id: string, made: RegularMade): Promise<PlanOutcome> {
  const { code } = person.organisation;
  await writer.plan.addReport(code, id, made, app.clock.now());
  await writer.appendAudit(code, { command: "change-regular-report", input: { report: id, what: made.what } }, app.clock.now());
  return { outcome: "done", item: id };
}

import type { Person } from "../../domain/access/viewer.ts";
import { fold } from "../../domain/chronology/fold.ts";
import { type Day, daysBetween } from "../../domain/dates/day.ts";
import { adoptionEnded, formOf, packOut, toOpen } from "../../domain/forms/standing.ts";
import type { Standard } from "../../domain/standards/standard.ts";
import type { FormRow } from "../../store/milestones-forms.ts";
import { type App, forbids } from "../app.ts";
import { peopleAmong } from "../open-tracker.ts";
import { standardsFor } from "../standards-for.ts";

/** What business support has to do about milestones forms, by what it is. */
export const FORM_LISTS = { packs: "Packs not back", open: "Forms to open", close: "Forms to close", all: "Open forms" } as const;
export type FormList = keyof typeof FORM_LISTS;
export const isFormList = (text: string): text is FormList => Object.hasOwn(FORM_LISTS, text);

/** One child on one of the lists. */
export interface FormLine {
  readonly recordId: string;
  readonly localId: string;
  /** The child’s social worker by name, or by code where there is no account of theirs. */
  readonly worker: string | null;
  /** The day it is there for: the pack sent, the end of adoption as the plan, or the form opened. */
  readonly on: Day;
  /** Of a pack: when it is due back and the days left, below zero when late. */
  readonly dueOn: Day | null;
  readonly days: number | null;
  /** Of a form to close: why adoption ended. */
  readonly reason: "adoption-order" | "not-pursued" | null;
}

export interface FormsPage {
  readonly today: Day;
  readonly lists: Readonly<Record<FormList, readonly FormLine[]>>;
  /** Whether the authority has a standard of its own for packs; else twenty working days are counted. */
  readonly ownStandard: boolean;
}

/** The milestones forms of the viewer’s authority; nothing for those who do not manage them. */
export async function listForms(app: App, person: Person): Promise<FormsPage | undefined> {
  if (forbids(person, "manage-forms") !== undefined) return undefined;
  const today = app.clock.today();
  return app.store.reading(person, async (reader) => {
    const { standards } = await standardsFor(reader, person.organisation.code);
    const packClocks = [...standards.values()].filter(isForPacks).map(({ id }) => id);
    const rows = await reader.milestonesForms(packClocks);
    const lists: Record<FormList, FormLine[]> = { packs: [], open: [], close: [], all: [] };
    const { names } = peopleAmong((await reader.workers()).filter((w) => w.organisation === person.organisation.code));
    for (const row of rows) place(lists, row, today, app, names);
    const bySoonest = (a: FormLine, b: FormLine): number => ((a.dueOn ?? a.on) < (b.dueOn ?? b.on) ? -1 : 1);
    for (const list of Object.values(lists)) list.sort(bySoonest);
    return { today, lists, ownStandard: packClocks.length > 0 };
  });
}

const isForPacks = (s: Standard): boolean =>
  s.shape === "deadline" && s.starts.some((o) => "kind" in o && o.kind === "adoption-pack-sent") && s.stops.some((o) => "kind" in o && o.kind === "adoption-pack-received");

function place(lists: Record<FormList, FormLine[]>, row: FormRow, today: Day, app: App, names: ReadonlyMap<string, string>): void {
  const c = fold(row.entries);
  const { recordId, localId } = row;
  const line = { recordId, localId, worker: row.worker === null ? null : (names.get(row.worker) ?? row.worker), dueOn: null, days: null, reason: null };
  const form = formOf(c);
  if (form.state === "open") lists.all.push({ ...line, on: form.entry.happenedOn });
  const pack = packOut(c, app.calendar, row.packDueOn);
  if (pack !== undefined) lists.packs.push({ ...line, on: pack.sentOn, dueOn: pack.dueOn, days: pack.dueOn === null ? null : daysBetween(today, pack.dueOn) });
  const sent = toOpen(c);
  if (sent !== undefined) lists.open.push({ ...line, on: sent.happenedOn });
  const ended = adoptionEnded(c);
  if (form.state === "open" && ended !== undefined) lists.close.push({ ...line, on: ended.entry.happenedOn, reason: ended.reason });
}

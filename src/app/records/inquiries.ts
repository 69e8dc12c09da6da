import type { Person } from "../../domain/access/viewer.ts";
import type { Refusal } from "../../domain/commands/command.ts";
import { dayInWords, parseDay } from "../../domain/dates/day.ts";
import { isUuid } from "../../store/uuid.ts";
import { type App, forbids } from "../app.ts";
import { namesOf } from "./kept-record.ts";
import type { InquiryPage, InquiryRow, Named } from "./views.ts";

/** As typed: an account, two days and why. */
export interface InquiryInput {
  readonly about: string;
  readonly from: string;
  readonly until: string;
  readonly why: string;
}

const MOST_LINES = 2_000;
const MOST_CHARACTERS = 2_000;

/** Whom one may ask about: everybody of the viewer’s own organisation and of the agency that acts for it, those who left too; and what was asked before. */
export async function inquiries(app: App, person: Person): Promise<{ readonly people: readonly Named[]; readonly before: readonly (InquiryRow & { readonly aboutName: string; readonly askedByName: string })[] } | undefined> {
  if (forbids(person, "see-access-log") !== undefined) return undefined;
  return app.store.reading(person, async (reader) => {
    const people = [...(await reader.workers()), ...(await reader.agencyPeople())].map(({ account, name }) => ({ account, name }));
    const names = new Map(people.map(({ account, name }) => [account, name]));
    const before = (await reader.inquiries()).map((one) => ({ ...one, aboutName: names.get(one.about) ?? one.about, askedByName: names.get(one.askedBy) ?? one.askedBy }));
    return { people, before };
  }, "records");
}

/** Writes down that somebody asks what one person opened, and why. Gives its id, or why not. */
export async function inquire(app: App, person: Person, input: InquiryInput): Promise<{ readonly id: string } | { readonly refusals: readonly Refusal[] }> {
  const people = (await inquiries(app, person))?.people ?? [];
  const refusals: Refusal[] = [];
  const [from, until, today] = [parseDay(input.from), parseDay(input.until), app.clock.today()];
  const why = input.why.trim();
  if (!people.some(({ account }) => account === input.about)) refusals.push({ field: "about", message: "Choose whose reading you ask about" });
  if (from === undefined) refusals.push({ field: "from", message: "Enter the first day as a real date, such as 27 3 2026" });
  if (until === undefined) refusals.push({ field: "until", message: "Enter the last day as a real date, such as 27 3 2026" });
  if (from !== undefined && until !== undefined && until < from) refusals.push({ field: "until", message: `The last day, ${dayInWords(until)}, is before the first, ${dayInWords(from)}` });
  if (from !== undefined && from > today) refusals.push({ field: "from", message: `${dayInWords(from)} is in the future. Enter a day up to today` });
  if (why === "") refusals.push({ field: "why", message: "Say why you ask: it is kept, and can be asked about in turn" });
  if (why.length > MOST_CHARACTERS) refusals.push({ field: "why", message: `Say why in ${MOST_CHARACTERS} characters at most` });
  if (refusals.length > 0 || from === undefined || until === undefined) return { refusals };
  const id = await app.store.inTransaction(person, (writer) => writer.addInquiry(person.organisation.code, { about: input.about, from, until, why, askedAt: app.clock.now() }), "records");
  return { id };
}

/** What one person opened, and was refused, in the days that were asked about. Nothing where nobody asked this. */
export async function openInquiry(app: App, person: Person, id: string): Promise<InquiryPage | undefined> {
  const page = forbids(person, "see-access-log") !== undefined ? undefined : await app.store.reading(person, async (reader): Promise<InquiryPage | undefined> => {
    const asked = await reader.inquiry(id);
    if (asked === undefined) return undefined;
    const { rows, total } = await reader.accessOf({ account: asked.about, from: asked.from, until: asked.until, limit: MOST_LINES });
    // Somebody who was refused asked by an id: whoever keeps the records is told whose it is, where it is one of theirs.
    const records = await reader.recordsById([...new Set(rows.flatMap((row) => row.recordId ?? (row.asked !== null && isUuid(row.asked) ? [row.asked] : [])))]);
    const localIds = new Map(records.map(({ id: recordId, localId }) => [recordId, localId]));
    const names = await namesOf(reader);
    return {
      ...asked, total, aboutName: names.get(asked.about) ?? asked.about, askedByName: names.get(asked.askedBy) ?? asked.askedBy,
      rows: rows.map((row) => ({ ...row, localId: localIds.get(row.recordId ?? row.asked ?? "") ?? null })),
    };
  }, "records");
  if (page === undefined) await app.store.accessLog(person).refused(id, "inquiry");
  return page;
}

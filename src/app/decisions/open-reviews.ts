import type { Person } from "../../domain/access/viewer.ts";
import { challengesOf, daysLate } from "../../domain/challenges/challenges.ts";
import type { Entry } from "../../domain/chronology/entry.ts";
import { type Case, fold } from "../../domain/chronology/fold.ts";
import type { Kind } from "../../domain/chronology/kinds.ts";
import { isOpen, type JudgedClock, judge } from "../../domain/standards/clock.ts";
import { type CompiledPack, stopsOf, versionFor } from "../../domain/standards/compile.ts";
import { evaluate } from "../../domain/standards/evaluate.ts";
import { kindsOf } from "../../domain/standards/occasions.ts";
import type { Day } from "../../domain/dates/day.ts";
import type { RecordWithEntries } from "../../store/rows.ts";
import type { ReviewDueRow } from "../../store/decisions.ts";
import type { Reader } from "../../store/reader.ts";
import { type App, forbids } from "../app.ts";
import { peopleAmong } from "../open-tracker.ts";
import { standardsFor } from "../standards-for.ts";
import { lastFeedback } from "./open.ts";
import type { FeedbackLine } from "./views.ts";

export const REVIEWS_PAGE_SIZE = 50;

/** A child’s reviews, as their reviewing officer follows them. */
export interface ReviewLine {
  readonly recordId: string;
  readonly localId: string;
  readonly name: string | null;
  /** Name of the reviewing officer; null where none is named. */
  readonly officer: string | null;
  /** The review due next, and the day that somebody has fixed or planned for it. */
  readonly clock: JudgedClock;
  readonly ahead: Entry | undefined;
  readonly held: Entry | undefined;
  /** How many have been held. */
  readonly count: number;
  /** Whether the plan was in place by the second review; null where that does not run for the child. */
  readonly plan: JudgedClock | null;
  /** What the last reviews still wait for: decisions circulated, the record with its timescales, its distribution. */
  readonly toFinish: readonly { readonly clock: JudgedClock; readonly title: string }[];
  readonly challenges: number;
  readonly lateChallenges: number;
}

export interface ReviewsPage {
  readonly today: Day;
  readonly mine: boolean;
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly late: number;
  readonly lines: readonly ReviewLine[];
  readonly feedback: readonly FeedbackLine[];
  readonly mayChallenge: boolean;
}

const REVIEWS: readonly Kind[] = ["review", "adoption-review"];
/** The plan by the second review: the one national standard of that kind. */
const PLAN_BY_SECOND = "TC-04";

/** The reviews of an authority’s children, those of the viewer’s own alone where `mine`; nothing for those who neither review nor manage. */
export async function openReviews(app: App, person: Person, { mine, page }: { readonly mine: boolean; readonly page: number }): Promise<ReviewsPage | undefined> {
  if (forbids(person, "challenge") !== undefined && forbids(person, "answer-challenge") !== undefined) return undefined;
  const today = app.clock.today();
  const authority = person.organisation.code;
  const found = await app.store.reading(person, async (reader) => {
    const { pack, ...due } = await reviewsOfViewer(app, reader, person, { mine, page, pageSize: REVIEWS_PAGE_SIZE });
    const { names } = peopleAmong(await reader.workers());
    const shape: Shape = { app, pack, today, names, showsNames: await reader.showsNames() };
    const records = new Map<string, RecordWithEntries>();
    for await (const batch of reader.recordsWithEntries(authority, due.rows.map(({ localId }) => localId))) for (const record of batch) records.set(record.id, record);
    return { due, lines: due.rows.flatMap((row) => lineOf(row, records.get(row.recordId), shape)) };
  });
  const { due: { total, late }, lines } = found;
  return { today, mine, page, pages: Math.max(1, Math.ceil(total / REVIEWS_PAGE_SIZE)), total, late, lines, feedback: (await lastFeedback(app, person)) ?? [], mayChallenge: forbids(person, "challenge") === undefined };
}

/** How many children the viewer reviews, and of how many a review is late. */
export const countReviews = (app: App, person: Person): Promise<{ readonly total: number; readonly late: number }> =>
  app.store.reading(person, (reader) => reviewsOfViewer(app, reader, person, { mine: true, page: 1, pageSize: 1 }));

async function reviewsOfViewer(app: App, reader: Reader, person: Person, { mine, page, pageSize }: { readonly mine: boolean; readonly page: number; readonly pageSize: number }) {
  const today = app.clock.today();
  const authority = person.organisation.code;
  const { pack } = await standardsFor(reader, authority);
  const officers = [person.account, ...(await reader.covered(today)).map(({ account }) => account)];
  const due = await reader.reviewsDue({ authority, standards: stoppedBy(pack, REVIEWS), today, page, pageSize, ...(mine ? { officers } : {}) });
  return { ...due, pack };
}

/** The standards that wait for something of these kinds, whichever version. */
const stoppedBy = (pack: CompiledPack, kinds: readonly Kind[]): readonly string[] =>
  [...pack.versions].flatMap(([id, versions]) => (versions.some((s) => stopsOf(s).some((o) => kindsOf(o).some((kind) => kinds.includes(kind)))) ? [id] : []));

interface Shape {
  readonly app: App;
  readonly pack: CompiledPack;
  readonly today: Day;
  readonly names: ReadonlyMap<string, string>;
  readonly showsNames: boolean;
}

function lineOf(row: ReviewDueRow, record: RecordWithEntries | undefined, { app, pack, today, names, showsNames }: Shape): readonly ReviewLine[] {
  if (record === undefined) return [];
  const c = fold(record.entries);
  const clocks = evaluate(c, pack, app.calendar);
  const open = challengesOf(c).filter(({ resolved }) => resolved === null);
  const plan = clocks.findLast(({ standard }) => standard === PLAN_BY_SECOND);
  const held = reviewsOf(c, (e) => e.certainty === "actual");
  return [{
    recordId: row.recordId, localId: row.localId, name: showsNames ? row.name : null,
    officer: row.reviewingOfficer === null ? null : (names.get(row.reviewingOfficer) ?? row.reviewingOfficer),
    clock: judge(row.clock, today),
    held: held.at(-1), count: held.length,
    ahead: reviewsOf(c, (e) => e.certainty !== "actual")[0],
    plan: plan === undefined ? null : judge(plan, today),
    toFinish: clocks.filter(isOpen).flatMap((clock) => {
      const standard = versionFor(pack, clock);
      const isOfReview = standard !== undefined && stopsOf(standard).some((o) => kindsOf(o).some((kind) => OF_A_REVIEW.has(kind)));
      return isOfReview ? [{ clock: judge(clock, today), title: standard.title }] : [];
    }),
    challenges: open.length,
    lateChallenges: open.filter((challenge) => daysLate(challenge, today) !== undefined).length,
  }];
}

const OF_A_REVIEW: ReadonlySet<Kind> = new Set<Kind>(["review-decisions-circulated", "review-record-completed", "review-record-distributed"]);

const reviewsOf = (c: Case, which: (e: Entry) => boolean): readonly Entry[] =>
  c.entries.filter((e) => REVIEWS.includes(e.kind) && which(e));

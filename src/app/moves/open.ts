import type { Person } from "../../domain/access/viewer.ts";
import { type Case, fold } from "../../domain/chronology/fold.ts";
import { addDays, type Day } from "../../domain/dates/day.ts";
import { nameOf } from "../../domain/permanence/summarise.ts";
import { type Stage, stageOf } from "../../domain/permanence/stage.ts";
import { standingInWords } from "../../domain/permanence/standing.ts";
import { type TransferRow } from "../../store/transfers.ts";
import { type App, forbids } from "../app.ts";
import { londonDay } from "../london-time.ts";
import { peopleAmong } from "../open-tracker.ts";

/** An offer as the lists of it show it. */
export interface ListedMove extends TransferRow {
  /** The other authority: whose the child is, or who is to have the child. */
  readonly other: string;
  /** Whoever offered or answered it, of the viewer’s own organisation. */
  readonly by: string | null;
  /** The viewer’s authority offered it: the record that came of it is not theirs. */
  readonly ours: boolean;
}

export interface MovesPage {
  readonly today: Day;
  /** Offered to the viewer’s authority, and waiting. */
  readonly toUs: readonly ListedMove[];
  /** Offered by it, and waiting. */
  readonly byUs: readonly ListedMove[];
  /** What came of others, the latest first. */
  readonly over: readonly ListedMove[];
}

/** Every offer to and from the viewer’s authority. */
export async function openMoves(app: App, person: Person): Promise<MovesPage> {
  const names = new Map((await app.store.directory.organisations()).map(({ code, name }) => [code, name]));
  const { names: people } = peopleAmong(await app.store.reader(person).workers());
  const all = (await app.store.transfers(person).list()).map((row): ListedMove => {
    const ours = row.authority === person.organisation.code;
    const other = ours ? row.toAuthority : row.authority;
    return { ...row, ours, toRecord: ours ? null : row.toRecord, other: names.get(other) ?? other, by: people.get(row.answeredBy ?? row.offeredBy) ?? null };
  });
  const waiting = all.filter(({ state }) => state === "offered");
  return {
    today: app.clock.today(),
    toUs: waiting.filter(({ toAuthority }) => toAuthority === person.organisation.code),
    byUs: waiting.filter(({ authority }) => authority === person.organisation.code),
    over: all.filter(({ state }) => state !== "offered"),
  };
}

/** How many children wait to be taken over by the viewer’s authority. */
export const movesWaiting = async (app: App, person: Person): Promise<number> =>
  forbids(person, "move-child") !== undefined || person.organisation.type !== "local-authority" ? 0
    : (await app.store.transfers(person).list()).filter(({ state, toAuthority }) => state === "offered" && toAuthority === person.organisation.code).length;

/** As long as an answer is news, in days. */
const NEWS = 7;

/** How many children whom the viewer’s authority offered were taken over or refused in the last days, as far as the viewer sees the offers. */
export async function movesAnswered(app: App, person: Person): Promise<number> {
  if (forbids(person, "move-child") !== undefined || person.organisation.type !== "local-authority") return 0;
  const since = addDays(app.clock.today(), -NEWS);
  return (await app.store.transfers(person).list()).filter(({ authority, state, answeredAt }) =>
    authority === person.organisation.code && (state === "taken-over" || state === "refused") && answeredAt !== null && londonDay(answeredAt) >= since).length;
}

/** A child whom another authority offers, as their record says. */
export interface OfferedChild {
  readonly today: Day;
  readonly offer: TransferRow;
  /** Whose the child is. */
  readonly from: string;
  readonly case: Case;
  readonly stage: Stage;
  readonly stands: readonly string[];
  readonly name: string | null;
}

/** The record of a child offered to the viewer’s authority, to be read and nothing else. Written down either way. */
export async function openOffered(app: App, person: Person, offerId: string): Promise<OfferedChild | undefined> {
  const log = app.store.accessLog(person);
  const page = forbids(person, "move-child") !== undefined ? undefined : await app.store.transfers(person).reading(offerId, async (reader, offer): Promise<OfferedChild> => {
    const c = fold(await reader.entriesOf(offer.recordId));
    const from = await app.store.directory.organisation(offer.authority);
    return { today: app.clock.today(), offer, from: from?.name ?? offer.authority, case: c, stage: stageOf(c), stands: standingInWords(c), name: nameOf(c) };
  });
  await (page === undefined ? log.refused(offerId, "offered-child") : log.opened(page.offer.recordId, "offered-child"));
  return page;
}

import type { Person } from "../../domain/access/viewer.ts";
import type { Day } from "../../domain/dates/day.ts";
import { type Quarter, daysOf, parseQuarter, preceding, quarterCode, quarterInWords, quarterOf } from "../../domain/dates/quarter.ts";
import { regionPackOf } from "../../domain/documents/region-pack.ts";
import { type Edition, EDITIONS, isEdition } from "../../domain/region/editions.ts";
import { FAMILY_CODES, happenedIn, onTheWay, PIPELINE_STAGES, REGION_EVENTS, regionHappenings } from "../../domain/region/region.ts";
import { endOfHalfYear, eventKey, packNumbers, REGION, type Span, spansOf, standingKey } from "../../domain/region/tables.ts";
import { countToldAs, moreToldAs } from "../../domain/scorecard/suppression.ts";
import { writeWord } from "../../exports/word/document.ts";
import { type App, forbids } from "../app.ts";
import { instantInWords, londonDay } from "../london-time.ts";
import { namesOf } from "../meetings/in-room.ts";
import { madeBy, madeOn } from "../meetings/minutes-read.ts";
import { fileName, type WordFile } from "../meetings/word-files.ts";
import type { ToldCount } from "../open-counts.ts";
import { tellingFor, waitingOpen } from "./open-region.ts";
import { type SharedAuthority, sharedRegion } from "./shared-children.ts";

/** A pack that was made, for the list. */
export interface MadePack {
  readonly id: string;
  readonly edition: Edition;
  readonly quarter: Quarter;
  /** The name of whoever made it, where they are still known. */
  readonly by: string;
  readonly on: Day;
}

const lastQuarter = (app: App): Quarter => preceding(quarterOf(app.clock.today()));

/** The last quarter of the last half-year that has ended: packs that are rounded go up to its end. */
export const packQuarter = (app: App): Quarter => endOfHalfYear(lastQuarter(app));

/** The packs that the viewer’s agency made, the newest first; nothing where they may not see the region’s figures. */
export async function madePacks(app: App, person: Person): Promise<readonly MadePack[] | undefined> {
  if (forbids(person, "see-region") !== undefined) return undefined;
  const rows = await app.store.reader(person).regionPacks(person.organisation.code);
  const names = await namesOf(app, rows.map(({ by }) => by));
  return rows.flatMap(({ id, edition, quarter, by, at }) => {
    const read = parseQuarter(quarter);
    return read === undefined || !isEdition(edition) ? [] : [{ id, edition, quarter: read, by: names.get(by) ?? by, on: londonDay(at) }];
  });
}

/** Makes a rounded edition and keeps what it says; its id. Nothing where the viewer may not. */
export async function makePack(app: App, person: Person, edition: Edition): Promise<string | undefined> {
  const shared = await sharedRegion(app, person);
  if (shared === undefined || !EDITIONS[edition].rounded) return undefined;
  const quarter = packQuarter(app);
  return app.store.inTransaction(person, (writer) => writer.addRegionPack({
    agency: shared.agency.code, edition, quarter: quarterCode(quarter), said: packNumbers(shared.authorities, edition, quarter), at: app.clock.now(),
    authorities: shared.authorities.map(({ code, name, terms }) => ({ code, name, terms })),
  }));
}

/** A pack that was made, as the Word document that it was; nothing where there is none for the viewer. */
export async function packFile(app: App, person: Person, id: string): Promise<WordFile | undefined> {
  if (forbids(person, "see-region") !== undefined) return undefined;
  const row = (await app.store.reader(person).regionPacks(person.organisation.code)).find((pack) => pack.id === id);
  const quarter = row === undefined ? undefined : parseQuarter(row.quarter);
  if (row === undefined || quarter === undefined || !isEdition(row.edition)) return undefined;
  const maker = (await namesOf(app, [row.by])).get(row.by) ?? row.by;
  const document = regionPackOf({ agency: person.organisation.name, edition: row.edition, quarter, authorities: row.authorities, say: (key) => row.said[key] ?? missing(key), madeBy: `${maker}, ${person.organisation.name}`, madeOn: instantInWords(row.at) });
  return { name: fileName(`governance-pack-${row.edition}`, daysOf(quarter).to), bytes: await writeWord(document) };
}

const missing = (key: string): never => {
  throw new RangeError(`Nothing is told by “${key}”`);
};

/** The edition of the operations group, as it is today: children by local id whose records the viewer may open. Written down for each. */
export async function operationsFile(app: App, person: Person): Promise<WordFile | undefined> {
  const shared = await sharedRegion(app, person);
  if (shared === undefined) return undefined;
  const today = app.clock.today();
  const quarter = lastQuarter(app);
  const running: Span = { code: "running", label: `${quarterInWords(quarterOf(today))}, so far`, quarters: [quarterOf(today)] };
  const children = shared.authorities.map((one) => {
    const waiting = onTheWay(one.children, today, true);
    return { authority: one.name, open: waitingOpen(waiting, today), closed: waiting.filter(({ localId }) => localId === null).length };
  });
  const differing = await app.store.reader(person).differing("agency", LISTED);
  const document = regionPackOf({
    agency: shared.agency.name, edition: "operations", quarter, authorities: shared.authorities, madeBy: madeBy(person), madeOn: madeOn(app),
    say: sayOperations(shared.authorities, [...spansOf("operations", quarter), running], today),
    operations: {
      today, running, differing: differing.rows.map(({ localId }) => localId), differingTotal: differing.total,
      children: children.map(({ authority, open, closed }) => ({ authority, open, more: moreToldAs(closed, "coarse") })),
    },
  });
  await app.store.accessLog(person).openedAll([...new Set([...children.flatMap(({ open }) => open.map(({ recordId }) => recordId)), ...differing.rows.map(({ recordId }) => recordId)])], "take-away-region-pack");
  return { name: fileName("governance-pack-operations", today), bytes: await writeWord(document) };
}

/** Dates that differ are listed up to so many children. */
const LISTED = 40;

/** The numbers of the operations group’s edition, as whoever makes it is told them on the page. */
function sayOperations(authorities: readonly SharedAuthority[], spans: readonly Span[], today: Day): (key: string) => string {
  const words = ({ open, closed, telling }: ToldCount): string => countToldAs(open, closed, telling);
  const said = new Map<string, string>();
  for (const { code: scope, children } of [...authorities, { code: REGION, children: authorities.flatMap((one) => one.children) }]) {
    const told = tellingFor(children);
    const happenings = regionHappenings(children);
    const waiting = onTheWay(children, today, true);
    for (const code of [...REGION_EVENTS, ...FAMILY_CODES]) for (const { code: when, quarters } of spans) said.set(eventKey(code, scope, when), words(told(quarters.flatMap((quarter) => happenedIn(happenings, code, daysOf(quarter))))));
    for (const stage of PIPELINE_STAGES) said.set(standingKey(stage, scope), words(told(waiting.filter((one) => one.stage === stage).map(({ child }) => child))));
    said.set(standingKey("all", scope), words(told(waiting.map(({ child }) => child))));
  }
  return (key) => said.get(key) ?? "0";
}

import type { Organisation, Viewer } from "../domain/access/viewer.ts";
import { fold } from "../domain/chronology/fold.ts";
import type { Entry } from "../domain/chronology/entry.ts";
import { addDays, addMonths, type Day } from "../domain/dates/day.ts";
import { daysOf, preceding, quarterOf } from "../domain/dates/quarter.ts";
import { birthOf } from "../domain/permanence/moments.ts";
import { type EquityChild, equityOf, waitsIn } from "../domain/scorecard/equity/equity.ts";
import type { Particulars } from "../domain/scorecard/equity/groups.ts";
import { inTens, type ToldEquity, tellEquity, TOO_FEW, wholeTold } from "../domain/scorecard/equity/told.ts";
import { type Middle, middleOf } from "../domain/scorecard/equity/waits.ts";
import { homesByChild } from "../domain/siblings/homes.ts";
import type { Reader } from "../store/reader.ts";
import { type App, forbids } from "./app.ts";
import { knowsFigures } from "./figures-for.ts";
import { journeysByChoice } from "./scorecard-choices.ts";

/** Years of decisions that are looked at together: fewer would leave most groups too small to tell of. */
export const EQUITY_YEARS = 5;

export interface EquityPage {
  readonly authority: Organisation;
  /** The decisions looked at, and the day up to which they are followed: the last day of the quarter that ended last. */
  readonly from: Day;
  readonly to: Day;
  /** Every child decided for, and those of them who still wait; nothing where they are too few to tell of. */
  readonly children: string | null;
  readonly waiting: string | null;
  /** Adopted, and not known when they moved in. */
  readonly unknown: string;
  readonly middle: Middle | null;
  readonly told: ToldEquity | null;
}

/** Whether some children wait longer, over every child of the authority, as at the end of the last quarter; nothing where the viewer may not see its scorecard. */
export async function openEquity(app: App, viewer: Viewer, authority: string): Promise<EquityPage | undefined> {
  if (forbids(viewer, "see-scorecard") !== undefined) return undefined;
  const organisation = (await app.store.reader(viewer).authorities()).find(({ code }) => code === authority);
  if (organisation === undefined) return undefined;
  const children = await app.store.reading(viewer, (reader) => childrenOf(reader, authority), "figures");
  const opens = await app.store.reader(viewer).childIds(authority);
  const by = { isClosed: (child: string) => !opens.has(child), knows: knowsFigures(viewer) };
  const { to } = daysOf(preceding(quarterOf(app.clock.today())));
  const from = addDays(addMonths(to, -12 * EQUITY_YEARS), 1);
  const { waited, unknown } = waitsIn(children, { from, to });
  const isEnough = waited.length > TOO_FEW;
  return {
    authority: organisation, from, to,
    children: isEnough ? wholeTold(waited.map(({ child }) => child), by) : null,
    waiting: isEnough ? wholeTold(waited.filter(({ ended }) => !ended).map(({ child }) => child), by) : null,
    unknown: wholeTold(unknown, by), middle: isEnough ? inTens(middleOf(waited)) : null,
    told: isEnough ? tellEquity(equityOf(waited), by) : null,
  };
}

async function childrenOf(reader: Reader, authority: string): Promise<readonly EquityChild[]> {
  const particulars = new Map((await reader.entriesOfKinds(authority, ["birth", "particulars"])).map(({ recordId, entries }) => [recordId, entries]));
  const homes = homesByChild(await reader.siblings(authority));
  return (await journeysByChoice(reader, authority)).map(({ recordId, journey }) => ({
    child: recordId, journey, particulars: particularsOf(particulars.get(recordId) ?? [], homes.get(recordId)?.length ?? 1),
  }));
}

function particularsOf(entries: readonly Entry[], together: number): Particulars {
  const c = fold(entries);
  const { ethnicity, disability, sex } = c.of("particulars").at(-1)?.detail ?? {};
  return {
    ethnicity: typeof ethnicity === "string" ? ethnicity : null, disability: typeof disability === "boolean" ? disability : null,
    sex: typeof sex === "string" ? sex : null, bornOn: birthOf(c)?.on ?? null, together,
  };
}

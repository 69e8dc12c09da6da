import type { LegalStatus, PlacementType } from "../chronology/codes.ts";
import { type Day, addDays, latest } from "../dates/day.ts";
import { type Life, after, horizonOf, soon, workingDaysAfter } from "./life.ts";
import { changeWorkers } from "./regular.ts";

/** How a child's first days in care go in law. */
export const ENTRIES = ["section-20", "police-protection", "emergency-order", "interim-order"] as const;
export type EntryRoute = (typeof ENTRIES)[number];

export interface InCare {
  readonly on: Day;
  /** When proceedings were issued, and the interim care order made, if they were. */
  readonly issuedOn?: Day;
  readonly orderedOn?: Day;
}

export interface FirstHome {
  readonly type: PlacementType;
  readonly route: EntryRoute;
  /** Whether the authority goes to court, as against keeping to an agreement. */
  readonly court: boolean;
}

const NEEDS = { N1: 62, N2: 3, N3: 4, N4: 9, N5: 14, N6: 2, N8: 6 } as const;

/** The child comes into care on the day the life begins there. */
export function comeIntoCare(life: Life, home: FirstHome, need?: string): InCare {
  const { line, startsOn: on } = life;
  const luck = life.luck.family;
  line.begin("looked-after", on, { categoryOfNeed: need ?? luck.weighted(NEEDS) });
  previousPermanence(life);
  line.begin("allocated-worker", on, { reason: "FCONTA" });
  if (luck.chance(0.97)) line.point("reviewing-officer-appointed", workingDaysAfter(life, on, luck.chance(1 - life.settings.late) ? luck.whole(1, 4) : luck.whole(6, 9)));
  beginPlacement(life, on, home.type);
  if (home.type === "U3") line.span("placed-before-assessment", on, addDays(on, luck.whole(70, 108)), { regulation: "24" });
  if (home.court) return { on, ...throughTheCourt(life, home.route) };
  status(life, on, "V2");
  return { on };
}

/** The first orders, up to the interim care order. Police protection lasts three days, an emergency order eight. */
function throughTheCourt(life: Life, route: EntryRoute): { readonly issuedOn: Day; readonly orderedOn: Day } {
  const { startsOn: on } = life;
  const luck = life.luck.family;
  let orderedOn = on;
  if (route === "section-20") {
    status(life, on, "V2");
    orderedOn = after({ ...life, luck: { ...life.luck, path: luck } }, on, "section20ToOrder");
  } else if (route === "emergency-order") {
    status(life, on, "L2");
    orderedOn = addDays(on, luck.whole(3, 8));
  } else if (route === "police-protection") {
    status(life, on, "L1");
    const emergency = luck.chance(0.6);
    const protectedUntil = addDays(on, luck.whole(1, 3));
    if (emergency) status(life, protectedUntil, "L2");
    orderedOn = emergency ? addDays(protectedUntil, luck.whole(3, 8)) : protectedUntil;
  }
  status(life, orderedOn, "C1");
  const issuedOn = orderedOn === on ? on : addDays(orderedOn, -luck.whole(0, route === "section-20" ? 6 : 2));
  life.line.point("proceedings-issued", issuedOn);
  return { issuedOn, orderedOn };
}

export const status = (life: Life, on: Day, code: LegalStatus): void => life.line.begin("legal-status", on, { status: code });

const PROVIDERS = { PR1: 58, PR2: 3, PR4: 37, PR5: 2 } as const;
const CHANGES = { CARPL: 45, CREQB: 15, CREQO: 10, CHILD: 5, LAREQ: 10, STAND: 3, ALLEG: 3, OTHER: 9 } as const;

export interface Change {
  readonly sameCarer?: boolean;
  /** Why the last placement ended; a reason is drawn where none is given. */
  readonly reason?: string;
  /** The same provider as in another placement, as when a child goes back to it. */
  readonly at?: { readonly provider?: unknown; readonly urn?: unknown };
}

/** The child begins to live in a placement; any other ends. */
export function beginPlacement(life: Life, on: Day, type: PlacementType, change: Change = {}): void {
  const last = life.line.open("placement");
  const luck = life.luck.path;
  const kept = change.sameCarer === true ? last?.detail : change.at;
  const reason = last === undefined ? undefined : { reasonForChange: change.reason ?? luck.weighted(CHANGES) };
  life.line.begin("placement", on, {
    type, ...(kept === undefined ? providerOf(life, type) : pickProvider(kept)),
    ...(last === undefined ? {} : { sameCarer: change.sameCarer === true }),
  }, reason);
}

function pickProvider({ provider, urn }: { readonly provider?: unknown; readonly urn?: unknown }): { provider?: string; urn?: string } {
  return { ...(typeof provider === "string" ? { provider } : {}), ...(typeof urn === "string" ? { urn } : {}) };
}

/** Parents are providers of their own; adopters come from the regional agency; temporary moves have none. */
function providerOf({ luck: { path } }: Life, type: PlacementType): { provider?: string; urn?: string } {
  const [agency, other, number] = [path.weighted({ PR1: 30, PR2: 50, PR5: 20 }), path.weighted(PROVIDERS), path.whole(10000, 10400)];
  if (type === "P1") return { provider: "PR0" };
  if (type.startsWith("T")) return {};
  if (type === "U3" || type === "U1") return { provider: "PR1", urn: "SC900001" };
  if (type.startsWith("A") || type === "U5" || type === "U2") return { provider: agency, urn: "XXXXXXX" };
  return { provider: other, urn: `SC9${number}` };
}

function previousPermanence(life: Life): void {
  const luck = life.luck.self;
  const { startsOn: on } = life;
  const type = on < addDays(life.bornOn, 900) ? "Z1" : luck.weighted({ Z1: 95, P1: 1, P2: 2, P3: 1.5, P4: 0.5 });
  const year = Number(on.slice(0, 4)) - luck.whole(1, 2);
  const known = type === "Z1" ? {} : type === "P4" ? { date: "zz/zz/zzzz" } : { authority: "OUT", date: `zz/${String(luck.whole(1, 12)).padStart(2, "0")}/${year}` };
  life.line.point("previous-permanence", on, { type, ...known });
}

/** A foster placement that does not last, a holiday for the carer, or a move planned for the child. */
export function moveAbout(life: Life, from: Day, until: Day, perYear: number): void {
  const luck = life.luck.path;
  let at = latest(from, life.line.open("placement")?.on ?? from);
  for (;;) {
    at = soon(life, at, 60, Math.round(650 / perYear));
    const home = life.line.open("placement");
    if (home === undefined || at >= addDays(until, -30)) return;
    const type = home.detail["type"] as PlacementType;
    if (luck.chance(0.12) && type === "U6") carersHoliday(life, at, luck.whole(5, 14));
    else beginPlacement(life, at, type);
  }
}

function carersHoliday(life: Life, on: Day, days: number): void {
  const home = life.line.open("placement");
  if (home === undefined) return;
  beginPlacement(life, on, "T3", { reason: "OTHER" });
  beginPlacement(life, addDays(on, days), home.detail["type"] as PlacementType, { reason: "OTHER", at: home.detail });
}

/** The period of care ends, and every other that runs only while it does; the worker stays while there is work. */
export function leaveCare(life: Life, on: Day, endReason: string, workerUntil: Day = on): void {
  const { line } = life;
  changeWorkers(life, life.startsOn, on);
  line.end("looked-after", on, { endReason });
  line.end("allocated-worker", workerUntil);
  for (const kind of ["legal-status", "placement", "primary-plan", "contingency-plan", "parallel-plan", "family-finder"] as const) line.end(kind, on);
}

/** The child is in care still: the workers who came and went. */
export const stayInCare = (life: Life): void => changeWorkers(life, life.startsOn, horizonOf(life));

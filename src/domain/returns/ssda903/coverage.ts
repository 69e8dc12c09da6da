import type { DetailValue, Entry } from "../../chronology/entry.ts";
import type { Case } from "../../chronology/fold.ts";
import { type Kind, KINDS, type ReturnTable, isPeriodKind } from "../../chronology/kinds.ts";
import { type Day, yearEndingOf } from "../../dates/day.ts";
import type { ReturnYear } from "./tables.ts";
import { hasTable, yearStartsOn } from "./years.ts";

/** Periods that come from episodes: while one runs, the child is in the return. */
const FROM_EPISODES: readonly Kind[] = ["looked-after", "legal-status", "placement"];
/** On whose first day the other happened, so that a return that has the one has the other. */
const WITH_PERIOD: Readonly<Partial<Record<Kind, Kind>>> = { "placement-order": "legal-status", "placed-for-adoption": "placement" };

const ADOPTIVE: ReadonlySet<DetailValue | undefined> = new Set(["A3", "A4", "A5", "A6"]);

const during = (e: Entry, y: ReturnYear): boolean =>
  e.happenedOn <= y.upTo && (e.until === undefined || e.until >= yearStartsOn(y.yearEnding));

const inYear = (on: Day, y: ReturnYear): boolean => yearEndingOf(on) === y.yearEnding && on <= y.upTo;

/**
 * The year among these whose files would tell of an entry, were it so; nothing where none
 * would. An entry that no file given could tell of has not vanished, whatever they hold.
 * Birth and particulars come with every year's Header and vanish only with the child.
 */
export function yearTelling(e: Entry, c: Case, years: readonly ReturnYear[]): ReturnYear | undefined {
  const table: ReturnTable | undefined = KINDS[e.kind].ssda903?.table;
  if (table === undefined || table === "Header") return undefined;
  return years.find((y) => hasTable(y, table) && wasInReturn(c, y) && tells(e, c, y) && !hasGap(e, c, y));
}

/**
 * A period with no end was running as far as the child’s files went. Where this year does
 * not follow on those, it may have ended in a year nobody gave.
 */
function hasGap(e: Entry, c: Case, y: ReturnYear): boolean {
  if (!isPeriodKind(e.kind) || e.until !== undefined) return false;
  const known = c.entries.map((o) => (o.source.type === "ssda903" ? o.source.upTo : "")).reduce((a, b) => (a > b ? a : b), "");
  return known !== "" && yearEndingOf(known as Day) + 1 < y.yearEnding;
}

const wasInReturn = (c: Case, y: ReturnYear): boolean => FROM_EPISODES.some((kind) => c.of(kind).some((p) => during(p, y)));

function tells(e: Entry, c: Case, y: ReturnYear): boolean {
  if (isPeriodKind(e.kind)) return during(e, y);
  switch (e.kind) {
    case "placement-order":
    case "placed-for-adoption": {
      const period = WITH_PERIOD[e.kind] ?? e.kind;
      return inYear(e.happenedOn, y) || c.of(period).some((p) => p.happenedOn === e.happenedOn && during(p, y));
    }
    // A decision is returned in every year in which it stands.
    case "plan-decision": {
      const reversed = c.of("plan-decision-reversed").find((r) => r.happenedOn >= e.happenedOn);
      return e.happenedOn <= y.upTo && (reversed === undefined || reversed.happenedOn >= yearStartsOn(y.yearEnding));
    }
    // A match is returned with the adoption order.
    case "match-decision":
      return c.of("adoption-order").some((order) => inYear(order.happenedOn, y));
    // Known only where the adoptive placement is seen, which may have ended before a last temporary stay.
    case "disruption":
      return inYear(e.happenedOn, y) && c.of("placement").some((p) => ADOPTIVE.has(p.detail["type"]) && p.happenedOn < e.happenedOn && during(p, y));
    default:
      return inYear(e.happenedOn, y);
  }
}

import type { Certainty, Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { isKind, type Kind, KIND_CODES, KINDS } from "../chronology/kinds.ts";
import { type Day, daysBetween } from "../dates/day.ts";
import { dateShown } from "../permanence/date-shown.ts";
import type { ShownDate } from "../permanence/summary.ts";

/** What an agency may keep a date of its own of: all that happens on one day, and is said by hand. */
export const DATED_KINDS: readonly Kind[] = KIND_CODES.filter((kind) => {
  const { shape, notByHand, chapter } = KINDS[kind];
  return shape === "point" && notByHand === undefined && chapter !== "child" && kind !== "declined";
});
export const isDated = (text: string): text is Kind => (DATED_KINDS as readonly string[]).includes(text);

export const HOW_SETTLED = ["authority", "agency", "both"] as const;
export type HowSettled = (typeof HOW_SETTLED)[number];

/** The agency’s own date of a kind: its entry in force. */
export interface AgencyDate {
  readonly kind: Kind;
  readonly on: Day;
  readonly certainty: Certainty;
  readonly entry: Entry;
}

/**
 * How the two dates of a kind stand. `alone`: the authority has none. `same`: no difference. `open`: they differ, and
 * nobody has settled it since either was last written; `proposed`: one has said which should hold, and it is the
 * other’s to put right; `settled`: both stand.
 */
export type DifferenceState = "alone" | "same" | "open" | "proposed" | "settled";

export interface Difference {
  readonly kind: Kind;
  readonly state: DifferenceState;
  /** As a list shows it. */
  readonly authority: ShownDate | null;
  readonly agency: AgencyDate;
  /** How many days the agency’s is after the authority’s; negative: before. 0 where there is nothing to compare. */
  readonly days: number;
  /** What was last said of it, where that is still about these two dates. */
  readonly said: { readonly how: HowSettled; readonly why: string; readonly entry: Entry } | null;
}

/** The agency’s dates in force, one for each kind, by day. Of two of one kind the later written holds. */
export function agencyDatesOf(c: Case): readonly AgencyDate[] {
  const dates = new Map<Kind, AgencyDate>();
  for (const entry of c.of("agency-date").toSorted((a, b) => a.number - b.number)) {
    const of = String(entry.detail["of"]);
    if (isKind(of)) dates.set(of, { kind: of, on: entry.happenedOn, certainty: entry.certainty, entry });
  }
  return [...dates.values()].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : KIND_CODES.indexOf(a.kind) - KIND_CODES.indexOf(b.kind)));
}

/** Every date of the agency’s beside the authority’s of the same kind. Pure; total; without today in it. */
export const differencesOf = (c: Case): readonly Difference[] => agencyDatesOf(c).map((agency) => differenceOf(c, agency));

function differenceOf(c: Case, agency: AgencyDate): Difference {
  const authority = dateShown(c, agency.kind) ?? null;
  const days = authority === null ? 0 : daysBetween(authority.on, agency.on);
  const since = Math.max(agency.entry.number, authority?.entry ?? 0);
  const last = c.of("difference-settled").filter((e) => e.detail["of"] === agency.kind && e.number > since).reduce<Entry | undefined>((a, b) => (a === undefined || b.number > a.number ? b : a), undefined);
  const how = HOW_SETTLED.find((code) => code === last?.detail["how"]);
  const said = last === undefined || how === undefined ? null : { how, why: String(last.detail["why"] ?? ""), entry: last };
  const state = authority === null ? "alone" : days === 0 ? "same" : said === null ? "open" : said.how === "both" ? "settled" : "proposed";
  return { kind: agency.kind, state, authority, agency, days, said };
}

/** Whether there is still something to settle. */
export const isUnsettled = ({ state }: Difference): boolean => state === "open" || state === "proposed";

/** Whose it is to put right: of one proposed the other’s than who proposed it, for one’s own date one puts right at once; else anybody’s. */
export const waitsFor = ({ state, said }: Difference): "authority" | "agency" | "either" | "nobody" =>
  state === "open" ? "either" : state !== "proposed" ? "nobody" : said?.how === "agency" ? "authority" : "agency";

export type DifferenceSide = "authority" | "agency";

/** Who has a difference of this child to settle; nobody where none is open. */
export function differsFor(c: Case): readonly DifferenceSide[] {
  if (c.of("agency-date").length === 0) return [];
  const waiting = new Set(differencesOf(c).map(waitsFor));
  return (["authority", "agency"] as const).filter((side) => waiting.has(side) || waiting.has("either"));
}

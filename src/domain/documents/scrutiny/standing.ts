import { ranks } from "../../scorecard/comparators.ts";
import { meets } from "../../scorecard/thresholds.ts";
import { type IndicatorCode, windowName } from "../../scorecard/window.ts";
import { listed } from "../../words.ts";
import type { AreaTold, ComparedTold, GroupTold } from "./told.ts";
import { asPublished, averageName, manyOf, measure, ordinal, ownName } from "./words.ts";

/** How a figure stands to an average that it is set beside. */
export type Standing = "better" | "same" | "poorer";

/** Fewer days are better; for A3, a larger share. */
export const standingOf = (code: IndicatorCode, own: number, other: number): Standing =>
  own === other ? "same" : (code === "A3" ? own > other : own < other) ? "better" : "poorer";

interface Beside {
  readonly name: string;
  readonly value: number;
}

/** The averages that are there to be set beside: groups, then the region and England. */
export const besideOf = ({ groups, wider }: ComparedTold): readonly Beside[] => [
  ...groups.flatMap(({ name, kind, average, members, leftOut }) => (average === null ? [] : [{ name: averageName(name, kind, members.length - leftOut), value: average }])),
  ...wider.flatMap(({ name, isNational, value }) => (typeof value === "number" ? [{ name: asPublished({ name, isNational }), value }] : [])),
];

/**
 * How the authority stood among others when figures were last published. It is said to be better than each average that it is
 * better than, by name, and never better than comparators at large unless it is better than every one of them.
 */
export function standingInWords(code: IndicatorCode, authority: string, compared: ComparedTold): string {
  const { own, rank, ranked, window, source } = compared;
  const when = `In ${windowName(window)} (${source})`;
  if (own === "x") return `${when} ${authority}’s ${code} was suppressed by its source, so it cannot be set beside others.`;
  if (compared.isWithheld === true) return `What was published of ${authority}’s ${code} is not set out here: beside other numbers of this report it could tell of a few children.`;
  if (own === null) return `${when} no ${code} was published for ${authority}, so it cannot be set beside others.`;
  const place = rank === null ? "" : `, ranked ${ordinal(rank)} ${ranked === null ? "by its source, among more authorities than were brought in here" : `of ${ranked}`}`;
  return [`${when} ${authority}’s ${code} was ${measure(code, own)}${place}.`, besideInWords(code, own, besideOf(compared))].filter((part) => part !== "").join(" ");
}

function besideInWords(code: IndicatorCode, own: number, beside: readonly Beside[]): string {
  if (beside.length === 0) return "";
  const [better, same, poorer] = (["better", "same", "poorer"] as const).map((how) => beside.filter(({ value }) => standingOf(code, own, value) === how).map(({ name, value }) => `${name} (${code === "A3" ? `${value}%` : value})`)) as [string[], string[], string[]];
  if (beside.length > 1 && better.length === beside.length) return `That is better than every average it is set beside: ${listed(better)}.`;
  if (beside.length > 1 && poorer.length === beside.length) return `That is poorer than every average it is set beside: ${listed(poorer)}.`;
  const parts = [better.length === 0 ? "" : `better than ${listed(better)}`, same.length === 0 ? "" : `the same as ${listed(same)}`, poorer.length === 0 ? "" : `poorer than ${listed(poorer)}`];
  return `That is ${listed(parts.filter((part) => part !== ""))}.`;
}

/** An area in its place among a group. */
export interface Placed extends AreaTold {
  /** Within the group, the authority among them: 1 for the fewest days, or the largest share. Equal figures share it. */
  readonly place: number | null;
}

/** A group with the authority among them, the best first, those without a figure last, by name; and how many have a figure. */
export function placesOf(code: IndicatorCode, { members, beside }: GroupTold): { readonly rows: readonly Placed[]; readonly among: number } {
  const all = beside === null ? members : [...members, beside];
  const places = ranks(all.map(({ value }) => value), code === "A3" ? "most" : "fewest");
  const rows = all.map((one, i): Placed => ({ ...one, place: places[i] ?? null })).sort((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || (a.area < b.area ? -1 : 1));
  return { rows, among: places.filter((place) => place !== null).length };
}

/** “8th of 9”. */
export const placeSaid = (place: number | null, among: number): string => (place === null ? "–" : `${ordinal(place)} of ${among}`);

/** How far apart the members of a group are, the best and the poorest of them; and where the authority stands among them. Nothing of a group with fewer than two figures. */
export function spreadInWords(code: IndicatorCode, group: GroupTold): string | null {
  const { name, kind, members, leftOut } = group;
  const known = members.flatMap(({ area, value }) => (typeof value === "number" ? [{ area, value }] : [])).sort((a, b) => (code === "A3" ? b.value - a.value : a.value - b.value));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || known.length < 2) return null;
  const at = ({ area, value }: typeof first): string => `${area} at ${measure(code, value)}`;
  const { rows, among } = placesOf(code, group);
  const own = rows.find(({ isOwn }) => isOwn);
  const place = own === undefined || own.place === null ? "" : ` ${own.area} is ${placeSaid(own.place, among)}${group.beside === null ? "" : ", itself counted with them"}.`;
  const without = leftOut === 0 ? "" : ` ${leftOut === 1 ? "One member has" : `${leftOut} members have`} no published figure and ${leftOut === 1 ? "is" : "are"} left out.`;
  return `Among ${ownName(name, kind)} figures run from ${at(first)} to ${at(last)}.${place}${without}`;
}

/** Which members of a group met the threshold of the window. */
export function metInWords(code: IndicatorCode, { name, kind, members }: GroupTold, threshold: number | null): string | null {
  const known = members.flatMap(({ area, value }) => (typeof value === "number" ? [{ area, value }] : []));
  if (threshold === null || code === "A3" || known.length === 0) return null;
  const met = known.filter(({ value }) => meets(value, threshold)).map(({ area }) => area);
  const of = `Of the ${manyOf(known.length, name, kind)} with a figure`;
  if (met.length === 0) return `${of}, none met the ${code} threshold of ${threshold} days.`;
  if (met.length === known.length) return `${of}, every one met the ${code} threshold of ${threshold} days.`;
  return `${of}, ${met.length} met the ${code} threshold of ${threshold} days: ${listed(met)}.`;
}

/** Who of a group met both thresholds, one alone, or neither; nothing where they cannot be set side by side. */
export function bothInWords(first: GroupTold, second: GroupTold, thresholds: readonly [number | null, number | null]): string | null {
  const [a1, a2] = thresholds;
  if (a1 === null || a2 === null) return null;
  const met = (group: GroupTold, days: number): ReadonlyMap<string, boolean> => new Map(group.members.flatMap(({ area, value }) => (typeof value === "number" ? [[area, meets(value, days)]] : [])));
  const [byA1, byA2] = [met(first, a1), met(second, a2)];
  const areas = [...byA1.keys()].filter((area) => byA2.has(area));
  if (areas.length < 2) return null;
  const who = (one: boolean, other: boolean): readonly string[] => areas.filter((area) => byA1.get(area) === one && byA2.get(area) === other);
  if (areas.every((area) => byA1.get(area) === false && byA2.get(area) === false)) return `of ${ownName(first.name, first.kind)}, none met either threshold.`;
  const said = [["both thresholds", who(true, true)], ["A1’s alone", who(true, false)], ["A2’s alone", who(false, true)], ["neither", who(false, false)]] as const;
  return `of ${ownName(first.name, first.kind)}, ${said.filter(([, areas]) => areas.length > 0).map(([how, some]) => `${listed(some)} met ${how}`).join("; ")}.`;
}

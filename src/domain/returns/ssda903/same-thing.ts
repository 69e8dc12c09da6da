import { isAdoptersReference } from "../../access/side.ts";
import type { Detail, DetailValue, Draft } from "../../chronology/entry.ts";
import { KINDS, type Kind, isPeriodKind } from "../../chronology/kinds.ts";
import { dayInWords, daysBetween, parseDay } from "../../dates/day.ts";
import { overlaps } from "../../dates/period.ts";

/** What a period is a period of: two that overlap and have this in common are one thing told twice. */
const IDENTITY: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  "legal-status": ["status"],
  "placement": ["type", "urn"],
  "allocated-worker": ["worker"],
};

/** Things that happen often: two more than this many days apart are two things. */
const OFTEN: Readonly<Partial<Record<Kind, number>>> = { review: 28, missing: 7 };
/** Rarer things, told of twice: further apart than this they may be two. */
const SELDOM_DAYS = 183;

/** Details agree as far as both say anything. */
const agree = (a: DetailValue | undefined, b: DetailValue | undefined): boolean => a === undefined || b === undefined || a === b;

export const sameIdentity = (a: Draft, b: Draft): boolean =>
  (IDENTITY[a.kind] ?? []).every((field) => agree(a.detail[field], b.detail[field]));

export const meet = (a: Draft, b: Draft): boolean =>
  overlaps({ from: a.happenedOn, until: a.until }, { from: b.happenedOn, until: b.until });

export const apart = (a: Draft, b: Draft): number => Math.abs(daysBetween(a.happenedOn, b.happenedOn));

/** Happens once in a life, so that two are always one told twice. */
export const isOnce = (kind: Kind): boolean => KINDS[kind].repeats !== true;
export const isOften = (kind: Kind): boolean => OFTEN[kind] !== undefined;

/** May two entries of one kind be the same thing, told with different days? */
export function mayBeSame(a: Draft, b: Draft): boolean {
  if (isOnce(a.kind)) return true;
  const near = apart(a, b) <= (OFTEN[a.kind] ?? SELDOM_DAYS);
  return isPeriodKind(a.kind) ? meet(a, b) || (isOften(a.kind) && near) : near;
}

const alike = (a: Detail, b: Detail): boolean => {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
};

/** Word for word the same. */
export const identical = (a: Draft, b: Draft): boolean =>
  a.happenedOn === b.happenedOn && a.until === b.until && a.certainty === b.certainty && alike(a.detail, b.detail);

/** The same day and end, and no detail in which the two differ: what one leaves out is no contradiction. */
export const agreeing = (a: Draft, b: Draft): boolean =>
  a.happenedOn === b.happenedOn && a.until === b.until && Object.keys(a.detail).every((name) => agree(a.detail[name], b.detail[name]));

/** An entry for people: its days and what is said of it, but for what tells of the adopters. “5 March 2025 to 6 May 2025, full care order”. */
export function inWords(e: Draft): string {
  const from = dayInWords(e.happenedOn);
  const days = !isPeriodKind(e.kind) ? from : e.until === undefined ? `from ${from}` : `${from} to ${dayInWords(e.until)}`;
  const fields = KINDS[e.kind].detail ?? {};
  const details = Object.entries(e.detail).flatMap(([name, value]) => {
    const field = fields[name];
    if (field === undefined || value === false || isAdoptersReference(e, name)) return [];
    if (value === true) return [field.label.toLowerCase()];
    if (field.codes !== undefined) return [field.codes[String(value)] ?? String(value)];
    const on = field.type === "day" ? parseDay(String(value)) : undefined;
    return [`${field.label.toLowerCase()} ${on === undefined ? String(value) : dayInWords(on)}`];
  });
  return [days, ...details].join(", ");
}

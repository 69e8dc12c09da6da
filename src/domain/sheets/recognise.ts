import { isLocalId } from "../commands/open-record.ts";
import { type Day, dayInWords, daysBetween } from "../dates/day.ts";
import type { RowChild, SheetRow } from "./facts.ts";
import { figuresKey, idStyles, looseKey } from "./recognise-ids.ts";
import { nearName, sameName, wordsOf } from "./recognise-names.ts";
import { listed } from "./wording.ts";

/** A child of the record, as far as recognising goes. */
export interface KnownChild {
  readonly localId: string;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly bornOn?: Day;
  readonly expectedOn?: Day;
}

/** What a person says of a row that could not be told by itself. */
export type RowAnswer =
  | { readonly as: "known"; readonly localId: string }
  | { readonly as: "new"; readonly localId: string }
  | { readonly as: "left-out" };

/** Who a row is about. */
export type Recognised =
  | { readonly is: "known"; readonly localId: string; readonly by: "local-id" | "name-and-birth" | "answer" }
  | { readonly is: "new"; readonly localId: string }
  /** `candidates`: local ids of the record, the likeliest first. `suggestedId`: what a new child’s id might be. `wrong`: why the answer given will not do. */
  | { readonly is: "asked"; readonly why: string; readonly candidates: readonly string[]; readonly suggestedId: string; readonly wrong?: string }
  | { readonly is: "left-out"; readonly why: "answer" | "nobody" };

export type RecogniseRow = (row: SheetRow) => Recognised;

/** Days by which a birth may differ from the day expected. */
const AROUND_BIRTH_DAYS = 60;

export function nameOfChild(child: Pick<RowChild, "name" | "givenName" | "familyName">): string {
  const parts = [child.givenName, child.familyName].filter((part) => part !== undefined).join(" ");
  return parts === "" ? child.name ?? "" : parts;
}

/** An id as typed anywhere, comparable: any case, spaces left out. */
export const idKey = (localId: string): string => localId.replace(/\s+/g, "").toLowerCase();

/**
 * Tells who the rows of a sheet are about: by local id, by name and birth date, or as the
 * person says; and asks where more than one answer could be right. Nothing is guessed: a
 * twin with nearly the same name is another child.
 */
export function recogniser(known: readonly KnownChild[], answers: ReadonlyMap<number, RowAnswer>): RecogniseRow {
  const byId = Map.groupBy(known, (k) => idKey(k.localId));
  const byFigures = Map.groupBy(known, (k) => figuresKey(k.localId));
  const byLooseId = Map.groupBy(known, (k) => looseKey(k.localId));
  const asWrittenHere = idStyles(known.map((k) => k.localId));
  const byBirth = Map.groupBy(known.filter((k) => (k.bornOn ?? k.expectedOn) !== undefined), (k) => k.bornOn ?? k.expectedOn);
  const unborn = known.filter((k) => k.bornOn === undefined && k.expectedOn !== undefined);
  const byName = Map.groupBy(known.filter((k) => nameOfChild(k) !== ""), (k) => wordsOf(nameOfChild(k)).sort().join(" "));

  const alike = (child: RowChild): KnownChild[] => {
    const birth = child.bornOn ?? child.expectedOn;
    const name = nameOfChild(child);
    if (name === "") return [];
    const sameBirth = birth === undefined ? [] : (byBirth.get(birth) ?? []).filter((k) => nearName(name, nameOfChild(k)));
    const sameNameOnly = (byName.get(wordsOf(name).sort().join(" ")) ?? []).filter((k) => birth === undefined || (k.bornOn ?? k.expectedOn) === undefined);
    const bornSince = child.bornOn === undefined ? [] : unborn.filter((k) => mayBeBorn(child, k));
    return [...new Set([...sameBirth, ...sameNameOnly, ...bornSince])];
  };

  const byItself = (row: SheetRow): Recognised => {
    const { child } = row;
    const written = (child.localId ?? "").trim();
    const name = nameOfChild(child);
    if (written !== "") {
      const fit = written.replace(/\s+/g, "");
      const meant = asWrittenHere(fit);
      const near = byLooseId.get(looseKey(meant)) ?? (figuresKey(fit) === looseKey(fit) ? byFigures.get(figuresKey(fit)) : undefined) ?? [];
      const same = near.filter((k) => agrees(child, k));
      const found = byId.get(idKey(written)) ?? (same.length === 1 ? same : undefined);
      if (found?.length === 1) {
        const [one] = found as [KnownChild];
        return isOther(child, one)
          ? asked(`The record has another child under ${one.localId}: the name and the date of birth both differ`, [one], "")
          : { is: "known", localId: one.localId, by: "local-id" };
      }
      const candidates = [...new Set([...(found ?? []), ...near, ...alike(child)])];
      if (near.length > 0) return asked(`${written} is not in the record, which has ${listed(near.map((k) => k.localId))}: the same id, it seems, written otherwise`, candidates, "");
      if (candidates.length > 0) return asked(`${written} is not in the record, which has ${oneOf(candidates, child)}`, candidates, idSuggested(meant));
      if (!isLocalId(fit)) return asked(`“${written}” cannot be a local id: up to 40 letters, figures, - / _ or .`, [], idSuggested(written));
      if (meant !== fit) return asked(`${written} is not in the record, and is not written as its ids are: that would be ${meant}`, [], meant);
      return { is: "new", localId: fit };
    }
    if (name === "" && child.bornOn === undefined && child.expectedOn === undefined) return { is: "left-out", why: "nobody" };
    const candidates = alike(child);
    const exact = candidates.filter((k) => sameName(name, nameOfChild(k)) && (child.bornOn ?? child.expectedOn) !== undefined && (k.bornOn ?? k.expectedOn) === (child.bornOn ?? child.expectedOn));
    if (exact.length === 1) return { is: "known", localId: exact[0]!.localId, by: "name-and-birth" };
    if (candidates.length > 0) return asked(`The row has no local id. The record has ${oneOf(candidates, child)}`, candidates, "");
    return asked("The row has no local id, and nobody in the record has this name and date of birth", [], "");
  };

  return (row) => {
    const answer = answers.get(row.row);
    if (answer === undefined) return byItself(row);
    if (answer.as === "left-out") return { is: "left-out", why: "answer" };
    const [found] = byId.get(idKey(answer.localId)) ?? [];
    if (answer.as === "known" && found !== undefined) return { is: "known", localId: found.localId, by: "answer" };
    const self = byItself(row);
    const again = self.is === "asked" ? self : asked("The record has changed since this was answered", [], "");
    const typed = answer.localId.trim();
    if (answer.as === "known") return { ...again, wrong: `There is no child with local id ${typed} any more` };
    // The child was started since the answer was given, or in a landing of this same sheet.
    if (found !== undefined) return agrees(row.child, found) ? { is: "known", localId: found.localId, by: "answer" } : { ...again, wrong: `A child with local id ${typed} is already in the record. Choose that child, or give another id` };
    if (!isLocalId(typed)) return { ...again, wrong: "Enter the child’s local id: up to 40 letters, figures, - / _ or ." };
    return { is: "new", localId: typed };
  };
}

const asked = (why: string, candidates: readonly KnownChild[], suggestedId: string): Extract<Recognised, { is: "asked" }> =>
  ({ is: "asked", why, candidates: candidates.map((k) => k.localId), suggestedId });

const idSuggested = (written: string): string => written.replace(/\s+/g, "-").replace(/[^A-Za-z0-9/_.-]/g, "").replace(/^[^A-Za-z0-9]+/, "").slice(0, 40);

/** Something is known of both, and nothing of it differs. */
function agrees(child: RowChild, known: KnownChild): boolean {
  const [birth, theirs] = [child.bornOn ?? child.expectedOn, known.bornOn ?? known.expectedOn];
  const [name, other] = [nameOfChild(child), nameOfChild(known)];
  const births = birth === undefined || theirs === undefined ? undefined : birth === theirs || mayBeBorn(child, known);
  const names = name === "" || other === "" ? undefined : nearName(name, other);
  return births !== false && names !== false && (births === true || names === true);
}

/** Both the name and the birth date are other ones. */
function isOther(child: RowChild, known: KnownChild): boolean {
  const [name, other] = [nameOfChild(child), nameOfChild(known)];
  return name !== "" && other !== "" && child.bornOn !== undefined && known.bornOn !== undefined && child.bornOn !== known.bornOn && !nearName(name, other);
}

/** Expected in the record, born in the sheet, about when expected, with a family name in common where both have one. */
function mayBeBorn(child: RowChild, known: KnownChild): boolean {
  if (child.bornOn === undefined || known.bornOn !== undefined || known.expectedOn === undefined) return false;
  if (Math.abs(daysBetween(known.expectedOn, child.bornOn)) > AROUND_BIRTH_DAYS) return false;
  const [names, theirs] = [wordsOf(nameOfChild(child)), wordsOf(nameOfChild(known))];
  return names.length > 0 && theirs.length > 0 && names.some((word) => theirs.includes(word));
}

function oneOf(candidates: readonly KnownChild[], child: RowChild): string {
  if (candidates.length > 1) return `${candidates.length} children who may be meant`;
  const [one] = candidates as [KnownChild];
  const birth = one.bornOn ?? one.expectedOn;
  const same = sameName(nameOfChild(child), nameOfChild(one));
  if (birth !== undefined && birth === (child.bornOn ?? child.expectedOn)) return `a child with ${same ? "the same name" : "nearly the same name"} and the same date of birth`;
  return birth === undefined || (child.bornOn ?? child.expectedOn) === undefined ? `a child with ${same ? "the same name" : "nearly the same name"}` : `a child expected on ${dayInWords(birth)} who may be meant`;
}

/** A child told of by several rows, or two children under one id. */
export interface SharedId {
  readonly localId: string;
  readonly rows: readonly number[];
  /** The rows are of two children: their names or their births differ. */
  readonly differ: boolean;
}

/** Ids that more than one row has come to. */
export function sharedIds(rows: readonly (readonly [SheetRow, string])[]): SharedId[] {
  const byId = Map.groupBy(rows, ([, localId]) => idKey(localId));
  return [...byId.values()].filter((list) => list.length > 1).map((list) => ({
    localId: list[0]![1],
    rows: list.map(([row]) => row.row),
    differ: list.some(([a]) => list.some(([b]) => differs(a.child, b.child))),
  }));
}

function differs(a: RowChild, b: RowChild): boolean {
  const [name, other] = [nameOfChild(a), nameOfChild(b)];
  return (a.bornOn !== undefined && b.bornOn !== undefined && a.bornOn !== b.bornOn) || (name !== "" && other !== "" && !nearName(name, other));
}

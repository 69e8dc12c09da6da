import { type AdoptionFunction, needsAdopters } from "../agency/functions.ts";
import { isMeetingKind } from "../agency/shown.ts";
import { ADOPTIVE_PLACEMENTS, EARLY_PERMANENCE_PLACEMENTS, type Involvement } from "../chronology/codes.ts";
import type { Detail, DetailValue, Entry } from "../chronology/entry.ts";
import { type Case, fold } from "../chronology/fold.ts";
import { type Chapter, type DetailField, detailOf, KINDS } from "../chronology/kinds.ts";
import type { Day } from "../dates/day.ts";
import { isDecided, lastOf, openOf } from "../permanence/moments.ts";
import { may, type Reach } from "./policy.ts";
import { actorOf, type Viewer } from "./viewer.ts";

/**
 * Which side of the wall between birth family and adopters somebody reads from. The adopters are known by those
 * whose work needs it, on the days it does: it goes by how somebody works with the child, and not by their title alone.
 * Source: Adoption Agencies Regulations 2005, regulations 41 and 42; councils’ procedures on access to adoption records.
 */
export interface Side {
  readonly viewer: Viewer;
  /** The names under which children are allocated to them, or to those whose work they do today. */
  readonly keys: readonly string[];
  readonly today: Day;
  /** Of somebody of an agency: the adoption functions that the child’s authority has given to it. */
  readonly given?: readonly AdoptionFunction[];
  /** Of somebody of an agency: the accounts of its people. What their own meetings wrote is theirs to read. */
  readonly own?: ReadonlySet<string>;
}

/** The reach of a viewer’s `know-adopters`. The machine’s operator reads everything. */
export function knowingReach(viewer: Viewer): Reach {
  if (viewer.type === "operator") return "authority";
  const answer = may(viewer.role, "know-adopters");
  return answer.allowed ? answer.reach : "none";
}

/** Whether the answer is the same for every child that the viewer sees. */
export const isSameForAll = (reach: Reach): reach is "authority" | "none" => reach === "authority" || reach === "none";

/** As what somebody may know the adopters where their role may know any: for as long as it runs, or until the match is decided. */
export const KNOWS: Readonly<Record<Involvement, "while it runs" | "until the match" | "never">> = {
  "named": "while it runs",
  "previous-worker": "until the match",
  "adopters-social-worker": "while it runs",
  "legal": "never",
  "medical-adviser": "never",
  "panel": "while it runs",
  "adoption-clerk": "while it runs",
  "post-adoption-worker": "while it runs",
};

/** Whether a period is running on a day: from its first day to the day before the one it ends on. */
export const runsOn = ({ happenedOn, until, certainty }: Entry, on: Day): boolean =>
  certainty === "actual" && happenedOn <= on && (until === undefined || on < until);

/** May they know who this child’s adopters are? Of this child alone: a brother’s or sister’s worker does not. */
export function knowsAdopters({ viewer, keys, today, given = [] }: Side, c: Case): boolean {
  const reach = knowingReach(viewer);
  if (isSameForAll(reach)) return reach !== "none";
  if (reach === "agreement") return needsAdopters(given, lastOf(c, "adoption-order") !== undefined);
  const account = actorOf(viewer);
  if (reach === "allocated" && [openOf(c, "allocated-worker"), openOf(c, "family-finder")].some((e) => keys.includes(String(e?.detail["worker"] ?? "")))) return true;
  return c.of("involvement").some((e) => e.detail["account"] === account && runsOn(e, today) && knowsAs(e, c));
}

function knowsAs({ detail }: Entry, c: Case): boolean {
  switch (KNOWS[detail["as"] as Involvement]) {
    case "while it runs": return true;
    case "until the match": return !isMatched(c);
    case "never": return false;
  }
}

const isMatched = (c: Case): boolean => c.of("match-decision").some((e) => e.certainty === "actual" && isDecided(e));

/** Whoever looks for a family reads the families’ references, and what is written of them, until a match is decided. */
const knowsFamilies = (side: Side, c: Case): boolean =>
  knowsAdopters(side, c) || (knowingReach(side.viewer) === "agreement" && side.given?.includes("family-finding") === true && !isMatched(c) && lastOf(c, "adoption-order") === undefined);

/** What is written there is of the family as much as of the child. */
const OF_THE_FAMILY: ReadonlySet<Chapter> = new Set<Chapter>(["matching", "moving-in", "after-placement", "after-order"]);

/** The references by which this record knows families who may adopt the child: in every entry ever written. */
export function adoptersReferences(entries: Iterable<Pick<Entry, "kind" | "detail">>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const e of entries) for (const name of Object.keys(e.detail)) if (isAdoptersReference(e, name)) add(found, e.detail[name]);
  return found;
}

/** Whether a detail of an entry is such a reference. */
export const isAdoptersReference = ({ kind, detail }: Pick<Entry, "kind" | "detail">, name: string): boolean =>
  KINDS[kind].detail?.[name]?.adopters === true || (kind === "placement" && name === "carer" && isWithAdopters(detail));

const add = (found: Set<string>, value: DetailValue | undefined): void => void (typeof value === "string" && value.trim() !== "" && found.add(value));

/** A placement for adoption, or one with carers who may become the adopters. */
const isWithAdopters = ({ type }: Detail): boolean => ADOPTIVE_PLACEMENTS.has(String(type)) || EARLY_PERMANENCE_PLACEMENTS.has(String(type));

/**
 * The entries of one record, superseded ones too, as somebody reads them. Where they may not know the adopters, what tells
 * of them is not there, and `hidden` names it: families’ references, the carers of adoptive placements, and words
 * written freely about the match, the family or what came after a link; and any words that hold such a reference. What an
 * action asks of the reader themselves is shown to them all the same.
 */
export function shownTo(side: Side, entries: readonly Entry[]): readonly Entry[] {
  const reach = knowingReach(side.viewer);
  if (isSameForAll(reach) ? reach !== "none" : knowsFamilies(side, fold(entries))) return entries;
  const references = [...adoptersReferences(entries)];
  const linkedOn = entries.reduce<Day | undefined>((first, e) => (LINKED.has(e.kind) && (first === undefined || e.happenedOn < first) ? e.happenedOn : first), undefined);
  return entries.map((e) => without(e, references, linkedOn, ownWords(side, e)));
}

/** What whoever an action is given to has to read to do it. */
const TO_DO: ReadonlySet<string> = new Set(["what", "shownBy", "dueOn"]);

/** Of which details the words are the reader’s own: of an action that is theirs to do, and of what their agency’s meetings wrote. */
function ownWords({ viewer, keys, own }: Side, { kind, recordedBy, detail }: Entry): (name: string) => boolean {
  if (own?.has(recordedBy) === true && (isMeetingKind(kind) || kind === "agency-meeting")) return () => true;
  const who = detail["who"] === undefined ? "" : String(detail["who"]);
  const isTheirs = kind === "action-agreed" && who !== "" && (own?.has(who) === true || keys.includes(who) || who === actorOf(viewer));
  return (name) => isTheirs && TO_DO.has(name);
}

/** Of what a meeting wrote: which meeting it was, and who is to act. These are no free words. */
const OF_WHICH: ReadonlySet<string> = new Set(["meeting", "series", "organisation", "part", "who", "to"]);

/** From the first of these on, anything written freely may be about the family. */
const LINKED: ReadonlySet<string> = new Set(["link", "match-decision", "placed-for-adoption"]);

function without(e: Entry, references: readonly string[], linkedOn: Day | undefined, isOwn: (name: string) => boolean): Entry {
  const fields = detailOf(e.kind);
  const freely = OF_THE_FAMILY.has(KINDS[e.kind].chapter) || e.kind === "restriction";
  const afterLink = linkedOn !== undefined && e.happenedOn >= linkedOn;
  const holds = (value: DetailValue): boolean => typeof value === "string" && references.some((reference) => value.includes(reference));
  const tells = (name: string, value: DetailValue): boolean =>
    isAdoptersReference(e, name) || holds(value) || (!isOwn(name) && tellsFreely(fields[name], name, freely || afterLink, freely || (afterLink && isMeetingKind(e.kind) && !OF_WHICH.has(name))));
  const hidden = Object.entries(e.detail).filter(([name, value]) => tells(name, value)).map(([name]) => name);
  const hidesReason = e.reason !== undefined && e.reason !== "" && (((freely || afterLink) && !isOwn("reason")) || holds(e.reason));
  if (hidden.length === 0 && !hidesReason) return e;
  const { reason, ...rest } = e;
  return {
    ...rest,
    detail: Object.fromEntries(Object.entries(e.detail).filter(([name]) => !hidden.includes(name))),
    ...(reason === undefined || hidesReason ? {} : { reason }),
    hidden: hidesReason ? [...hidden, "reason"] : hidden,
  };
}

/** `note`: a note there may be about the family. `freely`: so may any other words. */
const tellsFreely = (field: DetailField | undefined, name: string, note: boolean, freely: boolean): boolean => field?.type === "text" && (name === "note" ? note : freely);

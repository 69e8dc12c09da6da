import type { DecidingRoles } from "../access/decides.ts";
import type { Detail, Draft, Entry } from "../chronology/entry.ts";
import { type Case, fold } from "../chronology/fold.ts";
import { isPeriodKind, isSiblingGroupKind, type Kind, KIND_CODES, KINDS } from "../chronology/kinds.ts";
import type { Day } from "../dates/day.ts";
import { openOf } from "../permanence/moments.ts";
import type { Decision, EntryInput, Refusal } from "./command.ts";
import { correctEntry, saidAlready, sameAs } from "./correct-entry.ts";
import { onlyTheirOwn } from "./decided-by.ts";
import { parseEntryInput } from "./entry-input.ts";
import { recordEntry } from "./record-entry.ts";
import type { Proposed } from "./rules.ts";

/** One thing to be recorded of several children. */
export interface ManyInput extends EntryInput {
  /** Of a date still to come, where a child has one for the same thing already: move that one, or add this beside it. */
  readonly standing: "move" | "add";
  /** Why dates move; wanted only where one does. */
  readonly reason: string;
}

export type Answer =
  /** `replaces`: what was in force and is superseded, by number. */
  | { readonly answer: "changes"; readonly drafts: readonly Draft[]; readonly replaces: ReadonlyMap<number, Entry> }
  /** What the record says already. */
  | { readonly answer: "nothing"; readonly because: Entry }
  | { readonly answer: "refused"; readonly refusals: readonly Refusal[] };

/** Of one child the same may be a birth or a name, or a target set for that child alone; of several it cannot be. */
const EACH_THEIR_OWN: ReadonlySet<Kind> = new Set<Kind>(["birth", "particulars", "individual-target"]);

/** The kinds that can be recorded of several children at once. */
export const KINDS_FOR_MANY: readonly Kind[] = KIND_CODES.filter((kind) => !isSiblingGroupKind(kind) && !EACH_THEIR_OWN.has(kind) && KINDS[kind].notByHand === undefined);

/** Who has a child: the same again is no change, whatever the day. */
const WHOSE_THE_CHILD_IS: ReadonlySet<Kind> = new Set<Kind>(["allocated-worker", "family-finder", "responsible-team"]);

/** What is wrong with the input whoever it is recorded of; empty where only the children’s own records can refuse it. */
export function refusalsForAll(input: ManyInput, today: Day, roles: DecidingRoles): readonly Refusal[] {
  if (!(KINDS_FOR_MANY as readonly string[]).includes(input.kind)) return [{ field: "kind", message: "Choose what to record" }];
  const none = fold([]);
  const decision = onlyTheirOwn(recordEntry(none, input, today, "child"), none, roles);
  // That nothing comes before it is the fault of having no record at all here.
  return decision.accepted ? [] : decision.refusals.filter((r) => r.field !== "kind");
}

/**
 * What recording this would do to one record, decided as it is for one child alone: it is added,
 * it moves the date that stood for the same thing, it changes nothing, or it is refused. Nothing
 * is decided of several but that: where one refuses, whoever asks must not write any. `roles`: in which
 * whoever asks decides.
 */
export function recordForOne(entries: readonly Entry[], input: ManyInput, today: Day, roles: DecidingRoles): Answer {
  const c = fold(entries);
  const parsed = parseEntryInput(input);
  if ("refusals" in parsed) return { answer: "refused", refusals: parsed.refusals };
  const said = saysAlready(c, parsed.draft);
  if (said !== undefined) return { answer: "nothing", because: said };
  const standing = standingDates(c, parsed.draft, input);
  if (standing.length > 1) return { answer: "refused", refusals: [severalDates(parsed.draft.kind)] };
  const [old] = standing;
  const asked = old === undefined ? recordEntry(c, input, today, "child") : moved(c, old, parsed.draft, input, today);
  if ("answer" in asked) return asked;
  const decision = onlyTheirOwn(asked, c, roles);
  if (!decision.accepted) return { answer: "refused", refusals: decision.refusals };
  const replaces = decision.drafts.flatMap(({ supersedes }) => c.entries.filter((e) => e.number === supersedes));
  return { answer: "changes", drafts: decision.drafts, replaces: new Map(replaces.map((e) => [e.number, e])) };
}

function saysAlready(c: Case, draft: Proposed): Entry | undefined {
  const same = c.of(draft.kind).find((e) => saidAlready(e, draft));
  if (same !== undefined || !WHOSE_THE_CHILD_IS.has(draft.kind) || draft.until !== undefined) return same;
  const open = openOf(c, draft.kind);
  const whose = (detail: Detail): unknown => detail["worker"] ?? detail["team"];
  return open !== undefined && open.happenedOn <= draft.happenedOn && whose(open.detail) === whose(draft.detail) ? open : undefined;
}

const standingDates = (c: Case, draft: Proposed, { standing }: ManyInput): readonly Entry[] =>
  standing === "add" || draft.certainty === "actual" || isPeriodKind(draft.kind) ? [] : c.of(draft.kind).filter((e) => e.certainty !== "actual");

const severalDates = (kind: Kind): Refusal => ({
  field: "happenedOn",
  message: `${KINDS[kind].label} has more than one date to come on this record: say on the child’s own page which of them moves`,
});

/** The date that stood moves; what was said of it beside its day stays, but for what is now said otherwise. */
function moved(c: Case, old: Entry, draft: Proposed, input: ManyInput, today: Day): Decision | Answer {
  const detail = { ...asTyped(old.detail), ...input.detail };
  const cause = old.happenedOn !== draft.happenedOn ? "moved" : draft.certainty === "provisional" ? "confirmed" : "corrected";
  if (sameAs(old, { ...draft, detail: { ...old.detail, ...draft.detail } })) return { answer: "nothing", because: old };
  return correctEntry(c, { ...input, detail, number: old.number, cause }, today, "child");
}

/** Details as a form sends them. */
export const asTyped = (detail: Detail): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, value === true ? "yes" : value === false ? "no" : String(value)]));

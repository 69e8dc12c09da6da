import type { Draft, Entry } from "../../chronology/entry.ts";
import type { Case } from "../../chronology/fold.ts";
import { isPeriodKind } from "../../chronology/kinds.ts";
import { settleEnd } from "./edges.ts";
import { agreeing, apart, isOften, isOnce, mayBeSame, meet } from "./same-thing.ts";
import type { ReturnYear } from "./tables.ts";

/** Days within which a person’s entry of a thing that happens often is taken for the file’s. */
const SAME_OFTEN_DAYS = 14;

export const isFromReturn = (e: Draft): boolean => e.source.type === "ssda903";

/** What people have said of a child, to be set against what a file says. */
export interface SaidByHand {
  /** Nothing need be written: a person has said just this. */
  readonly agrees: (w: Draft) => Entry | undefined;
  /** A person corrected or withdrew exactly what the file says again. */
  readonly undid: (w: Draft) => Entry | undefined;
  /** A person has said otherwise of the same thing, and no file’s row agrees with that entry. */
  readonly contradicts: (w: Draft) => Entry | undefined;
}

export function saidByHand(c: Case, years: readonly ReturnYear[]): SaidByHand {
  const byHand = c.entries.filter((e) => !isFromReturn(e) && e.certainty === "actual");
  const undoing = [...c.entries.filter((e) => !isFromReturn(e)), ...c.withdrawn.filter((e) => !isFromReturn(e))]
    .flatMap((e) => (c.history.get(e.number) ?? []).filter(isFromReturn).map((before) => ({ e, before })));
  const agreed = new Set<Entry>();
  return {
    agrees(w) {
      const e = byHand.find((h) => h.kind === w.kind && h.happenedOn === w.happenedOn && agreeing(settleEnd(w, h, years), h));
      if (e !== undefined) agreed.add(e);
      return e;
    },
    undid: (w) => undoing.find(({ before }) => before.kind === w.kind && before.happenedOn === w.happenedOn && agreeing(settleEnd(w, before, years), before))?.e,
    contradicts: (w) => byHand.find((h) => h.kind === w.kind && !agreed.has(h) && sameTold(w, h)),
  };
}

function sameTold(w: Draft, h: Entry): boolean {
  if (isOnce(w.kind) || w.happenedOn === h.happenedOn) return true;
  if (isOften(w.kind)) return apart(w, h) <= SAME_OFTEN_DAYS;
  return isPeriodKind(w.kind) ? meet(w, h) : mayBeSame(w, h);
}

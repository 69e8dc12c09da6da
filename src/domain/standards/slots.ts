import type { Case } from "../chronology/fold.ts";
import type { Kind } from "../chronology/kinds.ts";
import type { Day } from "../dates/day.ts";
import { byDay, type Counted, counts, type Moment, momentsOf } from "./occasions.ts";
import type { KindOccasion, Occasion } from "./standard.ts";

/** A question that standards ask of a case, in one place however many of them ask it: its number in the pack. */
export type Slot = number;

interface KindSlot {
  readonly slot: Slot;
  readonly occasion: KindOccasion;
  readonly counted: Counted;
}

/** The slots of a pack, sorted so that one walk over a case's entries fills them all. */
export interface Slots {
  /** Nothing yet, one for each slot: copied for each case. */
  readonly none: readonly undefined[];
  readonly byKind: ReadonlyMap<Kind, readonly KindSlot[]>;
  readonly named: ReadonlyMap<Slot, Occasion>;
  /** Filled in the order of the entries, which is not the order in which periods end. */
  readonly ofEnds: readonly Slot[];
}

/** Gives out slots while a pack is compiled: the same slot for the same question. */
export class SlotBook {
  readonly #numbers = new Map<string, Slot>();
  readonly #byKind = new Map<Kind, KindSlot[]>();
  readonly #named = new Map<Slot, Occasion>();
  readonly #ofEnds: Slot[] = [];

  slot(occasion: Occasion, counted: Counted): Slot {
    const key = JSON.stringify([occasion, counted]);
    const had = this.#numbers.get(key);
    if (had !== undefined) return had;
    const slot = this.#numbers.size;
    this.#numbers.set(key, slot);
    if ("named" in occasion) {
      this.#named.set(slot, occasion);
    } else {
      this.#byKind.set(occasion.kind, [...(this.#byKind.get(occasion.kind) ?? []), { slot, occasion, counted }]);
      if (occasion.edge === "end") this.#ofEnds.push(slot);
    }
    return slot;
  }

  slots(): Slots {
    return { none: Array.from({ length: this.#numbers.size }, () => undefined), byKind: this.#byKind, named: this.#named, ofEnds: this.#ofEnds };
  }
}

const NONE: readonly Moment[] = [];

/** The comings of every occasion that a pack asks about, in one case. */
export class Moments {
  readonly #c: Case;
  readonly #slots: Slots;
  readonly #found: (Moment[] | undefined)[];

  constructor(c: Case, slots: Slots) {
    this.#c = c;
    this.#slots = slots;
    this.#found = slots.none.slice();
    for (const entry of c.entries) {
      const asked = slots.byKind.get(entry.kind);
      if (asked === undefined) continue;
      let began: Moment | undefined;
      for (const { slot, occasion, counted } of asked) {
        if (!counts(occasion, entry, counted)) continue;
        if (occasion.edge === "start") this.#put(slot, (began ??= { entry, on: entry.happenedOn, isEnd: false }));
        else if (entry.until !== undefined) this.#put(slot, { entry, on: entry.until, isEnd: true });
      }
    }
    for (const slot of slots.ofEnds) {
      const found = this.#found[slot];
      if (found !== undefined && found.length > 1) found.sort(byDay);
    }
  }

  #put(slot: Slot, moment: Moment): void {
    const found = this.#found[slot];
    if (found === undefined) this.#found[slot] = [moment];
    else found.push(moment);
  }

  of(slot: Slot): readonly Moment[] {
    const found = this.#found[slot];
    if (found !== undefined) return found;
    const named = this.#slots.named.get(slot);
    if (named === undefined) return NONE;
    return (this.#found[slot] = [...momentsOf(this.#c, [named], "actual")]);
  }

  /** Of any of the slots, in order. */
  ofAny(slots: readonly Slot[]): readonly Moment[] {
    let some = NONE;
    for (const slot of slots) {
      const found = this.of(slot);
      if (found.length > 0) some = some.length === 0 ? found : [...some, ...found].sort(byDay);
    }
    return some;
  }

  /** The first that is not before `from` (any, where there is none), other than the starting entry or one before it on its day. */
  firstStop(slots: readonly Slot[], from: Day | null, start: Moment): Moment | undefined {
    let best: Moment | undefined;
    for (const slot of slots) {
      for (const m of this.of(slot)) {
        if (best !== undefined && m.on >= best.on) break;
        if (from !== null && m.on < from) continue;
        if (m.entry.kind === start.entry.kind && m.on === start.on && m.entry.number <= start.entry.number) continue;
        if (m.entry !== start.entry) best = m;
      }
    }
    return best;
  }

  /**
   * The first that ends what the start began. The end of a period of the starting kind is
   * only the starting period's own; of things on the starting day, only those written after it.
   */
  firstEnding(slots: readonly Slot[], start: Moment): Moment | undefined {
    let best: Moment | undefined;
    for (const slot of slots) {
      for (const m of this.of(slot)) {
        if (m.on < start.on) continue;
        if (best !== undefined && m.on >= best.on) break;
        if (endsIt(m, start)) best = m;
      }
    }
    return best;
  }
}

function endsIt(m: Moment, start: Moment): boolean {
  if (m.isEnd && m.entry.kind === start.entry.kind) return m.entry === start.entry;
  return m.on > start.on || (!m.isEnd && m.entry.number > start.entry.number);
}

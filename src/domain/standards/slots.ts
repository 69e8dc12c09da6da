import type { Case } from "../chronology/fold.ts";
import { type Kind, KINDS } from "../chronology/kinds.ts";
import type { Day } from "../dates/day.ts";
import { byDay, type Counted, counts, type Moment, momentsOf } from "./occasions.ts";
import type { KindOccasion, Occasion } from "./standard.ts";

/** A question that standards ask of a case, in one place however many of them ask it: its number in the pack. */
export type Slot = number;

interface KindSlot {
  readonly slot: Slot;
  readonly occasion: KindOccasion;
  readonly counted: Counted;
  /** Nothing in an entry’s detail is asked about. */
  readonly isPlain: boolean;
}

/** The slots of a pack, sorted so that one walk over a case's entries fills them all. */
export interface Slots {
  /** Nothing yet, one for each slot: copied for each case. */
  readonly none: readonly undefined[];
  readonly byKind: ReadonlyMap<Kind, readonly KindSlot[]>;
  readonly named: ReadonlyMap<Slot, Occasion>;
  /** Slots that stand for several others together. */
  readonly unions: ReadonlyMap<Slot, readonly Slot[]>;
  /** Filled in the order of the entries, which is not the order in which periods end. */
  readonly ofEnds: readonly Slot[];
}

/** Gives out slots while a pack is compiled: the same slot for the same question. */
export class SlotBook {
  readonly #numbers = new Map<string, Slot>();
  readonly #byKind = new Map<Kind, KindSlot[]>();
  readonly #named = new Map<Slot, Occasion>();
  readonly #ofEnds: Slot[] = [];
  readonly #unions = new Map<Slot, readonly Slot[]>();

  slot(occasion: Occasion, counted: Counted): Slot {
    const { slot, isNew } = this.#number(JSON.stringify([occasion, counted]));
    if (!isNew) return slot;
    if ("named" in occasion) {
      this.#named.set(slot, occasion);
    } else {
      const isPlain = occasion.where.length === 0 && KINDS[occasion.kind].detail?.["outcome"] === undefined;
      this.#byKind.set(occasion.kind, [...(this.#byKind.get(occasion.kind) ?? []), { slot, occasion, counted, isPlain }]);
      if (occasion.edge === "end") this.#ofEnds.push(slot);
    }
    return slot;
  }

  /** One slot for any of several occasions. */
  anyOf(occasions: readonly Occasion[], counted: Counted): Slot {
    const slots = occasions.map((o) => this.slot(o, counted));
    if (slots.length === 1) return slots[0]!;
    const { slot, isNew } = this.#number(JSON.stringify(slots));
    if (isNew) this.#unions.set(slot, slots);
    return slot;
  }

  #number(key: string): { readonly slot: Slot; readonly isNew: boolean } {
    const had = this.#numbers.get(key);
    if (had !== undefined) return { slot: had, isNew: false };
    const slot = this.#numbers.size;
    this.#numbers.set(key, slot);
    return { slot, isNew: true };
  }

  slots(): Slots {
    const none = Array.from({ length: this.#numbers.size }, () => undefined);
    return { none, byKind: this.#byKind, named: this.#named, unions: this.#unions, ofEnds: this.#ofEnds };
  }
}

const NONE: readonly Moment[] = [];

/** The comings of every occasion that a pack asks about, in one case. */
export class Moments {
  readonly #c: Case;
  readonly #slots: Slots;
  readonly #found: (readonly Moment[] | undefined)[];

  constructor(c: Case, slots: Slots) {
    this.#c = c;
    this.#slots = slots;
    const filling: (Moment[] | undefined)[] = slots.none.slice();
    this.#found = filling;
    for (const entry of c.entries) {
      const asked = slots.byKind.get(entry.kind);
      if (asked === undefined) continue;
      let began: Moment | undefined;
      const isActual = entry.certainty === "actual";
      for (const { slot, occasion, counted, isPlain } of asked) {
        if (!(isPlain && isActual) && !counts(occasion, entry, counted)) continue;
        if (occasion.edge === "start") put(filling, slot, (began ??= { entry, on: entry.happenedOn, isEnd: false }));
        else if (entry.until !== undefined) put(filling, slot, { entry, on: entry.until, isEnd: true });
      }
    }
    for (const slot of slots.ofEnds) {
      const found = filling[slot];
      if (found !== undefined && found.length > 1) found.sort(byDay);
    }
  }

  of(slot: Slot): readonly Moment[] {
    return this.#found[slot] ?? this.#foundLater(slot);
  }

  #foundLater(slot: Slot): readonly Moment[] {
    const union = this.#slots.unions.get(slot);
    const named = this.#slots.named.get(slot);
    const found = union !== undefined ? this.#merged(union) : named !== undefined ? momentsOf(this.#c, [named], "actual") : NONE;
    this.#found[slot] = found;
    return found;
  }

  #merged(slots: readonly Slot[]): readonly Moment[] {
    let only: readonly Moment[] = NONE;
    let all: Moment[] | undefined;
    for (const slot of slots) {
      const found = this.of(slot);
      if (found.length === 0) continue;
      if (only.length === 0) only = found;
      else (all ??= [...only]).push(...found);
    }
    return all === undefined ? only : all.sort(byDay);
  }

  /** The first that is not before `from` (any, where there is none), other than the starting entry or one before it on its day. */
  firstStop(slot: Slot, from: Day | null, start: Moment): Moment | undefined {
    for (const m of this.of(slot)) {
      if (m.entry === start.entry || (from !== null && m.on < from)) continue;
      if (m.entry.kind !== start.entry.kind || m.on !== start.on || m.entry.number > start.entry.number) return m;
    }
    return undefined;
  }

  /**
   * The first that ends what the start began. The end of a period of the starting kind is
   * only the starting period's own; of things on the starting day, only those written after it.
   */
  firstEnding(slots: readonly Slot[], start: Moment): Moment | undefined {
    let best: Moment | undefined;
    for (const slot of slots) {
      for (const m of this.of(slot)) {
        if (best !== undefined && m.on >= best.on) break;
        if (m.on >= start.on && endsIt(m, start)) best = m;
      }
    }
    return best;
  }
}

function put(filling: (Moment[] | undefined)[], slot: Slot, moment: Moment): void {
  const found = filling[slot];
  if (found === undefined) filling[slot] = [moment];
  else found.push(moment);
}

function endsIt(m: Moment, start: Moment): boolean {
  if (m.isEnd && m.entry.kind === start.entry.kind) return m.entry === start.entry;
  return m.on > start.on || (!m.isEnd && m.entry.number > start.entry.number);
}

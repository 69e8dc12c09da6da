/**
 * A stream of chance as a value: the same seed gives the same stream, and a fork depends
 * only on the seed and its label, never on how much of the parent was used. So one
 * child's journey does not change because another child was added.
 */
export interface Random {
  /** From 0 up to but not including 1. */
  readonly next: () => number;
  readonly chance: (share: number) => boolean;
  /** A whole number from `least` to `most`, both included. */
  readonly whole: (least: number, most: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** One of the keys, each as likely as its weight is large. */
  readonly weighted: <K extends string>(weights: Readonly<Record<K, number>>) => K;
  /** About `typical`, with a longer tail above than below: delays are never evenly spread. At least 0. */
  readonly around: (typical: number, spread: number) => number;
  readonly fork: (label: string) => Random;
}

/** Spreads the text over 32 bits, so that seeds a letter apart give unlike streams. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The stream of a seed. */
export const random = (seed: string): Random => new Stream(seed);

/** A class, for thousands are made: closures would be made afresh for each. */
class Stream implements Random {
  private readonly seed: string;
  private state: number;

  constructor(seed: string) {
    this.seed = seed;
    this.state = hashOf(seed);
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    const { state } = this;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick<T>(list: readonly T[]): T {
    const picked = list[this.whole(0, list.length - 1)];
    if (picked === undefined) throw new RangeError("Nothing to pick from: the list is empty");
    return picked;
  }

  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const keys = Object.keys(weights) as K[];
    let left = this.next() * keys.reduce((sum, key) => sum + weights[key], 0);
    for (const key of keys) {
      left -= weights[key];
      if (left < 0) return key;
    }
    const last = keys.findLast((key) => weights[key] > 0);
    if (last === undefined) throw new RangeError("Nothing to choose from: no weight is above zero");
    return last;
  }

  around(typical: number, spread: number): number {
    // Three even draws make a bell near enough; its exponential leans to the long side.
    const bell = (this.next() + this.next() + this.next() - 1.5) * 2;
    return Math.max(0, Math.round(typical * Math.exp(bell * spread)));
  }

  fork(label: string): Random {
    return new Stream(`${this.seed}/${label}`);
  }
}

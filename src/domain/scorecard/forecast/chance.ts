/** A quick stream of chance for millions of draws: the same seed gives the same stream. Values from above 0 to below 1. */
export class Chance {
  /** Of 32 bits each: in fields they would be boxed. */
  private readonly state = new Int32Array(4);

  constructor(seed: number) {
    this.state.set([seed, 0x9e3779b9, 0x243f6a88, 1]);
    for (let i = 0; i < 12; i++) this.next();
  }

  /** Source: Chris Doty-Humphrey's small fast counting generator, of 32 bits. */
  next(): number {
    const { state } = this;
    const b = state[1]!;
    const c = state[2]!;
    const d = state[3]!;
    const sum = (state[0]! + b + d) | 0;
    state[3] = d + 1;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + sum;
    return ((sum >>> 0) + 0.5) / 0x1_0000_0000;
  }

  /** A wait at an even pace, of mean 1. */
  wait(): number {
    return -Math.log(this.next());
  }

  /** A bell of mean 0 and standard deviation 1, near enough: the sum of twelve even draws. */
  bell(): number {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += this.next();
    return sum;
  }
}

/** A linear form over the unknowns, and how far its value may move up and down. */
export interface Row {
  readonly over: readonly number[];
  readonly up: number;
  readonly down: number;
  /** What it costs to move it by one; the target’s is what it earns. */
  readonly cost: number;
}

const TINY = 1e-9;
const EARNS = 1e6;

/**
 * How the unknowns are to move from where they are, each down by its size at most, so that the form `target` moves by as much as
 * `by`, or as near as can be, at the least cost; every row within its bounds. Upper-bounded simplex from a point that is allowed:
 * no movement. Answers the movements, which may be fractions.
 */
export function move(sizes: readonly number[], rows: readonly Row[], target: number, by: number): Float64Array {
  const n = sizes.length;
  const m = rows.length;
  const width = 2 * n + 2 * m;
  // Columns: each unknown up, each down, each row up (where the basis begins), each row down.
  const upper = new Float64Array(width);
  const gain = new Float64Array(width);
  const table = rows.map(({ over }, j) => {
    const row = new Float64Array(width);
    for (const i of over) {
      row[i] = -1;
      row[n + i] = 1;
    }
    row[2 * n + j] = 1;
    row[2 * n + m + j] = -1;
    return row;
  });
  upper.fill(Infinity, 0, n);
  sizes.forEach((size, i) => (upper[n + i] = size));
  rows.forEach(({ up, down, cost }, j) => {
    upper[2 * n + j] = j === target ? Math.max(0, by) : up;
    upper[2 * n + m + j] = j === target ? Math.max(0, -by) : down;
    gain[2 * n + j] = j === target ? (by > 0 ? EARNS : 0) : -cost;
    gain[2 * n + m + j] = j === target ? (by < 0 ? EARNS : 0) : -cost;
  });
  const basis = Int32Array.from(rows, (_, j) => 2 * n + j);
  const value = new Float64Array(width);
  const isBasic = new Uint8Array(width);
  for (const k of basis) isBasic[k] = 1;
  const worth = Float64Array.from(gain);
  table.forEach((row, j) => {
    const earned = gain[2 * n + j]!;
    if (earned !== 0) for (let k = 0; k < width; k++) worth[k]! -= earned * row[k]!;
  });

  for (let turns = 0; turns < 50 * width; turns++) {
    const entering = chooseEntering(worth, value, upper, isBasic, turns > 4 * width);
    if (entering < 0) break;
    const way = value[entering]! > 0 ? -1 : 1;
    let [step, leaving] = [upper[entering]!, -1];
    for (let j = 0; j < m; j++) {
      const rate = way * table[j]![entering]!;
      const k = basis[j]!;
      const room = rate > TINY ? value[k]! / rate : rate < -TINY ? (upper[k]! - value[k]!) / -rate : Infinity;
      if (room < step - TINY || (room < step + TINY && leaving >= 0 && k < basis[leaving]!)) [step, leaving] = [Math.max(0, room), j];
    }
    if (step === Infinity) break;
    for (let j = 0; j < m; j++) {
      const rate = way * table[j]![entering]!;
      if (rate !== 0) value[basis[j]!]! -= rate * step;
    }
    value[entering]! += way * step;
    if (leaving < 0) continue;
    const left = basis[leaving]!;
    value[left] = value[left]! < upper[left]! / 2 ? 0 : upper[left]!;
    isBasic[left] = 0;
    isBasic[entering] = 1;
    basis[leaving] = entering;
    pivot(table, worth, leaving, entering);
  }
  return Float64Array.from(sizes, (_, i) => value[i]! - value[n + i]!);
}

function chooseEntering(worth: Float64Array, value: Float64Array, upper: Float64Array, isBasic: Uint8Array, first: boolean): number {
  let [best, most] = [-1, 1e-7];
  for (let k = 0; k < worth.length; k++) {
    if (isBasic[k] === 1 || upper[k] === 0) continue;
    const worthIt = value[k]! > 0 ? -worth[k]! : worth[k]!;
    if (worthIt <= most) continue;
    if (first) return k;
    [best, most] = [k, worthIt];
  }
  return best;
}

function pivot(table: readonly Float64Array[], worth: Float64Array, leaving: number, entering: number): void {
  const row = table[leaving]!;
  const by = row[entering]!;
  for (let k = 0; k < row.length; k++) row[k]! /= by;
  for (const other of [...table, worth]) {
    const times = other[entering]!;
    if (other === row || times === 0) continue;
    for (let k = 0; k < row.length; k++) other[k]! -= times * row[k]!;
    other[entering] = 0;
  }
}

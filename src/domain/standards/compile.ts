import { type Kind, KINDS } from "../chronology/kinds.ts";
import type { ClockFlag } from "./clock.ts";
import { kindsOf } from "./occasions.ts";
import type { Occasion, Standard } from "./standard.ts";

/** A version of a standard with what evaluation asks of it again and again. */
export interface CompiledStandard {
  readonly standard: Standard;
  /** The kinds that stop it, leaving out those whose absence says nothing. */
  readonly stopKinds: readonly Kind[];
  /** The tables of the 903 that carry any of them. */
  readonly stopTables: readonly string[];
  /** By whether the start is provisional. */
  readonly flags: { readonly sure: readonly ClockFlag[]; readonly provisional: readonly ClockFlag[] };
}

/** Standards made ready for judging many children: built once, shared by every evaluation. */
export interface CompiledPack {
  /** Every version of a standard, by its id. */
  readonly versions: ReadonlyMap<string, readonly Standard[]>;
  /** The same, a standard after those it leans on. */
  readonly inOrder: ReadonlyMap<string, readonly CompiledStandard[]>;
}

/** Makes a pack ready. Expects standards that `checkPack` passed: throws a RangeError on a cycle. */
export function compile(standards: readonly Standard[]): CompiledPack {
  const versions = new Map<string, Standard[]>();
  for (const s of standards) versions.set(s.id, [...(versions.get(s.id) ?? []), s]);
  const inOrder = new Map<string, readonly CompiledStandard[]>();
  const under = new Set<string>();
  const place = (id: string): void => {
    const own = versions.get(id);
    if (inOrder.has(id) || own === undefined) return;
    if (under.has(id)) throw new RangeError(`${id} waits for itself: ${[...under, id].join(", ")}`);
    under.add(id);
    for (const s of own) for (const other of leansOn(s)) place(other);
    under.delete(id);
    inOrder.set(id, own.map(compileOne));
  };
  for (const id of versions.keys()) place(id);
  return { versions, inOrder };
}

/** The standards whose clocks this one's due day may be taken from. */
export const leansOn = (s: Standard): readonly string[] =>
  s.shape === "by-event" && s.by.orDueUnder !== null ? [s.by.orDueUnder] : [];

/** What stops a standard's clocks: for a series, what it is a series of. */
export function stopsOf(s: Standard): readonly Occasion[] {
  switch (s.shape) {
    case "chain": case "rhythm": case "cap": return s.of;
    case "rolling-sum": return s.starts.map((o) => ({ ...o, edge: "end" as const }));
    default: return s.stops;
  }
}

function compileOne(standard: Standard): CompiledStandard {
  const stopKinds = [...new Set(stopsOf(standard).flatMap((o) => [...kindsOf(o)]))];
  const stopTables = [...new Set(stopKinds.flatMap((kind) => KINDS[kind].ssda903?.table ?? []))];
  const always: ClockFlag[] = standard.confirmed ? [] : ["advisory"];
  if (standard.shape === "not-before") always.push("not-before");
  return { standard, stopKinds, stopTables, flags: { sure: always, provisional: [...always, "provisional"] } };
}

/** The version of a clock's standard that was in force when the clock started. */
export function versionFor(pack: CompiledPack, clock: { readonly standard: string; readonly startedOn: string | null }): Standard | undefined {
  const versions = pack.versions.get(clock.standard) ?? [];
  return versions.find((s) => clock.startedOn !== null && inForce(s, clock.startedOn)) ?? versions.at(-1);
}

export const inForce = ({ effect }: Standard, on: string): boolean =>
  (effect.from === null || effect.from <= on) && (effect.until === null || on < effect.until);

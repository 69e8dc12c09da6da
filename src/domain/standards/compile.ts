import type { Standard } from "./standard.ts";

/** Standards made ready for judging many children: built once, shared by every evaluation. */
export interface CompiledPack {
  /** Every version of a standard, by its id, in the order given. */
  readonly versions: ReadonlyMap<string, readonly Standard[]>;
}

export function compile(standards: readonly Standard[]): CompiledPack {
  const versions = new Map<string, Standard[]>();
  for (const s of standards) versions.set(s.id, [...(versions.get(s.id) ?? []), s]);
  return { versions };
}

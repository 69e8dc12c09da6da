import type { Pack, PlannedFor, RowForm } from "./pack.ts";
import { PRACTICE_ROWS, rowOf } from "./practice-rows.ts";
import type { Shape, Standard } from "./standard.ts";

/** How one row of the source documents is realised. */
export interface Coverage {
  readonly id: string;
  readonly realisedAs: Shape | RowForm;
  /** The pack and the standards, or where in the product it is. */
  readonly where: string;
  /** Worked examples that hold. */
  readonly examples: number;
  readonly planned: PlannedFor | null;
}

export interface Covered {
  readonly rows: readonly Coverage[];
  /** Rows that nothing realises, and rows that two things claim. */
  readonly missing: readonly string[];
  readonly twice: readonly string[];
}

/** Every row of the source documents, in their order, with what realises it. `national` are the standards that `same-as` may name. */
export function coverageOf(packs: readonly Pack[], national: readonly Standard[]): Covered {
  const claims = new Map<string, Coverage[]>();
  const claim = (coverage: Coverage): void => void claims.set(coverage.id, [...(claims.get(coverage.id) ?? []), coverage]);
  const everywhere = [...national, ...packs.flatMap((p) => p.standards)];

  for (const pack of packs) {
    const byRow = Map.groupBy(pack.standards, (s) => rowOf(s.id));
    for (const [id, standards] of byRow) claim(ofStandards(id, standards, pack.id));
    for (const { id, as, where, examples, planned } of pack.rows) claim({ id, realisedAs: as, where, examples: examples.length, planned });
    for (const { id, standards } of pack.sameAs) claim(ofStandards(id, everywhere.filter((s) => standards.includes(s.id)), "national"));
  }
  return {
    rows: PRACTICE_ROWS.flatMap((id) => claims.get(id)?.slice(0, 1) ?? []),
    missing: PRACTICE_ROWS.filter((id) => !claims.has(id)),
    twice: PRACTICE_ROWS.filter((id) => (claims.get(id)?.length ?? 0) > 1),
  };
}

function ofStandards(id: string, standards: readonly Standard[], where: string): Coverage {
  const [first] = standards;
  if (first === undefined) throw new RangeError(`${id} is said to be the same as standards that do not exist`);
  return {
    id, realisedAs: first.shape, planned: null,
    where: `${where}: ${[...new Set(standards.map((s) => s.id))].join(", ")}`,
    examples: standards.reduce((n, s) => n + s.examples.length, 0),
  };
}

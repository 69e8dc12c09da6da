import { leansOn } from "./compile.ts";
import type { Standard } from "./standard.ts";

/** What is wrong with standards taken together; `index` says which of them, `field` where in it. */
export interface PackProblem {
  readonly index: number;
  readonly field: string;
  readonly message: string;
}

/** Versions that overlap or leave a gap, standards that lean on none, and standards that wait for themselves. */
export function checkPack(standards: readonly Standard[]): PackProblem[] {
  return [...versionProblems(standards), ...leaningProblems(standards)];
}

function versionProblems(standards: readonly Standard[]): PackProblem[] {
  const problems: PackProblem[] = [];
  const byId = new Map<string, number[]>();
  standards.forEach((s, i) => byId.set(s.id, [...(byId.get(s.id) ?? []), i]));
  for (const [id, indexes] of byId) {
    const sorted = indexes.toSorted((a, b) => ((standards[a]!.effect.from ?? "") < (standards[b]!.effect.from ?? "") ? -1 : 1));
    for (let i = 1; i < sorted.length; i++) {
      const before = standards[sorted[i - 1]!]!.effect.until;
      const after = standards[sorted[i]!]!.effect.from;
      const at = { index: sorted[i]!, field: "effect" };
      if (before === null || after === null || before > after) problems.push({ ...at, message: `Two versions of ${id} are in force at once` });
      else if (before < after) problems.push({ ...at, message: `No version of ${id} is in force from ${before} to ${after}` });
    }
  }
  return problems;
}

function leaningProblems(standards: readonly Standard[]): PackProblem[] {
  const known = new Map(standards.map((s) => [s.id, s]));
  const problems: PackProblem[] = [];
  standards.forEach((s, index) => {
    for (const other of leansOn(s)) {
      const at = { index, field: "by" };
      if (!known.has(other)) problems.push({ ...at, message: `${s.id} waits for ${other}, and there is no such standard` });
      else if (reaches(known, other, s.id, new Set())) problems.push({ ...at, message: `${s.id} waits for itself, by way of ${other}` });
    }
  });
  return problems;
}

/** Does following what each leans on lead from one to the other? */
function reaches(known: ReadonlyMap<string, Standard>, from: string, to: string, seen: Set<string>): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  const standard = known.get(from);
  return standard !== undefined && leansOn(standard).some((next) => reaches(known, next, to, seen));
}

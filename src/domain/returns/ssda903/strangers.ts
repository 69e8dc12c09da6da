import { type Entry, isWithdrawal } from "../../chronology/entry.ts";
import { dayInWords } from "../../dates/day.ts";
import { isFromReturn } from "./by-hand.ts";
import type { ParsedReturn } from "./parsed-return.ts";
import type { Problem, Severity } from "./problem.ts";
import { vanishedWith } from "./reconcile.ts";
import type { HeaderRow } from "./tables.ts";

/** So many children who should be in the files and are not, with none in them who is known: no chance, but another authority. */
const ENOUGH_MISSING = 10;
/** So many children with another date of birth, and more than half of all: other children with the same ids. */
const ENOUGH_DIFFERING = 3;
/** So many children here, none of them in the files: worth a word. */
const MANY = 10;

/**
 * Signs that files are another authority’s. Nothing in a CSV says whose it is; what it says
 * of children already imported does: that none is in it, or that they are other children.
 * Those of `closed` are counted, and no day of theirs is told.
 */
export function strangersProblems(given: ParsedReturn, current: ReadonlyMap<string, readonly Entry[]>, closed: ReadonlySet<string> = new Set()): Problem[] {
  const imported = [...current].filter(([, entries]) => entries.some(isFromReturn));
  const known = imported.filter(([id]) => given.children.has(id));
  if (given.children.size === 0) return [];
  if (known.length > 0) return otherChildren(given, known, closed);
  if (imported.length > 0) return nobodyKnown(given, imported);
  return current.size >= MANY && ![...given.children.keys()].some((id) => current.has(id)) ? [noneHere(given, current.size)] : [];
}

/** Children may have been entered by hand only, or by another route: then nothing says whose the files are but their ids. */
const noneHere = (given: ParsedReturn, here: number): Problem =>
  problem("warning", headerOf(given), "CHILD", `None of the children in these files is known here, where there are ${here.toLocaleString("en-GB")} children. Check that these are this authority’s files.`);

const headerOf = (given: ParsedReturn): HeaderRow | undefined => [...given.children.values()].find((c) => c.header.length > 0)?.header[0];

type Imported = readonly (readonly [string, readonly Entry[]])[];

function nobodyKnown(given: ParsedReturn, imported: Imported): Problem[] {
  const missing = imported.filter(([, entries]) => vanishedWith(entries, { years: given.years }).vanished.length > 0).length;
  const header = headerOf(given);
  const size = given.children.size;
  const counts = `${size === 1 ? "The one child in these files is not" : `Not one of the ${size} children in these files is`} among the ${imported.length} imported for this authority before`;
  return missing < ENOUGH_MISSING
    ? [problem("warning", header, "CHILD", `${counts}. These may be another authority’s files: make sure before you import them.`)]
    : [problem("error", header, "CHILD", `${counts}, of whom ${missing} should be. These are another authority’s files, or the children’s ids have all been changed.`)];
}

function otherChildren(given: ParsedReturn, known: Imported, closed: ReadonlySet<string>): Problem[] {
  const compared = known.flatMap(([id, entries]) => {
    const born = entries.findLast((e) => e.kind === "birth" && e.certainty === "actual" && !isWithdrawal(e.cause))?.happenedOn;
    const row = given.children.get(id)?.header.findLast((h) => h.dob !== null);
    return born === undefined || row?.dob === undefined || row.dob === null ? [] : [{ row, born, differs: row.dob !== born, told: !closed.has(id) }];
  });
  const differing = compared.filter((c) => c.differs);
  const told = differing.filter((c) => c.told);
  if (differing.length >= ENOUGH_DIFFERING && differing.length * 2 > compared.length) {
    const [first] = told;
    return [problem("error", first?.row, "DOB", `${differing.length} of the ${compared.length} children with ids that this authority has were born on other days than in its record${first === undefined ? "" : `, this one on ${dayInWords(first.born)}`}. These are another authority’s files.`)];
  }
  return told.map(({ row, born }) => problem("warning", row, "DOB", `In the record this child was born on ${dayInWords(born)}. Make sure that it is the same child.`));
}

const problem = (severity: Severity, at: HeaderRow | undefined, column: string, message: string): Problem =>
  ({ severity, file: at?.file.name ?? null, row: at?.row ?? null, column, message });

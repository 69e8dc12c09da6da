import type { CodeSets, CodeYears } from "../domain/returns/ssda903/code-sets.ts";
import { referenceText } from "./read.ts";

let loaded: CodeSets | undefined;

/** The return’s code lists by column and year, from `reference/ssda903/codes.json`, read once. Throws a RangeError naming a code given twice. */
export function loadCodeSets(): CodeSets {
  loaded ??= readCodeSets(referenceText("ssda903/codes.json"));
  return loaded;
}

interface CodeGroup extends CodeYears {
  readonly codes: string;
}

/** Reads the text of a code file: by column, groups of codes that are taken in the same years. Names that begin with `_` are remarks. */
export function readCodeSets(json: string): CodeSets {
  const file = JSON.parse(json) as Readonly<Record<string, readonly CodeGroup[]>>;
  return Object.fromEntries(Object.entries(file).filter(([column]) => !column.startsWith("_")).map(([column, groups]) => {
    const codes = groups.flatMap(({ codes: names, ...years }) => names.split(" ").map((code) => [code, years] as const));
    const twice = codes.find(([code], i) => codes.findIndex(([other]) => other === code) < i);
    if (twice !== undefined) throw new RangeError(`Codes of the 903: ${column} has ${twice[0]} twice`);
    return [column, Object.fromEntries(codes)];
  }));
}

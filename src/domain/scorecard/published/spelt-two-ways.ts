import { editDistance } from "../../sheets/wording.ts";
import { counted } from "../../words.ts";
import type { AreaLevel } from "./published.ts";
import { plainOrSpelt } from "./same-area.ts";

/** An area’s name as it stands in a row; or, without one, among the figures that are here. */
export interface NamedAt {
  readonly area: string;
  readonly level: AreaLevel;
  readonly code: string | null;
  readonly row: number | null;
}

export interface SpellingFault {
  readonly severity: "error" | "warning";
  readonly row: number | null;
  readonly column: "area" | "code";
  readonly message: string;
}

/** A spelling: where it was first met, and every code that it was given. */
interface Spelling {
  readonly area: string;
  readonly row: number | null;
  readonly level: AreaLevel;
  readonly plain: string;
  readonly codes: Map<string, number | null>;
}

/** Far more than there are areas of England; beyond it the column holds something else. */
const MOST_AREAS = 1000;
/** Shorter names differ by a letter and are two places. */
const SHORTEST_NEAR = 5;
const LONG = 10;

/**
 * Areas written two ways: by case, marks, “&”, “City of” or the order of words; by a letter or two in a long name, unless
 * each has a code of its own; one code with two names. Each is an error at the later of the two, naming the other’s row.
 * One name with two codes is marked: boundaries change. Rows that are here already (null) are not told of alone.
 */
export function spellingFaults(all: readonly NamedAt[]): SpellingFault[] {
  const faults: SpellingFault[] = [];
  for (const level of ["authority", "region", "national"] as const) {
    const spellings = spellingsOf(all.filter((named) => named.level === level), level);
    if (spellings.length > MOST_AREAS) {
      faults.push({ severity: "error", row: spellings[MOST_AREAS]?.row ?? null, column: "area", message: `There are ${counted(spellings.length, "area")} of this level. Look whether this column holds the names of areas` });
      continue;
    }
    const [country, other] = spellings;
    if (level === "national" && country !== undefined && other !== undefined && sameness(country, other) === undefined) {
      faults.push({ severity: "error", row: other.row ?? country.row, column: "area", message: `${where(country)} and ${where(other)} are both national. A publication has one country: write the same name in every row` });
    }
    for (const [i, a] of spellings.entries()) {
      const [first, second] = [...a.codes];
      if (first !== undefined && second !== undefined) faults.push({ severity: "warning", row: second[1], column: "code", message: `“${a.area}” has the code ${first[0]}${inRow(first[1])} and ${second[0]} here. If its boundaries did not change between, one of them is mistaken` });
      for (const b of spellings.slice(i + 1)) {
        const message = sameness(a, b);
        if (message !== undefined) faults.push({ severity: "error", row: b.row ?? a.row, column: "area", message });
      }
    }
  }
  return faults.filter(({ row }) => row !== null);
}

/** An area as others name it: another publication’s figures, or the tracker itself. */
export interface NamedElsewhere extends Omit<NamedAt, "row"> {
  /** Who does, like “the figures of “National tables””. */
  readonly by: string;
}

/**
 * Areas of a file that nothing else names so, and that another publication or the tracker names nearly so: each is marked at its
 * first row. A name that differs by its kind alone (“City of”) is known all the same, and is not told of.
 */
export function nearMisses(all: readonly NamedAt[], elsewhere: readonly NamedElsewhere[]): SpellingFault[] {
  return (["authority", "region", "national"] as const).flatMap((level) => {
    const others = new Map(elsewhere.filter((one) => one.level === level).map((one) => [one.area, one]));
    const known = [...others.values()].map((one): Spelling & { readonly by: string } => ({ area: one.area, row: null, level, plain: plainOrSpelt(one.area), codes: new Map(one.code === null ? [] : [[one.code, null]]), by: one.by }));
    const knownPlain = new Set(known.map(({ plain }) => plain));
    const given = spellingsOf(all.filter((named) => named.level === level), level).filter(({ row, plain }) => row !== null && !knownPlain.has(plain));
    if (given.length > MOST_AREAS || known.length > MOST_AREAS) return [];
    return given.flatMap((one): SpellingFault[] => {
      const near = known.find((other) => sameness(one, other) !== undefined);
      return near === undefined ? [] : [{ severity: "warning", row: one.row, column: "area", message: `“${one.area}” is named nowhere else, and ${near.by} name “${near.area}”. If it is the same area, put the file away and write it so: figures under another spelling are compared with nothing` }];
    });
  });
}

function spellingsOf(named: readonly NamedAt[], level: AreaLevel): readonly Spelling[] {
  const spellings = new Map<string, Spelling>();
  for (const { area, row, code } of named) {
    const spelling = spellings.get(area) ?? { area, row, level, plain: plainOrSpelt(area), codes: new Map<string, number | null>() };
    if (code !== null && !spelling.codes.has(code)) spelling.codes.set(code, row);
    spellings.set(area, spelling);
  }
  return [...spellings.values()];
}

const inRow = (row: number | null): string => (row === null ? " among the figures already here" : ` in row ${row}`);
const where = ({ area, row }: Spelling): string => `“${area}”${inRow(row)}`;
/** North East and North West are two places. */
const compass = (plain: string): string => (plain.match(/\b(north|south|east|west)\b/g) ?? []).join(" ");
const sorted = (plain: string): string => plain.split(" ").sort().join(" ");

/** Why two spellings are thought to be one area; nothing where they are not. */
function sameness(a: Spelling, b: Spelling): string | undefined {
  const code = [...a.codes.keys()].find((one) => b.codes.has(one));
  if (code !== undefined) return `${where(a)} and ${where(b)} have the same code, ${code}. Write the area’s name alike in both, or put the code right`;
  if (sorted(a.plain) === sorted(b.plain)) return `${where(a)} and ${where(b)} are one area written two ways. Write its name alike everywhere`;
  if ((a.codes.size > 0 && b.codes.size > 0) || compass(a.plain) !== compass(b.plain)) return undefined;
  const shorter = Math.min(a.plain.length, b.plain.length);
  const most = shorter >= LONG && a.plain[0] === b.plain[0] ? 2 : 1;
  if (shorter < SHORTEST_NEAR || Math.abs(a.plain.length - b.plain.length) > most || editDistance(a.plain, b.plain, most) > most) return undefined;
  return `${where(a)} and ${where(b)} differ by a letter or two. Write the name alike in both; or, if they are two areas, give each its code`;
}

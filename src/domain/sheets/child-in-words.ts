import type { Cell } from "./grid.ts";
import { quoted } from "./wording.ts";

export interface NameRead {
  readonly givenName?: string;
  readonly familyName?: string;
  /** What else stands in the cell, in brackets: an expected birth, an id. */
  readonly beside?: string;
  /** Why it is not one child’s name. */
  readonly wrong?: string;
}

const tidy = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
const isLoud = (word: string): boolean => /^[\p{Lu}'’\-.]{2,}$/u.test(word) && /\p{Lu}{2}/u.test(word);

/** “APPLECROSS-VANE” as “Applecross-Vane”; what has small letters stays as it is. */
const asName = (text: string): string =>
  isLoud(text.replaceAll(" ", "")) && text.replaceAll(/[^\p{L}]/gu, "").length > 2
    ? text.toLowerCase().replaceAll(/(^|[\s\-'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    : text;

/** A name in one cell: “SURNAME, Given”, “Given Surname”, “SURNAME Given”, initials, “Baby Surname (EDD 3/1/27)”. */
export function readName(text: string): NameRead {
  const [, bare = "", inside, rest = ""] = /^([^([]*)(?:[([]([^)\]]*)[)\]]?)?(.*)$/s.exec(text) ?? [];
  const beside = inside === undefined || inside.trim() === "" ? {} : { beside: tidy(inside) };
  const name = tidy(`${bare} ${rest}`).replace(/[,;\s]+$/, "");
  if (name === "") return beside;
  if (/\s(?:&|and|\+)\s|\S\s?[/&+]\s?\S/i.test(name)) return { ...beside, wrong: `${quoted(text)} looks like more than one child. Give each child a row of its own.` };
  const [family, given] = name.split(/\s*,\s*/, 2);
  if (given !== undefined && given !== "") return { ...beside, givenName: asName(given), familyName: asName(family ?? "") };
  const words = name.split(" ");
  if (words.length === 1) return { ...beside, ...oneWord(name) };
  const last = words.at(-1)!;
  if (isLoud(words[0]!) && !isLoud(last) && words[0]!.replaceAll(/\W/g, "").length > 2) {
    const loud = words.findIndex((word) => !isLoud(word));
    return { ...beside, familyName: asName(words.slice(0, loud).join(" ")), givenName: asName(words.slice(loud).join(" ")) };
  }
  return { ...beside, givenName: asName(words.slice(0, -1).join(" ")), familyName: asName(last) };
}

function oneWord(name: string): NameRead {
  const letters = /^(\p{Lu})\.?(\p{Lu})\.?$/u.exec(name);
  return letters === null ? { givenName: asName(name) } : { givenName: letters[1]!, familyName: letters[2]! };
}

export interface IdRead {
  readonly localId?: string;
  readonly wrong?: string;
}

/** A local id as it is kept: without spaces inside it, figures without commas. */
export function readId(cell: Cell): IdRead {
  if (cell.type === "empty" || /^(?:[-–—?]+|n\/?a|tbc|none|unknown|not known)$/i.test(cell.shown)) return {};
  if (cell.type === "error") return { wrong: `The formula in this cell gives ${cell.shown}. Mend it in the sheet.` };
  if (cell.type === "number" && /e\+?\d+$/i.test(cell.shown)) return { wrong: `${quoted(cell.shown)} is a number too long for its cell. Format the column as text and enter the ids again.` };
  if (cell.type === "day") return { wrong: `${quoted(cell.shown)} is a date. Format the column as text and enter the id again.` };
  const figures = cell.type === "number" ? cell.shown.replaceAll(",", "").replace(/\.0+$/, "") : cell.shown;
  if (/\d\s*(?:[&;\n]|\band\b|,\s)\s*\w/i.test(figures)) return { wrong: `${quoted(cell.shown)} looks like the ids of more than one child. Give each child a row of its own.` };
  return { localId: figures.replaceAll(/\s+/g, "") };
}

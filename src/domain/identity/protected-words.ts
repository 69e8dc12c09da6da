import { plainOf } from "../tracker/find.ts";
import type { AdoptiveSide, Household, NewIdentity } from "./household.ts";

/**
 * Words of the adoptive side that may not reach the birth family, and where a text holds them. Both are brought to one
 * plain form, without case, accents, spaces and punctuation, so that “12, High Street” and “12 high st.” are one. Whoever
 * asks turns plain forms into keyed marks and compares those: nothing here needs the words that are protected.
 */

/** Family: looked for in what concerns the child and the child's brothers and sisters. Authority: in whatever it sends. */
export type Looked = "family" | "authority";

/** No plain form is longer; what would be is cut after the last word that fits. */
export const LONGEST_FORM = 48;
/** Text longer than this is to be checked in parts. */
export const LONGEST_TEXT = 20_000;
const SHORTEST_FORM = 2;

/** Letters of other alphabets that look like Latin ones, in lower case: Cyrillic, then Greek. */
const LOOKS_LIKE: ReadonlyMap<string, string> = new Map([..."асԁеһіјӏорԛѕухѵԝкмтвнαεικνορτυχβ"].map((letter, i) => [letter, "acdehijlopqsyxvwkmtbhaeikvoptuxb"[i]!]));

/** The plain form of some words, run together; letters that only look Latin are the Latin ones. */
export const formOf = (text: string): string => [...plainOf(text).replaceAll(" ", "")].map((letter) => LOOKS_LIKE.get(letter) ?? letter).join("");

const ENTITY = /&#(?:(\d{1,7})|x([\da-f]{1,6}));/gi;

/** A text in which letters written as HTML entities are letters, each as long as it was written: filled up with marks, which no plain form has. */
const withLetters = (text: string): string =>
  text.replace(ENTITY, (written: string, decimal?: string, hex?: string) => {
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    const letter = code <= 0x10FFFF && code >= 32 && (code < 0xD800 || code > 0xDFFF) ? String.fromCodePoint(code) : "";
    return letter === "" ? written : letter + "\u0301".repeat(written.length - letter.length);
  });

/** The plain forms to look for, each once, with how widely. `birthGiven`: given names the child has on the birth side, which give nothing away. */
export function protectedForms({ household, child }: AdoptiveSide, birthGiven = ""): ReadonlyMap<string, Looked> {
  const forms = new Map<string, Looked>();
  const add = (looked: Looked, ...words: readonly string[]): void => {
    for (const each of words) {
      const form = cut(each);
      if (form.length >= SHORTEST_FORM && forms.get(form) !== "authority") forms.set(form, looked);
    }
  };
  if (household !== null) addHousehold(household, add);
  if (child !== null) addChild(child, birthGiven, add);
  return forms;
}

type Add = (looked: Looked, ...words: readonly string[]) => void;

/** The words of a form that is not too long, run together. */
function cut(text: string): string {
  let form = "";
  for (const word of plainOf(text).split(" ")) {
    if (form.length + word.length > LONGEST_FORM) return form === "" ? word.slice(0, LONGEST_FORM) : form;
    form += word;
  }
  return form;
}

function addHousehold({ adopters, address, town, postcode, phones, email }: Household, add: Add): void {
  for (const { givenNames, familyName } of adopters) {
    addFamilyName(familyName, add);
    addWholeName(givenNames, familyName, add);
  }
  for (const line of address.flatMap((each) => [each, ...each.split(",")])) addAddressLine(line, add);
  if (/\p{L}/u.test(town)) add("family", town);
  add("authority", postcode);
  const [outward] = postcode.split(" ");
  if (postcode.includes(" ") && outward !== undefined) add("family", outward);
  for (const phone of phones) add("authority", ...writingsOfPhone(phone));
  add("authority", email);
}

function addChild({ givenNames, familyName, newRecord, nhsNumber, pupilNumber }: NewIdentity, birthGiven: string, add: Add): void {
  addFamilyName(familyName, add);
  addWholeName(givenNames, familyName, add);
  const known = new Set(plainOf(birthGiven).split(" "));
  for (const name of plainOf(givenNames).split(" ")) if (!known.has(name) && name.length > SHORTEST_FORM) add("family", name);
  for (const number of [newRecord, nhsNumber, pupilNumber]) if (/\d/.test(number)) add("authority", number);
}

/** The name, its parts, and the family called by it: “the Larks”. */
function addFamilyName(name: string, add: Add): void {
  const parts = plainOf(name).split(" ").filter((part) => part.length > SHORTEST_FORM);
  for (const each of [name, ...parts]) {
    const form = formOf(each);
    if (form !== "") add("family", form, `${form}s`, `${form}es`);
  }
}

function addWholeName(givenNames: string, familyName: string, add: Add): void {
  const [first = ""] = plainOf(givenNames).split(" ");
  if (first === "" || familyName === "") return;
  for (const given of new Set([givenNames, first])) add("authority", `${given} ${familyName}`, `${familyName} ${given}`);
}

/** Words of an address and their usual short forms. */
const SHORT: Readonly<Record<string, string>> = {
  street: "st", road: "rd", avenue: "ave", lane: "ln", close: "cl", drive: "dr", court: "ct", crescent: "cres", gardens: "gdns", place: "pl",
  square: "sq", terrace: "terr", grove: "gr", house: "hse", saint: "st", north: "n", south: "s", east: "e", west: "w", apartment: "apt",
};
const LONG: ReadonlyMap<string, string> = new Map(Object.entries(SHORT).filter(([long]) => long !== "saint").map(([long, short]) => [short, long]));

/** Alone, they are of every address. */
const EVERYWHERE: ReadonlySet<string> = new Set(["flat", "apartment", "apt", "unit", "floor", "house", "the", "ground", "first", "second"]);

/** A line with its house number, wherever it is written; and without it, in what concerns the family. */
function addAddressLine(line: string, add: Add): void {
  const words = plainOf(line).split(" ").filter((word) => word !== "");
  const bare = words.filter((word) => !/^\d+[a-z]?$/.test(word));
  if (bare.join("").length <= SHORTEST_FORM || bare.every((word) => EVERYWHERE.has(word))) return;
  const whole = bare.length < words.length ? "authority" as const : "family" as const;
  for (const [looked, some] of [[whole, words], ["family", bare]] as const) {
    for (const written of [some, some.map((word) => SHORT[word] ?? word), some.map((word) => LONG.get(word) ?? word)]) add(looked, written.join(" "));
  }
}

/** As it is, and with or without the country's code. */
function writingsOfPhone(phone: string): readonly string[] {
  const digits = phone.replaceAll(/\D/g, "");
  if (digits.length < 7) return [];
  const national = digits.replace(/^(00)?44(0?)/, "0");
  return [digits, national, `44${national.slice(1)}`, `440${national.slice(1)}`, `0044${national.slice(1)}`];
}

/** A stretch of a text that could be protected: where it is, and its plain form. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly form: string;
}

/**
 * Every stretch of whole words, up to the longest form there is. A word ends at a space or a sign, where letters and
 * figures meet, and at a capital within it.
 */
export function* stretchesOf(text: string): Generator<Stretch> {
  const words = wordsOf(withLetters(text));
  for (const [i, first] of words.entries()) {
    let form = "";
    for (let j = i; j < words.length; j++) {
      const word = words[j]!;
      form += word.form;
      if (form.length > LONGEST_FORM) {
        // A word longer than any form is found by its beginning.
        if (j === i) yield { start: first.start, end: word.end, form: form.slice(0, LONGEST_FORM) };
        break;
      }
      if (form.length >= SHORTEST_FORM && word.form !== "") yield { start: first.start, end: word.end, form };
    }
  }
}

type Sort = "figure" | "capital" | "small" | "mark" | "other";

const sortOf = (letter: string): Sort =>
  /\p{N}/u.test(letter) ? "figure" : /\p{Lu}/u.test(letter) ? "capital" : /\p{L}/u.test(letter) ? "small" : /\p{M}/u.test(letter) ? "mark" : "other";

function wordsOf(text: string): readonly Stretch[] {
  const words: Stretch[] = [];
  let start = -1;
  let [before, last]: [Sort, Sort] = ["other", "other"];
  let lastAt = 0;
  const end = (at: number): void => {
    if (start >= 0 && at > start) words.push({ start, end: at, form: formOf(text.slice(start, at)) });
    start = -1;
  };
  for (let at = 0; at < text.length; ) {
    const letter = String.fromCodePoint(text.codePointAt(at)!);
    const sort = sortOf(letter);
    if (sort === "other") end(at);
    else if (sort !== "mark" || start < 0) {
      if (start >= 0 && (last === "figure") !== (sort === "figure")) end(at);
      else if (start >= 0 && last === "small" && sort === "capital") end(at);
      // “MRSmith”: the last of several capitals begins the word that small letters go on.
      else if (start >= 0 && sort === "small" && last === "capital" && before === "capital" && lastAt > start) {
        const from = lastAt;
        end(lastAt);
        start = from;
      }
      if (start < 0) start = at;
    }
    if (sort !== "mark") {
      [before, last] = [last, sort];
      lastAt = at;
    }
    at += letter.length;
  }
  end(text.length);
  return words;
}

/** A place in a text that holds a protected word: the words as they stand there, and the line, from 1. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly typed: string;
  readonly line: number;
}

/**
 * Where a text holds what is protected, in order; stretches that touch are one. `isProtected` says of a plain form whether
 * its keyed mark is among those kept.
 */
export function hitsIn(text: string, isProtected: (form: string) => boolean): readonly Hit[] {
  const found = [...stretchesOf(text)].filter(({ form }) => isProtected(form)).sort((a, b) => a.start - b.start || b.end - a.end);
  const hits: { start: number; end: number }[] = [];
  for (const { start, end } of found) {
    const before = hits.at(-1);
    if (before !== undefined && start <= before.end) before.end = Math.max(before.end, end);
    else hits.push({ start, end });
  }
  return hits.map(({ start, end }) => ({ start, end, typed: text.slice(start, end), line: text.slice(0, start).split("\n").length }));
}

/** Every plain form in a text, each once: what to make marks of. */
export const formsIn = (text: string): ReadonlySet<string> => new Set(Array.from(stretchesOf(text), ({ form }) => form));

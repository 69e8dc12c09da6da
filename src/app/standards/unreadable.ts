import { dayInWords } from "../../domain/dates/day.ts";
import type { Unreadable } from "../../domain/standards/version.ts";
import type { App } from "../app.ts";
import { lawOf } from "./laws.ts";

/** Which standard that an authority set is not understood, from when it would hold, and why: a sentence. */
export const unreadableInWords = ({ id, change, from, until, why }: Unreadable): string =>
  `${id === "" ? "A standard" : id}, set by change ${change} from ${dayInWords(from)}${until === null ? "" : ` until ${dayInWords(until)}`}, cannot be read by this version of the program: ${why}.`;

/** What holds in its place and what is to be done. */
export const UNREADABLE_REMEDY = "Until its text is set again from the same day, clocks go by what was in force before it. Nothing of it is lost.";

/** For whoever starts the program: the standards of every authority that it does not understand, a line each. */
export async function unreadableStandards({ store }: App): Promise<string[]> {
  const lines: string[] = [];
  for (const { code, name } of await store.directory.organisations("local-authority")) {
    const { book } = lawOf(await store.reader({ type: "operator", authority: code }).decided(code));
    for (const unreadable of book.unreadable) lines.push(`${name}: ${unreadableInWords(unreadable)} ${UNREADABLE_REMEDY}`);
  }
  return lines;
}

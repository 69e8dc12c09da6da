import type { PublishedHead } from "../../store/published-heads.ts";

/** Published heads as they are written down: one line of JSON each. */
export const headLines = (heads: readonly PublishedHead[]): string =>
  heads.map(({ authority, book, number, hash, at }) => `${JSON.stringify({ authority, book, number, hash, at })}\n`).join("");

const BOOKS: ReadonlySet<unknown> = new Set(["entry", "audit", "access"]);
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/;
const MOST_LINES = 20_000;

/** The heads in a text of such lines; empty lines are passed over. Where a line is something else, says which and what a line is. */
export function readHeadLines(text: string): { readonly heads: readonly PublishedHead[] } | { readonly refused: string } {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  if (lines.length > MOST_LINES) return { refused: `There are more than ${MOST_LINES.toLocaleString("en-GB")} lines. Give the heads of fewer days` };
  const heads: PublishedHead[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const head = headIn(line);
    if (head === undefined) return { refused: `Line ${i + 1} is not a head. Give the lines of a file of heads as they were published` };
    heads.push(head);
  }
  return heads.length === 0 ? { refused: "There is no head in it. Give the lines that were published, as they are" } : { heads };
}

function headIn(line: string): PublishedHead | undefined {
  const { authority, book, number, hash, at } = objectIn(line);
  if (typeof authority !== "string" || !/^[A-Z0-9-]{1,40}$/.test(authority) || !BOOKS.has(book)) return undefined;
  if (typeof number !== "number" || !Number.isSafeInteger(number) || number < 0) return undefined;
  if (typeof hash !== "string" || !/^[0-9a-f]{64}$/.test(hash) || typeof at !== "string" || !INSTANT.test(at)) return undefined;
  return { authority, book: book as PublishedHead["book"], number, hash, at };
}

function objectIn(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? value as Readonly<Record<string, unknown>> : {};
  } catch {
    return {};
  }
}

import { notFormula } from "../../domain/sheets/formula.ts";

/** Rows under heads as CSV: UTF-8 with its mark, CRLF, quotes by RFC 4180. No text begins like a formula (`notFormula`); a number is one, below nought too. */
export const csvOf = ({ heads, rows }: { readonly heads: readonly string[]; readonly rows: readonly (readonly (string | number)[])[] }): string =>
  `\uFEFF${[heads, ...rows].map((cells) => cells.map(field).join(",")).join("\r\n")}\r\n`;

const field = (cell: string | number): string => (typeof cell === "number" ? String(cell) : quoted(notFormula(cell)));
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

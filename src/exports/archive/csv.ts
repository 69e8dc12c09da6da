import { notFormula } from "../../domain/sheets/formula.ts";

/** Rows under heads as CSV: UTF-8 with its mark, CRLF, quotes by RFC 4180. No cell begins like a formula (`notFormula`). */
export const csvOf = ({ heads, rows }: { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] }): string =>
  `\uFEFF${[heads, ...rows].map((cells) => cells.map(field).join(",")).join("\r\n")}\r\n`;

const field = (text: string): string => quoted(notFormula(text));
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

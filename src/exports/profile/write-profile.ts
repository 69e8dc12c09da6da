import type { LeavingProfile } from "../../domain/profile/leaving.ts";
import { notFormula } from "../../domain/sheets/formula.ts";

/** Who took a profile away, when: “Asha Bell, family finder, Harrowmere”; in London. */
export interface ProfileTaken {
  readonly profile: LeavingProfile;
  readonly takenBy: string;
  readonly takenOn: string;
}

/** As plain text, a line for each thing that is said. */
export function profileText({ profile: { called, note, lines }, takenBy, takenOn }: ProfileTaken): string {
  const wide = Math.max(...lines.map(({ what }) => what.length)) + 2;
  const said = lines.map(({ what, said: words }) => `${`${what}:`.padEnd(wide)} ${words}`);
  return `${["Child’s profile: who it is of", called, "", note, "", ...said, "", `Taken by ${takenBy}, on ${takenOn}`].join("\r\n")}\r\n`;
}

/** As CSV: UTF-8 with its mark, CRLF, quotes by RFC 4180; no cell begins like a formula. */
export function profileCsv({ profile: { note, lines }, takenBy, takenOn }: ProfileTaken): string {
  const rows = [["What", "Said"], ...lines.map(({ what, said }) => [what, said]), ["Note", note], ["Taken by", takenBy], ["Taken on", takenOn]];
  return `\uFEFF${rows.map((row) => row.map(field).join(",")).join("\r\n")}\r\n`;
}

const field = (text: string): string => quoted(notFormula(text));
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

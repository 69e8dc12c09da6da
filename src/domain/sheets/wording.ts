/** Words as they are compared: small letters without accents, apostrophes left out, every other mark a space. “SHOBPA (ADM)” is “shobpa adm”. */
export function plain(text: string): string {
  return text.normalize("NFKD").toLowerCase().replaceAll("(s)", "s")
    .replaceAll(/[\u0300-\u036f'’‘`]/g, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** How many letters must be added, left out, changed or swapped with their neighbour to make one word of the other; `limit + 1` where that is more than the limit. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      next.push(least);
    }
    if (Math.min(...next) > limit) return limit + 1;
    before = row;
    row = next;
  }
  return row[b.length]!;
}

/** The letters of a column, as Excel has them: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest === 0 ? "" : columnLetters(rest - 1)}${String.fromCodePoint(65 + (column % 26))}`;
}

/** “G, SHOBPA”: a column as problems name it. */
export const columnName = (column: number, heading: string): string =>
  heading === "" ? columnLetters(column) : `${columnLetters(column)}, ${heading}`;

/** “3, 4 and 9”. */
export function listed(items: readonly (string | number)[]): string {
  const last = items.at(-1);
  return items.length < 2 ? String(last ?? "") : `${items.slice(0, -1).join(", ")} and ${last}`;
}

const MOST_ROWS = 8;

/** “Row 3”, “Rows 3, 4 and 9”; of many, the first and how many more there are. */
export const rowsInWords = (rows: readonly number[]): string =>
  rows.length === 1 ? `Row ${rows[0]}`
    : `Rows ${rows.length <= MOST_ROWS ? listed(rows) : listed([...rows.slice(0, MOST_ROWS - 1), `${rows.length - MOST_ROWS + 1} more`])}`;

/** Text of a cell in a message: short, and on one line. */
export function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return `“${line.length > 80 ? `${line.slice(0, 79)}…` : line}”`;
}

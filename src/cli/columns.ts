/** Rows of text in columns, two spaces apart; numbers to the right, where the column is all numbers below its head. */
export function columns(rows: readonly (readonly string[])[], indent = "  "): string {
  const widths: number[] = [];
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  const right = widths.map((_, i) => rows.slice(1).every((row) => /^[\d.,]*$/.test(row[i] ?? "")));
  return rows
    .map((row) => (indent + row.map((cell, i) => (right[i] === true ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join("  ")).trimEnd())
    .join("\n");
}

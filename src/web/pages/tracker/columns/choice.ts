import { type Column, isColumn } from "../../../../domain/tracker/columns.ts";

/** A column moved one place up or down among those chosen; `up:status`. What cannot be moved stays. */
export function moved(columns: readonly Column[], move: string): { readonly columns: readonly Column[]; readonly column?: Column } {
  const [, way, name = ""] = /^(up|down):(.+)$/.exec(move) ?? [];
  const at = isColumn(name) ? columns.indexOf(name) : -1;
  const to = way === "up" ? at - 1 : at + 1;
  // The child comes first, always.
  if (at < 1 || to < 1 || to >= columns.length) return { columns };
  const next = [...columns];
  [next[at], next[to]] = [next[to]!, next[at]!];
  return { columns: next, column: columns[at]! };
}

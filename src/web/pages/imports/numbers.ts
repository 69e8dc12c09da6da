import type { ClosedLines } from "../../../app/views.ts";

/** “1,234”. */
export const figure = (n: number): string => n.toLocaleString("en-GB");

/** “1 child”, “1,234 children”. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${figure(n)} ${n === 1 ? one : many}`;

/** What so many problems, so many of them errors, do to an import. */
export function problemsInWords(all: number, errors: number): string {
  if (errors === 0) return all === 1 ? "This is a warning: it does not stop the import." : "These are warnings: they do not stop the import.";
  if (errors === all) return all === 1 ? "It is an error, and stops the whole import." : "They are all errors, and stop the whole import.";
  const rest = all - errors === 1 ? "the other is a warning" : "the rest are warnings";
  return `${figure(errors)} of them ${errors === 1 ? "is an error and stops" : "are errors and stop"} the whole import; ${rest}.`;
}

/** What is counted and not shown, because whoever looks may not open those children’s records. */
export function closedInWords({ changes, conflicts, vanished }: ClosedLines): string {
  const parts = [
    ...(changes === 0 ? [] : [counted(changes, "child who changes", "children who change")]),
    ...(conflicts === 0 ? [] : [counted(conflicts, "difference from what people entered", "differences from what people entered")]),
    ...(vanished === 0 ? [] : [counted(vanished, "entry that vanished", "entries that vanished")]),
  ];
  const all = parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
  return `Counted and not shown: ${all}, in records that you may not open.${conflicts === 0 ? "" : " Somebody who may open them settles the differences."}`;
}

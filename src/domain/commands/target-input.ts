import type { Standard } from "../standards/standard.ts";
import type { EntryInput, Refusal } from "./command.ts";

/**
 * Why a target set beside a standard cannot be kept as typed: there is no such standard in the
 * child’s authority, or it is one that says how soon is too soon. Nothing for any other kind of
 * entry, or where no standard is typed at all, which its own reading refuses.
 */
export function targetRefusals({ kind, detail }: Pick<EntryInput, "kind" | "detail">, standards: ReadonlyMap<string, Standard>): readonly Refusal[] {
  const typed = (detail["standard"] ?? "").trim();
  if (kind !== "individual-target" || typed === "") return [];
  const standard = standards.get(typed.toUpperCase()) ?? [...standards.values()].find(({ id }) => id.toUpperCase() === typed.toUpperCase());
  if (standard === undefined) return [{ field: "detail.standard", message: `“${typed}” is not the id of a standard in use here. Enter the id that stands beside the clock, such as ${[...standards.keys()][0] ?? "TC-01"}` }];
  if (standard.shape === "not-before") return [{ field: "detail.standard", message: `${standard.id} says how soon is too soon, so there is no day to set a target beside` }];
  return [];
}

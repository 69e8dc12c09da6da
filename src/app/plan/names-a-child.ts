import type { Person } from "../../domain/access/viewer.ts";
import type { Refusal } from "../../domain/commands/command.ts";
import { listed } from "../../domain/words.ts";
import type { App } from "../app.ts";
import { childrenNamedInPlan } from "../scrutiny/children-named.ts";

/**
 * What of these words may be a child, to be refused at `sure` until whoever writes has looked: words of the plan go into published
 * reports, and none of them is ever erased. Asks for itself: not to be called within a transaction.
 */
export async function namesAChild(app: App, person: Person, words: readonly string[], sure = false): Promise<readonly Refusal[]> {
  if (sure || words.every((text) => text.trim() === "")) return [];
  const named = await childrenNamedInPlan(app, person, words);
  return named.length === 0 ? [] : [{ field: "sure", message: `${listed(named.map((text) => `“${text}”`))} may be a child. Nothing of one child belongs in the plan: take it out, or say here that you have looked and it is none` }];
}

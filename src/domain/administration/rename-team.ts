import type { Draft, Entry } from "../chronology/entry.ts";
import { fold } from "../chronology/fold.ts";
import type { Refusal } from "../commands/command.ts";
import { openOf } from "../permanence/moments.ts";

const LONGEST = 100;

/** A team’s new name as it was typed, or why it is none. */
export function readTeamName(typed: string, was: string): { readonly team: string } | Refusal {
  const team = typed.trim().replaceAll(/\s+/g, " ");
  if (team === "") return { field: "team", message: "Enter what the team is called from now on" };
  if (team.length > LONGEST) return { field: "team", message: `The team’s name must be ${LONGEST} characters or fewer` };
  return team === was ? { field: "team", message: "Nothing is changed yet: the team is called this already" } : { team };
}

/**
 * What a child’s record needs for the child to be in the team under its new name: the period that runs, told anew. The same
 * team as before: since when the child has been in it stays as it was.
 */
export function renamedOn(entries: readonly Entry[], was: string, now: string): readonly Draft[] {
  const running = openOf(fold(entries), "responsible-team");
  if (running === undefined || running.detail["team"] !== was) return [];
  return [{
    kind: "responsible-team", happenedOn: running.happenedOn, certainty: running.certainty, detail: { ...running.detail, team: now }, source: { type: "person" },
    supersedes: running.number, cause: "corrected", reason: `The team “${was}” is called “${now}” now`,
  }];
}

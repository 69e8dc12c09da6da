import type { Person } from "../../domain/access/viewer.ts";
import { parseDay } from "../../domain/dates/day.ts";
import { papersToCheck } from "../../domain/work/papers.ts";
import type { App } from "../app.ts";
import { runCommand } from "../run-command.ts";
import type { ChildPage, Outcome } from "../views.ts";

/** What a manager says of papers for panel. */
export interface CheckInput {
  readonly outcome: "ready" | "back" | "";
  /** A day as text: of the check, or to look again. */
  readonly happenedOn: string;
  readonly note: string;
}

/**
 * Records that papers were checked, or sends them back: then a check is planned for the day, with what is missing. By the
 * team manager or their named deputy; anybody else is told whose it is.
 */
export async function checkPapers(app: App, person: Person, child: ChildPage, basedOn: number, { outcome, happenedOn, note }: CheckInput): Promise<Outcome> {
  const on = parseDay(happenedOn);
  const refusals = [
    ...(outcome === "" ? [{ field: "outcome", message: "Say whether the papers are ready to go to panel" }] : []),
    ...(outcome === "back" && note.trim() === "" ? [{ field: "note", message: "Say what is missing or to be changed, so that the family finder can put it right" }] : []),
    ...(outcome === "back" && on !== undefined && on < app.clock.today() ? [{ field: "happenedOn", message: "Give a day from today on, to check them again" }] : []),
    ...(on === undefined ? [{ field: "happenedOn", message: outcome === "back" ? "Enter the day to check them again" : "Enter the day you checked them" }] : []),
  ];
  if (refusals.length > 0) return { outcome: "refused", refusals };
  const detail = note.trim() === "" ? {} : { note: note.trim() };
  const input = { kind: "papers-checked", happenedOn, certainty: outcome === "ready" ? "actual" : "planned", detail };
  const { again } = papersToCheck(child.case);
  if (outcome === "back" && again !== undefined) {
    const cause = again.happenedOn === happenedOn ? "corrected" : "moved";
    return runCommand(app, person, child.recordId, basedOn, { name: "correct-entry", input: { ...input, number: again.number, cause, reason: note.trim() } });
  }
  return runCommand(app, person, child.recordId, basedOn, { name: "record-entry", input });
}

import { OWNERS, type Owner } from "../access/role.ts";
import { FORM_END_REASONS } from "../chronology/codes.ts";
import type { Case } from "../chronology/fold.ts";
import { accept, type Decision, refuse, type Refusal } from "../commands/command.ts";
import { type Day, dayInWords, parseDay } from "../dates/day.ts";
import { lastOf } from "../permanence/moments.ts";
import { type Clock, counts, isOpen } from "../standards/clock.ts";
import { type CompiledPack, stopsOf, versionFor } from "../standards/compile.ts";
import { kindsOf } from "../standards/occasions.ts";
import { questionOf } from "./questions.ts";
import { formOf } from "./standing.ts";

/** What keeps a form from being closed: a standard that still runs and that a question of the form would answer. */
export interface StillOpen {
  readonly standard: string;
  readonly occurrence: number;
  readonly title: string;
  readonly owner: Owner;
  readonly dueOn: Day | null;
}

/** The running clocks that questions of the form would stop and that can make a child late: advisory ones and lines of a checklist hold nothing up. */
export const stillOpen = (clocks: readonly Clock[], pack: CompiledPack): readonly StillOpen[] =>
  clocks.flatMap((clock) => {
    const version = isOpen(clock) && counts(clock) ? versionFor(pack, clock) : undefined;
    if (version === undefined || !stopsOf(version).some((o) => kindsOf(o).some((kind) => questionOf(kind) !== undefined))) return [];
    const { standard, occurrence, owner, dueOn } = clock;
    return [{ standard, occurrence, owner, dueOn, title: version.title }];
  }).toSorted((a, b) => ((a.dueOn ?? "9999") < (b.dueOn ?? "9999") ? -1 : 1));

export interface CloseInput {
  readonly closedOn: string;
  readonly endReason: string;
  readonly note: string;
}

/** Opens a child’s milestones form from today, or opens it again. */
export function openForm(c: Case, today: Day): Decision {
  if (formOf(c).state === "open") return refuse({ field: "form", message: "This form is open already" });
  return accept({ kind: "milestones-form", happenedOn: today, certainty: "actual", detail: {}, source: { type: "person" } });
}

/** Closes it with its end reason. Refused while standards run that the form would answer, by name and whose they are. */
export function closeForm(c: Case, input: CloseInput, clocks: readonly Clock[], pack: CompiledPack, today: Day): Decision {
  const form = formOf(c);
  if (form.state !== "open") return refuse({ field: "closedOn", message: "This form is not open, so there is nothing to close" });
  const refusals: Refusal[] = [];
  const on = parseDay(input.closedOn.trim());
  const wrong = on === undefined ? "Enter the day the form was closed as a real date, such as 27 3 2026" : wrongDay(on, form.entry.happenedOn, today);
  if (wrong !== undefined) refusals.push({ field: "closedOn", message: wrong });
  const reason = reasonRefused(c, input.endReason);
  if (reason !== undefined) refusals.push({ field: "endReason", message: reason });
  else refusals.push(...stillOpen(clocks, pack).map((open) => ({ field: "endReason", message: openInWords(open) })));
  if (refusals.length > 0 || on === undefined) return refuse(...refusals);
  const { number, kind, happenedOn, certainty } = form.entry;
  const note = input.note.trim();
  return accept({
    kind, happenedOn, until: on, certainty, source: { type: "person" }, supersedes: number, cause: "ended",
    detail: { endReason: input.endReason, ...(note === "" ? {} : { note }) },
  });
}

function wrongDay(on: Day, openedOn: Day, today: Day): string | undefined {
  if (on > today) return `${dayInWords(on)} is in the future. Enter a day up to today`;
  return on <= openedOn ? `The form was opened on ${dayInWords(openedOn)}. It can be closed from the day after` : undefined;
}

function reasonRefused(c: Case, reason: string): string | undefined {
  if (!Object.hasOwn(FORM_END_REASONS, reason)) return "Choose why the form is closed";
  const order = lastOf(c, "adoption-order");
  if (reason === "adoption-order" && order === undefined) return "No adoption order is on the record. Record the order first, or choose another reason";
  if (reason === "not-pursued" && order !== undefined) return `The adoption order was made on ${dayInWords(order.happenedOn)}. Choose that as the reason`;
  return undefined;
}

/** “Letterbox agreement made (LEIC-66) is still open: child’s social worker, due 4 May 2026”. */
export const openInWords = ({ title, standard, owner, dueOn }: StillOpen): string =>
  `${title} (${standard}) is still open: ${OWNERS[owner].charAt(0).toLowerCase()}${OWNERS[owner].slice(1)}, ${dueOn === null ? "no day set" : `due ${dayInWords(dueOn)}`}. It must be answered or declined first`;

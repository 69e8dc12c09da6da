import { type Day, dayInWords } from "../../../../domain/dates/day.ts";
import { parseDuration } from "../../../../domain/dates/duration.ts";
import { dateMessage, readDateParts } from "../../../forms/date-input.ts";
import { type FieldError, readParts } from "../../../forms/fields.tsx";

export const notALength = (typed: string): string => `“${typed}” is not a length of time: write it like 5 working days, 2 weeks or 3 months`;
export const WHOLE_DAYS = "Give the days of warning as a whole number, such as 14";

/** What the guided form says of a deadline, as the text of one standard; or what is missing. */
export function newStandard(typed: Readonly<Record<string, string>>): { readonly yaml: string; readonly errors: readonly FieldError[] } {
  const said = (name: string): string => (typed[name] ?? "").trim();
  const errors: FieldError[] = [];
  const needed = (id: string, text: string): string => {
    if (said(id) === "") errors.push({ id, text });
    return said(id);
  };
  const day = (id: string, what: string): Day | "" => {
    const read = readDateParts(readParts(typed, id));
    if ("on" in read) return read.on;
    errors.push({ id: `${id}-day`, text: dateMessage(what, read) });
    return "";
  };
  const id = needed("id", "Enter a code, such as LOCAL-01").toUpperCase();
  if (id !== "" && !/^[A-Z]{2,8}-[A-Z]?[0-9]{1,3}[A-Za-z]?$/.test(id)) errors.push({ id: "id", text: "Write the code as letters, a dash and a number, such as LOCAL-01" });
  const title = needed("title", "Enter what must happen");
  const starts = needed("starts", "Choose what starts the clock");
  const stops = needed("stops", "Choose what stops the clock");
  const within = needed("within", "Enter the length of time, such as 5 working days");
  if (within !== "" && parseDuration(within) === undefined) errors.push({ id: "within", text: notALength(within) });
  const owner = needed("owner", "Choose who owns it");
  const warn = said("warnDays");
  if (!/^\d{0,3}$/.test(warn)) errors.push({ id: "warnDays", text: WHOLE_DAYS });
  const evidence = needed("evidence", "Enter where the proof should be");
  const source = needed("source", "Enter the document it comes from");
  const provision = needed("provision", "Enter where in the document it is");
  const startedOn = day("started", "the day on which the example starts");
  const dueOn = day("due", "the day on which the example is due");
  const document = {
    id, title, shape: "deadline", force: "local", confirmed: true, citation: { provision, source }, owner, evidence,
    tier: said("tier") === "checklist" ? "checklist" : "tracked", ...(warn === "" ? {} : { "warn-days": Number(warn) }),
    starts, stops, within, ...(said("ends") === "yes" ? { moot: ["end of looked-after", "adoption-order"] } : {}),
    examples: [{ says: startedOn === "" ? "" : `Started on ${dayInWords(startedOn)}`, chronology: [{ kind: starts.replace(/^end of /, ""), on: startedOn, ...(starts.startsWith("end of ") ? { until: startedOn } : {}) }], today: startedOn, clocks: [{ startedOn, dueOn }] }],
  };
  return { yaml: JSON.stringify(document, null, 1), errors };
}

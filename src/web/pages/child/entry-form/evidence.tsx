import { COMMON_DETAIL } from "../../../../domain/chronology/kinds.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import type { Refusal } from "../../../../domain/commands/command.ts";
import { parseDay } from "../../../../domain/dates/day.ts";
import { dateMessage, type DateParts, readDateParts } from "../../../forms/date-input.ts";
import { DateInput, type FieldError, readParts } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorAt, type FormBody, partsOfDay } from "./form.ts";

/** Where the proof is, as typed: a reference to it, never a copy. */
export interface TypedEvidence {
  readonly evidenceSystem: string;
  readonly evidencePlace: string;
  readonly evidenceBy: string;
  readonly evidenceOn: DateParts;
}
const TEXTS = ["evidenceSystem", "evidencePlace", "evidenceBy"] as const;

export const NO_EVIDENCE: TypedEvidence = { evidenceSystem: "", evidencePlace: "", evidenceBy: "", evidenceOn: { day: "", month: "", year: "" } };

/** The evidence that an entry has, as its form shows it. */
export const evidenceOf = ({ detail }: Pick<Entry, "detail">): TypedEvidence => ({
  ...Object.fromEntries(TEXTS.map((name) => [name, String(detail[name] ?? "")])) as Record<(typeof TEXTS)[number], string>,
  evidenceOn: partsOfDay(parseDay(String(detail["evidenceOn"] ?? ""))),
});

/** What was sent, as typed and as an entry’s details; a date that cannot be read goes on as it is, to be refused with the rest. */
export function readEvidence(body: FormBody): { readonly typed: TypedEvidence; readonly detail: Readonly<Record<string, string>>; readonly unreadable: readonly Refusal[] } {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, (body[name] ?? "").trim()])) as Record<(typeof TEXTS)[number], string>;
  const evidenceOn = readParts(body, "evidenceOn");
  const read = readDateParts(evidenceOn);
  const on = "on" in read ? read.on : read.problem === "empty" ? "" : `${evidenceOn.day} ${evidenceOn.month} ${evidenceOn.year}`;
  return {
    typed: { ...texts, evidenceOn },
    detail: Object.fromEntries(Object.entries({ ...texts, evidenceOn: on }).filter(([, text]) => text !== "")),
    unreadable: "on" in read || read.problem === "empty" ? [] : [{ field: "detail.evidenceOn", message: dateMessage("the date of the evidence", read) }],
  };
}

/** The box that a refusal of a piece of evidence speaks of; nothing for other fields. */
export const evidenceBox = (field: string): string | undefined =>
  field === "detail.evidenceOn" ? "evidenceOn-day" : TEXTS.find((name) => field === `detail.${name}`);

interface FieldProps {
  readonly typed: TypedEvidence;
  readonly errors: readonly FieldError[];
}

/** Where the proof is, box by box. None of it has to be said. */
const EvidenceInputs = ({ typed, errors }: FieldProps): Html => {
  const input = (name: (typeof TEXTS)[number], hint: string): Html => {
    const error = errorAt(errors, name);
    return component("govukInput", { id: name, name, value: typed[name], label: { text: COMMON_DETAIL[name].label }, hint: { text: hint }, classes: "govuk-input--width-20", autocomplete: "off", errorMessage: error === undefined ? undefined : { text: error } });
  };
  return (
    <>
      {input("evidenceSystem", "Such as the case management system")}
      {input("evidencePlace", "Such as Case notes, 12 May")}
      <DateInput id="evidenceOn" legend={COMMON_DETAIL.evidenceOn.label} value={typed.evidenceOn} error={errorAt(errors, "evidenceOn-day")} small />
      {input("evidenceBy", "Such as the worker who wrote the note")}
    </>
  );
};

/** The evidence of an answer. `shouldBe`: where the standard says that it should be. */
export const EvidenceFields = ({ typed, errors, shouldBe }: FieldProps & { readonly shouldBe: string }): Html =>
  component("govukFieldset", {
    legend: { text: "Where is the evidence? (optional)", classes: "govuk-fieldset__legend--m" },
    html: (
      <>
        <p class="govuk-hint">The standard says: {shouldBe}. Give a reference: the file itself stays where it is.</p>
        <EvidenceInputs typed={typed} errors={errors} />
      </>
    ),
  });

/** The evidence of any entry, folded away until somebody has some to give; open where there is some, or something is wrong with it. */
export const EvidencePart = ({ typed, errors }: FieldProps): Html => {
  const { day, month, year } = typed.evidenceOn;
  const said = [...TEXTS.map((name) => typed[name]), day, month, year].some((text) => text !== "") || [...TEXTS, "evidenceOn-day"].some((id) => errorAt(errors, id) !== undefined);
  return component("govukDetails", {
    summaryText: "Where the evidence is (optional)", open: said,
    html: (
      <>
        <p class="govuk-body">Say where the proof can be found. This is a reference, never a copy: the file itself stays where it is.</p>
        <EvidenceInputs typed={typed} errors={errors} />
      </>
    ),
  });
};

import type { Allocatable } from "../../../app/several/allocatable.ts";
import type { NamedChild } from "../../../app/several/views.ts";
import { isPeriodKind, type Kind, KINDS } from "../../../domain/chronology/kinds.ts";
import { DateInput, ErrorSummary, type FieldError } from "../../forms/fields.tsx";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { EntryFields } from "../child/entry-form/fields.tsx";
import { errorAt, type TypedEntry } from "../child/entry-form/form.ts";
import { childrenInWords, inShort, packIds } from "./ticked.ts";
import { COMMON } from "./words.ts";

/** What was typed about all of them. */
export interface TypedSeveral {
  readonly entry: TypedEntry;
  readonly standing: "move" | "add";
  readonly reason: string;
}

export interface FormProps {
  readonly ticked: readonly NamedChild[];
  readonly from: string;
  readonly kind: Kind;
  readonly typed: TypedSeveral;
  readonly errors: readonly FieldError[];
  readonly choices: Allocatable;
}

/** The one thing to be recorded of all of them: as of one child, but for what a date that stands is to do. */
export const SeveralFormView = ({ ticked, from, kind, typed, errors, choices }: FormProps): Html => (
  <>
    <ErrorSummary errors={errors} />
    <span class="govuk-caption-l">{childrenInWords(ticked.length)}: {inShort(ticked.map((c) => c.localId))}</span>
    <h1 class="govuk-heading-l">{headingOf(kind)}</h1>
    <form method="post" action={`/tracker/several/${kind}`} novalidate>
      <input type="hidden" name="children" value={packIds(ticked.map((c) => c.recordId))} />
      <input type="hidden" name="from" value={from} />
      {kind === "allocated-worker" || kind === "family-finder" || kind === "responsible-team"
        ? <WhoseFields kind={kind} typed={typed.entry} errors={errors} choices={choices} />
        : <EntryFields kind={kind} typed={typed.entry} errors={errors} />}
      {mayStand(kind) ? <Standing typed={typed} error={errorAt(errors, "reason")} /> : null}
      <p class="govuk-body">Nothing is saved yet: the next page says what would change for each child.</p>
      <div class="govuk-button-group">
        {component("govukButton", { text: "See what will change", name: "step", value: "look" })}
        <a class="govuk-link" href={from}>Cancel</a>
      </div>
    </form>
  </>
);

/** Whether a date for the same thing may stand already: then somebody must say whether that one moves. */
export const mayStand = (kind: Kind): boolean => KINDS[kind].ahead === true && !isPeriodKind(kind);

export const headingOf = (kind: Kind): string => (isPeriodKind(kind) ? COMMON.get(kind) : undefined) ?? KINDS[kind].label;

interface WhoseProps extends Pick<FormProps, "errors" | "choices"> {
  readonly kind: "allocated-worker" | "family-finder" | "responsible-team";
  readonly typed: TypedEntry;
}

/** Who has them from which day: chosen among those there are, so that nobody mistypes a code. */
function WhoseFields({ kind, typed, errors, choices }: WhoseProps) {
  const [name, label, items] = kind === "responsible-team"
    ? ["team", "Which team?", choices.teams.map((team) => ({ value: team, text: team }))] as const
    : ["worker", "Who?", choices.workers] as const;
  const id = `detail-${name}`;
  const error = errorAt(errors, id);
  const chosen = typed.detail[name] ?? "";
  return (
    <>
      {component("govukSelect", {
        id, name: id, errorMessage: error === undefined ? undefined : { text: error }, label: { text: label, classes: "govuk-label--m" },
        items: [{ value: "", text: "Choose" }, ...items.map(({ value, text }) => ({ value, text, selected: value === chosen }))],
      })}
      <DateInput id="happenedOn" legend="From which day?" value={typed.happenedOn} error={errorAt(errors, "happenedOn-day")} />
      <input type="hidden" name="certainty" value="actual" />
      {kind === "allocated-worker" ? component("govukInput", {
        id: "detail-reason", name: "detail-reason", value: typed.detail["reason"] ?? "", label: { text: "Reason for the change (optional)", classes: "govuk-label--m" }, classes: "govuk-input--width-20",
      }) : null}
    </>
  );
}

function Standing({ typed, error }: { readonly typed: TypedSeveral; readonly error: string | undefined }) {
  return (
    <>
      {component("govukRadios", {
        idPrefix: "standing", name: "standing", classes: "govuk-radios--small",
        fieldset: { legend: { text: "Where a child already has a date to come for this", classes: "govuk-fieldset__legend--m" } },
        items: [
          { value: "move", text: "Move that date to this one", checked: typed.standing === "move" },
          { value: "add", text: "Keep that date, and add this one beside it", checked: typed.standing === "add" },
        ],
      })}
      {component("govukTextarea", {
        id: "reason", name: "reason", value: typed.reason, rows: "2", label: { text: "Why dates move", classes: "govuk-label--m" },
        hint: { text: "Needed only where a date moves. Whoever reads the record later sees this" },
        errorMessage: error === undefined ? undefined : { text: error },
      })}
    </>
  );
}

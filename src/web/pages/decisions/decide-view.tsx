import type { ChildPage } from "../../../app/views.ts";
import { whoDecides } from "../../../domain/access/decides.ts";
import type { Entry } from "../../../domain/chronology/entry.ts";
import { type Kind, KINDS } from "../../../domain/chronology/kinds.ts";
import { OFFERED_OUTCOMES } from "../../../domain/commands/decide.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { isOutsidePanel, papersOf } from "../../../domain/decisions/papers.ts";
import { type JudgedClock, stateInWords } from "../../../domain/standards/clock.ts";
import { DateInput, ErrorSummary, type FieldError } from "../../forms/fields.tsx";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { errorAt } from "../child/entry-form/form.ts";
import { Overtaken } from "../child/entry-form/overtaken.tsx";
import { DueLink } from "../child/why/due-link.tsx";
import { detailsInWords, recorderInWords, whenInWords } from "../child/words.ts";
import { askedOf, type TypedDecision } from "./form.ts";

export interface DecideProps {
  readonly child: ChildPage;
  readonly kind: Kind;
  /** What somebody put down, where that is decided on. */
  readonly entry: Entry | undefined;
  /** The clock that waits for this decision. */
  readonly clock: JudgedClock | undefined;
  readonly typed: TypedDecision;
  readonly errors: readonly FieldError[];
  readonly since: readonly Entry[];
}

/** One decision: what lies before the decision-maker, and the form that they alone are given; to others, whose it is. */
export const DecideView = (props: DecideProps & { readonly theirs: boolean }): Html => {
  const { child, kind, errors, since, theirs } = props;
  return (
    <>
      {since.length > 0 ? <Overtaken since={since} names={child.workerNames} /> : <ErrorSummary errors={errors} />}
      <span class="govuk-caption-l">{child.localId}</span>
      <h1 class="govuk-heading-l">{KINDS[kind].label}</h1>
      <Before {...props} />
      {theirs ? <Form {...props} /> : <NotYours {...props} />}
    </>
  );
};

/** What lies before the decision-maker, and what was decided before. */
export function Before({ child, kind, entry, clock }: Pick<DecideProps, "child" | "kind" | "entry" | "clock">): Html {
  const { sent, panel, minutes } = papersOf(child.case, kind);
  const earlier = child.case.of(kind).findLast((e) => e.certainty === "actual");
  const rows: (readonly [string, string | Html])[] = [
    ...(clock?.dueOn == null ? [] : [["Decision due", <><DueLink recordId={child.recordId} clock={clock} on={clock.dueOn} /> ({stateInWords(clock).toLowerCase()})</>] as const]),
    ...(sent === undefined ? [] : [["Papers sent to panel", dayInWords(sent.happenedOn)] as const]),
    ...(panel === undefined ? [] : [["Panel", whenInWords(panel)] as const]),
    ...(minutes === undefined ? [] : [["Final minutes arrived", dayInWords(minutes.happenedOn)] as const]),
    ...(entry === undefined ? [] : [["Put down already", `${whenInWords(entry)}, by ${recorderInWords(entry.recordedBy, child.workerNames)}`] as const, ...detailsInWords(entry)]),
    ...(entry !== undefined && isOutsidePanel(child.case, entry) && entry.detail["dateAgreedBy"] === undefined ? [["Day outside panel", "Nobody is recorded as having agreed to it"] as const] : []),
    ...(earlier === undefined ? [] : [["Decided before", [whenInWords(earlier), ...detailsInWords(earlier).map(([label, text]) => `${label}: ${text}`)].join(". ")] as const]),
    ["To read", <a class="govuk-link" href={`/children/${child.recordId}/milestones/report`}>Milestones report</a>],
  ];
  return component("govukSummaryList", { classes: "pt-summary", rows: rows.map(([key, value]) => ({ key: { text: key }, value: typeof value === "string" ? { text: value } : { html: value } })) });
}

const NotYours = ({ child, kind }: DecideProps): Html => {
  const { decidedBy } = KINDS[kind];
  return (
    <div class="pt-whose">
      <p><strong>This is not yours to decide.</strong> Only {decidedBy === undefined ? "whoever decides" : whoDecides(decidedBy)} says that it was decided.</p>
      {child.may.record ? <p>You may <a class="govuk-link" href={`/children/${child.recordId}/record/${kind}`}>put it down as provisional or planned</a>: it then waits on their desk to be confirmed.</p> : null}
    </div>
  );
};

export const decideAction = ({ child, kind, entry }: Pick<DecideProps, "child" | "kind" | "entry">): string =>
  `/children/${child.recordId}/decide/${kind}${entry === undefined ? "" : `?entry=${entry.number}`}`;

function Form(props: DecideProps): Html {
  const { child, kind, typed, errors } = props;
  const { outcome } = KINDS[kind].detail ?? {};
  const message = (id: string) => {
    const error = errorAt(errors, id);
    return error === undefined ? {} : { errorMessage: { text: error } };
  };
  return (
    <form method="post" action={decideAction(props)} novalidate>
      <input type="hidden" name="basedOn" value={String(child.version)} />
      {outcome === undefined ? null : component("govukRadios", {
        idPrefix: "outcome", name: "outcome", ...message("outcome"),
        fieldset: { legend: { text: "What do you decide?", classes: "govuk-fieldset__legend--m" } },
        items: Object.entries(OFFERED_OUTCOMES).map(([value, text]) => ({ value, text, checked: typed.outcome === value })),
      })}
      <DateInput id="happenedOn" legend="On which day did you decide?" value={typed.happenedOn} error={errorAt(errors, "happenedOn-day")} />
      {askedOf(kind).map((name) => <Detail kind={kind} name={name} typed={typed} error={errorAt(errors, `detail-${name}`)} />)}
      {component("govukTextarea", { id: "reasons", name: "reasons", value: typed.reasons, rows: "6", label: { text: "Your reasons", classes: "govuk-label--m" }, hint: { text: "They stay on the child’s record, whichever way you decide" }, ...message("reasons") })}
      {component("govukTextarea", { id: "feedback", name: "feedback", value: typed.feedback, rows: "3", label: { text: "Feedback (optional)", classes: "govuk-label--m" }, hint: { text: "For fieldwork, adoption and the reviewing service: it comes to their managers and the reviewing officer with the decision" } })}
      <div class="govuk-button-group">
        {component("govukButton", { text: "Continue", name: "step", value: "check" })}
        <a class="govuk-link" href="/decisions">Cancel</a>
      </div>
    </form>
  );
}

/** One of the kind’s other details, as its own form asks it. */
function Detail({ kind, name, typed, error }: { readonly kind: Kind; readonly name: string; readonly typed: TypedDecision; readonly error: string | undefined }): Html | null {
  const field = KINDS[kind].detail?.[name];
  if (field === undefined) return null;
  const id = `detail-${name}`;
  const value = typed.detail[name] ?? "";
  const errorMessage = error === undefined ? {} : { errorMessage: { text: error } };
  const label = `${field.label}${field.required === true ? "" : " (optional)"}`;
  if (field.type === "text") return component("govukInput", { id, name: id, value, label: { text: label, classes: "govuk-label--m" }, classes: "govuk-input--width-20", ...errorMessage });
  const items = field.type === "yes-no" ? [["yes", "Yes"], ["no", "No"]] as const : Object.entries(field.codes ?? {});
  return component("govukRadios", {
    idPrefix: id, name: id, classes: "govuk-radios--small", ...errorMessage, fieldset: { legend: { text: label, classes: "govuk-fieldset__legend--m" } },
    items: items.map(([code, text]) => ({ value: code, text, checked: value === code })),
  });
}

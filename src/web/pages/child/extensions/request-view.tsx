import type { ChildPage, ExplainedClock } from "../../../../app/views.ts";
import { officeInWords } from "../../../../domain/access/office.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { stateInWords } from "../../../../domain/standards/clock.ts";
import type { ExtensionNeeds } from "../../../../domain/standards/standard.ts";
import { capital } from "../../../../domain/words.ts";
import { DateInput, ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorAt } from "../entry-form/form.ts";
import { Overtaken } from "../entry-form/overtaken.tsx";
import { DueLink } from "../why/due-link.tsx";
import type { TypedRequest } from "./form.ts";

interface Props {
  readonly child: ChildPage;
  readonly clock: ExplainedClock;
  readonly needed: ExtensionNeeds;
  readonly typed: TypedRequest;
  readonly errors: readonly FieldError[];
  readonly since: readonly Entry[];
}

/** Asking for more time for one clock: to when, why and, where the adopters are not ready, with what support and which report. */
export function RequestView({ child, clock, needed, typed, errors, since }: Props): Html {
  const { texts } = typed;
  return (
    <>
      {since.length > 0 ? <Overtaken since={since} names={child.workerNames} /> : <ErrorSummary errors={errors} />}
      <span class="govuk-caption-l">{child.localId} · {clock.standard}</span>
      <h1 class="govuk-heading-l">Ask for more time</h1>
      {component("govukSummaryList", {
        classes: "pt-summary",
        rows: ([
          ["What is due", clock.title],
          ["Due now", clock.dueOn === null ? "No day" : <><DueLink recordId={child.recordId} clock={clock} on={clock.dueOn} /> ({stateInWords(clock).toLowerCase()})</>],
          ["Who must agree", `${capital(needed.needs.map(officeInWords).join(" and "))}${needed.needs.length > 1 ? ", each with a sign-off of their own" : ""}. Not you`],
        ] satisfies (readonly [string, string | Html])[]).map(([key, value]) => ({ key: { text: key }, value: typeof value === "string" ? { text: value } : { html: value } })),
      })}
      <form method="post" action={`/children/${child.recordId}/extensions/new`} novalidate>
        <input type="hidden" name="basedOn" value={String(child.version)} />
        <input type="hidden" name="standard" value={clock.standard} />
        <input type="hidden" name="occurrence" value={String(clock.occurrence)} />
        <DateInput id="dueOn" legend="To which day?" value={typed.dueOn} error={errorAt(errors, "dueOn-day")} />
        {component("govukTextarea", { id: "why", name: "why", value: texts.why, rows: "4", label: { text: "Why is more time needed?", classes: "govuk-label--m" }, hint: { text: "Those who sign, and whoever reads the record later, see this" }, errorMessage: optional(errorAt(errors, "why")) })}
        {needed.reportWhen === "adopters-not-ready" ? <NotReady typed={typed} errors={errors} /> : null}
        <div class="govuk-button-group">
          {component("govukButton", { text: "Ask for more time", preventDoubleClick: true })}
          <a class="govuk-link" href={`/children/${child.recordId}`}>Cancel</a>
        </div>
      </form>
    </>
  );
}

const optional = (text: string | undefined) => (text === undefined ? undefined : { text });

const NotReady = ({ typed, errors }: Pick<Props, "typed" | "errors">): Html => (
  <>
    {component("govukRadios", {
      idPrefix: "adoptersNotReady", name: "adoptersNotReady", errorMessage: optional(errorAt(errors, "adoptersNotReady")), classes: "govuk-radios--inline",
      fieldset: { legend: { text: "Is it because the adopters are not ready?", classes: "govuk-fieldset__legend--m" } },
      hint: { text: "If it is, a written report with the support proposed is needed too" },
      items: [
        { value: "yes", text: "Yes", checked: typed.texts.adoptersNotReady === "yes" },
        { value: "no", text: "No", checked: typed.texts.adoptersNotReady === "no" },
      ],
    })}
    {component("govukFieldset", { legend: { text: "If the adopters are not ready", classes: "govuk-fieldset__legend--m" }, html: <Report typed={typed} errors={errors} /> })}
  </>
);

/** Where the written report is: a reference to it, not a copy. */
const Report = ({ typed: { texts, reportOn }, errors }: Pick<Props, "typed" | "errors">): Html => {
  const input = (name: "reportSystem" | "reportPlace" | "reportBy", label: string, hint?: string) =>
    component("govukInput", { id: name, name, value: texts[name], label: { text: label }, hint: optional(hint), classes: "govuk-input--width-20", errorMessage: optional(errorAt(errors, name)) });
  return (
    <>
      {component("govukTextarea", { id: "support", name: "support", value: texts.support, rows: "3", label: { text: "What support is proposed for the adopters?" }, errorMessage: optional(errorAt(errors, "support")) })}
      <p class="govuk-body">Say where the written report is: the file stays there.</p>
      {input("reportSystem", "System that holds it", "Such as the case management system")}
      {input("reportPlace", "Where in that system", "Such as Documents, adoption")}
      <DateInput id="reportOn" legend="Date of the report" value={reportOn} error={errorAt(errors, "reportOn-day")} small />
      {input("reportBy", "Who wrote it")}
    </>
  );
};

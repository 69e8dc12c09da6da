import type { ChildPage } from "../../../../app/views.ts";
import { type Difference, type DifferenceSide, isUnsettled } from "../../../../domain/agency/differences.ts";
import { SETTLED_BY } from "../../../../domain/chronology/codes.ts";
import { KINDS } from "../../../../domain/chronology/kinds.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorAt } from "../entry-form/form.ts";
import { recorderInWords } from "../words.ts";
import type { TypedAgency } from "./form.ts";
import { apartInWords, dateInWords, doesInWords, SIDES } from "./words.ts";

interface Props {
  readonly child: ChildPage;
  readonly differences: readonly Difference[];
  readonly side: DifferenceSide;
  readonly may: boolean;
  readonly typed: TypedAgency | undefined;
  readonly errors: readonly FieldError[];
}

/** Where the two dates of something differ, each with the form that settles it. */
export function DifferencesPart(props: Props): Html {
  const open = props.differences.filter(isUnsettled);
  return (
    <section aria-labelledby="differ-heading" class="pt-section">
      <h2 class="govuk-heading-m" id="differ-heading">Dates that differ</h2>
      {open.length === 0 ? <p class="govuk-body">None. Where the agency’s date of something is another than the authority’s, both see it here and settle it.</p> : open.map((difference) => <One {...props} difference={difference} />)}
    </section>
  );
}

function One(props: Props & { readonly difference: Difference }): Html {
  const { child, difference, side, may } = props;
  const { kind, authority, agency, said } = difference;
  const { label } = KINDS[kind];
  return (
    <section class="pt-differ" id={`differ-${kind}`} aria-labelledby={`differ-${kind}-heading`}>
      <h3 class="govuk-heading-s" id={`differ-${kind}-heading`}>{label}</h3>
      <dl class="pt-differ__dates">
        <div><dt>The authority’s</dt><dd>{authority === null ? "" : dateInWords(authority)}</dd></div>
        <div><dt>The agency’s</dt><dd>{dateInWords(agency)}{agency.entry.detail["note"] === undefined ? null : <span class="pt-differ__note">{String(agency.entry.detail["note"])}</span>}</dd></div>
      </dl>
      <p class="govuk-body-s"><span class="pt-status pt-status--due-soon">{apartInWords(difference)}</span></p>
      {said === null ? null : (
        <p class="govuk-body">{recorderInWords(said.entry.recordedBy, child.workerNames)} proposed on {dayInWords(said.entry.happenedOn)}: {SETTLED_BY[said.how].toLowerCase()} holds. {said.why} <strong>{said.how === side ? `It waits for ${SIDES[side === "agency" ? "authority" : "agency"]}.` : "It waits for you."}</strong></p>
      )}
      {may ? <SettleForm {...props} /> : null}
    </section>
  );
}

function SettleForm({ child, difference: { kind, authority, agency }, side, typed, errors }: Props & { readonly difference: Difference }): Html {
  const own = typed?.doing === "settle" && typed.of === kind ? typed : undefined;
  const [how, why] = [errorAt(errors, `how-${kind}`), errorAt(errors, `why-${kind}`)];
  const days = { authority: authority === null ? "" : ` ${dayInWords(authority.on)}`, agency: ` ${dayInWords(agency.on)}`, both: "" };
  return (
    <details class="govuk-details" open={own !== undefined}>
      <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Settle it<span class="govuk-visually-hidden">: {KINDS[kind].label}</span></span></summary>
      <form class="govuk-details__text pt-measure" method="post" action={`/children/${child.recordId}/agency/differences/${kind}`} novalidate>
        <input type="hidden" name="basedOn" value={String(child.version)} />
        {component("govukRadios", {
          idPrefix: `how-${kind}`, name: `how-${kind}`, classes: "govuk-radios--small", ...(how === undefined ? {} : { errorMessage: { text: how } }),
          fieldset: { legend: { text: "Which date holds?", classes: "govuk-fieldset__legend--s" } },
          items: (["authority", "agency", "both"] as const).map((value) => ({
            value, text: value === "both" ? "Both stand" : `${SETTLED_BY[value]},${days[value]}`, hint: { text: doesInWords(value, side) }, checked: own?.how === value,
          })),
        })}
        {component("govukTextarea", {
          id: `why-${kind}`, name: `why-${kind}`, rows: "3", value: own?.why ?? "", label: { text: "Why?", classes: "govuk-label--s" }, hint: { text: "Both sides read this" },
          ...(why === undefined ? {} : { errorMessage: { text: why } }),
        })}
        {component("govukButton", { text: "Settle it", preventDoubleClick: true })}
      </form>
    </details>
  );
}

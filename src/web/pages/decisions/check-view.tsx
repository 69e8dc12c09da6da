import { KINDS } from "../../../domain/chronology/kinds.ts";
import { OFFERED_OUTCOMES } from "../../../domain/commands/decide.ts";
import { dayInWords, type Day } from "../../../domain/dates/day.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { askedOf } from "./form.ts";
import { Before, decideAction, type DecideProps } from "./decide-view.tsx";

/** The decision as it will be recorded, to be read once more. Nothing is saved until it is confirmed. */
export function CheckView(props: DecideProps & { readonly on: Day }): Html {
  const { child, kind, typed, on } = props;
  const outcome = Object.entries(OFFERED_OUTCOMES).find(([code]) => code === typed.outcome)?.[1];
  const asked = askedOf(kind).flatMap((name) => {
    const [field, value = ""] = [KINDS[kind].detail?.[name], typed.detail[name]];
    return field === undefined || value === "" ? [] : [[field.label, field.codes?.[value] ?? (field.type === "yes-no" ? (value === "yes" ? "Yes" : "No") : value)] as const];
  });
  const rows: readonly (readonly [string, string])[] = [
    ...(outcome === undefined ? [] : [["You decide", outcome] as const]), ["On", dayInWords(on)], ...asked, ["Your reasons", typed.reasons],
    ["Feedback", typed.feedback === "" ? "None" : typed.feedback],
  ];
  const sent: readonly (readonly [string, string])[] = [
    ["basedOn", String(child.version)], ["outcome", typed.outcome], ["reasons", typed.reasons], ["feedback", typed.feedback],
    ...(["day", "month", "year"] as const).map((part) => [`happenedOn-${part}`, typed.happenedOn[part]] as const),
    ...Object.entries(typed.detail).map(([name, value]) => [`detail-${name}`, value] as const),
  ];
  return (
    <>
      <span class="govuk-caption-l">{child.localId} · {KINDS[kind].label}</span>
      <h1 class="govuk-heading-l">Check your decision</h1>
      {component("govukSummaryList", { classes: "pt-summary", rows: rows.map(([key, text]) => ({ key: { text: key }, value: { text } })) })}
      <details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">What lay before you</span></summary><div class="govuk-details__text"><Before {...props} /></div></details>
      <form class="pt-confirm" method="post" action={decideAction(props)}>
        {sent.map(([name, value]) => <input type="hidden" name={name} value={value} />)}
        <p class="govuk-body">It is recorded under your name. Only you, or whoever decides in your place, can correct it afterwards.</p>
        <div class="govuk-button-group">
          {component("govukButton", { text: "Confirm this decision", name: "step", value: "save", preventDoubleClick: true })}
          {component("govukButton", { text: "Change it", name: "step", value: "edit", classes: "govuk-button--secondary" })}
        </div>
      </form>
    </>
  );
}

import type { RegisterPage } from "../../../../app/plan/register.ts";
import type { TypedRegular } from "../../../../domain/scorecard/regular/change.ts";
import { RHYTHMS } from "../../../../domain/scorecard/regular/regular.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { Box, errorOf, Words } from "../../meetings/series/fields.tsx";
import { OwnerBoxes } from "../plan/owner-boxes.tsx";
import { Theirs } from "../plan/view.tsx";
import { REGULAR } from "./view.tsx";

interface Props {
  readonly title: string;
  readonly action: string;
  readonly typed: TypedRegular;
  readonly basedOn: number;
  readonly page: RegisterPage;
  readonly errors: readonly FieldError[];
  readonly theirs: { readonly by: string; readonly words: string } | undefined;
}

/** A report of the register, put down or worded otherwise. */
export const RegularForm = ({ title, action, typed, basedOn, page, errors, theirs }: Props): Html => (
  <>
    <Theirs theirs={theirs} />
    <ErrorSummary errors={errors} />
    <h1 class="govuk-heading-l">{title}</h1>
    <form method="post" action={action} novalidate autocomplete="off">
      <input type="hidden" name="basedOn" value={String(basedOn)} />
      <Box id="meeting" label="To which meeting" hint="Such as “Fieldwork performance meeting” or “Permanence board”" value={typed.meeting} errors={errors} />
      {component("govukRadios", {
        idPrefix: "rhythm", name: "rhythm", classes: "govuk-radios--small", fieldset: { legend: { text: "How often", classes: "govuk-fieldset__legend--s" } },
        items: Object.entries(RHYTHMS).map(([value, text]) => ({ value, text, checked: typed.rhythm === value })), ...(errorOf(errors, "rhythm") === undefined ? {} : { errorMessage: errorOf(errors, "rhythm") }),
      })}
      <Box id="withinDays" label="Due within so many working days of the end of the month or quarter" classes="govuk-input--width-3" value={typed.withinDays} errors={errors} />
      <OwnerBoxes legend="Who makes it" hint="People, or offices such as “Service manager of adoption”: begin to type and choose from the list" owners={typed.makers} people={page.choosable} errors={errors} />
      {component("govukButton", { text: "Save the report", preventDoubleClick: true })}
    </form>
  </>
);

/** Why a report is made no longer. What was made of it stays on the register. */
export const EndView = ({ id, meeting, why, errors }: { readonly id: string; readonly meeting: string; readonly why: string; readonly errors: readonly FieldError[] }): Html => (
  <>
    <ErrorSummary errors={errors} />
    <h1 class="govuk-heading-l">Take this report off the register</h1>
    <p class="govuk-body-l">{meeting}</p>
    <form method="post" action={`${REGULAR}/${id}/end`} novalidate autocomplete="off">
      <Words id="why" label="Why it is made no longer" rows={3} value={why} errors={errors} />
      {component("govukButton", { text: "Take it off the register", classes: "govuk-button--warning", preventDoubleClick: true })}
    </form>
  </>
);

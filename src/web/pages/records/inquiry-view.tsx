import type { InquiryPage, InquiryRow, Named } from "../../../app/records/views.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import type { DateParts } from "../../forms/date-input.ts";
import { DateInput, ErrorSummary, type FieldError } from "../../forms/fields.tsx";
import { instantInWords } from "../../govuk/date-filter.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { StackedTable } from "../../layout/stacked-table.tsx";
import { AccessTable } from "./access-table.tsx";
import { errorAt } from "./record-view.tsx";

export interface TypedInquiry {
  readonly about: string;
  readonly from: DateParts;
  readonly until: DateParts;
  readonly why: string;
}

interface AskProps {
  readonly people: readonly Named[];
  readonly before: readonly (InquiryRow & { readonly aboutName: string; readonly askedByName: string })[];
  readonly typed: TypedInquiry;
  readonly errors: readonly FieldError[];
}

/** Asking what one person opened: of whom, in which days, and why. */
export const AskInquiryView = ({ people, before, typed, errors }: AskProps): Html => (
  <>
    <ErrorSummary errors={errors} />
    <h1 class="govuk-heading-l">What one person opened</h1>
    <p class="govuk-body pt-measure">For an inquiry or a complaint. That you asked, and why, is kept, and others who keep the records can see it.</p>
    <form method="post" action="/records/inquiries" novalidate>
      {component("govukSelect", { id: "about", name: "about", label: { text: "Whose reading?", classes: "govuk-label--m" }, items: [{ value: "", text: "Choose" }, ...people.map(({ account, name }) => ({ value: account, text: `${name} (${account})`, selected: account === typed.about }))], ...errorAt(errors, "about") })}
      <DateInput id="from" legend="From which day?" value={typed.from} error={errors.find((e) => e.id === "from-day")?.text} />
      <DateInput id="until" legend="Until which day?" value={typed.until} error={errors.find((e) => e.id === "until-day")?.text} hint="" />
      {component("govukTextarea", { id: "why", name: "why", rows: "2", value: typed.why, label: { text: "Why do you ask?", classes: "govuk-label--m" }, hint: { text: "Such as the number of the complaint. Name no child" }, ...errorAt(errors, "why") })}
      {component("govukButton", { text: "Show what they opened" })}
    </form>
    <h2 class="govuk-heading-m">Asked before</h2>
    {before.length === 0 ? <p class="govuk-body">Nobody has asked yet.</p> : (
      <StackedTable caption="Asked before" heads={["Whose reading", "Days", "Why", "Asked"]} rows={before.map((one) => [
        <a class="govuk-link" href={`/records/inquiries/${one.id}`}>{one.aboutName}</a>, `${dayInWords(one.from)} to ${dayInWords(one.until)}`, one.why, `${one.askedByName}, ${instantInWords(one.askedAt)}`,
      ])} />
    )}
  </>
);

/** What they opened and were refused, as asked. */
export const InquiryView = ({ page }: { readonly page: InquiryPage }): Html => (
  <>
    <h1 class="govuk-heading-l">What {page.aboutName} opened</h1>
    <p class="govuk-body">{dayInWords(page.from)} to {dayInWords(page.until)}. Asked by {page.askedByName}, {instantInWords(page.askedAt)}: {page.why}</p>
    <p class="govuk-body">{page.total === 0 ? "Nothing was opened or refused in these days." : `${page.total.toLocaleString("en-GB")} ${page.total === 1 ? "line" : "lines"}, the latest first${page.total > page.rows.length ? `. The first ${page.rows.length.toLocaleString("en-GB")} are here: ask about fewer days to see the rest` : ""}.`}</p>
    {page.rows.length === 0 ? null : <AccessTable caption={`What ${page.aboutName} opened`} rows={page.rows} ofWhom />}
  </>
);

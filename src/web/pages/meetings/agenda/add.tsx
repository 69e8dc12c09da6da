import type { MeetingPage } from "../../../../app/meetings/agenda-views.ts";
import type { FoundChildren } from "../../../../app/views.ts";
import { STAGES } from "../../../../domain/permanence/stage.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { WHAT_CAN_BE_SOUGHT } from "../../find/box.tsx";

interface Props {
  readonly page: MeetingPage;
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
  readonly found?: FoundChildren;
}

/** Putting a child or other business on the agenda by hand. What is sought is in no address. */
export function AddView({ page, errors, typed, found }: Props): Html {
  const { meeting } = page;
  const action = `/meetings/${meeting.id}/agenda`;
  const error = (id: string) => (errors[id] === undefined ? {} : { errorMessage: { text: errors[id] } });
  return (
    <section class="pt-meeting-agenda__add" aria-labelledby="add">
      <h2 class="govuk-heading-m" id="add">Add to the agenda</h2>
      {page.meeting.agendaSentAt === null ? null : <p class="govuk-body">The agenda has been sent. Send it again once you have added what is missing.</p>}
      <form method="post" action={`${action}#add`} class="pt-meeting-agenda__find">
        <input type="hidden" name="op" value="find" />
        {component("govukInput", { id: "find", name: "find", label: { text: "Find a child", classes: "govuk-label--s" }, hint: { text: WHAT_CAN_BE_SOUGHT }, value: typed["find"] ?? "", autocomplete: "off", spellcheck: false, classes: "govuk-!-width-one-half", ...error("find") })}
        {component("govukButton", { text: "Find", classes: "govuk-button--secondary" })}
      </form>
      {found === undefined ? null : found.rows.length === 0 ? <p class="govuk-body" role="status">No child whom you may open matches. Try part of a local id, or another spelling.</p> : (
        <form method="post" action={`${action}#add`} class="pt-meeting-agenda__chosen">
          <input type="hidden" name="op" value="add-child" /><input type="hidden" name="find" value={typed["find"] ?? ""} />
          {component("govukRadios", {
            idPrefix: "child", name: "child", classes: "govuk-radios--small", fieldset: { legend: { text: "Which child", classes: "govuk-fieldset__legend--s" } },
            items: found.rows.map((row) => ({ value: row.recordId, text: `${row.localId}${row.name === null ? "" : ` ${row.name}`}`, hint: { text: STAGES[row.stage] }, checked: typed["child"] === row.recordId || found.rows.length === 1 })), ...error("child"),
          })}
          <PartAndMinutes page={page} errors={errors} typed={typed} prefix="add" minutes="8" />
          {component("govukInput", { id: "add-why", name: "why", label: { text: "Why the child comes to this meeting", classes: "govuk-label--s" }, value: typed["why"] ?? "", ...error("add-why") })}
          {errors["add-knowing"] === undefined ? null : component("govukCheckboxes", {
            idPrefix: "add-knowing", name: "knowing", classes: "govuk-checkboxes--small", fieldset: { legend: { text: "Taken off for safety before", classes: "govuk-fieldset__legend--s" } },
            items: [{ value: typed["child"] ?? "", text: "I know why, and it is safe for the child to come to this meeting" }], ...error("add-knowing"),
          })}
          {component("govukButton", { text: "Add the child" })}
        </form>
      )}
      {component("govukDetails", {
        summaryText: "Add other business", open: errors["title"] !== undefined || errors["business-minutes"] !== undefined || errors["business-part"] !== undefined,
        html: (
          <form method="post" action={`${action}#add`}>
            <input type="hidden" name="op" value="add-business" />
            {component("govukInput", { id: "title", name: "title", label: { text: "What it is", classes: "govuk-label--s" }, hint: { text: "No child: a child is added above, so that only those who may open them see it" }, value: typed["title"] ?? "", classes: "govuk-!-width-two-thirds", ...error("title") })}
            <PartAndMinutes page={page} errors={errors} typed={typed} prefix="business" minutes="5" />
            {component("govukButton", { text: "Add the business", classes: "govuk-button--secondary" })}
          </form>
        ),
      })}
    </section>
  );
}

const PartAndMinutes = ({ page, errors, typed, prefix, minutes }: Props & { readonly prefix: string; readonly minutes: string }): Html => (
  <div class="pt-meeting-agenda__inline">
    {component("govukSelect", { id: `${prefix}-part`, name: "part", label: { text: "Part" }, items: page.series.definition.parts.map(({ id, name }) => ({ value: id, text: name, selected: typed["part"] === id })), ...(errors[`${prefix}-part`] === undefined ? {} : { errorMessage: { text: errors[`${prefix}-part`]! } }) })}
    {component("govukInput", { id: `${prefix}-minutes`, name: "minutes", label: { text: "Minutes" }, value: typed["minutes"] ?? minutes, classes: "govuk-input--width-3", inputmode: "numeric", ...(errors[`${prefix}-minutes`] === undefined ? {} : { errorMessage: { text: errors[`${prefix}-minutes`]! } }) })}
  </div>
);

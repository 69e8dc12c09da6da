import { PROFILE_STATES, type ProfileState } from "../../../../domain/chronology/codes.ts";
import { DateInput } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorAt } from "../entry-form/form.ts";
import type { ProfileProps } from "./view.tsx";

/** Says who sees the profile from a day on. What is not open says why beside it; the day decides. */
export function MoveForm({ child, page: { profile, moves }, typed, errors }: ProfileProps): Html {
  const { texts } = typed;
  const error = (id: string) => {
    const text = errorAt(errors, id);
    return text === undefined ? undefined : { text };
  };
  const hintOf = (to: ProfileState): string | undefined => profile.openings.find((opening) => opening.to === to)?.guards.find(({ holds }) => !holds)?.words;
  return (
    <section class="pt-measure" aria-labelledby="move-heading">
      <h2 class="govuk-heading-m" id="move-heading">Change who may see it</h2>
      <form method="post" action={`/children/${child.recordId}/profile`} novalidate>
        <input type="hidden" name="basedOn" value={String(child.version)} />
        {component("govukRadios", {
          idPrefix: "to", name: "to", errorMessage: error("to"), fieldset: { legend: { text: "Who is to see it?", classes: "govuk-fieldset__legend--s" } },
          items: moves.map((to) => {
            const missing = hintOf(to);
            return { value: to, text: to === "withdrawn" ? "Nobody: withdraw it" : PROFILE_STATES[to], checked: texts.to === to, ...(missing === undefined ? {} : { hint: { text: `Not open today. ${missing}` } }) };
          }),
        })}
        <DateInput id="happenedOn" legend="From which day?" small value={typed.happenedOn} error={errorAt(errors, "happenedOn-day")} />
        {component("govukTextarea", { id: "why", name: "why", value: texts.why, rows: "2", label: { text: "Why?", classes: "govuk-label--s" }, hint: { text: "Needed where it is withdrawn or fewer people see it" }, errorMessage: error("why") })}
        {component("govukCheckboxes", { idPrefix: "photographs", name: "photographs", classes: "govuk-checkboxes--small", items: [{ value: "yes", text: "It now has photographs or video", hint: { text: "Never in an anonymous profile" }, checked: texts.photographs === "yes" }] })}
        {component("govukDetails", {
          summaryText: "Where the profile is kept (optional)", open: texts.profileSystem !== "" || texts.profilePlace !== "" || Object.values(typed.profileOn).some((part) => part !== "") || errorAt(errors, "profileOn-day") !== undefined,
          html: (
            <>
              <p class="govuk-body">A reference and a date: the profile stays where it is.</p>
              {component("govukInput", { id: "profileSystem", name: "profileSystem", value: texts.profileSystem, label: { text: "Kept in" }, hint: { text: "Such as the family-finding website" }, classes: "govuk-input--width-20", autocomplete: "off", errorMessage: error("profileSystem") })}
              {component("govukInput", { id: "profilePlace", name: "profilePlace", value: texts.profilePlace, label: { text: "Where in it" }, hint: { text: "Such as its number there. No child’s name" }, classes: "govuk-input--width-20", autocomplete: "off", errorMessage: error("profilePlace") })}
              <DateInput id="profileOn" legend="Date of this version" small value={typed.profileOn} error={errorAt(errors, "profileOn-day")} />
            </>
          ),
        })}
        {component("govukButton", { text: "Save", preventDoubleClick: true })}
      </form>
    </section>
  );
}

import type { ChildPage } from "../../../../app/views.ts";
import { CHAPTERS, type Chapter, type Kind, KINDS } from "../../../../domain/chronology/kinds.ts";
import { DateInput, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorAt } from "../entry-form/form.ts";
import { idOf, PLANNABLE, type TypedDate } from "./form.ts";
import { Hidden } from "./hidden.tsx";

/** What a tracking meeting plans most. */
const COMMON: readonly Kind[] = ["tracking-meeting", "review", "matching-panel", "matching-meeting", "final-hearing", "placed-for-adoption"];

interface Props {
  readonly child: ChildPage;
  readonly returnTo: string;
  readonly awaited: readonly Kind[];
  readonly typed: TypedDate;
  readonly errors: readonly FieldError[];
  readonly level: "h2" | "h3";
}

/** Adds a date to come: what, when, and how certain. What the clocks wait for comes first. */
export function AddDate({ child, returnTo, awaited, typed: anyTyped, errors, level: Heading }: Props): Html {
  const id = idOf(child, "add");
  const own = anyTyped.entry === "add";
  const typed = own ? anyTyped : { ...anyTyped, on: { day: "", month: "", year: "" }, kind: "", certainty: "planned" };
  const error = errorAt(errors, `${id}-kind`);
  const groups = groupsOf(awaited);
  return (
    <form class="pt-dates__one" method="post" action={`/children/${child.recordId}/dates`} novalidate aria-labelledby={`${id}-what`}>
      <Heading class="govuk-heading-s pt-dates__heading" id={`${id}-what`}>Add a planned date</Heading>
      <Hidden child={child} returnTo={returnTo} entry="add" />
      <div class="pt-dates__fields">
        <div class={`govuk-form-group${error === undefined ? "" : " govuk-form-group--error"}`}>
          <label class="govuk-label govuk-label--s" for={`${id}-kind`}>What</label>
          {error === undefined ? null : <p class="govuk-error-message" id={`${id}-kind-error`}><span class="govuk-visually-hidden">Error:</span> {error}</p>}
          <select class={`govuk-select${error === undefined ? "" : " govuk-select--error"}`} id={`${id}-kind`} name="kind" {...(error === undefined ? {} : { "aria-describedby": `${id}-kind-error` })}>
            <option value="">Choose</option>
            {groups.map(([label, kinds]) => <optgroup label={label}>{kinds.map((kind) => <option value={kind} selected={kind === typed.kind}>{KINDS[kind].label}</option>)}</optgroup>)}
          </select>
        </div>
        <DateInput id={id} legend="Day" hint="" small value={typed.on} error={errorAt(errors, `${id}-day`)} />
        {component("govukRadios", {
          idPrefix: `${id}-certainty`, name: "certainty", classes: "govuk-radios--small govuk-radios--inline",
          fieldset: { legend: { text: "How certain", classes: "govuk-fieldset__legend--s" } },
          items: [["planned", "Planned"], ["provisional", "Provisional"], ["actual", "It happened"]].map(([value = "", text = ""]) => ({ value, text, checked: typed.certainty === value })),
        })}
      </div>
      <div class="pt-dates__buttons">{component("govukButton", { text: "Add this date", classes: "govuk-button--secondary pt-button--small", preventDoubleClick: true })}</div>
    </form>
  );
}

/** Every kind once: what is waited for, what is often planned, and the rest by chapter. */
function groupsOf(awaited: readonly Kind[]): readonly (readonly [string, readonly Kind[]])[] {
  const often = COMMON.filter((kind) => !awaited.includes(kind));
  const rest = PLANNABLE.filter((kind) => !awaited.includes(kind) && !often.includes(kind));
  const groups: readonly (readonly [string, readonly Kind[]])[] = [
    ["What the clocks wait for", awaited], ["Often planned", often],
    ...(Object.keys(CHAPTERS) as Chapter[]).map((chapter) => [CHAPTERS[chapter], rest.filter((kind) => KINDS[kind].chapter === chapter)] as const),
  ];
  return groups.filter(([, kinds]) => kinds.length > 0);
}

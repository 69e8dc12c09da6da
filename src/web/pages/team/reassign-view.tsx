import type { NamedChild } from "../../../app/several/views.ts";
import { ROLES } from "../../../domain/access/role.ts";
import { TRACKS, type Track } from "../../../domain/commands/reassign.ts";
import type { Colleague } from "../../../domain/work/cover.ts";
import type { DateParts } from "../../forms/date-input.ts";
import { DateInput, ErrorSummary, type FieldError } from "../../forms/fields.tsx";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { errorAt } from "../child/entry-form/form.ts";
import { childrenInWords, inShort, packIds } from "../several/ticked.ts";

/** What was typed about giving children to somebody. */
export interface TypedReassign {
  readonly track: Track | "";
  readonly to: string;
  readonly happenedOn: DateParts;
  readonly reason: string;
}

interface Props {
  readonly given: readonly NamedChild[];
  readonly from: string;
  readonly people: readonly Colleague[];
  readonly typed: TypedReassign;
  readonly errors: readonly FieldError[];
}

export const reassignTitle = (n: number): string => (n === 1 ? "Give a child to another worker" : `Give ${n} children to another worker`);

/** As what, to whom, from which day and why. */
export const ReassignView = ({ given, from, people, typed, errors }: Props): Html => (
  <>
    <ErrorSummary errors={errors} />
    <span class="govuk-caption-l">{childrenInWords(given.length)}: {inShort(given.map(({ localId }) => localId))}</span>
    <h1 class="govuk-heading-l">{reassignTitle(given.length)}</h1>
    <form method="post" action="/team/reassign" novalidate>
      <input type="hidden" name="children" value={packIds(given.map(({ recordId }) => recordId))} />
      <input type="hidden" name="from" value={from} />
      {component("govukRadios", {
        idPrefix: "track", name: "track", classes: "govuk-radios--small", errorMessage: messageAt(errors, "track"),
        fieldset: { legend: { text: "As what?", classes: "govuk-fieldset__legend--m" } },
        items: (Object.keys(TRACKS) as Track[]).map((track) => ({ value: track, text: TRACKS[track].charAt(0).toUpperCase() + TRACKS[track].slice(1), checked: track === typed.track })),
      })}
      {component("govukSelect", {
        id: "to", name: "to", errorMessage: messageAt(errors, "to"), label: { text: "Who is to have them?", classes: "govuk-label--m" },
        items: [{ value: "", text: "Choose" }, ...people.map((one) => ({ value: one.account, selected: one.account === typed.to, text: [one.name, ROLES[one.role].toLowerCase(), one.team].filter((part) => part !== null).join(", ") }))],
      })}
      <DateInput id="happenedOn" legend="From which day?" value={typed.happenedOn} error={errorAt(errors, "happenedOn-day")} />
      {component("govukTextarea", {
        id: "reason", name: "reason", value: typed.reason, rows: "2", errorMessage: messageAt(errors, "reason"), label: { text: "Why?", classes: "govuk-label--m" },
        hint: { text: "For whoever reads these records later. Who had each child before stays in its chronology" },
      })}
      <p class="govuk-body">Nothing is saved yet: the next page says what would change for each child.</p>
      <div class="govuk-button-group">
        {component("govukButton", { text: "See what will change", name: "step", value: "look" })}
        <a class="govuk-link" href={from}>Cancel</a>
      </div>
    </form>
  </>
);

function messageAt(errors: readonly FieldError[], id: string): { readonly text: string } | undefined {
  const text = errorAt(errors, id);
  return text === undefined ? undefined : { text };
}

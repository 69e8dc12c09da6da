import type { ChildPage } from "../../../../app/views.ts";
import type { Organisation } from "../../../../domain/access/viewer.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { type Day, dayInWords } from "../../../../domain/dates/day.ts";
import type { ListedMove } from "../../../../app/moves/open.ts";
import { DateInput, ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorAt } from "../entry-form/form.ts";
import { Overtaken } from "../entry-form/overtaken.tsx";
import { offerInDays } from "../../moves/words.ts";
import type { TypedOffer } from "./form.ts";

interface Props {
  readonly child: ChildPage;
  readonly authorities: readonly Organisation[];
  readonly typed: TypedOffer;
  readonly errors: readonly FieldError[];
  readonly since: readonly Entry[];
}

/** Offering a child to another authority: to which, from which day and why. What will happen is said on the next page. */
export function OfferView({ child, authorities, typed, errors, since }: Props): Html {
  const error = (id: string) => {
    const text = errorAt(errors, id);
    return text === undefined ? undefined : { text };
  };
  return (
    <>
      {since.length > 0 ? <Overtaken since={since} names={child.workerNames} /> : <ErrorSummary errors={errors} />}
      <h1 class="govuk-heading-l">Move {child.localId} to another authority</h1>
      <div class="pt-measure">
        <p class="govuk-body">Offer the child to the authority that is to have them. Nothing changes until that authority takes the child over, and you can take the offer back until then.</p>
        <Siblings child={child} />
        <form method="post" action={`/children/${child.recordId}/move`} novalidate>
          <input type="hidden" name="basedOn" value={String(child.version)} />
          <input type="hidden" name="step" value="check" />
          {component("govukRadios", {
            idPrefix: "to", name: "to", errorMessage: error("to"), fieldset: { legend: { text: "Which authority?", classes: "govuk-fieldset__legend--s" } },
            items: authorities.map(({ code, name }) => ({ value: code, text: name, checked: typed.to === code })),
          })}
          <DateInput id="movesOn" legend="From which day do they have the child?" small value={typed.movesOn} error={errorAt(errors, "movesOn-day")} />
          {component("govukTextarea", { id: "why", name: "why", value: typed.why, rows: "3", label: { text: "Why?", classes: "govuk-label--s" }, hint: { text: "The other authority reads this with the offer" }, errorMessage: error("why") })}
          <div class="govuk-button-group">
            {component("govukButton", { text: "Continue", preventDoubleClick: true })}
            <a class="govuk-link" href={`/children/${child.recordId}`}>Cancel</a>
          </div>
        </form>
      </div>
    </>
  );
}

/** Brothers and sisters each move by themselves. */
const Siblings = ({ child: { siblings, recordId } }: Pick<Props, "child">): Html | null => {
  const others = (siblings?.members ?? []).filter((m) => m.recordId !== recordId);
  return others.length === 0 ? null : component("govukInsetText", {
    html: <>Each child moves by themselves. {others.length === 1 ? "This brother or sister stays" : "These brothers and sisters stay"} here unless you move {others.length === 1 ? "them" : "each of them"} too: {others.map((m, i) => <>{i === 0 ? "" : ", "}<a class="govuk-link" href={`/children/${m.recordId}`}>{m.localId}</a></>)}.</>,
  });
};

interface CheckProps {
  readonly child: ChildPage;
  readonly authority: Organisation;
  readonly movesOn: Day;
  readonly typed: TypedOffer;
}

/** What will happen, before the child is offered. */
export const CheckOfferView = ({ child, authority, movesOn, typed }: CheckProps): Html => (
  <>
    <h1 class="govuk-heading-l">Offer {child.localId} to {authority.name}?</h1>
    <div class="pt-moving">
      <h2 class="govuk-heading-s">Once you offer the child</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{authority.name}’s managers and tracking administrators read this record, and nothing else of ours, until they answer or you take the offer back.</li>
      </ul>
      <h2 class="govuk-heading-s">Once they take the child over, from {dayInWords(movesOn)}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>The child has a new record there, with an id of theirs and the whole history carried over as it was written down.</li>
        <li>This record is closed that day: care ends here as taken over by another authority, and so does everybody’s allocation.</li>
        <li>Nobody here opens it any more but the adoption records officer. Official figures and the audit keep it.</li>
        <li>Brothers and sisters stay where they are, and their pages no longer point to this child.</li>
        <li>It cannot be taken back. The other authority would have to offer the child to you.</li>
      </ul>
    </div>
    <form method="post" action={`/children/${child.recordId}/move`} novalidate>
      <input type="hidden" name="basedOn" value={String(child.version)} />
      <input type="hidden" name="step" value="offer" />
      <input type="hidden" name="to" value={typed.to} />
      {(["day", "month", "year"] as const).map((part) => <input type="hidden" name={`movesOn-${part}`} value={typed.movesOn[part]} />)}
      <input type="hidden" name="why" value={typed.why} />
      <div class="govuk-button-group">
        {component("govukButton", { text: `Offer the child to ${authority.name}`, preventDoubleClick: true })}
        <button class="govuk-button govuk-button--secondary" type="submit" name="step" value="back">Go back and change</button>
      </div>
    </form>
  </>
);

/** An offer that stands: to whom, from when and why, and taking it back. */
export const OfferedView = ({ child, move }: { readonly child: ChildPage; readonly move: ListedMove }): Html => (
  <>
    <h1 class="govuk-heading-l">{child.localId} is offered to {move.other}</h1>
    <p class="govuk-body">{offerInDays(move, child.today)} They have not answered yet.</p>
    <p class="govuk-body pt-measure">Why: {move.why}</p>
    <form method="post" action={`/children/${child.recordId}/move`} novalidate>
      <input type="hidden" name="step" value="withdraw" />
      {component("govukButton", { text: "Take the offer back", classes: "govuk-button--secondary", preventDoubleClick: true })}
    </form>
    <p class="govuk-body"><a class="govuk-link" href="/moves">All moves between authorities</a></p>
  </>
);

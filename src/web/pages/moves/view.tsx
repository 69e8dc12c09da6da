import type { ListedMove, MovesPage } from "../../../app/moves/open.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { instantInWords } from "../../govuk/date-filter.ts";
import type { Html } from "../../govuk/html.ts";
import { StackedTable } from "../../layout/stacked-table.tsx";
import { stateInWords } from "./words.ts";

/** Children who move between authorities: offered to us, offered by us, and what came of others. */
export const MovesView = ({ page: { toUs, byUs, over, today } }: { readonly page: MovesPage }): Html => (
  <>
    <h1 class="govuk-heading-l">Moves between authorities</h1>
    <h2 class="govuk-heading-m">Offered to us: {toUs.length}</h2>
    {toUs.length === 0 ? <p class="govuk-body">No authority offers us a child now.</p> : (
      <StackedTable caption="Offered to us" heads={["Child there", "From", "From which day", "Why"]} rows={toUs.map((move) => [<a class="govuk-link govuk-link--no-visited-state" href={`/moves/${move.id}`}>{move.localId}</a>, move.other, dayTo(move, today), move.why])} />
    )}
    <h2 class="govuk-heading-m">Offered by us: {byUs.length}</h2>
    {byUs.length === 0 ? <p class="govuk-body">We offer no child now. A child is offered from the child’s own page.</p> : (
      <StackedTable caption="Offered by us" heads={["Child", "To", "From which day", "Why"]} rows={byUs.map((move) => [<a class="govuk-link govuk-link--no-visited-state" href={`/children/${move.recordId}/move`}>{move.localId}</a>, move.other, dayTo(move, today), move.why])} />
    )}
    {over.length === 0 ? null : (
      <>
        <h2 class="govuk-heading-m">What came of others</h2>
        <StackedTable caption="What came of others" heads={["Child, as offered", "With", "What came of it", "When", "By"]} rows={over.map((move) => [whose(move), move.other, [stateInWords(move), move.answer].filter((words) => words !== null).join(": "), move.answeredAt === null ? null : instantInWords(move.answeredAt), move.by ?? move.other])} />
      </>
    )}
  </>
);

const dayTo = ({ movesOn }: ListedMove, today: MovesPage["today"]): string => `${dayInWords(movesOn)}${movesOn > today ? "" : ", which has come"}`;

/** The child’s own record where it is theirs to open now. */
const whose = ({ localId, state, toRecord }: ListedMove): string | Html =>
  state === "taken-over" && toRecord !== null ? <a class="govuk-link govuk-link--no-visited-state" href={`/children/${toRecord}`}>{localId}</a> : localId;

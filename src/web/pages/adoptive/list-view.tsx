import type { AdoptiveListPage, SealingLine } from "../../../app/identity/adoptive-pages.ts";
import { lowerFirst } from "../../../domain/commands/entry-input.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { SEALING_STEPS, type SealState } from "../../../domain/identity/sealing.ts";
import type { Html } from "../../govuk/html.ts";
import { StackedTable } from "../../layout/stacked-table.tsx";
import { RequestsTable } from "./requests-table.tsx";

/** The adoption records: what was asked for, and which records can be sealed or what they wait for. */
export function AdoptiveListView({ list: { requests, sealing, sealed, mayAsk } }: { readonly list: AdoptiveListPage }): Html {
  const ready = sealing?.filter(({ state }) => canBeSealed(state)) ?? [];
  const waiting = sealing?.filter(({ state }) => !canBeSealed(state)) ?? [];
  return (
    <>
      <h1 class="govuk-heading-l">Adoption records</h1>
      <h2 class="govuk-heading-m">Requests to open or unseal</h2>
      {requests.length === 0 ? <p class="govuk-body pt-measure">None in the last 60 days. {mayAsk ? "Ask from the sealed record: find it by its local id." : "When an adoption records officer asks for an adoptive identity, a second person agrees here."}</p> : <RequestsTable requests={requests} />}
      {sealing === null ? null : (
        <>
          <h2 class="govuk-heading-m">Ready to be sealed: {ready.length}</h2>
          {ready.length === 0 ? <p class="govuk-body">None of the records you may open.</p> : (
            <StackedTable caption="Ready to be sealed" heads={["Record", "Adoption order", "Could be sealed from"]} rows={ready.map((line) => [<SealLink line={line} />, ...daysOf(line)])} />
          )}
          <h2 class="govuk-heading-m">Not yet: {waiting.length}</h2>
          {waiting.length === 0 ? <p class="govuk-body">No other adopted child’s record waits.</p> : (
            <StackedTable
              caption="Not to be sealed yet" heads={["Record", "Adoption order", "Not before", "Waits for"]}
              rows={waiting.map((line) => [<SealLink line={line} />, ...daysOf(line), waitsFor(line)])}
            />
          )}
        </>
      )}
      {sealed === null ? null : (
        <>
          <h2 class="govuk-heading-m">Sealed: {sealed.length}</h2>
          {sealed.length === 0 ? <p class="govuk-body">No record of the authority is sealed.</p> : (
            <StackedTable
              caption={sealed.length > MOST_SEALED ? `The ${MOST_SEALED} sealed last. Find another by its local id` : "Sealed records, the latest first"}
              heads={["Record", "Adoption order", "Sealed on"]}
              rows={sealed.slice(0, MOST_SEALED).map((line) => [<SealLink line={line} />, daysOf(line)[0], line.state.sealed === undefined ? "–" : dayInWords(line.state.sealed.happenedOn)])}
            />
          )}
        </>
      )}
    </>
  );
}

const MOST_SEALED = 50;

/** Ready, and not only because nobody has yet put right what a seal was undone for. */
export const canBeSealed = ({ ready, undone }: SealState): boolean => ready && undone === undefined;

const waitsFor = ({ state: { steps, undone } }: SealingLine): string =>
  [...steps.filter(({ met }) => !met).map(({ step }) => SEALING_STEPS[step]), ...(undone === undefined ? [] : [`The seal was undone on ${dayInWords(undone.happenedOn)}: the order to be corrected or withdrawn`])]
    .map((each, i) => (i === 0 ? each : lowerFirst(each))).join("; ");

const SealLink = ({ line: { recordId, localId } }: { readonly line: SealingLine }): Html => <a class="govuk-link govuk-link--no-visited-state" href={`/children/${recordId}/seal`}>{localId}</a>;

const daysOf = ({ state: { order, from } }: SealingLine): readonly [string, string] => [order === undefined ? "–" : dayInWords(order.happenedOn), from === undefined ? "–" : dayInWords(from)];

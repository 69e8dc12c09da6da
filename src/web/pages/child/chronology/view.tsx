import type { ChildPage } from "../../../../app/views.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { KINDS } from "../../../../domain/chronology/kinds.ts";
import { CERTAINTIES } from "../../../../domain/chronology/entry.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { instantInWords } from "../../../govuk/date-filter.ts";
import { isNow } from "../open/view.tsx";
import { causeInWords, daysInWords, detailsInWords, recorderInWords, sourceInWords, whenInWords } from "../words.ts";

/** Every entry in force, the latest first, each with what it replaced; then what was withdrawn. */
export function ChronologyView({ child }: { readonly child: ChildPage }): Html {
  const { entries, withdrawn } = child.case;
  const may = child.may.correct && isNow(child);
  return (
    <>
      <div class="pt-heading">
        <h2 class="govuk-heading-m pt-heading__title">Chronology</h2>
        {child.may.record && isNow(child) ? <p class="pt-heading__action">{component("govukButton", { text: "Record what happened", href: `/children/${child.recordId}/record`, classes: "pt-button--small" })}</p> : null}
      </div>
      <p class="govuk-body pt-measure">Everything known of this child’s journey, the latest first. Nothing is ever overwritten: a correction stands in the place of what it corrects, and what was withdrawn is listed below.</p>
      {entries.length === 0 ? <p class="govuk-body">Nothing was known by then.</p> : (
        <div class="pt-scroll" role="region" aria-label="Chronology" tabindex={0}>
          <table class="govuk-table pt-table pt-chronology" role="table">
            <caption class="govuk-visually-hidden">Entries in force</caption>
            <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Date</th><th role="columnheader" scope="col">Certainty</th><th role="columnheader" scope="col">What</th><th role="columnheader" scope="col">Where from, and who wrote it down</th>{may ? <th role="columnheader" scope="col">Change</th> : null}</tr></thead>
            <tbody role="rowgroup">{[...entries].reverse().map((entry) => <Row entry={entry} child={child} may={may} />)}</tbody>
          </table>
        </div>
      )}
      <Withdrawn withdrawn={withdrawn} />
    </>
  );
}

function Row({ entry, child, may }: { readonly entry: Entry; readonly child: ChildPage; readonly may: boolean }) {
  const before = child.case.history.get(entry.number) ?? [];
  const { label } = KINDS[entry.kind];
  const address = `/children/${child.recordId}/entries/${entry.number}`;
  return (
    <tr role="row" id={`entry-${entry.number}`}>
      <td role="cell" class="pt-chronology__when">{daysInWords(entry)}</td>
      <td role="cell">{CERTAINTIES[entry.certainty]}</td>
      <td role="cell">
        <strong>{label}</strong>
        <Details entry={entry} />
        {before.length === 0 ? null : component("govukDetails", { summaryHtml: <>Changed {before.length === 1 ? "once" : `${before.length} times`}<span class="govuk-visually-hidden">: {label}</span></>, classes: "pt-clock__why", html: <Changes entry={entry} before={before} /> })}
      </td>
      <td role="cell" class="pt-small"><Provenance entry={entry} /></td>
      {may ? (
        <td role="cell" class="pt-small pt-nowrap pt-chronology__change">
          <a class="govuk-link govuk-link--no-visited-state" href={`${address}/correct`}>Correct<span class="govuk-visually-hidden"> {label}, {daysInWords(entry)}</span></a>{" "}
          <a class="govuk-link govuk-link--no-visited-state" href={`${address}/withdraw`}>Withdraw<span class="govuk-visually-hidden"> {label}, {daysInWords(entry)}</span></a>
        </td>
      ) : null}
    </tr>
  );
}

export const Details = ({ entry }: { readonly entry: Entry }) => (
  <>{detailsInWords(entry).map(([label, text]) => <span class="pt-chronology__detail">{label}: {text}</span>)}</>
);

export const Provenance = ({ entry }: { readonly entry: Entry }) => (
  <>
    {sourceInWords(entry.source)}
    <span class="pt-chronology__by">Entry {entry.number}, by {recorderInWords(entry.recordedBy)}, {instantInWords(entry.recordedAt)}</span>
  </>
);

/** Each change with what stood before it, the latest first. */
export function Changes({ entry, before }: { readonly entry: Entry; readonly before: readonly Entry[] }) {
  const chain = [entry, ...before];
  return component("mojTimeline", {
    headingLevel: 3, classes: "pt-timeline",
    items: chain.slice(0, -1).map((after, i) => ({
      label: { text: causeInWords(after) },
      byline: { text: recorderInWords(after.recordedBy) },
      datetime: { timestamp: after.recordedAt, type: "datetime" as const },
      html: <><p>Before: {told(chain[i + 1]!)}</p>{after.reason === undefined ? null : <p>Reason: {after.reason}</p>}<p class="pt-quiet">Before that change it came from: {sourceInWords(chain[i + 1]!.source)}</p></>,
    })),
  });
}

const told = (e: Entry): string => [whenInWords(e), ...detailsInWords(e).map(([label, text]) => `${label}: ${text}`)].join("; ");

export function Withdrawn({ withdrawn }: { readonly withdrawn: readonly Entry[] }) {
  if (withdrawn.length === 0) return null;
  return (
    <section aria-labelledby="withdrawn-heading">
      <h2 class="govuk-heading-m" id="withdrawn-heading">Withdrawn: {withdrawn.length}</h2>
      <div class="pt-scroll" role="region" aria-label="Withdrawn entries" tabindex={0}>
        <table class="govuk-table pt-table">
          <caption class="govuk-visually-hidden">Entries withdrawn</caption>
          <thead><tr><th scope="col">What it said</th><th scope="col">Why it was withdrawn</th><th scope="col">By whom</th></tr></thead>
          <tbody>
            {withdrawn.map((e) => (
              <tr>
                <td><s><strong>{KINDS[e.kind].label}</strong>, {told(e)}</s></td>
                <td>{causeInWords(e)}{e.reason === undefined ? "" : `. ${e.reason}`}</td>
                <td class="pt-small"><Provenance entry={e} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

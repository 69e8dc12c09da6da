import { isMeetingKind } from "../../../../domain/agency/shown.ts";
import { londonDay } from "../../../../app/london-time.ts";
import type { ChildPage } from "../../../../app/views.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { KINDS } from "../../../../domain/chronology/kinds.ts";
import { CERTAINTIES } from "../../../../domain/chronology/entry.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { instantInWords } from "../../../govuk/date-filter.ts";
import { asAtQuery, isNow } from "../../../as-at/as-at.ts";
import { type ChangeLinks, linksOfChild } from "./change-links.ts";
import { causeInWords, daysInWords, detailsInWords, recorderInWords, sourceInWords, whenInWords } from "../words.ts";

/** Every entry in force, the latest first, each with what it replaced; then what was withdrawn. */
export function ChronologyView({ child }: { readonly child: ChildPage }): Html {
  const { entries, withdrawn } = child.case;
  const may = (child.may.correct || (child.given ?? []).length > 0) && isNow(child.asAt);
  return (
    <>
      <div class="pt-heading">
        <h2 class="govuk-heading-m pt-heading__title">Chronology</h2>
        {(child.may.record || (child.given ?? []).length > 0) && isNow(child.asAt) ? <p class="pt-heading__action">{component("govukButton", { text: "Record what happened", href: `/children/${child.recordId}/record`, classes: "pt-button--small" })}</p> : null}
      </div>
      <p class="govuk-body pt-measure">Everything known of this child’s journey, the latest first. Nothing is ever overwritten: a correction stands in the place of what it corrects, and what was withdrawn is listed below. <a class="govuk-link" href={`/children/${child.recordId}/chronology.docx${asAtQuery(child.asAt)}`}>Take it away as a Word document</a></p>
      {entries.length === 0 ? <p class="govuk-body">Nothing was known by then.</p> : (
        <div class="pt-scroll" role="region" aria-label="Chronology" tabindex={0}>
          <table class="govuk-table pt-table pt-chronology" role="table">
            <caption class="govuk-visually-hidden">Entries in force</caption>
            <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Date</th><th role="columnheader" scope="col">Certainty</th><th role="columnheader" scope="col">What</th><th role="columnheader" scope="col">Where from, and who wrote it down</th>{may ? <th role="columnheader" scope="col">Change</th> : null}</tr></thead>
            <tbody role="rowgroup">{[...entries].reverse().map((entry) => <Row entry={entry} child={child} may={may} />)}</tbody>
          </table>
        </div>
      )}
      <Withdrawn withdrawn={withdrawn} names={child.workerNames} />
      {isNow(child.asAt) ? <Erased child={child} /> : null}
    </>
  );
}

/** What was entered on the wrong child and erased: that it was, and when. */
const Erased = ({ child: { erased } }: { readonly child: ChildPage }): Html | null => (erased.length === 0 ? null : (
  <section aria-labelledby="erased-heading">
    <h2 class="govuk-heading-m" id="erased-heading">Erased: {erased.length}</h2>
    <ul class="govuk-list">{erased.map(({ number, erasedAt }) => <li>Entry {number}: erased by law on {dayInWords(londonDay(erasedAt))}</li>)}</ul>
  </section>
));

function Row({ entry, child, may }: { readonly entry: Entry; readonly child: ChildPage; readonly may: boolean }) {
  const { label } = KINDS[entry.kind];
  return (
    <EntryRow
      entry={entry} before={child.case.history.get(entry.number) ?? []} changed={label} what={`${label}, ${daysInWords(entry)}`} names={child.workerNames}
      change={may ? linksOfChild(child, entry) : null}
    />
  );
}

interface EntryRowProps {
  readonly entry: Entry;
  readonly before: readonly Entry[];
  /** What screen readers are told was changed, and what the links would change. */
  readonly changed: string;
  readonly what: string;
  /** Where the entry is changed; null where the table has no such column, for those who change nothing. */
  readonly change: ChangeLinks | null;
  /** Names by account and by worker code, of those whom the viewer may see. */
  readonly names: Names;
}

type Names = ReadonlyMap<string, string>;

/** An entry in force, with what it replaced and where it came from: a row of any record’s chronology. */
export const EntryRow = ({ entry, before, changed, what, change, names }: EntryRowProps) => (
  <tr role="row" id={`entry-${entry.number}`}>
    <td role="cell" class="pt-chronology__when">{daysInWords(entry)}</td>
    <td role="cell">{CERTAINTIES[entry.certainty]}</td>
    <td role="cell">
      <strong>{KINDS[entry.kind].label}</strong>
      <Details entry={entry} names={names} />
      {before.length === 0 ? null : component("govukDetails", { summaryHtml: <>Changed {before.length === 1 ? "once" : `${before.length} times`}<span class="govuk-visually-hidden">: {changed}</span></>, classes: "pt-clock__why", html: <Changes entry={entry} before={before} names={names} /> })}
    </td>
    <td role="cell" class="pt-small"><Provenance entry={entry} names={names} /></td>
    {change === null ? null : (
      <td role="cell" class="pt-small pt-nowrap pt-chronology__change">
        {change.correct === null ? null : <><a class="govuk-link govuk-link--no-visited-state" href={change.correct}>Correct<span class="govuk-visually-hidden"> {what}</span></a>{" "}</>}
        {change.withdraw === null ? null : <><a class="govuk-link govuk-link--no-visited-state" href={change.withdraw}>Withdraw<span class="govuk-visually-hidden"> {what}</span></a>{" "}</>}
        {change.page === null ? null : <a class="govuk-link govuk-link--no-visited-state" href={change.page.href}>{change.page.text}<span class="govuk-visually-hidden">, for {what}</span></a>}
      </td>
    )}
  </tr>
);

interface OfEntry {
  readonly entry: Entry;
  readonly names: Names;
}

/** The details, a worker by name where there is one. */
const namedDetails = (e: Entry, names: Names): ReturnType<typeof detailsInWords> =>
  detailsInWords(e).map(([label, text]) => [label, text === e.detail["worker"] || (isMeetingKind(e.kind) && (text === e.detail["who"] || text === e.detail["to"])) ? names.get(text) ?? text : text] as const);

const Details = ({ entry, names }: OfEntry) => (
  <>{namedDetails(entry, names).map(([label, text]) => <span class="pt-chronology__detail">{label}: {text}</span>)}</>
);

const Provenance = ({ entry, names }: OfEntry) => (
  <>
    {sourceInWords(entry.source)}
    <span class="pt-chronology__by">Entry {entry.number}, by {recorderInWords(entry.recordedBy, names)}, {instantInWords(entry.recordedAt)}</span>
  </>
);

/** Each change with what stood before it, the latest first. */
function Changes({ entry, before, names }: OfEntry & { readonly before: readonly Entry[] }) {
  const chain = [entry, ...before];
  return component("mojTimeline", {
    headingLevel: 3, classes: "pt-timeline",
    items: chain.slice(0, -1).map((after, i) => ({
      label: { text: `${causeInWords(after)}: ${KINDS[after.kind].label}, ${daysInWords(after)}` },
      byline: { text: recorderInWords(after.recordedBy, names) },
      datetime: { timestamp: after.recordedAt, type: "datetime" as const },
      html: <><p>Before: {told(chain[i + 1]!, names)}</p>{after.reason === undefined ? null : <p>Reason: {after.reason}</p>}<p class="pt-quiet">Before that change it came from: {sourceInWords(chain[i + 1]!.source)}</p></>,
    })),
  });
}

const told = (e: Entry, names: Names): string => [whenInWords(e), ...namedDetails(e, names).map(([label, text]) => `${label}: ${text}`)].join("; ");

export function Withdrawn({ withdrawn, names }: { readonly withdrawn: readonly Entry[]; readonly names: Names }) {
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
                <td><s><strong>{KINDS[e.kind].label}</strong>, {told(e, names)}</s></td>
                <td>{causeInWords(e)}{e.reason === undefined ? "" : `. ${e.reason}`}</td>
                <td class="pt-small"><Provenance entry={e} names={names} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

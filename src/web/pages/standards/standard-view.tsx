import type { StandardPage, StandardsPage } from "../../../app/standards/views.ts";
import { SHAPES, type Standard } from "../../../domain/standards/standard.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { ChangesTable } from "./changes-view.tsx";
import { Recomputing } from "./recompute.tsx";
import { rowsOf } from "./standard-rows.ts";
import { SavedBanner } from "./saved.tsx";
import { comesFrom, effectInWords } from "./words.ts";
import { Worked } from "./worked.tsx";

interface Props {
  readonly page: StandardPage;
  readonly book: StandardsPage;
  /** This page’s own. */
  readonly address: string;
  /** The number of the change just saved, from the address. */
  readonly saved: string | undefined;
}

/** One standard: its source, its rule in words, and the worked examples by which it is tested. Every version of it. */
export function StandardView({ page, book, address, saved }: Props): Html {
  const { line, may } = page;
  const now = line.now.standard;
  return (
    <>
      <SavedBanner book={book} saved={saved} />
      <span class="govuk-caption-l">{now.id} · {SHAPES[now.shape]}</span>
      <h1 class="govuk-heading-l">{now.title}</h1>
      <Recomputing run={book.recompute} of={book.organisation.code} then={address} />
      {now.confirmed ? null : component("govukInsetText", {
        html: <><strong>Advisory.</strong> Only the gist of this standard is known; its text has not been confirmed. Its clocks are shown, never counted as late, until the authority’s named lead confirms it.</>,
      })}
      {line.inForce ? null : <p class="govuk-body"><strong>Not in force today:</strong> in force {effectInWords(now)}. {isOver(line) ? "Clocks that started before it ended go on by it." : ""}</p>}
      {may.manage ? <Ways page={page} /> : null}
      <OneVersion standard={now} origin={comesFrom(line.now.origin, line.id, book)} />
      {line.versions.length < 2 ? null : <h2 class="govuk-heading-m">Other versions</h2>}
      {line.versions.filter((version) => version !== line.now).toReversed().map((version) => component("govukDetails", {
        summaryText: `The version in force ${effectInWords(version.standard)}`, html: <OneVersion standard={version.standard} origin={comesFrom(version.origin, line.id, book)} />,
      }))}
      {page.changes.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">What was decided about it</h2>
          <ChangesTable changes={page.changes} book={book} versions={line.versions} />
        </>
      )}
    </>
  );
}

/** Whether it was ended, or left with its pack. */
const isOver = ({ inForce, now: { standard: { effect } } }: StandardPage["line"]): boolean => !inForce && effect.until !== null;

/** What a practice lead may do to it. */
function Ways({ page: { line, protectedBy, yaml } }: { readonly page: StandardPage }): Html {
  const { id, now: { standard } } = line;
  const to = (form: string): string => `/standards/change?form=${form}&id=${id}`;
  return (
    <>
      <ul class="govuk-list">
        {yaml === "" ? null : <li><a class="govuk-link" href={to("edit")}>{isOver(line) ? "Start this standard again" : "Change this standard"}</a></li>}
        {yaml === "" || standard.lost === null ? null : <li><a class="govuk-link" href={`${to("edit")}#lost`}>Correct what is lost or guessed</a></li>}
        {yaml === "" ? null : <li><a class="govuk-link" href={to("text")}>Change its whole text</a></li>}
        {standard.confirmed ? null : <li><a class="govuk-link" href={to("confirm")}>Confirm its text</a></li>}
        {protectedBy === null && standard.effect.until === null ? <li><a class="govuk-link" href={to("end")}>End this standard</a></li> : null}
      </ul>
      {protectedBy === null ? null : <p class="govuk-body-s pt-measure">Its force is “{protectedBy}”: it may be tightened here, and not loosened or ended.</p>}
    </>
  );
}

/** One version: where it comes from, its rule in words, and its worked examples. */
export const OneVersion = ({ standard: s, origin }: { readonly standard: Standard; readonly origin: string | null }): Html => (
  <>
    {component("govukSummaryList", {
      classes: "pt-summary",
      rows: rowsOf(s, origin).map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
    })}
    <h2 class="govuk-heading-m">Worked examples</h2>
    <p class="govuk-body pt-measure">Each is checked by this program before the standard is used: what is shown here is what it does.</p>
    {s.examples.map((example) => <Worked example={example} />)}
  </>
);

import type { StandardPage, StandardsPage } from "../../../app/standards/views.ts";
import { OWNERS } from "../../../domain/access/role.ts";
import { LAYERS, LEGAL_FORCES, SHAPES, type Standard, TIERS } from "../../../domain/standards/standard.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { ChangesTable } from "./changes-view.tsx";
import { Recomputing } from "./recompute.tsx";
import { ruleInWords } from "./rule-words.ts";
import { effectInWords, originInWords } from "./words.ts";
import { Worked } from "./worked.tsx";

/** One standard: its source, its rule in words, and the worked examples by which it is tested. Every version of it. */
export function StandardView({ page, book, address }: { readonly page: StandardPage; readonly book: StandardsPage; readonly address: string }): Html {
  const { line, may } = page;
  const now = line.now.standard;
  return (
    <>
      <span class="govuk-caption-l">{now.id} · {SHAPES[now.shape]}</span>
      <h1 class="govuk-heading-l">{now.title}</h1>
      <Recomputing run={book.recompute} of={book.organisation.code} then={address} />
      {now.confirmed ? null : component("govukInsetText", {
        html: <><strong>Advisory.</strong> Only the gist of this standard is known; its text has not been confirmed. Its clocks are shown, never counted as late, until the authority’s named lead confirms it.</>,
      })}
      {line.inForce ? null : <p class="govuk-body"><strong>Not in force today:</strong> in force {effectInWords(now)}.</p>}
      {may.manage ? <Ways page={page} /> : null}
      <OneVersion standard={now} origin={originInWords(line.now.origin, book.packs)} />
      {line.versions.filter((version) => version !== line.now).toReversed().map((version) => component("govukDetails", {
        summaryText: `The version in force ${effectInWords(version.standard)}`, html: <OneVersion standard={version.standard} origin={originInWords(version.origin, book.packs)} />,
      }))}
      {page.changes.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">What was decided about it</h2>
          <ChangesTable changes={page.changes} packs={book.packs} />
        </>
      )}
    </>
  );
}

/** What a practice lead may do to it. */
function Ways({ page: { line: { id, now: { standard } }, protectedBy, yaml } }: { readonly page: StandardPage }): Html {
  const to = (form: string): string => `/standards/change?form=${form}&id=${id}`;
  return (
    <>
      <ul class="govuk-list">
        {yaml === "" ? null : <li><a class="govuk-link" href={to("edit")}>Change this standard</a></li>}
        {yaml === "" ? null : <li><a class="govuk-link" href={to("text")}>Change its whole text</a></li>}
        {standard.confirmed ? null : <li><a class="govuk-link" href={to("confirm")}>Confirm its text</a></li>}
        {protectedBy === null ? <li><a class="govuk-link" href={to("end")}>End this standard</a></li> : null}
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

/** A version in rows, each a label and words. */
export const rowsOf = (s: Standard, origin: string | null): readonly (readonly [string, string])[] => [
  ...(s.lost === null ? [] : [["Lost or guessed", s.lost] as const]),
  ["Source", `${s.citation.provision} (${s.citation.source})`],
  ["Force", `${LEGAL_FORCES[s.legalForce]}; ${LAYERS[s.layer].toLowerCase()}`],
  ...(origin === null ? [] : [["Comes from", origin] as const]),
  ["Owner", OWNERS[s.owner]],
  ["Tier", TIERS[s.tier]],
  ["Warns", s.warnDays === 0 ? "Not before the day" : `In the last ${s.warnDays} ${s.warnDays === 1 ? "day" : "days"}`],
  ["Evidence", s.evidence],
  ["In force", effectInWords(s)],
  ...ruleInWords(s),
];

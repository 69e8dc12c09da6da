import type { Published } from "../../../../app/publication/publish.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { WHAT_X_IS } from "../../../../domain/documents/quarterly.ts";
import { PUBLICATION_KINDS } from "../../../../domain/scorecard/publication/kinds.ts";
import { toldQuarterly } from "../../../../domain/scorecard/publication/quarterly.ts";
import { SUPPRESSED, type Told, type ToldNumber } from "../../../../domain/scorecard/publication/tables.ts";
import { counted } from "../../../../domain/words.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { Quarterly } from "./table.tsx";

/** All that the authority published, the newest first. */
export const RegisterView = ({ organisation, published }: { readonly organisation: string; readonly published: readonly Published[] }): Html => (
  <>
    <span class="govuk-caption-l">{organisation}</span>
    <h1 class="govuk-heading-l">What was published</h1>
    <p class="govuk-body pt-measure">Each publication stays here as it was. What is published next leaves out whatever would, with these, tell of 1 to 5 children.</p>
    {published.length === 0 ? <p class="govuk-body">Nothing has been published from here yet.</p> : (
      <div class="pt-scroll" role="region" aria-label="What was published" tabindex={0}>
        <table class="govuk-table pt-table">
          <caption class="govuk-visually-hidden">What was published, the newest first</caption>
          <thead><tr><th scope="col">What</th><th scope="col">Kind</th><th scope="col">Published on</th><th scope="col">By</th><th scope="col">Numbers</th></tr></thead>
          <tbody>{published.map((one) => <tr><th scope="row"><a class="govuk-link" href={`/reports/published/${one.id}`}>{one.title}</a></th><td>{PUBLICATION_KINDS[one.kind]}</td><td>{dayInWords(one.on)}</td><td>{one.by}</td><td>{numbersOf(one)}</td></tr>)}</tbody>
        </table>
      </div>
    )}
  </>
);

/** One publication as it was told. */
export const PublicationView = ({ organisation, one, just }: { readonly organisation: string; readonly one: Published; readonly just: "published" | "already" | null }): Html => (
  <>
    {just === "published" ? component("govukNotificationBanner", { type: "success", titleText: "Published", text: `“${one.title}” is published. It stays in the register as it is below.` }) : null}
    {just === "already" ? component("govukNotificationBanner", { titleText: "Already published", text: `Nothing has changed since “${one.title}” was published on ${dayInWords(one.on)}, so it is in the register once.` }) : null}
    <span class="govuk-caption-l">{organisation}: published on {dayInWords(one.on)} by {one.by}</span>
    <h1 class="govuk-heading-l">{one.title}</h1>
    {one.kind !== "quarterly-table" ? <><ReportFile one={one} /><Cells one={one} /></> : (
      <>
        <Quarterly table={toldQuarterly(one.told)} caption={`${organisation}, as published`} />
        <ul class="govuk-list">
          <li><a class="govuk-link" href={`/reports/published/${one.id}.docx`}>Word document</a></li>
          <li><a class="govuk-link" href={`/reports/published/${one.id}.csv`}>Table, CSV</a></li>
        </ul>
      </>
    )}
    <p class="govuk-body pt-measure">{WHAT_X_IS.join(" ")}</p>
  </>
);

/** The report as whoever published it had it, however often it is asked for. */
const ReportFile = ({ one: { id, hasDocument } }: { readonly one: Published }): Html => (
  hasDocument ? <p class="govuk-body"><a class="govuk-link" href={`/reports/published/${id}.docx`}>Word document</a>, as it was published</p>
    : <p class="govuk-body">Its Word document was not kept here: whoever published it has it.</p>
);

const Cells = ({ one }: { readonly one: Published }): Html => (
  <div class="pt-scroll" role="region" aria-label="Numbers published" tabindex={0}>
    <table class="govuk-table pt-table">
      <caption class="govuk-visually-hidden">Numbers published, each with what it is of</caption>
      <thead><tr><th scope="col">What it is of</th><th scope="col" class="pt-figures">Published</th></tr></thead>
      <tbody>{linesOf(one).map(([words, told]) => <tr><th scope="row">{words}</th><td class="pt-figures">{told}</td></tr>)}</tbody>
    </table>
  </div>
);

const linesOf = ({ words, told }: Published): readonly (readonly [string, string])[] => [...words].map(([key, what]) => [what, inWords(key, told)]);

function inWords(key: string, { counts, shares, averages }: Told): string {
  const said = (value: ToldNumber, unit: (n: number) => string): string => (value === null ? "nobody" : typeof value === "number" ? unit(value) : value);
  if (Object.hasOwn(counts, key)) return said(counts[key]!, String);
  if (Object.hasOwn(shares, key)) return said(shares[key]!, (n) => `${n}%`);
  return said(averages[key] ?? null, (n) => `${n} days`);
}

function numbersOf(one: Published): string {
  const lines = linesOf(one);
  const hidden = lines.filter(([, told]) => told === SUPPRESSED).length;
  return `${counted(lines.length, "number", "numbers")}${hidden === 0 ? "" : `, ${hidden} of them x`}`;
}

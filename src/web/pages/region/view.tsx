import type { RegionPage, RegionScope, RegionWaiting } from "../../../app/region/open-region.ts";
import { REGION_YEARS } from "../../../app/region/open-region.ts";
import type { MadePack } from "../../../app/region/packs.ts";
import { yearEndingOf, dayInWords } from "../../../domain/dates/day.ts";
import type { Quarter } from "../../../domain/dates/quarter.ts";
import { FAMILY_CODES, PIPELINE_STAGES, REGION_EVENTS, type RegionEvent, regionEventLabel } from "../../../domain/region/region.ts";
import { PIPELINE } from "../../../domain/scorecard/pipeline.ts";
import { INDICATORS, windowName } from "../../../domain/scorecard/window.ts";
import { capital, counted } from "../../../domain/words.ts";
import { ErrorSummary } from "../../forms/fields.tsx";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { toldInWords } from "../scorecard/counts/told.ts";
import { SUPPRESSED, windowInWords } from "../../../app/scorecard-words.ts";
import type { ToldFigure } from "../../../app/region/figures-told.ts";
import { RegionDownloads } from "./downloads.tsx";
import { NO_EDITION, Packs } from "./packs.tsx";

interface Props {
  readonly page: RegionPage;
  readonly packs: readonly MadePack[];
  /** Packs go up to its end. */
  readonly quarter: Quarter;
  /** The pack that was made just now. */
  readonly made: MadePack | undefined;
  /** No edition was chosen. */
  readonly missing: boolean;
}

/** The region’s figures by authority, of the children shared with the agency. */
export function RegionView({ page, packs, quarter, made, missing }: Props): Html {
  const { agency, scopes, today, yearEnding } = page;
  const [region, ...authorities] = scopes;
  return (
    <>
      <ErrorSummary errors={missing ? [{ id: "edition", text: NO_EDITION }] : []} />
      <div class="pt-heading">
        <h1 class="govuk-heading-l pt-heading__title">The region</h1>
        <p class="pt-heading__beside">{agency.name}, as at {dayInWords(today)}</p>
      </div>
      {region === undefined || authorities.length === 0 ? <p class="govuk-body pt-measure">No authority has an agreement with {agency.name} yet. An authority’s administrator makes one, under “Sharing agreement”.</p> : (
        <>
          <p class="govuk-body pt-measure">{capital(toldInWords(region.children))} children are counted here: those whom {counted(authorities.length, "authority shares", "authorities share")} with you, and those shared until their adoption order. An authority’s own figures are of all its children, and may differ from these.</p>
          <RegionDownloads yearEnding={yearEnding} />
          <Waits page={page} />
          <section aria-labelledby="quarters">
            <h2 class="govuk-heading-m" id="quarters">What happened, by quarter</h2>
            <form class="pt-filters" method="get" autocomplete="off" action="/region" aria-label="Year">
              {component("govukSelect", {
                id: "year-ending", name: "year-ending", label: { text: "Year ending in March", classes: "govuk-label--s pt-filters__label" }, formGroup: { classes: "pt-filters__field" },
                items: Array.from({ length: REGION_YEARS }, (_, i) => yearEndingOf(today) - i).map((year) => ({ value: year, text: year, selected: year === yearEnding })),
              })}
              {component("govukButton", { text: "Show", classes: "govuk-button--secondary pt-filters__button", preventDoubleClick: false })}
            </form>
            {scopes.map((scope) => <Events page={page} scope={scope} codes={REGION_EVENTS} />)}
          </section>
          <Figures page={page} />
          <section aria-labelledby="families">
            <h2 class="govuk-heading-m" id="families">Families</h2>
            <p class="govuk-body pt-measure">As children’s records tell of them, in {windowName({ yearEnding, years: 1 })}. How many families are approved, and how long they wait, is not kept here.</p>
            {scopes.map((scope) => <Events page={page} scope={scope} codes={FAMILY_CODES} />)}
          </section>
        </>
      )}
      <Packs packs={packs} quarter={quarter} made={made} missing={missing} />
      <section aria-labelledby="terms">
        <h2 class="govuk-heading-m" id="terms">What is shared, and how it is counted</h2>
        <ul class="govuk-list govuk-list--bullet pt-measure">
          {authorities.map(({ name, terms }) => <li><strong>{name}.</strong> {terms.slice(0, 3).join(" ")}</li>)}
          <li>A child counts from the stage that the agreement names, and still does once adopted, though the record is then closed to you where the authority has given you no function. A child whose plan is no longer adoption, or whose record was restricted by hand, does not count.</li>
          <li>Where children are counted whose records you may not open, numbers of 1 to 5 of them are told so, larger ones to the nearest 5. A figure in which any of them is counted is told of three years alone: averages to the nearest 10 days, where they are more than ten; A3 to the nearest 5%, where more than ten are counted, more than five of them within and more than five not. Otherwise it is an x, and A10 always is. The region’s is an x too where it would tell of an authority’s.</li>
          <li>Figures are by the usual readings of the definitions, whatever an authority chose for its own.</li>
        </ul>
      </section>
    </>
  );
}

const WAITING_SHOWN = 15;

function Waits({ page: { scopes, today } }: Pick<Props, "page">): Html {
  const names = scopes.slice(1).flatMap(({ name, waiting }) => waiting.map((child) => ({ ...child, authority: name }))).toSorted((a, b) => b.days - a.days);
  return (
    <section aria-labelledby="waits">
      <h2 class="govuk-heading-m" id="waits">Who waits where</h2>
      <div class="pt-scroll" role="region" aria-label="Who waits where: table" tabindex={0}>
        <table class="govuk-table pt-table pt-stacked">
          <caption class="govuk-visually-hidden">Children on the way to adoption on {dayInWords(today)}, by authority and how far they have come</caption>
          <thead><tr><th scope="col">Authority</th>{PIPELINE_STAGES.map((stage) => <th scope="col" class="pt-figures">{PIPELINE[stage]}</th>)}</tr></thead>
          <tbody>{scopes.map(({ name, waits }) => <tr><th scope="row">{name}</th>{PIPELINE_STAGES.map((stage) => <td data-label={PIPELINE[stage]} class="pt-figures">{toldInWords(waits[stage])}</td>)}</tr>)}</tbody>
        </table>
      </div>
      {names.length === 0 ? null : component("govukDetails", {
        summaryText: `The ${Math.min(WAITING_SHOWN, names.length)} who have stood longest where they are, of those whose records you may open`,
        html: <Longest longest={names.slice(0, WAITING_SHOWN)} />,
      })}
    </section>
  );
}

const Longest = ({ longest }: { readonly longest: readonly (RegionWaiting & { readonly authority: string })[] }): Html => (
  <table class="govuk-table pt-table pt-stacked">
    <caption class="govuk-visually-hidden">Children who have stood longest where they are</caption>
    <thead><tr><th scope="col">Child</th><th scope="col">Authority</th><th scope="col">Where</th><th scope="col">Since</th><th scope="col" class="pt-figures">Days</th></tr></thead>
    <tbody>{longest.map(({ recordId, localId, authority, stage, since, days }) => (
      <tr><th scope="row"><a class="govuk-link" href={`/children/${recordId}`}>{localId}</a></th><td data-label="Authority">{authority}</td><td data-label="Where">{PIPELINE[stage]}</td><td data-label="Since">{dayInWords(since)}</td><td data-label="Days" class="pt-figures">{days}</td></tr>
    ))}</tbody>
  </table>
);

const Events = ({ page: { spans }, scope: { name, events }, codes }: Pick<Props, "page"> & { readonly scope: RegionScope; readonly codes: readonly RegionEvent[] }): Html => (
  <div class="pt-scroll" role="region" aria-label={`${name}: ${codes === FAMILY_CODES ? "families" : "what happened"}, table`} tabindex={0}>
    <table class="govuk-table pt-table pt-by-span">
      <caption class="govuk-table__caption govuk-table__caption--s">{name}</caption>
      <thead><tr><th scope="col">{codes === FAMILY_CODES ? "Of families" : "What happened"}</th>{spans.map((span) => <th scope="col" class="pt-figures">{span.name}{span.state === "running" && span.name !== "Year to date" ? ", so far" : ""}</th>)}</tr></thead>
      <tbody>{codes.map((code) => (
        <tr><th scope="row">{regionEventLabel(code)}</th>{events[code].map((told, i) => <td data-label={spans[i]!.name} class="pt-figures">{told === null ? "to come" : toldInWords(told)}</td>)}</tr>
      ))}</tbody>
    </table>
  </div>
);

const CODES = ["A1", "A10", "A2", "A3"] as const;

const inWords = ({ value, told }: ToldFigure, unit: string): string => (told === "none" ? SUPPRESSED : value === null ? "No figure" : `${told === "coarse" ? "about " : ""}${value}${unit}`);

function Figures({ page: { scopes, today } }: Pick<Props, "page">): Html {
  return (
    <section aria-labelledby="figures">
      <h2 class="govuk-heading-m" id="figures">The scorecard’s figures</h2>
      <ul class="govuk-list pt-measure">{CODES.map((code) => <li><strong>{code}</strong> {INDICATORS[code]}</li>)}</ul>
      {(scopes[0]?.figures ?? []).map(({ window }, i) => (
        <div class="pt-scroll" role="region" aria-label={`Figures of ${windowInWords(window, today)}: table`} tabindex={0}>
          <table class="govuk-table pt-table pt-by-span">
            <caption class="govuk-table__caption govuk-table__caption--s">{windowInWords(window, today)}, {window.years === 1 ? "one year" : "three years together"}</caption>
            <thead><tr><th scope="col">Authority</th><th scope="col" class="pt-figures">Children in A1</th>{CODES.map((code) => <th scope="col" class="pt-figures">{code}</th>)}</tr></thead>
            <tbody>{scopes.map(({ name, figures }) => {
              const { children, told } = figures[i]!;
              return <tr><th scope="row">{name}</th><td data-label="Children in A1" class="pt-figures">{toldInWords(children)}</td>{CODES.map((code) => <td data-label={code} class="pt-figures">{inWords(told[code], code === "A3" ? "%" : " days")}</td>)}</tr>;
            })}</tbody>
          </table>
        </div>
      ))}
    </section>
  );
}

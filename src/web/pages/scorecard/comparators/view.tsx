import type { ComparatorsPage } from "../../../../app/open-comparators.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { GROUP_LOOKS } from "../../../../domain/pictures/lines.ts";
import { INDICATOR_CODES, INDICATORS, windowName } from "../../../../domain/scorecard/window.ts";
import { counted } from "../../../../domain/words.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { isJudged, isSoFar } from "../../../../app/scorecard-words.ts";
import { Sections } from "../sections.tsx";
import { GroupSection } from "./group.tsx";
import { overPicture, recordInWords, unitOf, valueInWords } from "./pictures.ts";

interface Props {
  readonly page: ComparatorsPage;
}

/** Where a figure by the record stands beside what was published of it and of others. */
export function ComparatorsView({ page }: Props): Html {
  const { authority, indicator, window, compared, source } = page;
  return (
    <>
      <div class="pt-heading">
        <h1 class="govuk-heading-l pt-heading__title">Comparators</h1>
        <p class="pt-heading__beside">{authority.name}, {indicator}, {windowName(window)}</p>
      </div>
      <Sections at="comparators" />
      <Choose page={page} />
      <p class="govuk-body pt-measure">{indicator}: {INDICATORS[indicator]}. Figures of other authorities are as they were published; nothing is worked out from their records. <a class="govuk-link" href="/scorecard/printed">Older published tables, as printed</a></p>
      {source === null ? <NothingYet page={page} /> : compared === null ? <p class="govuk-body">The source has no figures of {indicator} for {window.years === 3 ? "three years" : "single years"}. Choose another indicator, window or source.</p> : (
        <>
          <Own page={page} />
          {compared.groups.length === 0 ? <p class="govuk-body">There is no group to compare with yet.{page.mayKeep ? <> <a class="govuk-link" href="/scorecard/published/groups">Make one</a></> : " A performance analyst can make one."}</p> : compared.groups.map((group) => <GroupSection page={page} group={group} />)}
          <Regions page={page} />
        </>
      )}
      {page.over.length === 0 || source === null ? null : <Over page={page} />}
    </>
  );
}

const NothingYet = ({ page: { mayKeep } }: Props): Html => (
  <p class="govuk-body pt-measure">No published figures have been brought in yet. {mayKeep ? <a class="govuk-link" href="/scorecard/published">Bring in published figures</a> : "A performance analyst can bring them in from a file."}</p>
);

function Choose({ page: { indicator, window, yearEndings, sources, source, thresholdSources, threshold, today } }: Props) {
  const classes = "govuk-label--s pt-filters__label";
  const formGroup = { classes: "pt-filters__field" };
  return (
    <form class="pt-filters" method="get" autocomplete="off" action="/scorecard/comparators" aria-label="What is compared">
      {component("govukSelect", { id: "indicator", name: "indicator", label: { text: "Indicator", classes }, formGroup, items: INDICATOR_CODES.map((code) => ({ value: code, text: code, selected: code === indicator })) })}
      {component("govukSelect", {
        id: "year-ending", name: "year-ending", label: { text: "Years ending in March", classes }, formGroup,
        items: (yearEndings.length === 0 ? [window.yearEnding] : yearEndings).map((year) => ({ value: year, text: `${year}${isSoFar({ yearEnding: year }, today) ? ", so far" : ""}`, selected: year === window.yearEnding })),
      })}
      {component("govukSelect", { id: "years", name: "years", label: { text: "Window", classes }, formGroup, items: [{ value: 3, text: "Three years", selected: window.years === 3 }, { value: 1, text: "One year", selected: window.years === 1 }] })}
      {sources.length === 0 ? null : component("govukSelect", { id: "source", name: "source", label: { text: "Published in", classes }, classes: "pt-source", formGroup: { classes: "pt-filters__field pt-source-field" }, items: sources.map((name) => ({ value: name, text: name, selected: name === source })) })}
      {component("govukSelect", {
        id: "threshold", name: "threshold", label: { text: "Thresholds of", classes }, classes: "pt-source", formGroup: { classes: "pt-filters__field pt-source-field" },
        items: [{ value: "", text: "The official source, or all that agree", selected: threshold === undefined }, ...thresholdSources.map((known) => ({ value: known.source, text: known.name, selected: known.source === threshold }))],
      })}
      {component("govukButton", { text: "Show", classes: "govuk-button--secondary pt-filters__button", preventDoubleClick: false })}
    </form>
  );
}

function Own({ page }: Props): Html {
  const { compared, byRecord, thresholds, window } = page;
  const unit = unitOf(page);
  const own = compared?.own ?? null;
  const rows: readonly (readonly [string, Html | string])[] = [
    ["By the record", recordInWords(byRecord, unit)],
    ["As published", own === null ? "the source has no row of this authority" : valueInWords(own.value, unit)],
    ["Rank among all", own === null || own.rank === null ? "none" : `${own.rank} of ${compared?.ranked ?? 0} in the source`],
    ["Rank as printed", own === null || own.printedRank === null ? "none printed" : String(own.printedRank)],
    ["England", compared?.national === null || compared === null ? "not in the source" : valueInWords(compared.national.value, unit)],
    ["Threshold", page.indicator === "A3" ? "none: its 14 months are in its definition" : !isJudged(window) ? "none: thresholds are for three years" : thresholds.days === null ? "none is applied" : `${thresholds.days} days`],
  ];
  return (
    <section aria-labelledby="own-heading">
      <h2 class="govuk-heading-m" id="own-heading">This authority</h2>
      {component("govukSummaryList", { classes: "govuk-summary-list--no-border pt-own", rows: rows.map(([key, value]) => ({ key: { text: key }, value: { html: <>{value}</> } })) })}
      {byRecord.isHidden ? <p class="govuk-body-s pt-quiet">An x stands where the figure by the record would tell of 1 to 5 children whose records you may not open.</p> : null}
      {own === null || own.note === "" ? null : <p class="govuk-body-s">Note of the source’s row: {own.note}</p>}
      {typeof own?.value === "number" && byRecord.value !== null && own.value !== byRecord.value ? <p class="govuk-body-s pt-quiet">What was published and what the record says now differ: what is published is counted from the return of its time, and the record goes on being put right.</p> : null}
    </section>
  );
}

function Regions({ page: { compared }, page }: Props): Html | null {
  if (compared === null || compared.regions.length === 0) return null;
  const unit = unitOf(page);
  return (
    <section aria-labelledby="regions-heading">
      <h2 class="govuk-heading-m" id="regions-heading">Regions, as printed</h2>
      <div class="pt-scroll" role="region" aria-label="Regions" tabindex={0}>
        <table class="govuk-table pt-table">
          <caption class="govuk-visually-hidden">Regions and England as the source prints them</caption>
          <thead><tr><th scope="col">Region</th><th scope="col" class="pt-figures">Figure</th><th scope="col">Note</th></tr></thead>
          <tbody>{[...compared.regions, ...(compared.national === null ? [] : [compared.national])].map(({ name, value, note }) => <tr><th scope="row">{name}</th><td class="pt-figures">{valueInWords(value, unit)}</td><td>{note}</td></tr>)}</tbody>
        </table>
      </div>
      <p class="govuk-body-s pt-quiet">Source: {compared.source}. Note: a printed figure of a region or of England counts children; the average of a group counts authorities.</p>
    </section>
  );
}

function Over({ page }: Props): Html {
  const { over, compared, window: { years }, indicator, authority, today, source } = page;
  const unit = unitOf(page);
  const groups = compared?.groups ?? [];
  const hasPartial = over.some((point) => isSoFar(point, today));
  return (
    <section aria-labelledby="over-heading">
      <h2 class="govuk-heading-m" id="over-heading">{years === 3 ? "Each three years" : "Each year"}</h2>
      <figure class="pt-figure">
        <figcaption class="govuk-body-s"><strong>{indicator} of {authority.name} beside others, {years === 3 ? "over three years each" : "by year"}</strong></figcaption>
        <div class="pt-scroll pt-picture pt-picture--lines" role="region" aria-label="Lines over the windows" tabindex={0}>{overPicture(page)}</div>
        <div class="pt-scroll" role="region" aria-label="Figures over the windows" tabindex={0}>
          <table class="govuk-table pt-table pt-by-span">
            <caption class="govuk-visually-hidden">{indicator} by window: this authority, its groups, England and the threshold</caption>
            <thead><tr><th scope="col">Years</th><th scope="col" class="pt-figures">By the record</th><th scope="col" class="pt-figures">As published</th>{groups.map(({ name }) => <th scope="col" class="pt-figures">{name}</th>)}<th scope="col" class="pt-figures">England</th>{isJudged({ years }) && indicator !== "A3" ? <th scope="col" class="pt-figures">Threshold</th> : null}</tr></thead>
            <tbody>
              {over.map((point) => (
                <tr>
                  <th scope="row">{windowName({ yearEnding: point.yearEnding, years })}{isSoFar(point, today) ? ", so far" : ""}</th>
                  <td class="pt-figures">{recordInWords(point.byRecord, unit)}</td><td class="pt-figures">{valueInWords(point.published, unit)}</td>
                  {groups.map((_, i) => <td class="pt-figures">{valueInWords(point.averages[i] ?? null, unit)}</td>)}
                  <td class="pt-figures">{valueInWords(point.national, unit)}</td>{isJudged({ years }) && indicator !== "A3" ? <td class="pt-figures">{point.threshold ?? "none applied"}</td> : null}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p class="govuk-body-s pt-quiet">Source: {source}, and the record of {authority.name} as at {dayInWords(today)}. Note: a group’s column is the unweighted average of its members, this authority among them where it is one; an x is left out of it.{hasPartial ? " A star marks a window that has not ended." : ""}{groups.length > GROUP_LOOKS.length ? ` The picture draws the first ${counted(GROUP_LOOKS.length, "group")}; the table has all.` : ""} The scale need not start at nought. The record’s earliest windows may reach back before the record does, and then count mostly quick journeys.</p>
      </figure>
    </section>
  );
}

import type { ComparatorsPage } from "../../../../app/open-comparators.ts";
import { type ComparedGroup, isAsGood } from "../../../../domain/scorecard/published/compare.ts";
import { GROUP_KINDS } from "../../../../domain/scorecard/published/published.ts";
import { windowName } from "../../../../domain/scorecard/window.ts";
import { counted } from "../../../../domain/words.ts";
import type { Html } from "../../../govuk/html.ts";
import { groupPicture, unitOf } from "./pictures.ts";

interface Props {
  readonly page: ComparatorsPage;
  readonly group: ComparedGroup;
}

/** How the authority stands to the group, in a sentence or two: by what was published where there is that, else by its record. */
export function standingInWords({ indicator, byRecord, authority, compared }: Pick<ComparatorsPage, "indicator" | "byRecord" | "authority" | "compared">, group: ComparedGroup): string {
  const published = typeof compared?.own?.value === "number" ? compared.own.value : null;
  const figure = published ?? byRecord.value;
  const of = indicator === "A3" ? (n: number): string => `${n}%` : (n: number): string => counted(n, "day");
  if (group.average === null) return "No member of the group has a figure.";
  const average = `The average of ${counted(group.counted, "authority", "authorities")} is ${of(group.average)}.`;
  if (figure === null) return average;
  const rank = published === null ? group.rankByRecord : group.rankAsPublished;
  const isCounted = group.members.some(({ isOwn, isMember, value }) => isOwn && isMember && typeof value === "number");
  const difference = Math.abs(figure - group.average);
  const way = figure === group.average ? "the same as the average" : `${indicator === "A3" ? counted(difference, "percentage point") : of(difference)} ${indicator === "A3" ? (figure > group.average ? "higher" : "lower") : figure > group.average ? "more" : "fewer"}, which is ${isAsGood(indicator, figure, group.average) ? "better" : "worse"} than the average`;
  return `${average} ${authority.name} has ${of(figure)} ${published === null ? "by its record" : "as published"}: ${way}${rank === null ? "" : `, and ranks ${rank} of ${group.ranked}${isCounted ? "" : ", itself with them"}`}.`;
}

const left = ({ suppressed, without }: ComparedGroup): string =>
  [suppressed === 0 ? "" : `${suppressed} suppressed (x)`, without === 0 ? "" : `${without} without a figure`].filter((said) => said !== "").join(" and ");

/** One group: its dots, and the same in a table. */
export function GroupSection({ page, group }: Props): Html {
  const unit = unitOf(page);
  const id = `group-${group.id}`;
  const out = left(group);
  const hasNotes = group.members.some(({ note }) => note !== "");
  return (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>{group.name}{group.kind === "own" ? <span class="pt-quiet"> (a group of our own)</span> : null}</h2>
      <p class="govuk-body pt-measure">{standingInWords(page, group)}{out === "" ? "" : ` Left out of the average: ${out}.`}</p>
      <figure class="pt-figure">
        <figcaption class="govuk-body-s"><strong>{page.indicator}, {windowName(page.window)}: {group.kind === "own" ? group.name : GROUP_KINDS[group.kind].toLowerCase()}, the best first.</strong> A diamond is this authority, a round dot another.</figcaption>
        <div class="pt-dots-table">
          <div class="pt-scroll pt-picture" role="region" aria-label={`${group.name}: picture`} tabindex={0}>{groupPicture(page, group)}</div>
          <div class="pt-scroll" role="region" aria-label={`${group.name}: table`} tabindex={0}>
            <table class="govuk-table pt-table">
              <caption class="govuk-visually-hidden">{group.name}: each member with its figure and rank</caption>
              <thead><tr><th scope="col">Authority</th><th scope="col" class="pt-figures">{unit === "%" ? "Per cent" : "Days"}</th><th scope="col" class="pt-figures">Rank here</th><th scope="col" class="pt-figures">Rank as printed</th>{hasNotes ? <th scope="col">Note</th> : null}</tr></thead>
              <tbody>
                {group.members.map(({ name, value, rank, printedRank, note, isOwn, isMember, isByRecord }) => (
                  <tr>
                    <th scope="row">{isOwn ? <><strong>{name} (this authority{isByRecord ? ", by its record" : ""})</strong>{isMember || isByRecord ? null : <span class="pt-quiet pt-small"> not in the group</span>}</> : name}</th>
                    <td class="pt-figures">{isByRecord && page.byRecord.isAbout ? "about " : ""}{value ?? "none"}</td><td class="pt-figures">{rank ?? "–"}</td><td class="pt-figures">{printedRank ?? "–"}</td>{hasNotes ? <td class="pt-small">{note}</td> : null}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
        <p class="govuk-body-s pt-quiet">Source: {page.source}. Note: rank 1 is {page.indicator === "A3" ? "the highest share" : "the fewest days"}, and equal figures share a rank. The average is unweighted: each member counts once{group.members.some(({ isOwn, isMember }) => isOwn && !isMember) ? `, and ${page.authority.name} is left out of it where it is no member, or its figure is by its record` : ""}.</p>
      </figure>
    </section>
  );
}

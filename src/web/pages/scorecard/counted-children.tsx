import { CLOSED, type ScorecardPage } from "../../../app/open-scorecard.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { type ScoredChild, within14Months } from "../../../domain/scorecard/indicators.ts";
import { quotient } from "../../../domain/scorecard/rounding.ts";
import { isExact } from "../../../domain/scorecard/suppression.ts";
import type { IndicatorCode } from "../../../domain/scorecard/window.ts";
import type { Html } from "../../govuk/html.ts";
import { toldOfFigure } from "../../../app/scorecard-words.ts";
import { ChildLinks } from "./not-counted.tsx";

interface Props {
  readonly scorecard: ScorecardPage;
  readonly code: IndicatorCode;
}

const ENDS: Readonly<Record<IndicatorCode, readonly [string, string]>> = {
  A1: ["Entered care", "Moved in"], A3: ["Entered care", "Moved in"], A10: ["Entered care", "Moved in"], A2: ["Placement order", "Match"],
};

/** How many stand in a list of the longest and of the shortest. */
const TEN = 10;

function orderOn({ adoptedOn }: ScorecardPage, child: string): string {
  const on = adoptedOn.get(child);
  return on === undefined ? "–" : dayInWords(on);
}

/**
 * Those counted, the ten longest and the ten shortest first, where that is not all of them: every child to whoever is told figures
 * whole, with no more than the days of one whose record they may not open; to others those whose records they may.
 */
export function CountedChildren({ scorecard: page, code }: Props): Html | null {
  const counted = page.scorecard.figures[code].counted.filter(({ child }) => page.telling === "whole" || child !== CLOSED).sort((a, b) => b.days - a.days);
  if (counted.length === 0) return null;
  if (counted.length <= 2 * TEN) return <Listed title="Children counted, the longest first" children_={counted} scorecard={page} code={code} />;
  return (
    <>
      <h3 class="govuk-heading-s">The ten longest</h3>
      <Listed title="The ten longest" children_={counted.slice(0, TEN)} scorecard={page} code={code} />
      <h3 class="govuk-heading-s">The ten shortest</h3>
      <Listed title="The ten shortest" children_={counted.slice(-TEN).toReversed()} scorecard={page} code={code} />
      <h3 class="govuk-heading-s">Everybody, the longest first</h3>
      <Listed title="Everybody counted, the longest first" children_={counted} scorecard={page} code={code} />
    </>
  );
}

const A_CLOSED = "a child whose record you may not open";

/** A child’s days over all who are counted: what the average would be without those days is not said by it. */
function shareOf(days: number, { children, total }: { readonly children: number; readonly total: number }): string {
  return `${quotient(days, children, 1).toFixed(1)}${total === 0 ? "" : ` (${quotient(days * 100, total, 1).toFixed(1)}%)`}`;
}

function Listed({ title, children_, scorecard: page, code }: Props & { readonly title: string; readonly children_: readonly ScoredChild[] }): Html {
  const [from, to] = ENDS[code];
  const figure = page.scorecard.figures[code];
  const total = figure.counted.reduce((sum, c) => sum + c.days, 0);
  // From a share how many are counted could be worked out: only where that is told.
  const hasShares = code !== "A3" && isExact(toldOfFigure(code, page.scorecard.figures, page.telling));
  return (
    <div class="pt-scroll" role="region" aria-label={title} tabindex={0}>
      <table class="govuk-table pt-table">
        <caption class="govuk-visually-hidden">{title}</caption>
        <thead><tr><th scope="col">Child</th><th scope="col">{from} (actual)</th><th scope="col">{to} (actual)</th><th scope="col" class="pt-figures">Days</th>{hasShares ? <th scope="col" class="pt-figures">Days of the average</th> : null}<th scope="col">Adoption order (actual)</th>{code === "A3" ? <th scope="col">Less than 14 months</th> : null}</tr></thead>
        <tbody>
          {children_.map((c) => (
            <tr>
              {c.child === CLOSED ? <><td>{A_CLOSED}</td><td>–</td><td>–</td></> : <><td><ChildLinks children_={[c.child]} scorecard={page} /></td><td>{dayInWords(c.fromOn)}</td><td>{c.inProcess === "waiting" ? `Waiting on ${dayInWords(c.toOn)}` : dayInWords(c.toOn)}</td></>}<td class="pt-figures">{c.days}</td>
              {hasShares ? <td class="pt-figures">{shareOf(c.days, { children: figure.children, total })}</td> : null}<td>{orderOn(page, c.child)}</td>
              {code === "A3" ? <td>{c.inProcess !== "waiting" && within14Months(c.fromOn, c.toOn, page.choices) ? "Yes" : "No"}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

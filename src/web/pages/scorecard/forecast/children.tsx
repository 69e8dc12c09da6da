import type { ForecastPage } from "../../../../app/forecast/open-forecast.ts";
import { type Day, dayInWords } from "../../../../domain/dates/day.ts";
import type { ChildForecast } from "../../../../domain/scorecard/forecast/forecast.ts";
import { nextOf, STEP_LABELS } from "../../../../domain/scorecard/forecast/in-words.ts";
import type { Range } from "../../../../domain/scorecard/forecast/ranges.ts";
import { counted } from "../../../../domain/words.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";

interface Props {
  readonly page: ForecastPage;
  readonly ticked: readonly string[];
}

/** Each child’s days to come, by local id: never in an order of who is likeliest. */
export function ForecastChildren({ page, ticked }: Props): Html | null {
  const { forecast, localIds, notListed, assessment } = page;
  if (assessment === null) return null;
  const children = [...forecast.children].sort((a, b) => ((localIds.get(a.child) ?? "") < (localIds.get(b.child) ?? "") ? -1 : 1));
  return (
    <section aria-labelledby="children">
      <h2 class="govuk-heading-m" id="children">The children</h2>
      {children.length === 0 ? <p class="govuk-body">No child whose record you may open is on the way to adoption. When one is, the likely days of match, moving in and order are here, with why.</p> : (
        <div class="pt-scroll" role="region" aria-label="The children" tabindex={0}>
          <table class="govuk-table pt-table">
            <caption class="govuk-visually-hidden">Likely days to come of each child, by local id</caption>
            <thead><tr><th scope="col">Imagine</th><th scope="col">Child</th><th scope="col">Waits for</th><th scope="col">Match, likely (range)</th><th scope="col">Moving in, likely (range)</th><th scope="col">Adoption order, likely (range)</th><th scope="col" class="pt-figures">Chance of another plan</th><th scope="col">Why</th></tr></thead>
            <tbody>{children.map((child) => <Row child={child} localId={localIds.get(child.child) ?? ""} ticked={ticked.includes(child.child)} />)}</tbody>
          </table>
        </div>
      )}
      {notListed === 0 ? null : <p class="govuk-body-s">The figures count {notListed <= 5 ? "1 to 5" : "some"} children more, whose records you may not open.</p>}
    </section>
  );
}

function Row({ child, localId, ticked }: { readonly child: ChildForecast; readonly localId: string; readonly ticked: boolean }): Html {
  const next = nextOf(child.way);
  return (
    <tr>
      <td>{child.way.steps.placed !== null ? "" : component("govukCheckboxes", { idPrefix: `child-${child.child}`, name: "child", classes: "govuk-checkboxes--small", items: [{ value: child.child, html: <span class="govuk-visually-hidden">{localId}</span>, checked: ticked }] })}</td>
      <th scope="row"><a class="govuk-link" href={`/children/${child.child}`}>{localId}</a></th>
      <td>{next === undefined ? "–" : STEP_LABELS[next.step]}</td>
      <td>{said(child, "matched")}</td><td>{said(child, "placed")}</td><td>{said(child, "adopted")}</td>
      <td class="pt-figures">{child.leaves < 0.005 ? "–" : `${Math.round(child.leaves * 100)}%`}</td>
      <td>{component("govukDetails", { summaryHtml: <>Why<span class="govuk-visually-hidden"> for {localId}</span></>, classes: "pt-clock__why", html: <ul class="govuk-list govuk-list--bullet pt-small">{child.reasons.map((reason) => <li>{reason}</li>)}</ul> })}</td>
    </tr>
  );
}

const month = (on: Day): string => dayInWords(on).replace(/^\d+ /, "");
const spanned = ({ low, likely, high }: Range<Day>): Html => <>{month(likely)} <span class="pt-quiet">({month(low)} to {month(high)})</span></>;

function said({ way, steps }: ChildForecast, step: "matched" | "placed" | "adopted"): Html {
  const done = way.steps[step];
  if (done !== null) return <>{dayInWords(done)} <span class="pt-quiet">(actual)</span></>;
  const range = steps[step];
  return range === null ? <>{counted(0, "future")}</> : spanned(range);
}

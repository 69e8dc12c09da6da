import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";

const SECTIONS = { scorecard: ["What it is", "/scorecard"], counts: ["Counts", "/scorecard/counts"], entered: ["Those who entered", "/scorecard/entered"], comparators: ["Comparators", "/scorecard/comparators"], published: ["Published", "/scorecard/published"], pipeline: ["Pipeline", "/scorecard/pipeline"], forecast: ["Forecast", "/scorecard/forecast"], equity: ["Equity", "/scorecard/equity"], plan: ["Action plan", "/scorecard/plan"] } as const;

/** The scorecard’s pages: what it is, who is on the way, what it will be. On a phone they are behind their name, to be opened; the stylesheet shows one of the two. */
export const Sections = ({ at }: { readonly at: keyof typeof SECTIONS }): Html => (
  <>
    <div class="pt-sections">{component("mojSubNavigation", { label: "Scorecard", items: Object.entries(SECTIONS).map(([name, [text, href]]) => ({ text, href, active: name === at })) })}</div>
    <details class="govuk-details pt-sections-small">
      <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Scorecard pages<span class="govuk-visually-hidden">, now at {SECTIONS[at][0]}</span></span></summary>
      <nav class="govuk-details__text" aria-label="Scorecard pages">
        <ul class="govuk-list">{Object.entries(SECTIONS).map(([name, [text, href]]) => <li><a class="govuk-link pt-sections-small__link" href={href} aria-current={name === at ? "page" : undefined}>{text}</a></li>)}</ul>
      </nav>
    </details>
  </>
);

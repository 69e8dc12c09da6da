import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";

const SECTIONS = { scorecard: ["What it is", "/scorecard"], counts: ["Counts", "/scorecard/counts"], entered: ["Those who entered", "/scorecard/entered"], comparators: ["Comparators", "/scorecard/comparators"], published: ["Published", "/scorecard/published"], pipeline: ["Pipeline", "/scorecard/pipeline"], forecast: ["Forecast", "/scorecard/forecast"], equity: ["Equity", "/scorecard/equity"], plan: ["Action plan", "/scorecard/plan"] } as const;

/** The scorecard’s pages: what it is, who is on the way, what it will be. */
export const Sections = ({ at }: { readonly at: keyof typeof SECTIONS }): Html =>
  component("mojSubNavigation", { label: "Scorecard", items: Object.entries(SECTIONS).map(([name, [text, href]]) => ({ text, href, active: name === at })) });

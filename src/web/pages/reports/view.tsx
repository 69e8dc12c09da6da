import type { Html } from "../../govuk/html.ts";

/** The reports that can be made here, each with what it is. */
const REPORTS: readonly { readonly href: string; readonly text: string; readonly what: string }[] = [
  { href: "/reports/scrutiny", text: "Scrutiny report", what: "Adoption performance, for a committee: figures beside other authorities, what is being done, what is likely. A Word document." },
  { href: "/reports/quarterly", text: "Quarterly table", what: "Decisions, placement orders, matches, placements and adoption orders, by quarter and to date. A page, a Word document and CSV." },
  { href: "/reports/published", text: "What was published", what: "Every publication as it was, by whom and when, with its documents." },
];

const PLAN = { href: "/scorecard/plan", text: "Action plan", what: "What is to get better, who does what by when, and how it goes: it goes into the scrutiny report. A page and a Word document." };

/** `seesPlan`: an agency has none of its own. */
export const ReportsView = ({ organisation, seesPlan }: { readonly organisation: string; readonly seesPlan: boolean }): Html => (
  <>
    <span class="govuk-caption-l">{organisation}</span>
    <h1 class="govuk-heading-l">Reports</h1>
    <p class="govuk-body pt-measure">For committees and the public. Small numbers are left out, and what was published before is kept in mind, so that nobody can work out a few children from one report and another.</p>
    <dl class="govuk-summary-list">{[...REPORTS, ...(seesPlan ? [PLAN] : [])].map(({ href, text, what }) => <div class="govuk-summary-list__row"><dt class="govuk-summary-list__key"><a class="govuk-link" href={href}>{text}</a></dt><dd class="govuk-summary-list__value">{what}</dd></div>)}</dl>
  </>
);

import type { PlanPage } from "../../../../app/plan/open-plan.ts";
import { instantInWords } from "../../../../app/london-time.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { StackedTable } from "../../../layout/stacked-table.tsx";
import { Pages } from "../../../layout/pages.tsx";
import { History } from "./action-view.tsx";
import { PLAN } from "./view.tsx";

const PAGE_SIZE = 100;

/** All that was ever done to the plan, and what was taken out of it. */
export function PlanHistoryView({ page: { plan, changes, names, mayKeep }, at }: { readonly page: PlanPage; readonly at: number }): Html {
  const pages = Math.max(1, Math.ceil(changes.length / PAGE_SIZE));
  return (
    <>
      <h1 class="govuk-heading-l">History of the action plan</h1>
      <p class="govuk-body">Nothing of it is ever changed or erased.</p>
      {plan.takenOut.length === 0 ? null : (
        <section aria-labelledby="taken-out">
          <h2 class="govuk-heading-m" id="taken-out">Taken out</h2>
          <StackedTable
            caption="What was taken out of the plan" heads={["What", "Why", "By, and when", ...(mayKeep ? ["Put back"] : [])]}
            rows={plan.takenOut.map(({ id, words, why, by, at: when }) => [
              words, why, `${names.get(by) ?? "Somebody who has left"}, ${instantInWords(when)}`,
              ...(mayKeep ? [<form method="post" action={`${PLAN}/put-back/${id}`}>{component("govukButton", { html: <>Put back<span class="govuk-visually-hidden">: {words}</span></>, classes: "govuk-button--secondary pt-button--small", preventDoubleClick: true })}</form>] : []),
            ])}
          />
        </section>
      )}
      <h2 class="govuk-heading-m">What was done</h2>
      <History changes={changes.toReversed().slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE)} names={names} />
      <Pages page={Math.min(at, pages)} pages={pages} address={(n) => `${PLAN}/history?page=${n}`} />
    </>
  );
}

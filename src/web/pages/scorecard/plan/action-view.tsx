import type { OpenedAction } from "../../../../app/plan/open-plan.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { changeInWords, evidenceInWords } from "../../../../domain/scorecard/plan/in-words.ts";
import { ownersInWords } from "../../../../domain/scorecard/plan/owners.ts";
import { type PlanChange, PROGRESS_STATES } from "../../../../domain/scorecard/plan/plan.ts";
import { dueInWords, MONTHS_SAYABLE } from "../../../../domain/scorecard/plan/standing.ts";
import { monthAfter, monthInWords, monthOf, monthsFrom } from "../../../../domain/standards/performance.ts";
import { lower } from "../../../../domain/words.ts";
import { instantInWords } from "../../../../app/london-time.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { StackedTable } from "../../../layout/stacked-table.tsx";
import { Box, Choice, errorOf, Words } from "../../meetings/series/fields.tsx";
import { Sure } from "./sure.tsx";
import { PLAN, PlanStatus, yoursInWords } from "./view.tsx";

/** What was typed in the two forms of an action’s page. */
export interface Said {
  readonly month: string;
  readonly state: string;
  readonly said: string;
  readonly evidence: string;
  readonly where: string;
  readonly sure?: boolean;
}

interface Props {
  readonly opened: OpenedAction;
  readonly typed: Said;
  readonly errors: readonly FieldError[];
}

/** One action: what it is, how it goes month by month, what shows it, and all that was done to it. */
export function PlanActionView({ opened, typed, errors }: Props): Html {
  const { page: { names, mayKeep, mine }, objective, action, history, maySay } = opened;
  return (
    <>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{objective.title}</span>
      <h1 class="govuk-heading-l">{action.what}</h1>
      {component("govukSummaryList", { rows: [
        row("How it stands", <PlanStatus action={action} />),
        row(action.owners.length === 1 ? "Owner" : "Owners", `${ownersInWords(action.owners, names)}${mine.has(action.id) ? ` (${lower(yoursInWords(mine.get(action.id) ?? null))})` : ""}`),
        row("By when", `${dueInWords(action)}${action.firstDueOn === null ? "" : `. It was first ${dayInWords(action.firstDueOn)}`}`),
        row("What will show it", action.shownBy === "" ? "Nobody has said yet" : action.shownBy),
        row("Evidence", action.evidence.length === 0 ? "None yet" : <ul class="govuk-list govuk-list--bullet">{action.evidence.map((one) => <li>{evidenceInWords(one)} <span class="pt-quiet">{nameOf(one.by, names)}, {instantInWords(one.at)}</span></li>)}</ul>),
      ] })}
      {mayKeep ? <p class="govuk-body"><a class="govuk-link" href={`${PLAN}/actions/${action.id}/change`}>Change the action</a> · <a class="govuk-link" href={`${PLAN}/take-out/${action.id}`}>Take it out of the plan</a></p> : null}
      <h2 class="govuk-heading-m">Progress by month</h2>
      {action.progress.length === 0 ? <p class="govuk-body">Nobody has said yet how it goes.</p> : (
        <div class="pt-compact"><StackedTable caption="Progress by month, the latest first" heads={["Month", "How it stood", "What was said", "By"]} rows={action.progress.map(({ month, state, words, by, at }) => [monthInWords(month), PROGRESS_STATES[state], <span class="pt-plan__said">{words}</span>, <>{nameOf(by, names)}<br /><span class="pt-quiet">{instantInWords(at)}</span></>])} /></div>
      )}
      {maySay ? <Say opened={opened} typed={typed} errors={errors} /> : <p class="govuk-body pt-quiet">Whoever has the action, and those who keep the plan, say how it goes.</p>}
      <h2 class="govuk-heading-m">History</h2>
      <History changes={history} names={names} />
    </>
  );
}

const row = (key: string, value: string | Html) => ({ key: { text: key }, value: typeof value === "string" ? { text: value } : { html: value } });
const nameOf = (account: string, names: ReadonlyMap<string, string>): string => names.get(account) ?? "Somebody who has left";

function Say({ opened: { page: { today }, action }, typed, errors }: Props): Html {
  const now = monthOf(today);
  const months = monthsFrom(monthAfter(now, 1 - MONTHS_SAYABLE), now).toReversed();
  return (
    <div class="pt-plan__say">
      <form method="post" action={`${PLAN}/actions/${action.id}/progress`} novalidate autocomplete="off" aria-labelledby="say-heading">
        <h3 class="govuk-heading-s" id="say-heading">Say how it goes</h3>
        <Choice id="month" label="Month" value={typed.month} errors={errors} choices={months.map((month) => ({ value: month, text: monthInWords(month) }))} />
        {component("govukRadios", {
          idPrefix: "state", name: "state", classes: "govuk-radios--small", fieldset: { legend: { text: "How does it stand?", classes: "govuk-fieldset__legend--s" } },
          items: Object.entries(PROGRESS_STATES).map(([value, text]) => ({ value, text, checked: typed.state === value })), ...(errorOf(errors, "state") === undefined ? {} : { errorMessage: errorOf(errors, "state") }),
        })}
        <Words id="said" label="What was done, or why nothing was" hint="A sentence or two, with nothing of one child in it. Said again of the same month, the later holds and the earlier stays in the history" rows={4} value={typed.said} errors={errors} />
        {typed.said === "" ? null : <Sure errors={errors} sure={typed.sure} />}
        {component("govukButton", { text: "Save progress", preventDoubleClick: true })}
      </form>
      <form method="post" action={`${PLAN}/actions/${action.id}/evidence`} novalidate autocomplete="off" aria-labelledby="evidence-heading">
        <h3 class="govuk-heading-s" id="evidence-heading">Put down evidence</h3>
        <Words id="evidence" label="What shows it" hint="Such as a list of who came, a report, or figures. Nothing is uploaded here" rows={2} value={typed.evidence} errors={errors} />
        <Box id="where" label="Where it is kept (optional)" value={typed.where} errors={errors} />
        {typed.said === "" ? <Sure errors={errors} sure={typed.sure} /> : null}
        {component("govukButton", { text: "Save evidence", classes: "govuk-button--secondary", preventDoubleClick: true })}
      </form>
    </div>
  );
}

/** What was done to the plan or to a part of it, line by line. */
export const History = ({ changes, names }: { readonly changes: readonly PlanChange[]; readonly names: ReadonlyMap<string, string> }): Html =>
  <div class="pt-compact"><StackedTable caption="What was done, the latest first" heads={["When", "By", "What"]} rows={changes.map((change) => [instantInWords(change.at), nameOf(change.by, names), <span class="pt-plan__said">{changeInWords(change, names)}</span>])} /></div>;


import type { ChildPage } from "../../../../app/views.ts";
import { MEETING_DECISIONS } from "../../../../domain/chronology/codes.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { ANSWERED_BY } from "../../../../domain/meetings/answer-decision.ts";
import { answeredAs, type DecidedAt, isDisowned, isOpenAction, isUnanswered, type MeetingAction, type MeetingDecided, saidInWords, waitsForSaying } from "../../../../domain/meetings/actions.ts";
import { ROLES } from "../../../../domain/access/role.ts";
import { lower } from "../../../../domain/words.ts";
import type { Html } from "../../../govuk/html.ts";
import { ActionStatus } from "../../actions/status.tsx";
import { detailsInWords, recorderInWords } from "../words.ts";

interface Props {
  readonly child: ChildPage;
  readonly at: DecidedAt;
  /** Who does each action, by account. */
  readonly owners: ReadonlyMap<string, string>;
}

/** What one meeting decided for a child, and what became of it. */
export function Decided({ child, at, owners }: Props): Html {
  const { of, on, isChairsAction, outcome, decisions, actions } = at;
  const id = `met-${outcome?.number ?? decisions[0]?.number ?? actions[0]?.number ?? on}`;
  const answers = outcome === null ? [] : detailsInWords(outcome).filter(([label]) => !ABOVE.has(label));
  return (
    <section class="pt-met" aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>{isChairsAction ? "Chair’s action" : of.series}, {dayInWords(on)}</h2>
      <p class="govuk-body-s pt-quiet">{isChairsAction ? `${of.series}, between meetings. ` : ""}Held by {of.organisation}</p>
      {decisions.length === 0 ? null : <><h3 class="govuk-heading-s">Decided and recommended</h3><ul class="govuk-list govuk-list--spaced">{decisions.map((decision) => <DecisionLine child={child} decision={decision} />)}</ul></>}
      {actions.length === 0 ? null : <><h3 class="govuk-heading-s">Actions</h3><ul class="govuk-list govuk-list--spaced">{actions.map((action) => <ActionLine child={child} action={action} owners={owners} />)}</ul></>}
      {answers.length === 0 ? null : (
        <details class="govuk-details">
          <summary class="govuk-details__summary"><span class="govuk-details__summary-text">What the meeting answered</span></summary>
          <div class="govuk-details__text"><dl class="pt-said">{answers.map(([label, text]) => <><dt>{label}</dt><dd>{text}</dd></>)}</dl></div>
        </details>
      )}
    </section>
  );
}

/** It stands above already. */
const ABOVE: ReadonlySet<string> = new Set(["Meetings called", "Held by", "Meeting", "Chair’s action between meetings"]);

function DecisionLine({ child, decision }: { readonly child: ChildPage; readonly decision: MeetingDecided }): Html {
  const { number, sort, what, why, answered } = decision;
  return (
    <li id={`decision-${number}`}>
      <strong>{what === "" ? "Not shown to you" : what}</strong>{why === null ? null : <><br />Why: {why}</>}
      <br /><span class="pt-quiet">{MEETING_DECISIONS[sort]}</span>
      {answered === null ? null : <><br />{answeredAs(decision)}, {recorderInWords(answered.recordedBy, child.workerNames)} on {dayInWords(answered.happenedOn)}: {String(answered.detail["answer"] ?? "Not shown to you")}</>}
      {!isUnanswered(decision) || sort === "decided" ? null : <><br /><span class="pt-status pt-status--due-soon">{isDisowned(decision) ? "Nobody owns it yet" : `Waits for the ${lower(ROLES[ANSWERED_BY[sort]])}`}</span> <a class="govuk-link" href={`/children/${child.recordId}/meeting-decisions/${number}`}>Read or answer it<span class="govuk-visually-hidden">: {what === "" ? "not shown to you" : what}</span></a></>}
    </li>
  );
}

function ActionLine({ child, action, owners }: { readonly child: ChildPage; readonly action: MeetingAction; readonly owners: Props["owners"] }): Html {
  const { number, what, who, whoElse, shownBy, ended } = action;
  const isHidden = action.entry.hidden?.includes("who") === true;
  return (
    <li>
      <a class="govuk-link" href={`/children/${child.recordId}/actions/${number}`}>{what === "" ? "An action" : what}</a> <ActionStatus action={action} />
      <br /><span class="pt-quiet">{isHidden ? "By whom is not shown to you" : who === null ? whoElse ?? "" : owners.get(who) ?? "Somebody who has left"}{shownBy === "" ? "" : `. To be known by: ${shownBy}`}</span>
      {action.passedOn === null ? null : <><br /><span class="pt-quiet">Passed on by {recorderInWords(action.passedOn.recordedBy, child.workerNames)} on {dayInWords(action.passedOn.happenedOn)}</span></>}
      {saidInWords(action).map((said) => <><br />{said}</>)}
      {!waitsForSaying(action) ? null : <><br /><span class="pt-status pt-status--due-soon">Nobody has said what is to happen with it</span></>}
      {ended === null || isOpenAction(action) ? null : <><br />{String(ended.detail["done"] ?? "What was done is not shown to you")}</>}
    </li>
  );
}

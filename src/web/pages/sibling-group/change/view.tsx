import type { SiblingGroupPage } from "../../../../app/views.ts";
import { type Entry, WITHDRAWAL_CAUSES } from "../../../../domain/chronology/entry.ts";
import { KINDS } from "../../../../domain/chronology/kinds.ts";
import { DateInput, ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { Reason } from "../../child/correct/view.tsx";
import { errorAt } from "../../child/entry-form/form.ts";
import { Overtaken } from "../../child/entry-form/overtaken.tsx";
import { EntrySummary } from "../../child/entry-form/summary.tsx";
import { DecisionFields } from "../decide/fields.tsx";
import { addressOf, titleOf } from "../group-of.ts";
import { type Typed, type Verb, VERBS } from "./form.ts";

interface Props {
  readonly group: SiblingGroupPage;
  readonly entry: Entry;
  readonly verb: Verb;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly since: readonly Entry[];
}

export function ChangeView({ group, entry, verb, typed, errors, since }: Props): Html {
  const button = component("govukButton", { text: VERBS[verb].button, preventDoubleClick: true, ...(verb === "withdraw" ? { classes: "govuk-button--warning" } : {}) });
  return (
    <>
      {since.length > 0 ? <Overtaken since={since} names={group.workerNames} /> : <ErrorSummary errors={errors} />}
      <span class="govuk-caption-l">{titleOf(group)} · {KINDS[entry.kind].label.toLowerCase()}</span>
      <h1 class="govuk-heading-l">{VERBS[verb].title}</h1>
      <EntrySummary entry={entry} names={group.workerNames} />
      <form method="post" action={addressOf(group, `/entries/${entry.number}/${verb}`)} novalidate>
        <input type="hidden" name="basedOn" value={String(group.version)} />
        {verb === "withdraw" ? <Causes cause={typed.change.cause} error={errorAt(errors, "cause")} /> : <Fields group={group} entry={entry} verb={verb} typed={typed} errors={errors} />}
        <Reason value={typed.change.reason} error={errorAt(errors, "reason")} hint={HINTS[verb]} />
        <div class="govuk-button-group">
          {button}
          <a class="govuk-link" href={addressOf(group)}>Cancel</a>
        </div>
      </form>
    </>
  );
}

const HINTS: Readonly<Record<Verb, string>> = {
  end: "If there is something to say of why. Whoever reads the record later sees this",
  correct: "What was wrong. Whoever reads the record later sees this",
  withdraw: "Whoever reads the record later sees this",
};

function Fields({ group, entry, verb, typed, errors }: Omit<Props, "since">) {
  if (entry.kind === "together-or-apart") return <DecisionFields group={group} typed={typed} errors={errors} />;
  const until = <DateInput id="until" legend={`When did ${String(entry.detail["child"])} leave the group?`} {...(verb === "end" ? {} : { hint: "Leave this empty while the child is in it" })} value={typed.entry.until} error={errorAt(errors, "until-day")} />;
  if (verb === "end") return until;
  return (
    <>
      <DateInput id="happenedOn" legend="From which day is the child in the group?" value={typed.entry.happenedOn} error={errorAt(errors, "happenedOn-day")} />
      {until}
    </>
  );
}

/** Only the causes that can be true of what somebody wrote down as having happened. */
const Causes = ({ cause, error }: { readonly cause: string; readonly error: string | undefined }) => (
  <>
    <p class="govuk-body">Withdrawing takes the entry out of force. It stays on the group’s page, struck out, with your reason. If a child has left the group, end the membership instead.</p>
    {component("govukRadios", {
      idPrefix: "cause", name: "cause", errorMessage: error === undefined ? undefined : { text: error },
      fieldset: { legend: { text: "Why is it withdrawn?", classes: "govuk-fieldset__legend--m" } },
      items: (["entered-in-error", "wrong-child", "duplicate"] as const).map((value) => ({ value, text: WITHDRAWAL_CAUSES[value], checked: cause === value })),
    })}
  </>
);

/** The entry was withdrawn while its form was open: theirs is shown, and what was typed is given back. */
export const GoneView = ({ group, gone, typed }: { readonly group: SiblingGroupPage; readonly gone: Entry; readonly typed: Typed | undefined }): Html => (
  <>
    <Overtaken since={[gone]} names={group.workerNames} />
    <h1 class="govuk-heading-l">This entry has been withdrawn</h1>
    <p class="govuk-body">It cannot be changed any more, so what you typed has not been saved. If it is true after all, record it again.</p>
    {typed === undefined ? null : component("govukSummaryList", { rows: whatWasTyped(typed).map(([key, text]) => ({ key: { text: key }, value: { text } })) })}
    <p class="govuk-body"><a class="govuk-link" href={addressOf(group)}>Open the sibling group</a></p>
  </>
);

function whatWasTyped({ entry: { happenedOn, until, detail }, change }: Typed): readonly (readonly [string, string])[] {
  const date = ({ day, month, year }: typeof until): string => [day, month, year].filter((part) => part !== "").join(" ");
  const rows = [["Day you typed", date(happenedOn)], ["Ended", date(until)], ["Decision", detail["decision"] ?? ""], ["Note", detail["note"] ?? ""], ["Reason", change.reason]] as const;
  return rows.filter(([, text]) => text !== "");
}

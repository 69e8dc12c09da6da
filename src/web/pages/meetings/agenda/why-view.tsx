import type { WhyPage, WhyReason } from "../../../../app/meetings/why-on.ts";
import { whenInWords } from "../../../../domain/chronology/in-words.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { ITEM_MODES } from "../../../../domain/meetings/meeting.ts";
import { entryName } from "../../../../domain/standards/words.ts";
import { listed } from "../../../../domain/words.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { nameOf, Who } from "./item.tsx";

const NONE: Readonly<Record<string, string>> = {};

interface Props {
  readonly why: WhyPage;
  readonly errors?: Readonly<Record<string, string>>;
  readonly typed?: Readonly<Record<string, string>>;
}

/** Why an item is on the agenda, each reason as a clock explains itself; and, for whoever holds the meeting, what may be done with it. */
export function WhyView({ why, errors = NONE, typed = NONE }: Props): Html {
  const { page, item, reasons } = why;
  return (
    <>
      <span class="govuk-caption-l">{page.series.definition.name}, {dayInWords(page.meeting.heldOn)}</span>
      <h1 class="govuk-heading-l">{item.child === null ? item.title : <>Why <Who item={item} /> is on the agenda</>}</h1>
      {item.standing === "" ? null : <p class="govuk-body">{item.standing}</p>}
      {item.mode === "discuss" ? null : <p class="govuk-body"><span class="pt-status pt-status--quiet">{ITEM_MODES[item.mode]}</span></p>}
      {item.why === null ? null : <p class="govuk-inset-text">{item.why}{item.changedByName === null ? null : <span class="pt-quiet"> ({item.changedByName})</span>}</p>}
      {reasons.map((reason) => <ReasonTold reason={reason} />)}
      {item.child !== null && reasons.length === 0 ? <p class="govuk-body">No rule of this series brings the child: somebody put them on the agenda by hand.</p> : null}
      {page.mayHold && page.isBefore && !item.concluded ? <Change why={why} errors={errors} typed={typed} /> : null}
    </>
  );
}

const ReasonTold = ({ reason: { reason, rule, entries } }: { readonly reason: WhyReason }): Html => (
  <section class="pt-meeting-agenda__told">
    <h2 class="govuk-heading-m">{reason.title}</h2>
    <p class="govuk-body pt-measure">{reason.because}</p>
    {component("govukSummaryList", {
      classes: "pt-summary", rows: [
        ...(reason.start === null ? [] : [{ key: { text: "Goes by" }, value: { text: `${reason.start.what}, ${dayInWords(reason.start.on)}` } }]),
        ...(reason.arithmetic === null ? [] : [{ key: { text: "How it is counted" }, value: { text: reason.arithmetic } }]),
        ...(reason.limitOn === null ? [] : [{ key: { text: "Limit" }, value: { text: dayInWords(reason.limitOn) } }]),
        ...(entries.length === 0 ? [] : [{ key: { text: "Rests on" }, value: { html: <ul class="govuk-list pt-meeting-agenda__entries">{entries.map((e) => <li>{entryName(e)}, {whenInWords(e)}</li>)}</ul> } }]),
        ...(rule === undefined ? [] : [{ key: { text: "The rule" }, value: { text: rule.says } }]),
        { key: { text: "Source" }, value: { text: reason.source } },
        ...(rule?.citation.ours == null ? [] : [{ key: { text: "Our reading" }, value: { text: rule.citation.ours } }]),
      ],
    })}
  </section>
);

function Change({ why: { page, item }, errors, typed }: { readonly why: WhyPage; readonly errors: Readonly<Record<string, string>>; readonly typed: Readonly<Record<string, string>> }): Html {
  const action = `/meetings/${page.meeting.id}/agenda`;
  const hidden = (op: string): Html => <><input type="hidden" name="item" value={item.id} /><input type="hidden" name="from" value="why" /><input type="hidden" name="op" value={op} /></>;
  const error = (id: string) => (errors[id] === undefined ? {} : { errorMessage: { text: errors[id] } });
  const modes: readonly (readonly [string, string, string])[] = [
    ["discuss", "Discuss", "Taken in its turn, with its minutes"], ["note", "Note without discussion", "Stays on the agenda and takes no time"],
    ["deferred", "Put off to another meeting", "Say why. The rules bring the child again"],
    ["removed", "Take off for safety", "Only those who hold this organisation’s meetings still see it; papers that went out are called back without saying which child"],
  ];
  // A reason of its own, never what was said of the item before; nor does the reason for safety become one that everybody reads.
  const whyOff = component("govukTextarea", {
    id: `why-off-${item.id}`, name: "why-off", rows: 2, label: { text: "Why for safety", classes: "govuk-label--s" }, hint: { text: "In words that tell nobody where the child is" },
    value: typed["why-off"] ?? (item.mode === "removed" ? item.why ?? "" : ""), ...error(`why-off-${item.id}`),
  });
  return (
    <section aria-labelledby="change">
      <h2 class="govuk-heading-m" id="change">Change how {nameOf(item)} is taken</h2>
      {item.siblings.length === 0 ? null : <p class="govuk-body">Moves with {listed(item.siblings)}.</p>}
      <form method="post" action={action}>
        {hidden("mode")}
        {component("govukRadios", {
          idPrefix: "mode", name: "mode", classes: "govuk-radios--small", fieldset: { legend: { text: "How it is taken", classes: "govuk-fieldset__legend--s" } },
          items: modes.map(([value, text, hint]) => ({ value, text, hint: { text: hint }, checked: (typed["mode"] ?? item.mode) === value, ...(value === "removed" ? { conditional: { html: whyOff } } : {}) })),
        })}
        {component("govukTextarea", { id: `why-${item.id}`, name: "why", rows: 2, label: { text: "Why", classes: "govuk-label--s" }, value: typed["why"] ?? (item.mode === "removed" ? "" : item.why ?? ""), ...error(`why-${item.id}`) })}
        {component("govukButton", { text: "Save" })}
      </form>
      <form method="post" action={action} class="pt-meeting-agenda__inline">
        {hidden("move")}
        {component("govukSelect", { id: `part-${item.id}`, name: "part", label: { text: "Part" }, items: page.series.definition.parts.map(({ id, name }) => ({ value: id, text: name, selected: id === item.part })), ...error(`part-${item.id}`) })}
        {component("govukButton", { text: "Move to its end", classes: "govuk-button--secondary" })}
      </form>
      <form method="post" action={action} class="pt-meeting-agenda__inline">
        {hidden("minutes")}
        {component("govukInput", { id: `minutes-${item.id}`, name: "minutes", label: { text: "Minutes" }, value: typed["minutes"] ?? String(item.minutes), classes: "govuk-input--width-3", inputmode: "numeric", ...error(`minutes-${item.id}`) })}
        {component("govukButton", { text: "Set the minutes", classes: "govuk-button--secondary" })}
      </form>
      {item.reasons.length > 0 ? null : (
        <form method="post" action={action}>{hidden("drop")}{component("govukButton", { text: "Take it off the agenda", classes: "govuk-button--secondary" })}</form>
      )}
    </section>
  );
}

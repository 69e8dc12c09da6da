import { type FormLine, FORM_LISTS, type FormList, type FormsPage } from "../../../app/forms/list.ts";
import { FORM_END_REASONS } from "../../../domain/chronology/codes.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { Pages } from "../../layout/pages.tsx";

const PAGE_SIZE = 50;

interface Props {
  readonly forms: FormsPage;
  readonly list: FormList;
  /** From 1. */
  readonly page: number;
  readonly opened: boolean;
}

/** What is to be done about milestones forms, a list for each thing to do. */
export function FormsView({ forms, list, page, opened }: Props): Html {
  const lines = forms.lists[list];
  const pages = Math.max(1, Math.ceil(lines.length / PAGE_SIZE));
  const at = Math.min(Math.max(1, page), pages);
  const address = (of: FormList, number = 1): string => `/forms?list=${of}${number === 1 ? "" : `&page=${number}`}`;
  return (
    <>
      {opened ? component("govukNotificationBanner", { type: "success", titleText: "Opened", html: <p class="govuk-notification-banner__heading">The form is open from today.</p> }) : null}
      <h1 class="govuk-heading-l">Milestones forms</h1>
      <p class="govuk-body">{formsInWords(forms)}</p>
      {component("mojSubNavigation", {
        label: "Lists of forms", classes: "pt-tabs",
        items: (Object.keys(FORM_LISTS) as FormList[]).map((of) => ({ text: `${FORM_LISTS[of]} (${forms.lists[of].length})`, href: address(of), active: of === list })),
      })}
      <h2 class="govuk-heading-m">{FORM_LISTS[list]}: {lines.length}</h2>
      <p class="govuk-body-s pt-quiet">{SAYS[list](forms)}</p>
      {lines.length === 0 ? <p class="govuk-body">{EMPTY[list]}</p> : <Lines list={list} lines={lines.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE)} />}
      <Pages page={at} pages={pages} address={(number) => address(list, number)} />
    </>
  );
}

/** What to do first about the forms, in a sentence. */
export function formsInWords({ lists }: FormsPage): string {
  const late = lists.packs.filter(({ days }) => days !== null && days < 0).length;
  if (late > 0) return `${late} ${late === 1 ? "pack is" : "packs are"} overdue: ask the child’s social worker for it, or for the decision that adoption is not the route.`;
  if (lists.close.length > 0) return `${lists.close.length} ${lists.close.length === 1 ? "form is" : "forms are"} to be closed: adoption has ended as the plan.`;
  if (lists.open.length > 0) return `${lists.open.length} ${lists.open.length === 1 ? "form is" : "forms are"} to be opened: a pack has gone out.`;
  return "Nothing waits for you here.";
}

const SAYS: Readonly<Record<FormList, (forms: FormsPage) => string>> = {
  packs: ({ ownStandard }) => `Sent to the social worker, and neither back nor answered with a decision that adoption is not the route. ${ownStandard ? "Due by your authority’s own standard." : "Your authority has no standard of its own for this, so 20 working days are counted."}`,
  open: () => "A pack has been sent, adoption is still the plan, and no form is open.",
  close: () => "The form is open, and adoption has ended as the plan: the order is made, or it is no longer pursued.",
  all: () => "Every form that is open now, the longest open first.",
};

const EMPTY: Readonly<Record<FormList, string>> = {
  packs: "No pack is out. When an adoption pack is recorded as sent, the child is listed here until the pack is back.",
  open: "No form has to be opened. When an adoption pack is recorded as sent, the child is listed here until its form is open.",
  close: "No form has to be closed. When an adoption order, or a decision that adoption is not the route, is recorded for a child whose form is open, it is listed here.",
  all: "No form is open. Open a child’s form from “Forms to open”, or from the child’s own page.",
};

const HEADS: Readonly<Record<FormList, readonly string[]>> = {
  packs: ["Child", "Social worker", "Pack sent", "Due back", "How it stands", "What to do"],
  open: ["Child", "Social worker", "Pack sent", "What to do"],
  close: ["Child", "Social worker", "Since", "Why", "What to do"],
  all: ["Child", "Social worker", "Open since", "What to do"],
};

const Lines = ({ list, lines }: { readonly list: FormList; readonly lines: readonly FormLine[] }): Html => (
  <div class="pt-scroll" role="region" aria-label={FORM_LISTS[list]} tabindex={0}>
  <table class="govuk-table pt-table pt-stacked pt-forms">
    <caption class="govuk-visually-hidden">{FORM_LISTS[list]}</caption>
    <thead><tr>{HEADS[list].map((head) => <th scope="col">{head}</th>)}</tr></thead>
    <tbody>{lines.map((line) => <Line list={list} line={line} />)}</tbody>
  </table>
  </div>
);

function Line({ list, line }: { readonly list: FormList; readonly line: FormLine }) {
  const form = `/children/${line.recordId}/milestones`;
  const [, worker, since] = HEADS[list];
  return (
    <tr>
      <td class="pt-nowrap"><a class="govuk-link govuk-link--no-visited-state" href={form}>{line.localId}</a></td>
      <td data-label={worker}>{line.worker ?? "Not recorded"}</td>
      <td data-label={since}>{dayInWords(line.on)}</td>
      {list === "packs" ? <><td data-label={HEADS.packs[3]}>{line.dueOn === null ? "–" : dayInWords(line.dueOn)}</td><td data-label={HEADS.packs[4]}><Standing line={line} /></td></> : null}
      {list === "close" ? <td data-label={HEADS.close[3]}>{line.reason === null ? "" : FORM_END_REASONS[line.reason]}</td> : null}
      <td data-label={HEADS[list].at(-1)}><ToDo list={list} line={line} form={form} /></td>
    </tr>
  );
}

function Standing({ line: { days } }: { readonly line: FormLine }): Html {
  if (days === null) return <span>Not counted</span>;
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? "day" : "days"}`;
  if (days < 0) return <span class="pt-status pt-status--late">Overdue {count}</span>;
  return <span class="pt-status pt-status--quiet">{days === 0 ? "Due today" : `${count} left`}</span>;
}

function ToDo({ list, line, form }: { readonly list: FormList; readonly line: FormLine; readonly form: string }): Html {
  const hidden = <span class="govuk-visually-hidden"> {line.localId}</span>;
  switch (list) {
    case "packs": return <a class="govuk-link govuk-link--no-visited-state" href={`${form}/planning?answer=adoption-pack-received#question-adoption-pack-received`}>Record that it is back<span class="govuk-visually-hidden">, {line.localId}</span></a>;
    case "close": return <a class="govuk-link govuk-link--no-visited-state" href={`${form}/close`}>Close the form{hidden}</a>;
    case "all": return <a class="govuk-link govuk-link--no-visited-state" href={form}>Open the page{hidden}</a>;
    case "open": return (
      <form method="post" action={`${form}/open`} class="pt-forms__open">
        <input type="hidden" name="back" value="forms" />
        <button class="govuk-button govuk-button--secondary pt-button--small" type="submit" data-module="govuk-button" data-prevent-double-click="true">Open the form{hidden}</button>
      </form>
    );
  }
}

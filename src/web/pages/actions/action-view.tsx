import type { ActionPage } from "../../../app/meetings/actions.ts";
import type { ChildPage } from "../../../app/views.ts";
import { ACTION_ENDS, ACTION_SAYS, type ActionSay } from "../../../domain/chronology/codes.ts";
import type { Entry } from "../../../domain/chronology/entry.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { waitsForSaying } from "../../../domain/meetings/actions.ts";
import { CHAIRS_ACTION } from "../../../domain/meetings/of-meeting.ts";
import { DateInput, ErrorSummary, type FieldError } from "../../forms/fields.tsx";
import type { DateParts } from "../../forms/date-input.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { errorAt } from "../child/entry-form/form.ts";
import { Overtaken } from "../child/entry-form/overtaken.tsx";
import { recorderInWords } from "../child/words.ts";
import { ActionStatus } from "./status.tsx";

export interface TypedEnd {
  readonly texts: Readonly<Record<string, string>>;
  readonly dueOn: DateParts;
}

interface Props {
  readonly child: ChildPage;
  readonly page: ActionPage;
  readonly typed: TypedEnd;
  readonly errors: readonly FieldError[];
  readonly since: readonly Entry[];
}

/** What is said of an action while it is open: the ids of its form. */
export const SAY_FIELDS = ["about", "said"] as const;

/** One action: what it is, how it stands, and how it ends. */
export function ActionView(props: Props): Html {
  const { child, page: { action, owner, ownerLeft, fallsTo, whyNot }, errors, since } = props;
  const { ended } = action;
  return (
    <>
      {since.length > 0 ? <Overtaken since={since} names={child.workerNames} /> : <ErrorSummary errors={errors} />}
      <span class="govuk-caption-l">{child.localId}, {action.of.series}, {dayInWords(action.agreedOn)}</span>
      <h1 class="govuk-heading-l">{action.what === "" ? "An action" : action.what}</h1>
      {component("govukSummaryList", { rows: [
        row("How it stands", <ActionStatus action={action} />),
        row("By whom", `${owner ?? "Not shown to you"}${ownerLeft ? ", who has left" : action.who === null && action.whoElse !== null ? ", who has no account" : ""}${fallsTo === null ? "" : `. ${fallsTo} sees that it is closed`}`),
        row("By when", dayInWords(action.dueOn)),
        row("How we will know", action.shownBy === "" ? "Not shown to you" : action.shownBy),
        row("Agreed", `${action.of.meeting === CHAIRS_ACTION ? "By the chair between meetings" : "At the meeting"} of ${action.of.organisation}, on ${dayInWords(action.agreedOn)}`),
        ...(action.passedOn === null ? [] : [row("Passed on", `By ${recorderInWords(action.passedOn.recordedBy, child.workerNames)} on ${dayInWords(action.passedOn.happenedOn)}. It was first to be done by ${dayInWords(action.firstDueOn)}`)]),
        ...(action.escalated === null ? [] : [row("Taken further", `On ${dayInWords(action.escalated.happenedOn)}${waitsForSaying(action) ? ". Nobody has said yet what is to happen with it" : ""}`)]),
        ...action.said.map(({ detail, recordedBy, happenedOn }) => row(ACTION_SAYS[detail["about"] as ActionSay] ?? "Said of it", `${String(detail["said"] ?? "Not shown to you")} (${recorderInWords(recordedBy, child.workerNames)}, ${dayInWords(happenedOn)})`)),
        ...(ended === null ? [] : [row("What was done", `${String(ended.detail["done"] ?? "Not shown to you")} (${recorderInWords(ended.recordedBy, child.workerNames)}, ${dayInWords(ended.happenedOn)})`)]),
        ...(ended?.detail["evidenceSystem"] === undefined ? [] : [row("Evidence", [ended.detail["evidenceSystem"], ended.detail["evidencePlace"]].filter((one) => one !== undefined).join(", "))]),
      ] })}
      <Say {...props} />
      {whyNot === null ? <Close {...props} /> : component("govukInsetText", { text: `${whyNot}.` })}
      <p class="govuk-body"><a class="govuk-link" href={`/children/${child.recordId}/meetings`}>What meetings decided for {child.localId}, and what became of it</a></p>
    </>
  );
}

const row = (key: string, value: string | Html) => ({ key: { text: key }, value: typeof value === "string" ? { text: value } : { html: value } });

/** What is in the way, and what is to happen: while it is open, and before its end is asked for. */
function Say({ child, page: { action, says }, typed, errors }: Props): Html | null {
  const [only] = says;
  if (only === undefined) return null;
  const wrong = (id: string) => { const error = errorAt(errors, id); return error === undefined ? {} : { errorMessage: { text: error } }; };
  const chosen = typed.texts["about"] ?? "";
  return (
    <form class="pt-measure pt-action-say" method="post" action={`/children/${child.recordId}/actions/${action.number}/say`} novalidate>
      <input type="hidden" name="basedOn" value={String(child.version)} />
      {says.length === 1 ? <input type="hidden" name="about" value={only} /> : component("govukRadios", {
        idPrefix: "about", name: "about", fieldset: { legend: { text: "Is there something to say while it is open?", classes: "govuk-fieldset__legend--m" } }, ...wrong("about"),
        items: says.map((what) => ({ value: what, text: ACTION_SAYS[what], checked: chosen === what })),
      })}
      {component("govukTextarea", {
        id: "said", name: "said", rows: "3", value: typed.texts["said"] ?? "", label: says.length === 1 ? { text: ACTION_SAYS[only], classes: "govuk-label--m" } : { text: "What is in the way, or what is to happen" },
        hint: { text: "It stands on the meeting’s next agenda and on the child’s own page. The action stays open" }, ...wrong("said"),
      })}
      {component("govukButton", { text: "Say it", classes: "govuk-button--secondary", preventDoubleClick: true })}
    </form>
  );
}

function Close(props: Props): Html {
  const { child, page: { action, people }, typed, errors } = props;
  const text = (name: string): string => typed.texts[name] ?? "";
  const wrong = (id: string) => { const error = errorAt(errors, id); return error === undefined ? {} : { errorMessage: { text: error } }; };
  const input = (id: string, label: string, hint?: string) => component("govukInput", { id, name: id, value: text(id), label: { text: label }, ...(hint === undefined ? {} : { hint: { text: hint } }), ...wrong(id) });
  return (
    <form class="pt-measure" method="post" action={`/children/${child.recordId}/actions/${action.number}`} novalidate>
      <input type="hidden" name="basedOn" value={String(child.version)} />
      {component("govukRadios", {
        idPrefix: "how", name: "how", fieldset: { legend: { text: "How does it end?", classes: "govuk-fieldset__legend--m" } }, ...wrong("how"),
        items: [
          { value: "done", text: ACTION_ENDS.done, checked: text("how") === "done" },
          { value: "overtaken", text: ACTION_ENDS.overtaken, checked: text("how") === "overtaken" },
          { value: "passed-on", text: ACTION_ENDS["passed-on"], checked: text("how") === "passed-on" },
        ],
      })}
      {component("govukTextarea", { id: "done", name: "done", rows: "4", value: text("done"), label: { text: "What was done, or why it ends", classes: "govuk-label--m" }, hint: { text: action.shownBy === "" ? "What was to be seen of it is not shown to you" : `It was to be known by this: ${action.shownBy}` }, ...wrong("done") })}
      {input("evidenceSystem", "Evidence kept in (optional)", "Such as the case system. Nothing is uploaded here")}
      {input("evidencePlace", "Where in it (optional)")}
      <details class="govuk-details" open={text("how") === "passed-on"}>
        <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Where it is passed on: to whom, and by when</span></summary>
        <div class="govuk-details__text">
          {component("govukSelect", { id: "who", name: "who", label: { text: "To whom" }, value: text("who"), items: [{ value: "", text: "Somebody without an account" }, ...people.map(({ account, name }) => ({ value: account, text: name }))], ...wrong("who") })}
          {input("whoElse", "By whom, where they have no account")}
          <DateInput id="dueOn" legend="By when" small value={typed.dueOn} error={errorAt(errors, "dueOn-day")} />
        </div>
      </details>
      {component("govukButton", { text: "End the action", preventDoubleClick: true })}
    </form>
  );
}

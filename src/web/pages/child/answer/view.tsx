import type { ChecklistLine } from "../../../../app/answers/checklists.ts";
import type { ChildPage, ExplainedClock } from "../../../../app/views.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { KINDS } from "../../../../domain/chronology/kinds.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { isOpen } from "../../../../domain/standards/clock.ts";
import { whyNotDeclined } from "../../../../domain/standards/declined.ts";
import { type AnswerWay, wayInWords } from "../../../../domain/work/answers.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { ClockStatus } from "../clocks/clock-item.tsx";
import { DecideElsewhere } from "../../decisions/elsewhere.tsx";
import { EntryFields } from "../entry-form/fields.tsx";
import { errorAt } from "../entry-form/form.ts";
import { Overtaken } from "../entry-form/overtaken.tsx";
import { BesideClock } from "../extensions/beside.tsx";
import { whenInWords } from "../words.ts";
import { whyPath } from "../why/due-link.tsx";
import { EvidenceFields } from "../entry-form/evidence.tsx";
import { askedOf, type TypedAnswer } from "./form.ts";
import { answerPath } from "./link.tsx";
import { onBehalfInWords } from "./words.ts";

export interface AnswerProps {
  readonly child: ChildPage;
  readonly line: ChecklistLine;
  readonly clock: ExplainedClock;
  readonly way: AnswerWay | undefined;
  readonly typed: TypedAnswer;
  readonly errors: readonly FieldError[];
  /** What somebody else saved since this was read. */
  readonly since: readonly Entry[];
  /** The page to go back to. */
  readonly back: string;
}

/** One clock: why it is here, and a form that answers it, or says why it is not appropriate for this child. */
export const AnswerView = (props: AnswerProps): Html => {
  const { child, clock, errors, since } = props;
  return (
    <>
      {since.length > 0 ? <Overtaken since={since} names={child.workerNames} /> : <ErrorSummary errors={errors} />}
      <span class="govuk-caption-l">{child.localId} · {clock.standard}</span>
      <h1 class="govuk-heading-l">{clock.title}{clock.occurrence > 1 ? ` (${clock.occurrence})` : ""}</h1>
      <p class="pt-why__stands">{clock.dueOn === null ? null : <strong>{clock.flags.includes("not-before") ? "Not before" : "Due"} {dayInWords(clock.dueOn)}</strong>} <ClockStatus clock={clock} /></p>
      <BesideClock child={child} clock={clock} />
      <h2 class="govuk-heading-s pt-answer__why">Why this is here</h2>
      <p class="govuk-body">{[clock.told.started, clock.told.arithmetic, clock.told.end, clock.told.known].filter((text) => text !== "").join(" ")} <a class="govuk-link" href={whyPath(child.recordId, clock)}>All of why</a></p>
      {isOpen(clock) ? <AnswerForm {...props} /> : <p class="govuk-inset-text">There is nothing to answer here any more. <a class="govuk-link" href={props.back}>Go back</a></p>}
    </>
  );
};

function AnswerForm({ child, line, clock, way, typed, errors, back }: AnswerProps) {
  const cannotDecline = child.given === undefined ? whyNotDeclined(line.standard) : "Whether this is appropriate for the child is the authority’s to say";
  return (
    <>
      {line.theirs || (way === undefined && cannotDecline !== undefined) ? null : component("govukInsetText", { text: onBehalfInWords(line.owner) })}
      {way === undefined ? <p class="govuk-body">{line.answers.keptTo}. <a class="govuk-link" href={`/children/${child.recordId}/record`}>Record what happened</a></p> : null}
      <form method="post" action={answerPath(child.recordId, clock)} novalidate>
        <input type="hidden" name="basedOn" value={String(child.version)} />
        <input type="hidden" name="back" value={back} />
        {way === undefined ? null : (
          <>
            <input type="hidden" name="kind" value={way.kind} />
            <h2 class="govuk-heading-m" id="answer-it">Answer it: {wayInWords(way)}</h2>
            <DecideElsewhere recordId={child.recordId} kind={way.kind} />
            {line.ahead.map((e) => <p class="govuk-body">A day is set: {KINDS[e.kind].label}, {whenInWords(e)}. Once it has happened, give the day here; to move it or take it back, open {child.may.record ? <a class="govuk-link" href={`/children/${child.recordId}/dates`}>the dates to come</a> : <a class="govuk-link" href={`/children/${child.recordId}/entries/${e.number}/correct`}>that day</a>}.</p>)}
            <OtherWays child={child} line={line} clock={clock} way={way} back={back} />
            <EntryFields kind={way.kind} typed={typed.entry} errors={errors} fields={askedOf(way)} />
            <EvidenceFields typed={typed.evidence} errors={errors} shouldBe={clock.told.evidence} />
            <div class="govuk-button-group">
              {component("govukButton", { text: "Save the answer", name: "do", value: "answer", preventDoubleClick: true })}
              <a class="govuk-link" href={back}>Cancel</a>
            </div>
          </>
        )}
        {cannotDecline === undefined ? <Decline typed={typed} error={errorAt(errors, "why")} or={way !== undefined} /> : way === undefined ? null : <p class="govuk-body-s pt-quiet">{cannotDecline}.</p>}
      </form>
    </>
  );
}

const Decline = ({ typed, error, or }: { readonly typed: TypedAnswer; readonly error: string | undefined; readonly or: boolean }): Html => (
  <section class="pt-answer__decline" id="decline" aria-labelledby="decline-heading">
    <h2 class="govuk-heading-m" id="decline-heading">{or ? "Or: not appropriate for this child" : "Not appropriate for this child"}</h2>
    {component("govukTextarea", {
      id: "why", name: "why", value: typed.why, rows: "3", label: { text: "Because …", classes: "govuk-label--s" },
      hint: { text: "Whoever reads the record later sees this. It then no longer waits to be done" }, errorMessage: error === undefined ? undefined : { text: error },
    })}
    {component("govukButton", { text: "Save as not appropriate", name: "do", value: "decline", classes: "govuk-button--secondary", preventDoubleClick: true })}
  </section>
);

/** Where several kinds of entry would answer it: the others, each a form of its own. */
function OtherWays({ child, line, clock, way, back }: Pick<AnswerProps, "child" | "line" | "clock" | "back"> & { readonly way: AnswerWay }) {
  const others = line.answers.ways.filter(({ kind }) => kind !== way.kind);
  if (others.length === 0) return null;
  return (
    <p class="govuk-body">
      It may be answered another way:{" "}
      {others.map((other, i) => <>{i === 0 ? null : ", "}<a class="govuk-link" href={answerPath(child.recordId, clock, { back, kind: other.kind })}>{wayInWords(other)}</a></>)}.
    </p>
  );
}

/** “HM-0101: visit within 72 hours of the move, answered”: what was done, for the page that somebody goes back to. */
export function answeredInWords({ localId }: ChildPage, { title, standard }: ExplainedClock, written: Entry | undefined): string {
  const what = `${localId}, ${standard}: ${title}`;
  if (written === undefined || written.kind === "declined") return `${what}. Answered: not appropriate for this child`;
  return `${what}. ${written.certainty === "actual" ? "Answered" : "A day is set"}: ${KINDS[written.kind].label}, ${dayInWords(written.happenedOn)} (${written.certainty})`;
}

import type { MilestonesPage } from "../../../../app/forms/milestones.ts";
import type { ExplainedClock } from "../../../../app/views.ts";
import { CHOICES, choicesOf, type Conflict } from "../../../../domain/forms/answers.ts";
import type { Asked } from "../../../../domain/forms/asked.ts";
import { notTheirSection, ownerInWords } from "../../../../domain/forms/questions.ts";
import { stateInWords } from "../../../../domain/standards/clock.ts";
import { DateInput, type FieldError } from "../../../forms/fields.tsx";
import { instantInWords } from "../../../govuk/date-filter.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorAt } from "../entry-form/form.ts";
import { DueLink } from "../why/due-link.tsx";
import { causeInWords, detailsInWords, recorderInWords, whenInWords } from "../words.ts";
import { boxId, partsOf, type Typed } from "./boxes.ts";
import { CertaintyInput, DetailInputs } from "./inputs.tsx";
import { Whose } from "./owner.tsx";
import { Recorded } from "./recorded.tsx";

export interface QuestionProps {
  readonly milestones: MilestonesPage;
  readonly asked: Asked;
  /** Whether its boxes are shown; else it is read, with a button that opens them. */
  readonly open: boolean;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly conflict: Conflict | undefined;
}

/** One question: whose it is, what the record says, and the boxes of one more answer. */
export function QuestionView(props: QuestionProps): Html {
  const { milestones: { child, due }, asked, open } = props;
  const { question, own } = asked;
  const id = boxId(question.kind);
  return (
    <div role="group" class={`pt-question pt-question--${question.colour}`} aria-labelledby={`${id}-label`} id={`question-${question.kind}`}>
      <div class="pt-question__asked">
        <h2 class="govuk-heading-s pt-question__label" id={`${id}-label`}>{question.label}</h2>
        <Whose question={question} own={own} />
        <DueFor recordId={child.recordId} clock={due.get(question.kind)} />
        <Recorded asked={asked} child={child} links />
        {asked.answers.length === 0 ? <p class="pt-question__none">Not answered yet</p> : null}
      </div>
      {open ? <Boxes {...props} /> : <OpenButton {...props} />}
    </div>
  );
}

/** When an answer is due, how that stands, and why. */
const DueFor = ({ recordId, clock }: { readonly recordId: string; readonly clock: ExplainedClock | undefined }): Html | null =>
  clock === undefined || clock.dueOn === null ? null : (
    <p class="pt-question__due">
      <span class={`pt-status pt-status--${clock.state === "overdue" ? "late" : clock.state === "due-soon" ? "due-soon" : "quiet"}`}>{stateInWords(clock)}</span>{" "}
      due <DueLink recordId={recordId} clock={clock} on={clock.dueOn} />: {clock.title} <span class="pt-quiet pt-nowrap">{clock.standard}</span>
    </p>
  );

/** Opens the boxes of a question that is somebody else’s, or is answered already; what was typed elsewhere on the page is kept. */
function OpenButton({ milestones: { may, role, child }, asked: { question, own, answers, asks } }: QuestionProps): Html | null {
  if (!child.may.record || !may.answer) return null;
  const refused = notTheirSection(question, role);
  if (refused !== undefined) return null;
  if (!asks) return null;
  const text = own ? (answers.length === 0 ? "Answer" : "Add one more") : "Answer on their behalf";
  return (
    <p class="pt-question__open">
      <button class="govuk-button govuk-button--secondary pt-button--small" type="submit" name="do" value={`open-${question.kind}`} data-module="govuk-button">
        {text}<span class="govuk-visually-hidden">: {question.label}</span>
      </button>
    </p>
  );
}

function Boxes({ milestones, asked, typed, errors, conflict }: QuestionProps): Html {
  const { question, ahead, own } = asked;
  const { kind } = question;
  const id = boxId(kind);
  return (
    <div class="pt-question__boxes">
      {own ? null : <p class="pt-question__behalf">You answer on behalf of: {ownerInWords(question)}</p>}
      {conflict === undefined ? null : <Theirs conflict={conflict} milestones={milestones} asked={asked} typed={typed} errors={errors} />}
      {ahead.length > 0 && conflict === undefined ? <WhichDate asked={asked} typed={typed} errors={errors} /> : null}
      <div class="pt-question__when">
        <DateInput id={id} legend={question.ahead ? "When did it happen, or when is it meant to?" : "When did it happen?"} hint="" small value={partsOf(typed)} error={errorAt(errors, `${id}-day`)} />
        {question.ahead ? <CertaintyInput kind={kind} typed={typed} errors={errors} roles={milestones.roles} /> : null}
      </div>
      {ahead.length > 0 || conflict !== undefined ? component("govukInput", {
        id: `${id}-reason`, name: `${id}-reason`, value: typed["reason"] ?? "", label: { text: conflict === undefined ? "If the day moved, why?" : "If yours takes the place of theirs, why?" },
        errorMessage: optional(errorAt(errors, `${id}-reason`)), classes: "govuk-input--width-30",
      }) : null}
      <DetailInputs kind={kind} typed={typed} errors={errors} />
    </div>
  );
}

const optional = (text: string | undefined) => (text === undefined ? undefined : { text });

/** Which of the days to come the answer is about: it is confirmed or moved; or one more. */
function WhichDate({ asked: { question, ahead }, typed, errors }: Pick<QuestionProps, "asked" | "typed" | "errors">): Html {
  const id = `${boxId(question.kind)}-changes`;
  const [first] = ahead;
  if (ahead.length === 1 && !question.repeats && first !== undefined) return <input type="hidden" id={id} name={id} value={String(first.number)} />;
  const chosen = typed["changes"] ?? (Object.keys(typed).length === 0 ? String(first?.number ?? "") : "more");
  return component("govukRadios", {
    idPrefix: id, name: id, classes: "govuk-radios--small", errorMessage: optional(errorAt(errors, id)),
    fieldset: { legend: { html: <>Which is this about<span class="govuk-visually-hidden">: {question.label}</span></>, classes: "govuk-fieldset__legend--s" } },
    items: [
      ...ahead.map((e) => ({ value: String(e.number), text: `Confirm or move ${whenInWords(e)}`, checked: chosen === String(e.number) })),
      ...(question.repeats ? [{ value: "more", text: "One more, beside it", checked: chosen === "more" }] : []),
    ],
  });
}

/** What somebody else answered since, beside what is in the boxes, and what is to become of the two. */
function Theirs({ conflict, milestones: { child }, asked: { question }, typed, errors }: Pick<QuestionProps, "milestones" | "asked" | "typed" | "errors"> & { readonly conflict: Conflict }): Html {
  const id = `${boxId(question.kind)}-choice`;
  return (
    <div class="pt-question__theirs">
      <p><strong>Somebody else answered this while you were.</strong> Yours is in the boxes below, and is not on the record.</p>
      <ul>
        {conflict.theirs.map((e) => (
          <li>
            Theirs: <strong>{whenInWords(e)}</strong>{detailsInWords(e).map(([label, text]) => `; ${label}: ${text}`).join("")}{e.cause === undefined ? "" : `. ${causeInWords(e)}`}
            <span class="pt-question__moves">By {recorderInWords(e.recordedBy, child.workerNames)}, {instantInWords(e.recordedAt)}</span>
          </li>
        ))}
      </ul>
      {component("govukRadios", {
        idPrefix: id, name: id, classes: "govuk-radios--small", errorMessage: optional(errorAt(errors, id)),
        fieldset: { legend: { html: <>What should be on the record?<span class="govuk-visually-hidden">: {question.label}</span></>, classes: "govuk-fieldset__legend--s" } },
        items: choicesOf(conflict, question).map((choice) => ({ value: choice, text: CHOICES[choice], checked: typed["choice"] === choice })),
      })}
    </div>
  );
}

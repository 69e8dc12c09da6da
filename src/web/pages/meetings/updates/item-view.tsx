import type { UpdatePage, UpdateRow } from "../../../../app/meetings/updates.ts";
import { BARRIERS, type BarrierCode } from "../../../../domain/chronology/codes.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import type { KnownFact } from "../../../../domain/meetings/known.ts";
import { isAhead } from "../../../../domain/meetings/meeting.ts";
import { barriersIn, differingBoxes, UPDATE_BOXES, type UpdateAnswers, type UpdateBoxName, updateInWords } from "../../../../domain/meetings/update.ts";
import { KINDS } from "../../../../domain/chronology/kinds.ts";
import { lower } from "../../../../domain/words.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import { instantInWords } from "../../../govuk/date-filter.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorAt } from "../../child/entry-form/form.ts";
import { boxId, NO_PAPERS, type TypedPapers } from "./form.ts";
import { PapersPart } from "./papers-part.tsx";
import { updatePath } from "./paths.ts";

export interface UpdateProps {
  readonly page: UpdatePage;
  /** What was typed, where it was not saved or not sent as it is. */
  readonly typed?: UpdateAnswers;
  readonly papers?: TypedPapers;
  readonly errors?: readonly FieldError[];
  /** What somebody else saved first. */
  readonly theirs?: UpdateRow;
}

/** What a child’s worker is asked before a meeting: what is known is there already; the rest is theirs to say. */
export function UpdateView(props: UpdateProps): Html {
  const { page: { child, meeting, series, item, update, dueOn, may }, errors = [], theirs } = props;
  return (
    <>
      {theirs === undefined ? <ErrorSummary errors={errors} /> : <SavedFirst {...props} theirs={theirs} />}
      <span class="govuk-caption-l">{child.localId}{child.name === null ? "" : `, ${child.name}`} · {series.definition.name}, {dayInWords(meeting.heldOn)}</span>
      <h1 class="govuk-heading-l">Update before the meeting</h1>
      <p class="govuk-body-l">{standingOf(props.page)}</p>
      {item.reasons.length === 0 ? null : (
        <section aria-labelledby="why-heading">
          <h2 class="govuk-heading-s" id="why-heading">Why {child.localId} is on the agenda</h2>
          <ul class="govuk-list govuk-list--bullet">{item.reasons.map(({ because }) => <li>{because}</li>)}</ul>
        </section>
      )}
      {update === null ? null : may.answer ? <Questions {...props} update={update} /> : <Answers answers={update.answers} />}
      {update === null ? null : <PapersPart page={props.page} update={update} typed={props.papers ?? NO_PAPERS} errors={errors} />}
      {update !== null && may.answer ? <p class="govuk-body">Sent by {dayInWords(dueOn)}, it is in front of the meeting in time. It can be changed until the meeting begins.</p> : null}
    </>
  );
}

/** How it stands and what to do next, in a sentence or two. */
function standingOf({ item, update, asked, answeredBy, dueOn, meeting, may, isOwn }: UpdatePage): string {
  if (item.mode === "removed") return "This child was taken off the agenda for safety. Nothing more is asked or taken, and only those who hold the meeting see this page.";
  if (update === null) return "Nobody has been asked for an update of this child yet.";
  if (update.answeredAt !== null) return `Sent on ${instantInWords(update.answeredAt)} by ${answeredBy ?? "somebody"}.`;
  if (!may.answer) return isAhead(meeting.state) ? `Asked of ${asked ?? "somebody"} by ${dayInWords(dueOn)}, and not sent yet.` : "No update was sent before the meeting.";
  const kept = update.savedAt === null ? "Check what is filled in, say the rest, and send it" : `Begun and kept on ${instantInWords(update.savedAt)}. Finish it and send it`;
  return `${kept} by ${dayInWords(dueOn)}.${isOwn || asked === null ? "" : ` It was asked of ${asked}.`}`;
}

/** Two people’s words, neither lost: theirs here, what was typed in the form below. */
function SavedFirst({ page, typed, theirs }: UpdateProps & { readonly theirs: UpdateRow }): Html {
  const boxes = differingBoxes(theirs.answers, typed ?? {});
  return (
    <div class="govuk-error-summary" data-module="govuk-error-summary" id="overtaken">
      <div role="alert">
        <h2 class="govuk-error-summary__title">Somebody saved first</h2>
        <div class="govuk-error-summary__body">
          <p>{page.answeredBy === null ? "Somebody else" : page.answeredBy} saved this update{theirs.savedAt === null ? "" : ` on ${instantInWords(theirs.savedAt)}`}, while you were typing. What you typed is below and is not saved yet. Read theirs, change yours if you need to, and save again.</p>
          <dl class="pt-item-known">
            {boxes.map((box) => <><dt>{UPDATE_BOXES[box].label}</dt><dd class="pt-lines">{wordsIn(theirs.answers, box)}</dd></>)}
          </dl>
        </div>
      </div>
    </div>
  );
}

const wordsIn = (answers: UpdateAnswers, box: UpdateBoxName): string => updateInWords(answers[box] === undefined ? {} : { [box]: answers[box] })[0]?.[1] ?? "Nothing";

const Answers = ({ answers }: { readonly answers: UpdateAnswers }): Html => {
  const rows = updateInWords(answers);
  return rows.length === 0 ? <p class="govuk-body">Nothing has been said yet.</p> : component("govukSummaryList", { rows: rows.map(([label, text]) => ({ key: { text: label }, value: { html: <span class="pt-lines">{text}</span> } })) });
};

interface Asked {
  readonly page: UpdatePage;
  readonly answers: UpdateAnswers;
  readonly errors: readonly FieldError[];
}

function Questions({ page, typed, errors, theirs, update }: UpdateProps & { readonly update: UpdateRow }): Html {
  const asked: Asked = { page, answers: typed ?? update.answers, errors: errors ?? [] };
  return (
    <form method="post" action={updatePath(page.item.id)} novalidate>
      <input type="hidden" name="basedOn" value={String((theirs ?? update).revision)} />
      <Heading title="Care plan"><Known {...asked} of="planRight" /><YesNo {...asked} box="planRight" /><Words {...asked} box="planNote" rows={2} /></Heading>
      <Heading title="Legal status"><Known {...asked} of="legalRight" /><YesNo {...asked} box="legalRight" /><Words {...asked} box="legalNote" rows={2} /></Heading>
      <Heading title="Timescales"><Known {...asked} of="timescales" /><Words {...asked} box="timescales" label="What is to happen next, and by when" /></Heading>
      <Heading title="Securing permanence"><Known {...asked} of="securing" /><Words {...asked} box="securing" /></Heading>
      <Heading title="Drift"><Words {...asked} box="drift" /></Heading>
      {page.finding ? <Heading title="Home finding"><Words {...asked} box="homeFinding" /></Heading> : null}
      <Heading title="What stands in the way"><Known {...asked} of="blocks" /><Blocks {...asked} /><Words {...asked} box="blocksNote" rows={2} /></Heading>
      <Heading title="Anything else"><Words {...asked} box="other" rows={3} /></Heading>
      <div class="govuk-button-group">
        {component("govukButton", { text: update.answeredAt === null ? "Send the update" : "Send it again", name: "do", value: "send", preventDoubleClick: true })}
        {component("govukButton", { text: "Save and finish later", name: "do", value: "keep", classes: "govuk-button--secondary", preventDoubleClick: true })}
      </div>
    </form>
  );
}

const Heading = ({ title, children }: { readonly title: string; readonly children: Html | readonly (Html | null)[] }): Html => <><h2 class="govuk-heading-m pt-update__heading">{title}</h2>{children}</>;

/** What the record says, with the ways to put it right: what was typed is kept first. An answer itself changes nothing on the record. */
function Known({ page: { facts, may }, of }: Asked & { readonly of: UpdateBoxName }): Html | null {
  const list = facts[of] ?? [];
  if (list.length === 0) return null;
  return (
    <dl class="pt-item-known">
      {list.map((fact) => <><dt>{fact.label}</dt><dd>{fact.text}{may.correct ? <PutRight fact={fact} /> : null}</dd></>)}
    </dl>
  );
}

const PutRight = ({ fact: { entry, kind, label } }: { readonly fact: KnownFact }): Html | null =>
  kind === null ? null : (
    <span class="pt-item-known__ways">
      {entry === null ? null : <button class="pt-link-button" type="submit" name="do" value={`correct-${entry}`}>Correct the record<span class="govuk-visually-hidden">: {label}</span></button>}{" "}
      <button class="pt-link-button" type="submit" name="do" value={`record-${kind}`}>{entry === null ? "Record it" : "Record a change"}<span class="govuk-visually-hidden">: {KINDS[kind].label}</span></button>
    </span>
  );

const error = (errors: readonly FieldError[], box: UpdateBoxName) => { const text = errorAt(errors, boxId(box)); return text === undefined ? undefined : { text }; };

const YesNo = ({ answers, errors, box }: Asked & { readonly box: "planRight" | "legalRight" }): Html =>
  component("govukRadios", {
    idPrefix: boxId(box), name: box, value: answers[box] ?? "", classes: "govuk-radios--inline govuk-radios--small", errorMessage: error(errors, box),
    fieldset: { legend: { text: UPDATE_BOXES[box].label, classes: "govuk-fieldset__legend--s" } },
    items: [{ value: "yes", text: "Yes" }, { value: "no", text: "No, or it has changed" }],
  });

function Words({ answers, errors, box, rows = 4, label }: Asked & { readonly box: UpdateBoxName; readonly rows?: number; readonly label?: string }): Html {
  const asked: { readonly label: string; readonly hint?: string } = UPDATE_BOXES[box];
  return component("govukTextarea", {
    id: boxId(box), name: box, value: answers[box] ?? "", rows: String(rows), label: { text: label ?? asked.label, classes: "govuk-label--s" },
    hint: asked.hint === undefined ? undefined : { text: asked.hint }, errorMessage: error(errors, box),
  });
}

const Blocks = ({ answers, errors }: Asked): Html => {
  const said = new Set<string>(barriersIn(answers));
  return component("govukDetails", {
    summaryText: said.size === 0 ? "Choose from what commonly stands in the way" : `Chosen: ${[...said].map((code, i) => (i === 0 ? BARRIERS[code as BarrierCode] : lower(BARRIERS[code as BarrierCode]))).join("; ")}`, open: said.size > 0,
    html: component("govukCheckboxes", {
      idPrefix: boxId("blocks"), name: "blocks", classes: "govuk-checkboxes--small", errorMessage: error(errors, "blocks"),
      fieldset: { legend: { text: "What stands in the way now", classes: "govuk-visually-hidden" } },
      items: Object.entries(BARRIERS).map(([code, text]) => ({ name: `blocks-${code}`, value: "yes", text, checked: said.has(code) })),
    }),
  });
};

import type { ReadItem, ReadMinutes } from "../../../../app/meetings/minutes-read.ts";
import type { LaterMeeting } from "../../../../domain/meetings/minutes.ts";
import type { Block } from "../../../../domain/documents/word.ts";
import { inParts, stateInWords } from "../../../../domain/meetings/minutes.ts";
import { thereTable } from "../../../../domain/meetings/record.ts";
import { sinceBlocks, withRaised } from "../../../../domain/meetings/since.ts";
import { writtenBlocks } from "../../../../domain/meetings/written.ts";
import { type Day, dayInWords } from "../../../../domain/dates/day.ts";
import { counted } from "../../../../domain/words.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { Blocks } from "./blocks.tsx";

export interface MinutesProps {
  readonly minutes: ReadMinutes;
  readonly today: Day;
  readonly later: readonly LaterMeeting[];
  /** The day of the meeting that confirmed them. */
  readonly confirmedAtMeeting: Day | null;
  /** Chair or minute taker, of those who hold it. */
  readonly isConfirmer: boolean;
  readonly mayHold: boolean;
  readonly errors?: readonly FieldError[];
}

const NONE: readonly FieldError[] = [];

/** The minutes of a meeting in the order it was held, their state, and what is to be done with them next. */
export function MinutesView({ minutes, today, later, confirmedAtMeeting, isConfirmer, mayHold, errors = NONE }: MinutesProps): Html {
  const { meeting, series, paper, items } = minutes;
  const address = `/meetings/${meeting.id}`;
  const shown = items.filter(({ row }) => row.mode !== "removed");
  return (
    <>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{paper.series}, {paper.organisation}</span>
      <h1 class="govuk-heading-l">Minutes of {dayInWords(paper.heldOn)}</h1>
      <p class="govuk-body"><strong>{stateInWords(meeting.state, paper.confirmedOn)}{confirmedAtMeeting === null ? "" : `, by the meeting of ${dayInWords(confirmedAtMeeting)}`}.</strong></p>
      <Next minutes={minutes} later={later} isConfirmer={isConfirmer} mayHold={mayHold} errors={errors} />
      <ul class="pt-minutes__files">
        <li><a class="govuk-link" href={`${address}/minutes.docx`}>Minutes as Word</a></li>
        <li><a class="govuk-link" href={`${address}/agenda.docx`}>Agenda as Word</a></li>
        <li><a class="govuk-link" href={address}>The agenda</a></li>
      </ul>
      <h2 class="govuk-heading-m">Who was there</h2>
      {paper.noQuorum == null ? null : component("govukWarningText", { iconFallbackText: "Warning", text: paper.noQuorum })}
      <Blocks blocks={[thereTable(paper.attended)]} under={2} />
      {inParts(series.definition.parts, shown.map((item) => ({ ...item, part: item.row.part }))).map(({ name, items: of }) => (
        <section>
          <h2 class="govuk-heading-m">{name}</h2>
          {of.length === 0 ? <p class="govuk-body">Nothing in this part.</p> : of.map((item) => <Item item={item} minutes={minutes} today={today} mayHold={mayHold} />)}
        </section>
      ))}
    </>
  );
}

interface ItemProps {
  readonly item: ReadItem;
  readonly minutes: ReadMinutes;
  readonly today: Day;
  readonly mayHold: boolean;
}

/** What the child’s record of the meeting holds, in its order: how earlier actions stand, then what this meeting wrote. */
const blocksOf = ({ item: { written, case: c }, minutes: { meeting, organisation, names }, today }: Omit<ItemProps, "mayHold">): readonly Block[] =>
  (c === undefined ? writtenBlocks(written, names, 1)
    : [...sinceBlocks(c, { heldOn: meeting.heldOn, organisation: organisation.name, today }, names, 1), ...writtenBlocks(withRaised(written, c, meeting.id), names, 1)]);

function Item({ item, minutes, today, mayHold }: ItemProps): Html {
  const { row, called } = item;
  return (
    <article class="pt-minutes__item" id={`item-${row.id}`} aria-labelledby={`of-${row.id}`}>
      <h3 class="govuk-heading-m" id={`of-${row.id}`}>{row.recordId === null ? called : <a class="govuk-link" href={`/children/${row.recordId}`}>{called}</a>}</h3>
      <Standing item={item} />
      {item.changedOn === null || item.filedOn === null ? null : component("govukWarningText", { iconFallbackText: "Warning", text: `What is on the case record since ${dayInWords(item.filedOn)} is not what this record says now: it was corrected on ${dayInWords(item.changedOn)}. Put it there anew, then note that you did.` })}
      <Blocks blocks={blocksOf({ item, minutes, today })} under={3} />
      {item.waiting.length === 0 ? null : component("govukInsetText", { html: <>{counted(item.waiting.length, "text")} typed after this was locked {item.waiting.length === 1 ? "waits" : "wait"} to be made a correction. <a class="govuk-link" href={`/meetings/items/${row.id}/correct`}>Look at {item.waiting.length === 1 ? "it" : "them"}<span class="govuk-visually-hidden"> of {called}</span></a></> })}
      <Do item={item} minutes={minutes} mayHold={mayHold} />
    </article>
  );
}

function Do({ item: { row, called, filedOn, changedOn, unwritten, version }, minutes: { meeting }, mayHold: holds }: Omit<ItemProps, "today">): Html {
  const locked = meeting.state === "confirmed";
  const ready = row.concludedAt !== null && !unwritten;
  const hidden = <span class="govuk-visually-hidden"> of {called}</span>;
  return (
    <div class="pt-minutes__do">
      {row.recordId === null || row.mode === "deferred" ? null : <a class="govuk-link" href={`/meetings/items/${row.id}/record.docx`}>{ready ? "Record to file, as Word" : "Draft of the record, as Word"}{hidden}</a>}
      {!holds || row.recordId === null || ready || meeting.state === "confirmed" || row.mode === "deferred" ? null : <a class="govuk-link" href={`/meetings/items/${row.id}/confirm`}>Confirm what was agreed{hidden}</a>}
      {!holds || !locked ? null : <a class="govuk-link" href={`/meetings/items/${row.id}/correct`}>Correct{hidden}</a>}
      {!holds || !ready || (filedOn !== null && changedOn === null) ? null : (
        <form method="post" action={`/meetings/${meeting.id}/minutes`}>
          <input type="hidden" name="what" value="filed" /><input type="hidden" name="item" value={row.id} /><input type="hidden" name="basedOn" value={String(version)} />
          {component("govukButton", { html: <>{filedOn === null ? "Note that it is on the case record" : "Note that it is there anew"}{hidden}</>, classes: "govuk-button--secondary" })}
        </form>
      )}
      {filedOn === null ? null : <span>On the case record since {dayInWords(filedOn)}</span>}
    </div>
  );
}

const Standing = ({ item: { row, unwritten } }: { readonly item: ReadItem }): Html | null => {
  if (row.recordId === null || row.mode === "deferred") return null;
  if (row.concludedAt === null) return component("govukTag", { text: "Not on the child’s record yet", classes: "govuk-tag--yellow" });
  return unwritten ? component("govukTag", { text: "Changed since it was confirmed for the child", classes: "govuk-tag--yellow" }) : component("govukTag", { text: "On the child’s record", classes: "govuk-tag--green" });
};

/** What is to be done with the minutes now, and by whom. */
function Next({ minutes: { meeting, items }, later, isConfirmer, mayHold, errors }: Required<Omit<MinutesProps, "confirmedAtMeeting" | "today">>): Html | null {
  const address = `/meetings/${meeting.id}`;
  const error = (id: string) => errors.find((each) => each.id === id)?.text;
  const waiting = items.filter(({ unwritten }) => unwritten);
  if (meeting.state === "open") return mayHold ? (
    <form class="pt-minutes__next" method="post" action={`${address}/minutes`}>
      <p class="govuk-body">The meeting is in session. Close it when it is over: what is typed can be put right until the minutes are confirmed.</p>
      <input type="hidden" name="what" value="close" />
      {component("govukButton", { text: "Close the meeting" })}
    </form>
  ) : null;
  if (meeting.state !== "held" || !mayHold) return null;
  return (
    <section class="pt-minutes__next" aria-labelledby="next">
      <h2 class="govuk-heading-s" id="next">Confirm the minutes</h2>
      {waiting.length === 0 ? null : (
        <>
          <p class="govuk-body" id="unwritten">{error("unwritten") === undefined ? null : <span class="govuk-error-message">{error("unwritten")}</span>}Confirm first what was agreed for {counted(waiting.length, "child", "children")}:</p>
          <ul class="govuk-list govuk-list--bullet">{waiting.map(({ row, called }) => <li><a class="govuk-link" href={`/meetings/items/${row.id}/confirm`}>{called}</a></li>)}</ul>
        </>
      )}
      {!isConfirmer ? <p class="govuk-body" id="confirmedIn">The chair or the minute taker of the series confirms them, or whoever stands in for them.</p>
        : later.length === 0 ? <p class="govuk-body" id="confirmedIn">They are confirmed at the next meeting of the series, once it is open. It has not come yet, or nobody has opened it.</p>
          : waiting.length > 0 ? null : (
            <form method="post" action={`${address}/minutes`} novalidate>
              <input type="hidden" name="what" value="confirm" />
              {component("govukRadios", {
                name: "confirmedIn", idPrefix: "confirmedIn", errorMessage: error("confirmedIn") === undefined ? undefined : { text: error("confirmedIn") },
                fieldset: { legend: { text: "Which meeting confirmed them?", classes: "govuk-fieldset__legend--s" } }, hint: { text: "They are locked then. Later corrections stand beside them" },
                items: later.map(({ id, heldOn }) => ({ value: id, text: dayInWords(heldOn), checked: later.length === 1 })),
              })}
              {component("govukButton", { text: "Confirm and lock" })}
            </form>
          )}
    </section>
  );
}

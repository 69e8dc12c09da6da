import type { RoomPage } from "../../../../app/meetings/room.ts";
import { holderAt, quorumAt, quorumInWords, seatsAt } from "../../../../domain/meetings/attendance.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { ATTENDANCES, MEMBER_KINDS } from "../../../../domain/meetings/meeting.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { ErrorSummary } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { type Looking, meetingPath, roomPath } from "./paths.ts";

interface Props {
  readonly room: RoomPage;
  readonly looking: Looking;
  /** Who could write, beside whoever opens the page. */
  readonly writers: readonly { readonly account: string; readonly name: string }[];
  readonly you: string;
  readonly errors: readonly FieldError[];
}

/** Who is there: asked as the meeting is opened, and changed while it runs. */
export function AttendanceView({ room, looking, writers, you, errors }: Props): Html {
  const { meeting, definition } = room;
  const opening = meeting.state !== "open";
  const seats = seatsAt(definition, { attendance: room.attendance });
  const minuteTaker = holderAt(definition, meeting.detail, "minute-taker")?.account ?? you;
  const title = opening ? "Open the meeting" : "Who is here";
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <form method="post" action={meetingPath(looking, opening ? "open" : "attendance")} novalidate>
        <input type="hidden" name="basedOn" value={String(meeting.revision)} />
        {seats.length === 0 ? <p class="govuk-body">The series has no members. Add them where it is set up.</p> : null}
        {seats.map(({ key, member, as, standIn }, i) => (
          <fieldset class="govuk-fieldset pt-seat">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{room.names.get(member.account ?? "") ?? member.office}<span class="pt-quiet pt-seat__office"> {member.account === null || member.office === "" ? MEMBER_KINDS[member.as] : member.office}</span></legend>
            <input type="hidden" name={`seat-${i}`} value={key} />
            <div class="pt-seat__choices">
              {Object.entries(ATTENDANCES).map(([code, words]) => (
                <label class="pt-yes-no__choice"><input type="radio" name={`as-${i}`} value={code} checked={(as ?? "present") === code} />{words}</label>
              ))}
              <label class="pt-seat__stand-in">Who stands in <input class="govuk-input pt-seat__name" name={`by-${i}`} value={standIn ?? ""} maxlength={200} /></label>
            </div>
          </fieldset>
        ))}
        {opening ? (
          <>
            <p class="govuk-body">{quorumInWords(quorumAt(definition, meeting.detail, true), true)}</p>
            {meeting.heldOn <= room.today ? null : (
              <>
                {component("govukWarningText", { iconFallbackText: "Warning", text: `This meeting is on ${dayInWords(meeting.heldOn)}, and today is ${dayInWords(room.today)}. What it agrees can be confirmed only on its day.` })}
                <p class="govuk-body"><a class="govuk-link" href={`/meetings/${meeting.id}/arrange`}>Move it to today instead</a></p>
                {component("govukCheckboxes", { idPrefix: "early", name: "early", classes: "govuk-checkboxes--small", items: [{ value: "yes", text: "Open it all the same, before its day" }], ...(errors.some(({ id }) => id === "early") ? { errorMessage: { text: errors.find(({ id }) => id === "early")!.text } } : {}) })}
              </>
            )}
            {component("govukSelect", {
              id: "pen", name: "pen", label: { text: "Who writes the minutes", classes: "govuk-label--s" }, hint: { text: "They hold the pen and can hand it on. What anybody else types is kept as a suggestion." },
              items: writers.map(({ account, name }) => ({ value: account, text: account === you ? `${name} (you)` : name, selected: account === minuteTaker })),
            })}
          </>
        ) : null}
        <div class="govuk-button-group">
          {component("govukButton", { text: opening ? "Open the meeting" : "Save", preventDoubleClick: true })}
          <a class="govuk-link" href={opening ? `/meetings/${meeting.id}` : roomPath(looking)}>Cancel</a>
        </div>
      </form>
    </>
  );
}

/** Closing the meeting, with what it comes to. */
export function CloseView({ room, looking, errors }: Pick<Props, "room" | "looking" | "errors">): Html {
  const items = room.parts.flatMap((part) => part.items);
  const waiting = items.filter(({ recordId, concludedAt }) => recordId !== null && concludedAt === null);
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Close the meeting</h1>
      <p class="govuk-body">The clocks stop. The minutes can still be typed and put right until a later meeting confirms them.</p>
      {waiting.length === 0 ? <p class="govuk-body">What was agreed is confirmed for everybody on the agenda.</p> : (
        <>
          <p class="govuk-body">What was agreed is not confirmed yet, and so not on the record, for:</p>
          <ul class="govuk-list govuk-list--bullet">{waiting.map(({ id, localId }) => <li><a class="govuk-link" href={`/meetings/items/${id}/confirm`}>{localId}</a></li>)}</ul>
        </>
      )}
      <form method="post" action={meetingPath(looking, "close")}>
        {component("govukDetails", { summaryText: "It was opened by mistake", html: <><p class="govuk-body">Where nothing has been typed since, it can be to come again, with its agenda as it was.</p><button class="govuk-button govuk-button--secondary" type="submit" name="what" value="unopen">Take back that it was opened</button></> })}
        <div class="govuk-button-group">
          {component("govukButton", { text: "Close the meeting", preventDoubleClick: true })}
          <a class="govuk-link" href={roomPath(looking)}>Cancel</a>
        </div>
      </form>
    </>
  );
}

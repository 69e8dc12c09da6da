import { inOrder, type ItemNow, LONGEST, type RoomPage } from "../../../../app/meetings/room.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { isAhead } from "../../../../domain/meetings/meeting.ts";
import { ageOfChild, standingInWords } from "../../../../domain/permanence/standing.ts";
import { counts, stateInWords } from "../../../../domain/standards/clock.ts";
import type { Html } from "../../../govuk/html.ts";
import { Why } from "../../child/clocks/clock-item.tsx";
import { groupClocks } from "../../child/clocks/groups.ts";
import { LineView } from "../../child/line/view.tsx";
import { lineOfChild } from "../../child/open/line-of-child.ts";
import { type BoxesProps, Questions } from "./boxes.tsx";
import { Lists } from "./lists.tsx";
import { OffList } from "./off-view.tsx";
import { commentPath, commentsPart, type PartName, PARTS } from "./parts.tsx";
import { itemPath, livePath, type Looking, meetingPath, roomPath, timeOf } from "./paths.ts";
import { SinceLastTime, WorkersUpdate } from "./side.tsx";

export interface RoomProps extends Omit<BoxesProps, "shown"> {
  readonly room: RoomPage;
}

export const titleOf = ({ definition, meeting }: Pick<RoomPage, "definition" | "meeting">): string => `${definition.name}, ${dayInWords(meeting.heldOn)}`;

/** The meeting on a big screen: one child at a time, what is written of them, and beside it what was agreed before, what comes next and who is here. */
export function RoomView(props: RoomProps): Html {
  const { room, looking } = props;
  const { shown } = room;
  const item = shown?.item.id;
  const part = (name: PartName): Html | null => PARTS[name]({ room, looking, item });
  const other: Looking = { ...looking, large: !looking.large };
  return (
    <div class={`pt-room${looking.large ? " pt-room--large" : ""}`} data-room={livePath(looking, item)} data-follows={looking.item === undefined ? "" : undefined} data-current={room.meeting.currentItem ?? ""} data-longest={String(LONGEST)}>
      <header class="pt-room__head">
        <h1 class="pt-room__title">{titleOf(room)}</h1>
        <p class="pt-room__status"><span data-part="status">{part("status")}</span> <span data-saved></span></p>
        <nav class="pt-room__jump" aria-label="On this page"><a class="govuk-link govuk-link--no-visited-state" href="#list-actions">Actions</a> <a class="govuk-link govuk-link--no-visited-state" href="#comments">Comments</a> <a class="govuk-link govuk-link--no-visited-state" href="#agenda">Agenda</a></nav>
        <p class="pt-room__type"><a class="govuk-link govuk-link--no-visited-state" href={roomPath(other)}>{looking.large ? "Usual type" : "Large type"}</a></p>
      </header>
      <p class="govuk-visually-hidden" role="status" data-announce></p>
      <p class="pt-room__moved" data-moved hidden>The meeting has moved on. <a class="govuk-link" href={roomPath({ meeting: looking.meeting, large: looking.large })}>Go to where it is</a></p>
      {room.mayHold && isAhead(room.meeting.state) ? <p class="govuk-body">The meeting is not open yet. <a class="govuk-link" href={meetingPath(looking, "open")}>Open the meeting</a></p> : null}
      <div class="pt-room__columns">
        <div class="pt-room__main">
          {shown === undefined ? <p class="govuk-body">There is nobody on this agenda whom you may see.</p> : <Item {...props} shown={shown} clocks={part("clocks")} />}
        </div>
        <aside class="pt-room__side" aria-label="Beside this child">
          <section><h2 class="govuk-heading-s">Who writes</h2><div data-part="pen">{part("pen")}</div></section>
          {shown?.item.recordId == null ? null : (
            <>
              <section><h2 class="govuk-heading-s">Since last time</h2><SinceLastTime room={room} /></section>
              <section><h2 class="govuk-heading-s">Worker’s update</h2><WorkersUpdate room={room} /></section>
            </>
          )}
          {shown === undefined ? null : <Said shown={shown} room={room} looking={looking} />}
          <section><h2 class="govuk-heading-s" id="agenda">Agenda</h2><nav aria-label="Agenda" data-part="agenda">{part("agenda")}</nav></section>
          <OffList room={room} looking={looking} />
          <section><h2 class="govuk-heading-s">Who is here</h2><div data-part="here">{part("here")}</div><Ending room={room} looking={looking} /></section>
        </aside>
      </div>
    </div>
  );
}

function Item(props: RoomProps & { readonly shown: ItemNow; readonly clocks: Html | null }) {
  const { room, shown, looking, clocks } = props;
  const { child } = room;
  return (
    <>
      <section class="pt-room__child" aria-labelledby="room-child">
        <div class="pt-room__who">
          <h2 class="pt-room__id" id="room-child">{shown.item.localId ?? shown.item.title}</h2>
          {room.showsName && child?.name != null ? <span class="pt-room__name">{child.name}</span> : null}
          {child === undefined ? null : <span>{ageOfChild(child.case, child.today)}</span>}
        </div>
        <ul class="pt-room__why">{shown.item.reasons.map(({ because }) => <li>{because}</li>)}{shown.item.reasons.length === 0 && shown.item.why !== null ? <li>{shown.item.why}</li> : null}</ul>
        {child === undefined ? null : <p class="pt-room__stands">{standingInWords(child.case).join(" · ")}</p>}
        {shown.item.presenter === null ? null : <p class="pt-room__presents">Presented by {room.names.get(shown.item.presenter) ?? shown.item.presenter}</p>}
        <div class="pt-room__clocks" data-part="clocks">{clocks}</div>
      </section>
      {shown.item.concludedAt === null ? null : <p class="govuk-inset-text pt-room__done">Confirmed at {timeOf(shown.item.concludedAt)} and written on the child’s record. What is typed from now on is on the record once it is confirmed again.</p>}
      {shown.locked ? <p class="govuk-inset-text pt-room__done">The minutes are confirmed and locked. What you type is kept beside them. <a class="govuk-link" href={`/meetings/items/${shown.item.id}/correct`}>Correct them</a></p> : null}
      {child === undefined ? null : <><LineView model={lineOfChild(child)} /><Late room={room} /></>}
      <form class="pt-room__form" method="post" action={itemPath(looking, shown.item.id)} data-room-form novalidate>
        <Questions {...props} />
        <Lists {...props} />
        <OnFrom {...props} />
      </form>
    </>
  );
}

/** Saving without scripts, going on, and confirming what was agreed. */
function OnFrom({ room, shown, looking }: RoomProps & { readonly shown: ItemNow }) {
  const all = inOrder(room);
  const at = all.findIndex(({ id }) => id === shown.item.id);
  const [before, next] = [all[at - 1], all[at + 1]];
  const runs = room.mayHold && room.meeting.state === "open";
  const label = (item: (typeof all)[number]): string => item.localId ?? item.title ?? "";
  return (
    <div class="pt-room__on">
      <button class="govuk-button govuk-button--secondary" type="submit" name="do" value="save" data-save>Save</button>
      {next === undefined ? null : runs ? <button class="govuk-button" type="submit" name="do" value={`move ${next.id}`} data-go="next" aria-keyshortcuts="Alt+PageDown">Go on to {label(next)}</button> : <a class="govuk-link" href={roomPath(looking, next.id)} data-go="next" aria-keyshortcuts="Alt+PageDown">Next: {label(next)}</a>}
      {room.mayHold && shown.item.recordId !== null && room.meeting.state !== "cancelled" && !shown.locked ? <button class="govuk-button govuk-button--secondary" type="submit" name="do" value="confirm">Confirm what was agreed</button> : null}
      {before === undefined ? null : <a class="govuk-link" href={roomPath(looking, before.id)} data-go="previous" aria-keyshortcuts="Alt+PageUp">Back to {label(before)}</a>}
      {runs && room.meeting.currentItem !== shown.item.id ? <button class="govuk-button govuk-button--secondary" type="submit" name="do" value={`move ${shown.item.id}`}>Bring the meeting to {label(shown.item)}</button> : null}
      <p class="govuk-body-s pt-quiet pt-room__keys" hidden data-keys>Alt and Page Down goes on, Alt and Page Up goes back; in a list, Control and Enter begins a new line.</p>
    </div>
  );
}

/** What is late, and why; each explains itself. */
function Late({ room: { child } }: { readonly room: RoomPage }) {
  if (child === undefined) return null;
  const { late, soon } = groupClocks(child.clocks);
  const shown = [...late, ...soon].filter((clock) => counts(clock));
  return (
    <section aria-labelledby="room-late">
      <h2 class="govuk-heading-m" id="room-late">What is late, and why</h2>
      {shown.length === 0 ? <p class="govuk-body">Nothing is late or due soon.</p> : (
        <ul class="pt-room__late">
          {shown.map((clock) => (
            <li>
              <p class="pt-room__late-what"><b>{clock.title}</b> <span class={clock.state === "overdue" ? "pt-status pt-status--late" : "pt-status pt-status--due-soon"}>{stateInWords(clock)}</span>{clock.dueOn === null ? "" : ` due ${dayInWords(clock.dueOn)}`}</p>
              <Why child={child} clock={clock} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Said({ shown, room, looking }: { readonly shown: ItemNow; readonly room: RoomPage; readonly looking: Looking }) {
  return (
    <section>
      <h2 class="govuk-heading-s" id="comments">Comments</h2>
      <div data-part="comments">{commentsPart({ shown })}</div>
      {!room.mayComment ? null : (
        <form class="pt-comment" method="post" action={commentPath(looking, shown)} data-comment>
          <label class="pt-box__label" for="comment">Add a comment</label>
          <textarea class="govuk-textarea" id="comment" name="comment" rows={2} maxlength={4000}></textarea>
          <button class="govuk-button govuk-button--secondary pt-button--small" type="submit">Add</button>
        </form>
      )}
    </section>
  );
}

function Ending({ room, looking }: { readonly room: RoomPage; readonly looking: Looking }) {
  if (!room.mayHold || room.meeting.state !== "open") return null;
  return (
    <p class="pt-room__end">
      <a class="govuk-link" href={meetingPath(looking, "attendance")}>Change who is here</a>
      {" "}<a class="govuk-link" href={meetingPath(looking, "close")}>Close the meeting</a>
    </p>
  );
}

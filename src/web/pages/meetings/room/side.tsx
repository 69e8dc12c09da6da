import type { RoomPage } from "../../../../app/meetings/room.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { ACTION_STATES, type DecidedAt, type MeetingAction, saidInWords, waitsForAnswer } from "../../../../domain/meetings/actions.ts";
import { MEETING_DECISIONS } from "../../../../domain/chronology/codes.ts";
import { counted, listed } from "../../../../domain/words.ts";
import type { Html } from "../../../govuk/html.ts";

/** What the last meetings decided and agreed for the child, and what became of it. */
export function SinceLastTime({ room }: { readonly room: RoomPage }): Html {
  const [last] = room.considered;
  const elsewhere = last === undefined || (room.before[0] !== undefined && last < room.before[0].on) ? null
    : <p class="govuk-body-s">Considered at a meeting on {listed(room.considered.slice(0, 3).map(dayInWords))}, as the record says{room.considered.length > 3 ? `, and ${counted(room.considered.length - 3, "time")} before` : ""}. What it agreed is not kept here.</p>;
  if (room.before.length === 0) return elsewhere ?? <p class="govuk-body-s pt-quiet">No meeting has considered this child before.</p>;
  return <>{elsewhere}{room.before.map((at) => <Before at={at} names={room.names} />)}</>;
}

function Before({ at, names }: { readonly at: DecidedAt; readonly names: RoomPage["names"] }) {
  const { of, on, actions, decisions } = at;
  return (
    <>
      <h3 class="pt-room-agenda__part">{of.series}, {dayInWords(on)}</h3>
      {actions.length + decisions.length === 0 ? <p class="govuk-body-s pt-quiet">Nothing was agreed.</p> : (
        <ul class="pt-since">
          {decisions.map((decided) => (
            <li class={waitsForAnswer(decided) ? "pt-since__item pt-since__item--open" : "pt-since__item"}>
              <b>{MEETING_DECISIONS[decided.sort]}:</b> {decided.what} <span class="pt-quiet">{decided.answered === null ? (waitsForAnswer(decided) ? "Not answered yet" : "") : `Answered: ${String(decided.answered.detail["answer"] ?? "")}`}</span>
            </li>
          ))}
          {actions.map((action) => <Was action={action} names={names} />)}
        </ul>
      )}
    </>
  );
}

const Was = ({ action, names }: { readonly action: MeetingAction; readonly names: RoomPage["names"] }): Html => {
  const { what, who, whoElse, dueOn, state, daysLate, ended } = action;
  return (
    <li class={`pt-since__item pt-since__item--${state}`}>
      <b>{state === "late" ? `Late ${counted(daysLate, "day")}` : ACTION_STATES[state]}:</b> {what} <span class="pt-quiet">{who === null ? whoElse ?? "" : names.get(who) ?? who}, by {dayInWords(dueOn)}{ended === null ? "" : `. ${String(ended.detail["done"] ?? "")}`}</span>
      {saidInWords(action).map((said) => <><br />{said}</>)}
    </li>
  );
};

/** What the child’s worker said before the meeting. */
export function WorkersUpdate({ room: { update } }: { readonly room: RoomPage }): Html {
  if (update === null) return <p class="govuk-body-s pt-quiet">Nobody was asked.</p>;
  return (
    <>
      <p class="govuk-body-s">{update.answeredAt === null ? `${update.by} was asked and has not answered.` : `From ${update.by}.`}</p>
      {update.words.length === 0 ? null : <dl class="pt-room-update">{update.words.map(([label, words]) => <><dt>{label}</dt><dd>{words}</dd></>)}</dl>}
    </>
  );
}

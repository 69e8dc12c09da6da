import { inOrder, type ItemNow, type RoomNow } from "../../../../app/meetings/room.ts";
import { noQuorum, quorumAt, quorumInWords } from "../../../../domain/meetings/attendance.ts";
import { MEETING_STATES } from "../../../../domain/meetings/meeting.ts";
import { leftInWords, type TimeLeft, timeLeft } from "../../../../domain/meetings/time-left.ts";
import { counted } from "../../../../domain/words.ts";
import type { Html } from "../../../govuk/html.ts";
import { itemPath, type Looking, meetingPath, roomPath, timeOf } from "./paths.ts";

/** The parts of the room that are told live: each is put in the place of what the page has. They hold no box that somebody types minutes in. */
export const PARTS = { status: StatusPart, clocks: ClocksPart, pen: PenPart, agenda: AgendaPart, here: HerePart } as const;
export type PartName = keyof typeof PARTS;

export interface PartProps {
  readonly room: RoomNow;
  readonly looking: Looking;
  /** The item shown. */
  readonly item: string | undefined;
}

const labelOf = (item: { readonly localId: string | null; readonly title: string | null }): string => item.localId ?? item.title ?? "";

/** Which part and which child of how many, and how many are here. */
function StatusPart({ room, item }: PartProps): Html {
  const { meeting, parts, seen } = room;
  const filled = parts.filter(({ items }) => items.length > 0);
  const at = filled.findIndex(({ items }) => items.some(({ id }) => id === item));
  const all = inOrder(room);
  const nth = all.findIndex(({ id }) => id === item);
  const words = [
    ...(meeting.state === "open" ? [] : [MEETING_STATES[meeting.state]]),
    ...(at < 0 ? [] : [`Part ${at + 1} of ${filled.length}: ${filled[at]!.name}`]),
    ...(nth < 0 ? [] : [`item ${nth + 1} of ${all.length}`]),
    ...(meeting.state === "open" && noQuorum(room.definition, meeting.detail) !== undefined ? ["Too few members to decide"] : []),
    `${counted(seen.filter(({ isHere }) => isHere).length, "person", "people")} here`,
  ];
  return <>{words.join(" · ")}</>;
}

/** The clocks of the child and of the part, which the script moves on. */
function ClocksPart({ room }: PartProps): Html | null {
  const { meeting, parts, now } = room;
  const current = inOrder(room).find(({ id }) => id === meeting.currentItem);
  const since = meeting.currentSince === null ? undefined : Date.parse(meeting.currentSince);
  if (meeting.state !== "open" || current === undefined || since === undefined) return null;
  const running = (now - since) / 1000;
  const part = parts.find(({ id }) => id === current.part);
  const behind = part?.items.slice(part.items.findIndex(({ id }) => id === current.id) + 1) ?? [];
  return (
    <>
      <Clock what={labelOf(current)} left={timeLeft(current.minutes, running)} large />
      {part === undefined ? null : <Clock what={`${part.name}${behind.length === 0 ? "" : `, ${behind.length} more`}`} left={timeLeft(part.minutes, part.spent + running)} />}
    </>
  );
}

const Clock = ({ what, left, large }: { readonly what: string; readonly left: TimeLeft; readonly large?: true }) => (
  <p class={`pt-clock-face${large ? " pt-clock-face--large" : ""}${left.left < 0 ? " pt-clock-face--over" : ""}`}>
    <span class="pt-clock-face__left" role="timer" data-left={String(left.left)}>{leftInWords(left)}</span> <span class="pt-clock-face__what">{what}</span>
  </p>
);

/** Who writes, and how that changes. */
function PenPart({ room, looking }: PartProps): Html {
  const { pen, receivers, mayHold, meeting } = room;
  const post = meetingPath(looking, "pen");
  const button = (move: string, words: string, quiet = true): Html => <button class={`govuk-button${quiet ? " govuk-button--secondary" : ""} pt-button--small`} type="submit" name="move" value={move}>{words}</button>;
  return (
    <>
      <p class="govuk-body-s">{pen.isMine ? <strong>You hold the pen: what you type goes into the minutes.</strong> : pen.holder === null ? "Nobody holds the pen." : `${pen.holderName ?? "Somebody"} holds the pen. What you type is kept as a suggestion.`}
        {pen.offeredTo === null || pen.isOfferedToMe ? "" : ` It is offered to ${pen.offeredToName ?? "somebody"}.`}</p>
      {!mayHold || meeting.state === "cancelled" || meeting.state === "confirmed" ? null : (
        <form class="pt-pen" method="post" action={post}>
          {pen.isOfferedToMe ? <>{button("accept", "Take the pen offered to you", false)}{button("refuse", "Not now")}</> : pen.mayTake ? button("take", pen.holder === null ? "Take the pen" : "Take the pen: its holder is gone", pen.holder !== null) : null}
          {pen.isMine ? receivers.map(({ account, name }) => button(`offer ${account}`, `Hand the pen to ${name}`)) : null}
          {pen.isMine && receivers.length === 0 ? <p class="govuk-body-s pt-quiet">Nobody else is here who could take it.</p> : null}
        </form>
      )}
    </>
  );
}

/** What is to be taken, what was, and where the meeting is; going on to one of them, for whoever holds the meeting. */
function AgendaPart({ room, looking, item }: PartProps): Html {
  const { parts, meeting } = room;
  return (
    <>
      {parts.filter(({ items }) => items.length > 0).map((part) => (
        <>
          <h3 class="pt-room-agenda__part">{part.name} <span class="pt-quiet">{counted(part.minutes, "minute")}</span></h3>
          <ol class="pt-room-agenda">
            {part.items.map((one) => (
              <li class={one.id === meeting.currentItem ? "pt-room-agenda__item pt-room-agenda__item--now" : "pt-room-agenda__item"}>
                <a class="govuk-link govuk-link--no-visited-state" href={roomPath(looking, one.id)} aria-current={one.id === item ? "page" : undefined}>{labelOf(one)}</a>
                <span class="pt-room-agenda__mark">{one.id === meeting.currentItem ? "now" : one.concludedAt !== null ? "confirmed" : one.mode === "note" ? "to note" : counted(one.minutes, "minute")}</span>
              </li>
            ))}
          </ol>
        </>
      ))}
    </>
  );
}

/** Who is here, who sent apologies and who stands in; whether they are enough. */
function HerePart({ room }: PartProps): Html {
  const { meeting, definition, seen } = room;
  const here = seen.filter(({ isHere }) => isHere);
  const said = definition.members.flatMap(({ account, office }) => {
    const came = room.attendance[account ?? office];
    if (came === undefined || came.as === "present") return [];
    return [came.as === "stood-in" ? `${office}: ${came.standIn ?? "somebody"} stands in` : `${office}: ${came.as === "apologies" ? "apologies" : "absent"}`];
  });
  return (
    <>
      <p class="govuk-body-s">{here.length === 0 ? "Nobody has this page open." : `On this page: ${here.map(({ name }) => name).join(", ")}.`}</p>
      {meeting.detail.attendance === undefined ? null : <p class="govuk-body-s">{quorumInWords(quorumAt(definition, meeting.detail, false), false)}</p>}
      {said.length === 0 ? null : <ul class="govuk-list pt-small">{said.map((words) => <li>{words}</li>)}</ul>}
    </>
  );
}

/** What was said of the item, the earliest first. */
export const commentsPart = ({ shown }: { readonly shown: Pick<ItemNow, "comments"> }): Html =>
  shown.comments.length === 0 ? <p class="govuk-body-s pt-quiet">None yet.</p> : (
    <ul class="pt-comments">{shown.comments.map(({ text, by, at }) => <li><p class="pt-comments__who">{by}, {timeOf(at)}</p><p class="pt-comments__words">{text}</p></li>)}</ul>
  );

export const commentPath = (looking: Looking, { item }: ItemNow): string => itemPath(looking, item.id, "comment");

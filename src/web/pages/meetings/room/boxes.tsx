import type { ItemNow, RoomBeside, RoomPage } from "../../../../app/meetings/room.ts";
import { type Box, type BoxName, BOXES } from "../../../../domain/meetings/boxes.ts";
import { BESIDE_BECAUSE } from "../../../../domain/meetings/saving.ts";
import type { Html } from "../../../govuk/html.ts";
import { asShown } from "./as-shown.ts";
import { itemPath, type Looking, markOf, timeOf } from "./paths.ts";

export interface BoxesProps {
  readonly room: RoomPage;
  readonly shown: ItemNow;
  readonly looking: Looking;
  /** What was sent and could not be kept, by box. */
  readonly typed?: ReadonlyMap<string, string>;
  /** What is wrong with it. */
  readonly wrong?: ReadonlyMap<string, string>;
}

/** Questions that are one: an answer and what is said about it. */
const NOTES: Readonly<Partial<Record<BoxName, BoxName>>> = { reportUpdated: "reportNote", planRight: "planNote", decisionRight: "decisionNote", orderRight: "orderNote" };
const NOTED = new Set(Object.values(NOTES));
const CONFIRMED: readonly BoxName[] = ["plan", "legalStatus", "classification", "revisit", "returnOn", "tellBusinessSupport"];

const applies = (box: Box, { asked }: RoomPage): boolean => (box.adoption !== true || asked.adoption) && (box.early !== true || asked.early);

/** The questions that are asked of this child, those of one thing together; those not asked of them that were answered all the same. */
export function Questions(props: BoxesProps): Html {
  const names = (Object.keys(BOXES) as BoxName[]).filter((name) => applies(BOXES[name], props.room) || (props.shown.texts.get(name)?.text ?? "") !== "");
  const said = names.filter((name) => !CONFIRMED.includes(name) && !NOTED.has(name));
  return (
    <>
      <div class="pt-room__boxes">
        {said.map((name) => {
          const note = NOTES[name];
          return note === undefined ? <BoxField {...props} name={name} box={BOXES[name]} /> : (
            <div class="pt-room__pair">
              <BoxField {...props} name={name} box={BOXES[name]} />
              <BoxField {...props} name={note} box={BOXES[note]} quiet />
            </div>
          );
        })}
      </div>
      <h2 class="govuk-heading-m">Confirmed by the meeting</h2>
      <div class="pt-room__boxes pt-room__boxes--small">
        {CONFIRMED.filter((name) => names.includes(name)).map((name) => <BoxField {...props} name={name} box={BOXES[name]} />)}
      </div>
    </>
  );
}

interface FieldProps extends BoxesProps {
  /** As it is stored: `discussion`, `actions/<line>/what`. */
  readonly name: string;
  readonly box: Box;
  /** What is said about the answer above it. */
  readonly quiet?: boolean;
}

export const idOf = (name: string): string => `box-${name.replaceAll("/", "-")}`;

/** One box, with what was typed beside it. */
export function BoxField({ room, shown, looking, typed, wrong, name, box, quiet }: FieldProps): Html {
  const had = shown.texts.get(name);
  const stored = asShown(name, had?.text ?? "");
  const value = typed?.get(name) ?? stored;
  const [id, error] = [idOf(name), wrong?.get(name)];
  const label = quiet === true ? "pt-box__label pt-box__label--quiet" : "pt-box__label";
  const hints = error === undefined ? {} : { "aria-describedby": `${id}-error` };
  return (
    <div class={`pt-box pt-box--${box.type}`} data-box={name} data-revision={String(had?.revision ?? 0)} data-label={box.label}>
      <div class="pt-box__head">
        {box.type === "yes-no" ? null : <label class={label} for={id}>{box.label}</label>}
        {error === undefined ? null : <p class="govuk-error-message" id={`${id}-error`}>{error}</p>}
      </div>
      <Control id={id} name={`text:${name}`} value={value} box={box} room={room} hints={hints} />
      <input type="hidden" name={`was:${name}`} value={markOf(stored)} />
      <input type="hidden" name={`on:${name}`} value={String(had?.revision ?? 0)} />
      <div class="pt-box__after"><div data-beside>{besidePart({ rows: shown.beside.filter((b) => b.box === name), holds: room.pen.isMine, words: box.type === "words", action: itemPath(looking, shown.item.id, "beside") })}</div></div>
    </div>
  );
}

interface ControlProps {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly box: Box;
  readonly room: RoomPage;
  readonly hints: Readonly<Record<string, string>>;
}

function Control({ id, name, value, box, room, hints }: ControlProps): Html {
  switch (box.type) {
    // The first line break of a text is the parser’s: one more keeps the text’s own.
    case "words": return <textarea class="govuk-textarea" id={id} name={name} rows={2} {...hints}>{`\n${value}`}</textarea>;
    case "day": return <input class="govuk-input" id={id} name={name} value={value} autocomplete="off" {...hints} />;
    case "yes-no": return (
      <fieldset class="pt-yes-no" id={id} {...hints}>
        <legend class="pt-box__label">{box.label}</legend>
        {([["yes", "Yes"], ["no", "No"], ["", "Not said"]] as const).map(([code, words]) => (
          <label class="pt-yes-no__choice"><input type="radio" name={name} value={code} checked={value === code} />{words}</label>
        ))}
      </fieldset>
    );
    case "code": return <Choices id={id} name={name} value={value} hints={hints} choices={Object.entries(box.codes ?? {})} />;
    case "account": return <Choices id={id} name={name} value={value} hints={hints} choices={room.people.map(({ account, name: words }) => [account, words] as const)} />;
    case "standard": return <Choices id={id} name={name} value={value} hints={hints} choices={standardsOf(room)} />;
  }
}

function Choices({ id, name, value, hints, choices }: Omit<ControlProps, "box" | "room"> & { readonly choices: readonly (readonly [string, string])[] }) {
  const known = value === "" || choices.some(([code]) => code === value);
  return (
    <select class="govuk-select" id={id} name={name} {...hints}>
      <option value="" selected={value === ""}>Not said</option>
      {choices.map(([code, words]) => <option value={code} selected={code === value}>{words}</option>)}
      {known ? null : <option value={value} selected>Chosen before, no longer in the list</option>}
    </select>
  );
}

/** The standards that run for the child, which a target can be set of. */
function standardsOf({ child }: RoomPage): readonly (readonly [string, string])[] {
  const titles = new Map((child?.clocks ?? []).filter(({ stoppedOn, mootOn }) => stoppedOn === null && mootOn === null).map(({ standard, title }) => [standard, title]));
  return [...titles].map(([standard, title]): readonly [string, string] => [standard, `${title} (${standard})`]).sort(([, a], [, b]) => a.localeCompare(b, "en-GB"));
}

interface BesideProps {
  readonly rows: readonly RoomBeside[];
  /** They choose. */
  readonly holds: boolean;
  /** Words can be joined; a choice or a day cannot. */
  readonly words: boolean;
  readonly action: string;
}

/** What was typed beside a box: whose, when and why it is there, with the choice for whoever holds the pen. Its buttons stand in the page’s one form. */
export function besidePart({ rows, holds, words, action }: BesideProps): Html | null {
  if (rows.length === 0) return null;
  return (
    <ul class="pt-kept">
      {rows.map(({ id, box, text, because, by, isOwn, at }) => (
        <li class="pt-kept__text" data-beside-own={isOwn ? "" : undefined}>
          <p class="pt-kept__who">{BESIDE_BECAUSE[because]} by {isOwn ? "you" : by}, {timeOf(at)}</p>
          <p class="pt-kept__words">{asShown(box, text)}</p>
          {holds && because !== "correction" ? (
            <p class="pt-kept__choice">
              {([["taken", "Use this"], ["joined", "Join both"], ["left", "Leave it out"]] as const).filter(([as]) => words || as !== "joined").map(([as, label]) => (
                <button class="govuk-button govuk-button--secondary pt-button--small" type="submit" name="settle" value={`${id} ${as}`} formaction={action} formnovalidate>{label}<span class="govuk-visually-hidden">: {text.slice(0, 60)}</span></button>
              ))}
            </p>
          ) : isOwn && because === "without-pen" ? <p class="pt-kept__who">Kept for whoever holds the pen, who can take it into the minutes.</p> : null}
        </li>
      ))}
    </ul>
  );
}

import { type Box, linesOf, LISTS, type ListName } from "../../../../domain/meetings/boxes.ts";
import { missingOf } from "../../../../domain/meetings/smart.ts";
import type { Day } from "../../../../domain/dates/day.ts";
import type { ItemNow } from "../../../../app/meetings/room.ts";
import type { Html } from "../../../govuk/html.ts";
import { BoxField, type BoxesProps } from "./boxes.tsx";
import { newLine } from "./paths.ts";

const ONE: Readonly<Record<ListName, string>> = { decisions: "Decision", actions: "Action", targets: "Target date", barriers: "Barrier" };

/** The lists of an item, each with its lines and one more to begin. */
export const Lists = (props: BoxesProps): Html => <>{(Object.keys(LISTS) as ListName[]).map((list) => <List {...props} list={list} />)}</>;

function List(props: BoxesProps & { readonly list: ListName }) {
  const { list } = props;
  const lines = [...linesIn(props, list), newLine()];
  return (
    <section class="pt-lines" aria-labelledby={`list-${list}`} data-list={list}>
      <h2 class="govuk-heading-m" id={`list-${list}`}>{LISTS[list].label}</h2>
      <div data-lines>{lines.map((line, i) => <Line {...props} line={line} nth={i + 1} />)}</div>
      <template data-template>{<Line {...props} line="LINE" nth={0} />}</template>
      <button class="govuk-button govuk-button--secondary pt-button--small" type="button" data-add hidden>Add {ONE[list] === "Action" ? "an action" : `a ${ONE[list].toLowerCase()}`}</button>
    </section>
  );
}

/** The lines there are: what is in their boxes, what was sent, and those with words beside them alone. */
function linesIn({ shown, typed }: BoxesProps, list: ListName): readonly string[] {
  const texts = new Map([...[...shown.texts].map(([box, { text }]) => [box, text] as const), ...shown.beside.map(({ box, text }) => [box, text] as const), ...(typed ?? [])]);
  return [...linesOf(texts, list).keys()].sort();
}

function Line(props: BoxesProps & { readonly list: ListName; readonly line: string; readonly nth: number }) {
  const { list, line, nth, shown, room } = props;
  const boxes: Readonly<Record<string, Box>> = LISTS[list].boxes;
  return (
    <fieldset class={`pt-lines__line pt-lines__line--${list}`} data-entry={line}>
      <legend class="govuk-visually-hidden">{ONE[list]} {nth === 0 ? "" : nth}</legend>
      {Object.entries(boxes).map(([name, box]) => <BoxField {...props} name={`${list}/${line}/${name}`} box={box} />)}
      {list === "actions" ? <div class="pt-lines__missing" data-missing>{missingPart({ texts: shown.texts, line, heldOn: room.meeting.heldOn })}</div> : null}
    </fieldset>
  );
}

interface MissingProps {
  readonly texts: ItemNow["texts"];
  readonly line: string;
  readonly heldOn: Day;
}

export const ACTION_BOXES = Object.keys(LISTS.actions.boxes);

/** What an action wants to be SMART; nothing of a line that nobody has begun. */
export function missingPart({ texts, line, heldOn }: MissingProps): Html | null {
  const said = Object.fromEntries(ACTION_BOXES.map((box) => [box, texts.get(`actions/${line}/${box}`)?.text ?? ""]));
  if (Object.values(said).every((text) => text.trim() === "")) return null;
  const missing = missingOf(said, { heldOn });
  return missing.length === 0
    ? <p class="pt-lines__smart">Says what, who, by when and how we will know</p>
    : <ul class="pt-lines__wants">{missing.map((words) => <li>{words}</li>)}</ul>;
}

import type { Person } from "../../domain/access/viewer.ts";
import { type Box, boxNamed } from "../../domain/meetings/boxes.ts";
import { mayType, TYPED_IN } from "../../domain/meetings/locked.ts";
import { asKept, type BesideBecause, decideSave, settled, type Settling, type Typing } from "../../domain/meetings/saving.ts";
import type { ItemRow, MeetingRow } from "../../store/meetings/rows.ts";
import type { TextRow } from "../../store/meetings/texts.ts";
import type { Writer } from "../../store/writer.ts";
import type { App } from "../app.ts";
import { isOff, isThereFor, mayHoldIn, namesOf } from "./in-room.ts";

/** A box as it stands, for whoever typed beside it. */
export interface BoxNow {
  readonly text: string;
  /** 0: nothing was ever typed in it. */
  readonly revision: number;
  readonly by: string | null;
}

export type Saved =
  /** The box says what was typed, as this revision. */
  | { readonly outcome: "saved"; readonly revision: number; readonly at: string }
  /** It is kept beside the box, whose own words are these. */
  | { readonly outcome: "beside"; readonly because: BesideBecause; readonly beside: string; readonly at: string; readonly now: BoxNow }
  /** It cannot be kept as it is; the sentence says why. */
  | { readonly outcome: "refused"; readonly message: string };

export const LONGEST = 20_000;
const TRIES = 4;
const OFF = "This child was taken off for safety. What was typed before is kept, and nothing more is";

/** Why a box cannot hold this, or nothing. */
function refusalOf(box: Box | undefined, text: string): string | undefined {
  if (box === undefined) return "There is no such box on this page. Open the page again";
  if (text.length > LONGEST) return `${box.label}: ${text.length.toLocaleString("en-GB")} characters are too many. Use ${LONGEST.toLocaleString("en-GB")} at most`;
  if (text !== "" && box.type === "code" && !Object.hasOwn(box.codes ?? {}, text)) return `${box.label}: choose one of the list`;
  if (text !== "" && box.type === "yes-no" && text !== "yes" && text !== "no") return `${box.label}: choose yes or no`;
  return undefined;
}

/**
 * Keeps what somebody typed in a box: in it, or beside it where it is not theirs to write or somebody else’s words came first
 * (`decideSave`). `from`: the window, and which of its sends this is. Nothing where there is no such item for them.
 */
export async function saveBox(app: App, person: Person, itemId: string, box: string, text: string, basedOn: number, from?: Typing["from"]): Promise<Saved | undefined> {
  const typing: Typing = { text: asKept(text), basedOn, ...(from === undefined ? {} : { from: { window: `${person.account} ${from.window}`, nth: from.nth } }) };
  const message = refusalOf(boxNamed(box), typing.text);
  return app.store.inTransaction(person, async (writer): Promise<Saved | undefined> => {
    const item = await writer.meetings.item(itemId);
    const meeting = item === undefined ? undefined : await writer.meetings.meeting(item.meeting);
    if (item === undefined || meeting === undefined || !isThereFor(person, item)) return undefined;
    if (isOff(item)) return { outcome: "refused", message: OFF };
    return message === undefined ? keep(app, writer, { person, meeting, item, box, typing }) : { outcome: "refused", message };
  });
}

interface Keeping {
  readonly person: Person;
  readonly meeting: MeetingRow;
  readonly item: ItemRow;
  readonly box: string;
  readonly typing: Typing;
}

async function keep(app: App, writer: Writer, { person, meeting, item, box, typing }: Keeping): Promise<Saved> {
  const at = app.clock.now();
  const text = { organisation: meeting.organisation, meeting: meeting.id, item: item.id, box, text: typing.text, at, ...(typing.from === undefined ? {} : { from: typing.from }) };
  const end = (how: "taken" | "taken-back"): Promise<void> => (typing.from === undefined ? Promise.resolve() : writer.meetings.endBeside(item.id, box, typing.from.window, how, at));
  const locked = mayType(meeting) !== true;
  let stands: TextRow | undefined;
  for (let tries = 0; tries < TRIES; tries++) {
    [stands] = await writer.meetings.texts(item.id, [box]);
    const decision = decideSave(stands, typing, { holdsPen: meeting.pen === person.account && mayHoldIn(person, meeting.organisation), locked });
    if (decision.do === "nothing") {
      if (typing.text === (stands?.text ?? "")) await end("taken-back");
      return { outcome: "saved", revision: stands?.revision ?? 0, at };
    }
    if (decision.do === "beside") return beside(decision.because);
    const revision = await writer.meetings.saveText(text, decision.over, TYPED_IN);
    if (revision !== undefined) {
      await end("taken");
      return { outcome: "saved", revision, at };
    }
  }
  return beside("same-time");

  async function beside(because: BesideBecause): Promise<Saved> {
    const id = await writer.meetings.keepBeside(text, because);
    const by = stands === undefined ? null : (await namesOf(app, [stands.savedBy])).get(stands.savedBy) ?? null;
    return { outcome: "beside", because, beside: id, at, now: { text: stands?.text ?? "", revision: stands?.revision ?? 0, by } };
  }
}

/** Says what becomes of words beside a box: only the pen holder can. A sentence where it cannot be; nothing where there is no such thing for them. */
export async function settleBeside(app: App, person: Person, itemId: string, id: string, as: Settling): Promise<{ readonly done: true } | { readonly refused: string } | undefined> {
  return app.store.inTransaction(person, async (writer) => {
    const item = await writer.meetings.item(itemId);
    const meeting = item === undefined ? undefined : await writer.meetings.meeting(item.meeting);
    if (item === undefined || meeting === undefined || isOff(item)) return undefined;
    if (meeting.pen !== person.account || !mayHoldIn(person, meeting.organisation)) return { refused: "Only whoever holds the pen chooses between two texts. Take the pen first" };
    const beside = await writer.meetings.besideById(id);
    if (beside === undefined || beside.item !== item.id) return { refused: "Somebody has chosen already" };
    const at = app.clock.now();
    const of = { organisation: meeting.organisation, meeting: meeting.id, item: item.id, box: beside.box };
    const [stands] = await writer.meetings.texts(item.id, [beside.box]);
    const text = settled(stands?.text ?? "", beside.text, as);
    if (text !== (stands?.text ?? "")) {
      const types = mayType(meeting);
      if (types !== true) return { refused: types.because };
      if ((await writer.meetings.saveText({ ...of, text, at }, stands?.revision ?? 0, TYPED_IN)) === undefined) return { refused: "The box was changed at this moment. Look at it again, and choose once more" };
      if (stands !== undefined && stands.text !== "" && as === "taken") await writer.meetings.keepReplaced({ ...stands, ...of }, at);
    }
    await writer.meetings.settleBeside(beside.id, as, at);
    return { done: true };
  });
}

const LONGEST_COMMENT = 4_000;

/** Adds a comment on an item. A sentence where it cannot be; nothing where there is no such item for them. */
export async function comment(app: App, person: Person, itemId: string, typed: string): Promise<{ readonly done: true } | { readonly refused: string } | undefined> {
  const text = asKept(typed).trim();
  return app.store.inTransaction(person, async (writer) => {
    const item = await writer.meetings.item(itemId);
    if (item === undefined || isOff(item)) return undefined;
    if (text === "") return { refused: "Type a comment" };
    if (text.length > LONGEST_COMMENT) return { refused: `The comment has ${text.length.toLocaleString("en-GB")} characters. Use ${LONGEST_COMMENT.toLocaleString("en-GB")} at most` };
    await writer.meetings.addComment({ organisation: item.organisation, meeting: item.meeting, item: item.id, text, at: app.clock.now() });
    return { done: true };
  });
}

import { type Day, dayInWords, parseDay } from "../dates/day.ts";

/** An action as it is typed: text by box, as `LISTS.actions` names them. */
export type ActionSaid = Readonly<Partial<Record<"what" | "who" | "whoElse" | "dueOn" | "shownBy", string>>>;

export interface SmartWhen {
  readonly heldOn: Day;
  /** The day by which “in the past” goes; the meeting’s unless told. */
  readonly today?: Day;
  /** Who is still here, by account, and who has left; an account that is neither is nobody’s. Not asked where it is not given. */
  readonly people?: ReadonlyMap<string, { readonly name: string; readonly left: boolean }>;
}

/** What an action lacks: the box that is to say it, and a sentence. */
export interface Gap {
  readonly box: keyof ActionSaid;
  readonly message: string;
}

const FEWEST_WORDS = 3;
/** Days that are no day. */
const VAGUE = /^(asap|soon|ongoing|on-?going|tbc|tba|n\/?a|none|next meeting|as soon as possible)\.?$/i;

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** All that keeps an action from being SMART, box by box: what is to be done, by whom, by when, and how it will be known. */
export function gapsOf(action: ActionSaid, when?: SmartWhen): readonly Gap[] {
  const said = (box: keyof ActionSaid): string => (action[box] ?? "").trim();
  const gaps: Gap[] = [];
  const gap = (box: keyof ActionSaid, message: string): void => void gaps.push({ box, message });

  if (said("what") === "") gap("what", "Say what is to be done");
  else if (wordsIn(said("what")) < FEWEST_WORDS) gap("what", `“${said("what")}” is too short to act on. Say what is to be done, in a few words`);

  if (said("who") === "" && said("whoElse") === "") gap("who", "Say by whom: one person, or an office where they have no account");
  else if (said("who") !== "" && when?.people !== undefined) {
    const person = when.people.get(said("who"));
    if (person === undefined) gap("who", "Choose by whom from the list. Write a name or an office in the box beside it where they have no account");
    else if (person.left) gap("who", `${person.name} has left. Choose who does it now`);
  } else if (said("who") === "") {
    const called = calledSo(said("whoElse"), when?.people);
    if (called !== undefined) gap("whoElse", called.left ? `${called.name} has left. Choose who does it now` : `${called.name} has an account: choose them from the list, so that the action comes to their work`);
  }

  gaps.push(...dayGaps(said("dueOn"), when));
  if (said("shownBy") === "") gap("shownBy", "Say how we will know that it is done");
  else if (VAGUE.test(said("shownBy"))) gap("shownBy", `“${said("shownBy")}” does not say how we will know that it is done. Name what there will be to see`);
  return gaps;
}

/** Somebody with an account whose name was written as of somebody without one; one who is here before one who has left. */
function calledSo(text: string, people: SmartWhen["people"]): { readonly name: string; readonly left: boolean } | undefined {
  const plain = (name: string): string => name.normalize("NFKD").replaceAll(/\p{M}/gu, "").replaceAll(/\s+/g, " ").trim().toLowerCase();
  const all = people === undefined ? [] : [...people.values()].filter(({ name }) => plain(name) === plain(text));
  return all.find(({ left }) => !left) ?? all[0];
}

function dayGaps(typed: string, when: SmartWhen | undefined): readonly Gap[] {
  const gap = (message: string): readonly Gap[] => [{ box: "dueOn", message }];
  if (typed === "") return gap("Say by when: a day");
  const on = parseDay(typed);
  if (on === undefined) return gap(`“${typed}” is not a day. Say by when as a real date, such as 27 3 2026`);
  if (when === undefined) return [];
  if (on < when.heldOn) return gap(`${dayInWords(on)} is before the meeting on ${dayInWords(when.heldOn)}. Say by when it is to be done`);
  return when.today !== undefined && on < when.today ? gap(`${dayInWords(on)} is in the past. Say by when it is to be done from now`) : [];
}

/** What is missing from an action or too vague, each as a sentence; none where it is SMART. Without `when`, only what the words themselves show. */
export const missingOf = (action: ActionSaid, when?: SmartWhen): readonly string[] => gapsOf(action, when).map(({ message }) => message);

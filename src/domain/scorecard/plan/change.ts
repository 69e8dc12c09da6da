import type { Refusal } from "../../commands/command.ts";
import { type Day, parseDay } from "../../dates/day.ts";
import { type Month, parseMonth } from "../../standards/performance.ts";
import { type Choosable, ownerKey, ownerMeant, outsideOf, perhapsMeant } from "./owners.ts";
import { type PlanMade, type PlanOwner, PROGRESS_STATES, type ProgressState } from "./plan.ts";
import { isSayable } from "./standing.ts";

/** In characters. */
export const LONGEST = { title: 600, words: 600, shownBy: 600, progress: 2000, evidence: 1000, where: 200, why: 600, owner: 120 } as const;
export const MOST_OWNERS = 8;

export type Read<Made> = { readonly made: Made } | { readonly refusals: readonly Refusal[] };
type Of<What extends PlanMade["what"]> = Extract<PlanMade, { what: What }>;

/** What somebody typed of an action. Days as `YYYY-MM-DD`, empty where there is none. */
export interface TypedAction {
  readonly words: string;
  readonly owners: readonly string[];
  readonly dueOn: string;
  readonly shownBy: string;
  /** Of the owners, those who are said to be somebody outside. */
  readonly outside?: readonly string[];
  /** Whoever wrote it has looked: no words of it are a child. */
  readonly sure?: boolean;
}

const wrong = (field: string, message: string): Refusal => ({ field, message });

function words(field: string, text: string, longest: number, missing: string | undefined): readonly Refusal[] {
  const own = text.trim();
  if (own === "" && missing !== undefined) return [wrong(field, missing)];
  return own.length > longest ? [wrong(field, `Write this in ${longest} characters or fewer. It has ${own.length}`)] : [];
}

const read = <Made>(made: Made, refusals: readonly Refusal[]): Read<Made> => (refusals.length === 0 ? { made } : { refusals });

export const readObjective = (title: string): Read<Of<"objective">> =>
  read({ what: "objective", title: title.trim() }, words("title", title, LONGEST.title, "Say what the objective is"));

/** What was read, refused for more than was wrong with it. */
export const alsoRefused = <Made>(read: Read<Made>, more: readonly Refusal[]): Read<Made> =>
  "refusals" in read ? { refusals: [...read.refusals, ...more] } : more.length === 0 ? read : { refusals: more };

/**
 * What an action is, from what was typed: owners from the list, or somebody outside by name, where that is said of them or they are
 * in the plan already (`known`). Somebody mistyped would find the action on no desk.
 */
export function readAction(objective: string, typed: TypedAction, people: readonly Choosable[], known: readonly string[] = []): Read<Of<"action">> {
  const named = typed.owners.map((text, i) => [text.trim(), i] as const).filter(([text]) => text !== "");
  const owners = new Map(named.map(([text]) => ownerMeant(text, people)).map((owner): [string, PlanOwner] => [ownerKey(owner), owner]));
  const strangers = new Set(outsideOf(typed.owners, people, [...known, ...(typed.outside ?? [])]));
  const dueOn: Day | null | undefined = typed.dueOn === "" ? null : parseDay(typed.dueOn);
  return read({ what: "action", objective, words: typed.words.trim(), owners: [...owners.values()], dueOn: dueOn ?? null, shownBy: typed.shownBy.trim() }, [
    ...words("words", typed.words, LONGEST.words, "Say what is to be done"),
    ...(named.length === 0 ? [wrong("owners-0", "Say whose the action is: somebody here, an office, or a name")] : []),
    ...named.flatMap(([text, i]) => words(`owners-${i}`, text, LONGEST.owner, undefined)),
    ...named.flatMap(([text, i]) => { const owner = ownerMeant(text, people); return owner.type === "named" && strangers.has(owner.name) ? [wrong(`owners-${i}`, notHere(owner.name, people))] : []; }),
    ...(owners.size > MOST_OWNERS ? [wrong("owners-0", `Name ${MOST_OWNERS} owners or fewer`)] : []),
    ...(dueOn === undefined ? [wrong("dueOn", "Enter the day by which it is to be done as a real date")] : []),
    ...words("shownBy", typed.shownBy, LONGEST.shownBy, undefined),
  ]);
}

function notHere(name: string, people: readonly Choosable[]): string {
  const perhaps = perhapsMeant(name, people);
  return `Nobody here and no office is called “${name}”${perhaps === undefined ? "" : ` (perhaps ${perhaps})`}. Choose from the list, or say below that this is somebody outside`;
}

/** How an action goes, of a month that runs or has gone by. */
export function readProgress({ month: typed, state, words: said }: { readonly month: string; readonly state: string; readonly words: string }, today: Day): Read<Of<"progress">> {
  const month = parseMonth(typed);
  const known = Object.hasOwn(PROGRESS_STATES, state);
  return read({ what: "progress", month: month ?? ("" as Month), state: (known ? state : "not-begun") as ProgressState, words: said.trim() }, [
    ...(month === undefined || !isSayable(month, today) ? [wrong("month", "Choose one of the months of the list")] : []),
    ...(known ? [] : [wrong("state", "Say how it stands")]),
    ...words("said", said, LONGEST.progress, "Say in a sentence or two what was done, or why nothing was"),
  ]);
}

export const readEvidence = ({ words: said, where }: { readonly words: string; readonly where: string }): Read<Of<"evidence">> =>
  read({ what: "evidence", words: said.trim(), where: where.trim() }, [...words("evidence", said, LONGEST.evidence, "Say what shows that it was done"), ...words("where", where, LONGEST.where, undefined)]);

export const readTakingOut = (why: string): Read<Of<"taken-out">> => read({ what: "taken-out", why: why.trim() }, words("why", why, LONGEST.why, "Say why it is taken out of the plan"));

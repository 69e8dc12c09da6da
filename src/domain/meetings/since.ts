import type { Case } from "../chronology/fold.ts";
import { MEETING_DECISIONS } from "../chronology/codes.ts";
import { type Day, dayInWords } from "../dates/day.ts";
import { type Block, heading } from "../documents/word.ts";
import { ACTION_STATES, actionsIn, answeredAs, decisionsIn, isUnanswered, type MeetingAction, type MeetingDecided, saidInWords } from "./actions.ts";
import { linesOf } from "./boxes.ts";
import type { Names, WrittenItem } from "./written.ts";

export interface SinceWhen {
  readonly heldOn: Day;
  /** The name of whoever holds the meeting: what became of its own earlier meetings is told. */
  readonly organisation: string;
  /** How things stand is told of this day. */
  readonly today: Day;
}

/** What earlier meetings of an organisation agreed of a child that a meeting had before it: its last meeting’s, and what was still open or unanswered by then. */
function before(c: Case, { heldOn, organisation, today }: SinceWhen): { readonly actions: readonly MeetingAction[]; readonly raised: readonly MeetingDecided[] } {
  const own = actionsIn(c, today).filter(({ of, entry }) => of.organisation === organisation && entry.happenedOn < heldOn);
  const last = own.reduce<string>((latest, { agreedOn }) => (agreedOn > latest ? agreedOn : latest), "");
  return {
    actions: own.filter(({ agreedOn, ended }) => agreedOn === last || ended === null || ended.happenedOn >= heldOn),
    raised: decisionsIn(c).filter((one) => one.of.organisation === organisation && one.entry.happenedOn < heldOn && one.sort !== "decided" && (isUnanswered(one) || (one.answered?.happenedOn ?? "") >= last)),
  };
}

/** What earlier meetings agreed and put to others, and how it stands; nothing where there is none. Pure. */
export function sinceBlocks(c: Case, when: SinceWhen, names: Names, level: 1 | 2 | 3): readonly Block[] {
  const { actions, raised } = before(c, when);
  return [
    ...(actions.length === 0 ? [] : [heading(level, "Actions from before, and how they stand"), {
      type: "table" as const, caption: "Actions that earlier meetings agreed", rowHeadings: true, none: "",
      columns: [{ heading: "What was to be done", share: 5 }, { heading: "By whom", share: 3 }, { heading: "By when", share: 3 }, { heading: "How it stands", share: 4 }],
      rows: actions.map((action) => [shown(action.what), action.who === null ? action.whoElse ?? "" : names.person(action.who), dayInWords(action.dueOn), stands(action)]),
    }]),
    ...(raised.length === 0 ? [] : [heading(level, "Put to others before, and what was answered"), {
      type: "table" as const, caption: "Recommendations and delay that earlier meetings put to others", rowHeadings: true, none: "",
      columns: [{ heading: "What", share: 5 }, { heading: "What it is", share: 3 }, { heading: "Answer", share: 5 }],
      rows: raised.map((one) => [shown(one.what), MEETING_DECISIONS[one.sort], one.answered === null ? "Not answered" : `${answeredAs(one)}. ${String(one.answered.detail["answer"] ?? "")}`.trim()]),
    }]),
  ];
}

const shown = (what: string): string => (what === "" ? "Not shown to you" : what);

function stands(action: MeetingAction): string {
  const { state, ended, dueOn, firstDueOn, daysBehind } = action;
  const first = firstDueOn === dueOn ? "" : `. First due ${dayInWords(firstDueOn)}`;
  return ended === null ? `${state === "late" ? "Late" : daysBehind > 0 ? "Open past its first day" : ACTION_STATES[state]}${first}${saidInWords(action).map((said) => `. ${said}`).join("")}` : `${ACTION_STATES[state]} on ${dayInWords(ended.happenedOn)}. ${String(ended.detail["done"] ?? "")}`.trim() + first;
}

/** An item with what follows from its answers among its decisions: a recommendation or delay that the meeting’s answers came to was typed in no box. */
export function withRaised(item: WrittenItem, c: Case, meetingId: string): WrittenItem {
  const typed = new Set([...linesOf(item.typed, "decisions").values()].map(({ what = "" }) => what.trim()));
  const raised = decisionsIn(c).filter(({ of, what }) => of.meeting === meetingId && what !== "" && !typed.has(what));
  if (raised.length === 0) return item;
  const more = raised.flatMap(({ number, sort, what, why }): readonly (readonly [string, string])[] => [[`decisions/entry-${number}/what`, what], [`decisions/entry-${number}/sort`, sort], [`decisions/entry-${number}/why`, why ?? "Not shown to you"]]);
  return { ...item, typed: new Map([...item.typed, ...more]) };
}

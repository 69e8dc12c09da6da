import type { ComparedChild, ComparePage } from "../../../app/compare.ts";
import { CERTAINTIES, type Entry } from "../../../domain/chronology/entry.ts";
import { KINDS } from "../../../domain/chronology/kinds.ts";
import type { Day } from "../../../domain/dates/day.ts";
import { STAGES } from "../../../domain/permanence/stage.ts";
import { type JudgedClock, stateInWords } from "../../../domain/standards/clock.ts";
import type { Difference, DifferenceType } from "../../../domain/tracker/compare.ts";
import type { Html } from "../../govuk/html.ts";
import { DueLink } from "../child/why/due-link.tsx";
import { whenInWords } from "../child/words.ts";
import { saidDifferently } from "./entry-words.ts";
import { asAtLater } from "./query.ts";

type Cell = string | Html;

export interface Row {
  readonly child: ComparedChild;
  readonly cells: readonly Cell[];
  /** Rows with more of it come first; then by local id. */
  readonly weight: number;
}

export interface Section {
  readonly id: DifferenceType;
  readonly heading: string;
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
}

type Told = { readonly cells: readonly Cell[]; readonly weight?: number };
type Among<D, Type> = D extends { readonly type: infer T } ? Type extends T ? D & { readonly type: Type } : never : never;
type Of<Type extends DifferenceType> = Among<Difference, Type>;

/** Whose difference it is, and the questions in the addresses of the record as at either day. */
interface Seen {
  readonly child: ComparedChild;
  readonly earlier: string;
  readonly later: string;
}

interface Listed<Type extends DifferenceType> {
  readonly heading: string;
  readonly heads: readonly string[];
  readonly tell: (difference: Of<Type>, page: ComparePage, seen: Seen) => Told;
}
const listed = <Type extends DifferenceType>(_type: Type, row: Listed<Type>): Listed<Type> => row;

const what = (e: Entry): string => KINDS[e.kind].label;
const days = (n: number): string => `${Math.abs(n)} ${Math.abs(n) === 1 ? "day" : "days"}`;
const title = ({ standard }: JudgedClock, { standards }: ComparePage): string => standards.get(standard)?.title ?? standard;
const due = (clock: JudgedClock, { recordId }: ComparedChild, asAt: string): Cell =>
  (clock.dueOn === null ? "–" : DueLink({ recordId, clock, on: clock.dueOn, asAt }));
const moved = ({ was, now, days: by }: Of<"slipped"> | Of<"brought-forward">): Told => ({ cells: [what(now), whenInWords(was), whenInWords(now), days(by)], weight: Math.abs(by) });

/** What is told under which heading, in the order in which it is asked for; what there is most of is told by its kind (happenings.ts). */
const LISTED = {
  "moved-on": listed("moved-on", { heading: "Moved on to a later stage", heads: ["From", "To"], tell: ({ from, to }) => ({ cells: [STAGES[from], STAGES[to]] }) }),
  "moved-back": listed("moved-back", { heading: "Moved back to an earlier stage", heads: ["From", "To"], tell: ({ from, to }) => ({ cells: [STAGES[from], STAGES[to]] }) }),
  "slipped": listed("slipped", { heading: "Dates that slipped", heads: ["What", "Was", "Is now", "Later by"], tell: moved }),
  "late": listed("late", { heading: "Became late", heads: ["What", "Was due", "Overdue"], tell: ({ clock }, page, { child, later }) => ({ cells: [title(clock, page), due(clock, child, later), days(clock.days ?? 0)], weight: Math.abs(clock.days ?? 0) }) }),
  "passed": listed("passed", { heading: "Planned, and did not happen", heads: ["What", "Was to be"], tell: ({ now }) => ({ cells: [what(now), whenInWords(now)] }) }),
  "brought-forward": listed("brought-forward", { heading: "Dates brought forward", heads: ["What", "Was", "Is now", "Earlier by"], tell: moved }),
  "late-no-more": listed("late-no-more", {
    heading: "No longer late", heads: ["What", "Was due", "Now"],
    tell: ({ was, clock }, page, { child, earlier }) => ({ cells: [title(was, page), due(was, child, earlier), clock === undefined ? "No longer applies" : stateInWords(clock)] }),
  }),
  "new": listed("new", { heading: "New on the list", heads: ["Stage"], tell: ({ stage }) => ({ cells: [STAGES[stage]] }) }),
  "left": listed("left", { heading: "Left", heads: ["How", "From"], tell: ({ from, to }) => ({ cells: [STAGES[to], STAGES[from]] }) }),
  "returned": listed("returned", { heading: "Came back", heads: ["From", "To"], tell: ({ from, to }) => ({ cells: [STAGES[from], STAGES[to]] }) }),
  "gone": listed("gone", { heading: "No longer on the list", heads: ["Was at"], tell: ({ stage }) => ({ cells: [STAGES[stage]] }) }),
  "firmed": listed("firmed", {
    heading: "Became more certain, or less", heads: ["What", "When", "It was"],
    tell: ({ was, now }) => ({ cells: [what(now), whenInWords(now), CERTAINTIES[was.certainty].toLowerCase()] }),
  }),
  "dropped": listed("dropped", { heading: "No longer planned", heads: ["What", "Was to be"], tell: ({ was }) => ({ cells: [what(was), whenInWords(was)] }) }),
  "corrected": listed("corrected", {
    heading: "Put right", heads: ["What", "It said", "It says now"],
    tell: ({ was, now }) => ({ cells: [what(was), saidDifferently(was, now), now === undefined ? "Taken back" : saidDifferently(now, was)] }),
  }),
} as const satisfies { readonly [Type in Exclude<DifferenceType, "happened" | "ended" | "planned" | "learnt">]: Listed<Type> };
export type ListedType = keyof typeof LISTED;

/** The sections that have anything in them. */
export const sectionsOf = (page: ComparePage, today: Day): readonly Section[] =>
  (Object.keys(LISTED) as ListedType[]).map((type) => sectionOf(type, page, { earlier: asAtLater({ ...page.query, to: page.query.from }, today), later: asAtLater(page.query, today) })).filter(({ rows }) => rows.length > 0);

function sectionOf<Type extends ListedType>(type: Type, page: ComparePage, asAt: Omit<Seen, "child">): Section {
  const { heading, heads, tell } = LISTED[type] as unknown as Listed<Type>;
  const rows = page.differences.flatMap(({ child, differences }) =>
    differences.filter((d): d is Of<Type> => d.type === type).map((d) => {
      const { cells, weight = 0 } = tell(d, page, { ...asAt, child });
      return { child, cells, weight };
    }));
  return { id: type, heading, heads, rows: rows.toSorted((a, b) => b.weight - a.weight) };
}

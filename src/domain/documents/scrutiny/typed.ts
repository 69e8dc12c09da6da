/** What only people can say: the cover sheet’s lines, and the words of each section. */

interface Box {
  readonly label: string;
  readonly hint: string;
  /** Rows of its box on the page; one line where there is none. */
  readonly rows?: number;
  /** A report is not published without it. */
  readonly needed?: true;
  /** Stands in the box until somebody writes something else. */
  readonly offered?: string;
}

export const COVER_BOXES = {
  committee: { label: "Report to", hint: "The committee, and the day it meets", needed: true },
  reportOf: { label: "Report of", hint: "The director whose report it is, by name and post", needed: true },
  author: { label: "Author of the report", hint: "Name, post, and how to reach them", needed: true },
  subject: { label: "Subject", hint: "As it will stand on the committee’s agenda", needed: true, offered: "Adoption performance" },
} as const satisfies Record<string, Box>;

export const SECTION_BOXES = {
  introduction: { label: "Introduction", hint: "Why the committee has this report, and what it asked for last time", rows: 5, needed: true },
  a1: { label: "What is behind A1", hint: "Anything the figures do not say about entering care to moving in. It follows the figures of A1", rows: 5 },
  a2: { label: "What is behind A2", hint: "Anything the figures do not say about the order to the match. It follows the figures of A2", rows: 5 },
  monitoring: { label: "How adoption is tracked, and what has been found", hint: "Tracking meetings, reviews of cases, training, capacity. Counts of barriers and the action plan follow it", rows: 6 },
  law: { label: "Changes in law or policy", hint: "Left out of the report where nothing is written", rows: 4 },
  region: { label: "Regional working", hint: "What is done with other authorities, and with the regional agency", rows: 5, needed: true },
  people: { label: "What this means for the people of the area", hint: "How many children are adopted each year is said for you", rows: 4, offered: "Most people will not be directly affected by this report. They may rightly expect that a child whose plan is adoption moves to a family without avoidable delay, and that somebody watches that it is so." },
  recommendation: { label: "What the committee is asked to do", hint: "It stands on the cover sheet too", rows: 3, needed: true, offered: "The committee is asked to consider this report, and to say whether what is being done is enough for children to be adopted without avoidable delay." },
} as const satisfies Record<string, Box>;

export const BOXES: Readonly<Record<BoxName, Box>> = { ...COVER_BOXES, ...SECTION_BOXES };
export type BoxName = keyof typeof COVER_BOXES | keyof typeof SECTION_BOXES;
export const BOX_NAMES = [...Object.keys(COVER_BOXES), ...Object.keys(SECTION_BOXES)] as BoxName[];

/** The kinds of item a committee’s cover sheet offers to tick. */
export const ITEM_TYPES = {
  "existing-policy": "Reviewing existing policy",
  "new-policy": "Informing new policy",
  "consultation": "Statutory consultation",
  "performance": "Performance or budget monitoring",
  "cabinet": "Scrutiny asked for by cabinet",
  "council": "Scrutiny asked for by full council",
  "community": "Scrutiny asked for by a community assembly",
  "call-in": "Call-in of a cabinet decision",
  "briefing": "Briefing paper for the committee",
  "other": "Other",
} as const;
export type ItemType = keyof typeof ITEM_TYPES;

export const CATEGORIES = { open: "Open", exempt: "Exempt: not for publication" } as const;
export type Category = keyof typeof CATEGORIES;

/** Everything that was typed or ticked. */
export interface Typed {
  readonly words: Readonly<Record<BoxName, string>>;
  readonly itemType: ItemType;
  readonly category: Category;
  /** The publication to compare by; empty for the one last brought in. */
  readonly source: string;
  /** The groups to compare with, by id; null for all. */
  readonly groups: readonly string[] | null;
}

export const UNWRITTEN: Typed = {
  words: Object.fromEntries(BOX_NAMES.map((name) => [name, BOXES[name].offered ?? ""])) as Typed["words"], itemType: "briefing", category: "open", source: "", groups: null,
};

/** In characters, of one box. */
export const LONGEST_WORDS = 6000;

export interface Fault {
  readonly box: BoxName | "itemType" | "category";
  readonly message: string;
}

/** Reads a form or what was kept; what is not there is as it is offered. Words that are too long are kept whole, and said. */
export function readTyped(given: Readonly<Record<string, unknown>>): { readonly typed: Typed; readonly faults: readonly Fault[] } {
  const text = (name: string): string | undefined => (typeof given[name] === "string" ? given[name].replaceAll("\r\n", "\n") : undefined);
  const words = Object.fromEntries(BOX_NAMES.map((name) => [name, text(name) ?? UNWRITTEN.words[name]])) as Typed["words"];
  const [itemType, category] = [text("itemType") ?? UNWRITTEN.itemType, text("category") ?? UNWRITTEN.category];
  return {
    typed: {
      words, source: text("source") ?? "", groups: Array.isArray(given["groups"]) ? given["groups"].filter((id): id is string => typeof id === "string") : null,
      itemType: Object.hasOwn(ITEM_TYPES, itemType) ? (itemType as ItemType) : UNWRITTEN.itemType, category: Object.hasOwn(CATEGORIES, category) ? (category as Category) : UNWRITTEN.category,
    },
    faults: BOX_NAMES.flatMap((name): readonly Fault[] => (words[name].length <= LONGEST_WORDS ? [] : [{ box: name, message: `${BOXES[name].label}: write ${LONGEST_WORDS.toLocaleString("en-GB")} characters or fewer; there are ${words[name].length.toLocaleString("en-GB")}` }])),
  };
}

/** The same as it is kept, and read again by `readTyped`. */
export const keptAs = ({ words, ...rest }: Typed): Readonly<Record<string, unknown>> => ({ ...words, ...rest });

/** What is still to be written before a report is published. */
export const unwritten = ({ words }: Typed): readonly BoxName[] => BOX_NAMES.filter((name) => BOXES[name].needed === true && words[name].trim() === "");

import { LEGAL_STATUSES, MEETING_DECISIONS, BARRIERS, PERMANENCE_CLASSIFICATIONS, PERMANENCE_PLANS } from "../chronology/codes.ts";

/** How a box of the room is answered. What it holds is always text: a code, `yes` or `no`, a day as YYYY-MM-DD, or words. */
export type BoxType = "words" | "yes-no" | "code" | "day" | "account" | "standard";

export interface Box {
  readonly label: string;
  readonly type: BoxType;
  readonly codes?: Readonly<Record<string, string>>;
  /** Asked of children with adoption on their way alone. */
  readonly adoption?: true;
  /** Asked of early alerts alone. */
  readonly early?: true;
  /** The detail of `meeting-outcome` that it becomes; none where it becomes something else. */
  readonly detail?: string;
}

const words = (label: string, detail?: string, extra: Partial<Box> = {}): Box => ({ label, type: "words", ...(detail === undefined ? {} : { detail }), ...extra });
const yesNo = (label: string, detail: string, extra: Partial<Box> = {}): Box => ({ label, type: "yes-no", detail, ...extra });
const adoption = { adoption: true } as const;
const early = { early: true } as const;

/**
 * The boxes of one child, in the order asked. Source: Sheffield’s adoption tracking outcome form (SHEF-T01 to T11), the headings
 * and the record of Central Bedfordshire’s terms of reference (CBED-17 and 19), and Derby’s early alerts (DERB-03 and 05).
 */
export const BOXES = {
  discussion: words("Discussion"),
  timescales: words("Timescales", "timescales"),
  securing: words("What is being done to secure permanence", "securing"),
  drift: words("Drift or delay, there or to come", "drift"),
  steps: words("What additional steps are being taken to find a family?", "steps", adoption),
  reportChanges: words("What changes need to go in an updated permanence report?", "reportChanges", adoption),
  reportUpdated: yesNo("Has the permanence report been updated?", "reportUpdated", adoption),
  reportNote: words("About the report", "reportNote", adoption),
  planRight: yesNo("Is adoption still the right plan?", "planRight", adoption),
  planNote: words("About the plan", "planNote", adoption),
  decisionRight: yesNo("Is the should-be-placed decision still right?", "decisionRight", adoption),
  decisionNote: words("About the decision", "decisionNote", adoption),
  orderRight: yesNo("Is the placement order still right?", "orderRight", adoption),
  orderNote: words("About the placement order", "orderNote", adoption),
  other: words("Other relevant information", "other"),
  plan: { label: "Care plan confirmed", type: "code", codes: PERMANENCE_PLANS, detail: "plan" },
  legalStatus: { label: "Legal status confirmed", type: "code", codes: LEGAL_STATUSES, detail: "legalStatus" },
  classification: { label: "Permanence classification", type: "code", codes: PERMANENCE_CLASSIFICATIONS, detail: "classification" },
  findingFrom: { label: "When is family finding to begin?", type: "day", detail: "findingFrom", ...early },
  fosteringForAdoption: yesNo("Is a fostering for adoption placement to be sought?", "fosteringForAdoption", early),
  legalAdvice: words("Legal advice given", "legalAdvice", early),
  revisit: yesNo("Is the plan to be revisited?", "revisit"),
  returnOn: { label: "Comes back to the meeting by", type: "day", detail: "returnOn" },
  tellBusinessSupport: yesNo("Adoption business support told", "tellBusinessSupport", adoption),
} as const satisfies Readonly<Record<string, Box>>;
export type BoxName = keyof typeof BOXES;

/** What is listed for a child, each line with boxes of its own: `actions/<line>/what`. A line is an id made where it was begun. */
export const LISTS = {
  decisions: {
    label: "Decisions",
    boxes: { sort: { label: "What it is", type: "code", codes: MEETING_DECISIONS }, what: words("What was decided"), why: words("Why") },
  },
  actions: {
    label: "Actions",
    boxes: { what: words("What is to be done"), who: { label: "By whom", type: "account" }, whoElse: words("By whom, where they have no account"), dueOn: { label: "By when", type: "day" }, shownBy: words("How we will know that it is done") },
  },
  targets: {
    label: "Individual target dates",
    boxes: { standard: { label: "Of what", type: "standard" }, dueOn: { label: "Target", type: "day" }, note: words("Why") },
  },
  barriers: {
    label: "Barriers",
    boxes: { barrier: { label: "Barrier", type: "code", codes: BARRIERS }, since: { label: "Since", type: "day" }, note: words("About it") },
  },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly boxes: Readonly<Record<string, Box>> }>>;
export type ListName = keyof typeof LISTS;

const LINE = /^[a-z0-9-]{1,40}$/;

/** The box that a name in the room’s forms and in the database means; nothing where it means none. */
export function boxNamed(name: string): Box | undefined {
  const [list, line, field, ...more] = name.split("/");
  if (line === undefined) return Object.hasOwn(BOXES, name) ? BOXES[name as BoxName] : undefined;
  if (more.length > 0 || field === undefined || !LINE.test(line) || !Object.hasOwn(LISTS, list ?? "")) return undefined;
  const boxes: Readonly<Record<string, Box>> = LISTS[list as ListName].boxes;
  return Object.hasOwn(boxes, field) ? boxes[field] : undefined;
}

/** What was typed of one child, by the name of the box. */
export type Typed = ReadonlyMap<string, string>;

/** The lines of a list, by line in the order given, each with what its boxes hold; lines of empty boxes are none. */
export function linesOf(typed: Typed, list: ListName): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const lines = new Map<string, Record<string, string>>();
  for (const [name, text] of typed) {
    const [of, line, field] = name.split("/");
    if (of !== list || line === undefined || field === undefined || text.trim() === "") continue;
    const boxes = lines.get(line) ?? {};
    boxes[field] = text.trim();
    lines.set(line, boxes);
  }
  return lines;
}

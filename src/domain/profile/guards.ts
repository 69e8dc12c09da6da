import { type Entry, firstSource } from "../chronology/entry.ts";
import { dayInWords } from "../dates/day.ts";
import type { Facts } from "./facts.ts";

/** Who sees a profile, from nearest to furthest; a state in which nobody is shown it is none of these. */
export const SHOWN_STATES = ["own-region-anonymous", "own-region", "national"] as const;
export type ShownState = (typeof SHOWN_STATES)[number];
export const isShown = (state: string): state is ShownState => (SHOWN_STATES as readonly string[]).includes(state);

/** What must hold before a profile is shown to anybody, or further. Sources: Leicestershire’s practice standards 4, 5 and 17; Derby’s procedures on looking for a family before the decision. */
export const GUARDS = {
  "child-waits": "The child waits for a family",
  "not-reversed": "The decision was not reversed",
  "authority": "A placement order stands, or a parent’s consent",
  "interagency": "A search beyond the region was agreed",
  "begun": "The child is to be placed, or there was legal advice on looking earlier",
} as const;
export type GuardCode = keyof typeof GUARDS;

export interface Guard {
  readonly code: GuardCode;
  readonly holds: boolean;
  /** What it holds by, or what is missing, as a phrase. */
  readonly words: string;
  /** The entry that it holds by, or fails by. */
  readonly entry: Entry | undefined;
}

/** What each state asks, each asking what the ones before it ask; what stands in every way comes first. */
const ASKED: Readonly<Record<ShownState, readonly GuardCode[]>> = {
  "own-region-anonymous": ["child-waits", "not-reversed", "begun"],
  "own-region": ["child-waits", "not-reversed", "authority"],
  "national": ["child-waits", "not-reversed", "authority", "interagency"],
};

export const guardsOf = (state: ShownState, facts: Facts): readonly Guard[] => ASKED[state].map((code) => ({ code, ...CHECKED[code](facts) }));

export const allowed = (state: ShownState, facts: Facts): boolean => ASKED[state].every((code) => CHECKED[code](facts).holds);

/** The furthest that a profile may be shown, where it has been said to be shown so far; nothing where to nobody. */
export const furthest = (said: ShownState, facts: Facts): ShownState | undefined =>
  SHOWN_STATES.slice(0, SHOWN_STATES.indexOf(said) + 1).findLast((state) => allowed(state, facts));

type Checked = Omit<Guard, "code">;
const held = (entry: Entry | undefined, words: string): Checked => ({ holds: true, words, entry });
const missing = (words: string, entry?: Entry): Checked => ({ holds: false, words, entry });
const on = ({ happenedOn }: Entry): string => dayInWords(happenedOn);

const CHECKED: Readonly<Record<GuardCode, (facts: Facts) => Checked>> = {
  "child-waits": ({ over }) => (over === undefined ? held(undefined, "No match stands, and the child is in care") : missing(overInWords(over), over)),
  "not-reversed": ({ reversed, decision }) => (reversed === undefined ? held(decision, decision === undefined ? "No decision was reversed" : "The decision has not been reversed") : missing(`The decision was reversed on ${on(reversed)}, and nothing was decided since`, reversed)),
  "begun": ({ decision, advice, authority }) => {
    if (decision !== undefined) return held(decision, `Decision that the child should be placed, ${on(decision)}`);
    if (authority !== undefined) return held(authority, authorityInWords(authority));
    if (advice !== undefined) return held(advice, `Legal advice on early family finding, ${on(advice)}`);
    return missing("There is no decision that the child should be placed, and no legal advice on looking for a family earlier");
  },
  "authority": ({ authority }) => (authority === undefined ? missing("There is no placement order, and no parent’s consent") : held(authority, authorityInWords(authority))),
  "interagency": ({ interagency }) => {
    if (interagency === undefined) return missing("There is no decision on a search beyond the region");
    const outcome = interagency.detail["outcome"];
    if (outcome === "refused") return missing(`A search beyond the region was refused on ${on(interagency)}`, interagency);
    if (outcome !== undefined && outcome !== "made") return missing(`A search beyond the region was put off on ${on(interagency)}`, interagency);
    if (deciderOf(interagency) === undefined) return missing(`The decision of ${on(interagency)} came from a file that does not say who decided. Correct it, and say who made it`, interagency);
    return held(interagency, `A search beyond the region was agreed on ${on(interagency)}`);
  },
};

export const authorityInWords = (authority: Entry): string =>
  authority.kind === "placement-order" ? `Placement order of ${on(authority)}` : `A parent’s consent to placement, ${on(authority)}`;

export function overInWords(over: Entry): string {
  switch (over.kind) {
    case "adoption-order": return `The child was adopted on ${on(over)}`;
    case "match-decision": return `A match was decided on ${on(over)}`;
    default: return `The child left care on ${dayInWords(over.until ?? over.happenedOn)}`;
  }
}

/** Who made a decision: as its entry says, or whoever recorded it by hand. A file does not say who. */
export function deciderOf({ source, detail, recordedBy }: Entry): string | undefined {
  const said = detail["evidenceBy"];
  if (typeof said === "string" && said !== "") return said;
  const { type } = firstSource(source);
  return type === "ssda903" || type === "sheet" ? undefined : recordedBy;
}

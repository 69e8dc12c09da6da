import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Kind } from "../chronology/kinds.ts";
import { happened } from "../permanence/moments.ts";

/** The panel that recommends a decision, and its minutes. */
const PANELS: Readonly<Partial<Record<Kind, { readonly panel: Kind; readonly minutes: Kind }>>> = {
  "plan-decision": { panel: "plan-panel", minutes: "plan-panel-minutes" },
  "match-decision": { panel: "matching-panel", minutes: "matching-panel-minutes" },
};

/** What lies before the decision-maker: the last of each since the decision was last made. */
export interface Papers {
  /** Papers sent to panel. */
  readonly sent: Entry | undefined;
  /** Held, or still to come. */
  readonly panel: Entry | undefined;
  /** Panel’s final minutes: from the day they arrived the decision is due. */
  readonly minutes: Entry | undefined;
}

const NONE: Papers = { sent: undefined, panel: undefined, minutes: undefined };

/** The papers for the next decision of a kind; nothing for those that no panel considers. Pure; total. */
export function papersOf(c: Case, kind: Kind): Papers {
  const panels = PANELS[kind];
  if (panels === undefined) return NONE;
  const last = happened(c, kind).at(-1);
  const since = (e: Entry): boolean => last === undefined || e.happenedOn > last.happenedOn;
  const panel = c.of(panels.panel).findLast(since);
  return {
    panel,
    minutes: c.of(panels.minutes).findLast((e) => e.certainty === "actual" && since(e)),
    sent: c.of("panel-papers").findLast((e) => e.certainty === "actual" && since(e) && (panel === undefined || e.happenedOn <= panel.happenedOn)),
  };
}

/** A day for a decision that panel is to recommend, with no panel before it: then others must have agreed to the day. */
export function isOutsidePanel(c: Case, e: Entry): boolean {
  const panels = PANELS[e.kind];
  if (panels === undefined) return false;
  const { panel } = papersOf(c, e.kind);
  return panel === undefined || panel.happenedOn > e.happenedOn;
}

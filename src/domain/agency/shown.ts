import type { Entry } from "../chronology/entry.ts";
import { detailOf, type Kind } from "../chronology/kinds.ts";
import type { SharedField } from "./agreement.ts";

/** What only the agency and the authority say to each other: never taken away from either. */
export const AGENCY_KINDS = ["agency-date", "agency-note", "difference-settled"] as const satisfies readonly Kind[];
export const isAgencyKind = (kind: Kind): boolean => (AGENCY_KINDS as readonly Kind[]).includes(kind);

/** What a tracking meeting writes on a child’s record, and what becomes of it: of the authority’s meeting or of the agency’s. */
export const MEETING_KINDS = ["meeting-outcome", "meeting-decision", "meeting-decision-answered", "action-agreed", "action-done", "action-escalated", "action-said"] as const satisfies readonly Kind[];
export const isMeetingKind = (kind: Kind): boolean => (MEETING_KINDS as readonly Kind[]).includes(kind);
/** What an agency’s people write whatever functions are given to them. */
export const isWrittenByAgency = (kind: Kind): boolean => isAgencyKind(kind) || isMeetingKind(kind) || kind === "agency-meeting";

/** What was decided, and who does what by when, shows on both; how it came to that is each meeting’s own minutes. */
const DECIDED: Readonly<Partial<Record<Kind, readonly string[]>>> = { "meeting-decision": ["what"], "action-agreed": ["what", "shownBy", "whoElse", "dueOn"], "action-done": ["done"], "action-said": ["said"], "meeting-decision-answered": ["answer"] };

/** Who wrote an entry, where that is not said. */
export const SOMEBODY_THERE = "somebody at the authority";

/** The details of each kind that say the child’s name, and that say who has the child. */
const NAMES: Readonly<Partial<Record<Kind, readonly string[]>>> = { "particulars": ["givenName", "familyName"] };
const WORKERS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  "allocated-worker": ["worker"], "family-finder": ["worker"], "responsible-team": ["team"], "reviewing-officer-appointed": ["officer"], "involvement": ["account"], "action-agreed": ["who"], "action-escalated": ["to"],
};

/** Texts that name a thing and are not words written freely. */
const IDENTIFYING: ReadonlySet<string> = new Set([
  "givenName", "familyName", "ethnicity", "child", "worker", "team", "officer", "account", "standard", "of", "agency", "authority", "from", "to",
  "family", "carer", "provider", "urn", "categoryOfNeed", "date", "by", "meeting", "series", "organisation",
]);

/**
 * A record’s entries as an agency’s people read them: without the details that the agreement does not share (`hidden`
 * names them), and without barriers where those are not shared. `own`: the accounts of the agency’s own people.
 */
export function shownUnder(fields: readonly SharedField[], own: ReadonlySet<string>, entries: readonly Entry[]): readonly Entry[] {
  const shares = (field: SharedField): boolean => fields.includes(field);
  const [names, workers, notes] = [shares("names"), shares("workers"), shares("notes")];
  if (names && workers && notes && shares("barriers")) return entries;
  return entries.filter(({ kind }) => kind !== "barrier" || shares("barriers")).map((e): Entry => {
    if (isAgencyKind(e.kind)) return workers || own.has(e.recordedBy) ? e : { ...e, recordedBy: SOMEBODY_THERE };
    const details = detailOf(e.kind);
    const isHidden = (name: string): boolean => {
      if (!names && NAMES[e.kind]?.includes(name) === true) return true;
      if (!workers && ((WORKERS[e.kind]?.includes(name) === true && !own.has(String(e.detail[name]))) || name === "evidenceBy" || name === "reportBy")) return true;
      if (DECIDED[e.kind]?.includes(name) === true) return false;
      return !notes && !own.has(e.recordedBy) && (details[name]?.type ?? "text") === "text" && !IDENTIFYING.has(name);
    };
    const hidden = Object.keys(e.detail).filter(isHidden);
    const withoutReason = !notes && !own.has(e.recordedBy) && e.reason !== undefined && e.reason !== "";
    const withoutAuthor = !workers && !own.has(e.recordedBy);
    if (hidden.length === 0 && !withoutReason && !withoutAuthor) return e;
    const { reason, ...rest } = e;
    return {
      ...rest,
      ...(withoutAuthor ? { recordedBy: SOMEBODY_THERE } : {}),
      ...(reason === undefined || withoutReason ? {} : { reason }),
      detail: Object.fromEntries(Object.entries(e.detail).filter(([name]) => !hidden.includes(name))),
      ...(hidden.length === 0 && !withoutReason ? {} : { hidden: [...(e.hidden ?? []), ...hidden, ...(withoutReason ? ["reason"] : [])] }),
    };
  });
}

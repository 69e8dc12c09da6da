import type { Certainty, Detail } from "../chronology/entry.ts";
import { type Kind, KINDS } from "../chronology/kinds.ts";
import { type Role, ROLES } from "./role.ts";

/** Whoever decides: their own role, and the roles of those whose named deputy they are today. */
export type DecidingRoles = readonly Role[];

/** “the agency decision-maker, or their named deputy,” */
export const whoDecides = (role: Role): string => `the ${ROLES[role].charAt(0).toLowerCase()}${ROLES[role].slice(1)}, or their named deputy,`;

/**
 * Why somebody may not say that a decision was made; nothing where they may. Anybody who may record
 * may put a decision down as planned or provisional: it waits for whoever decides to confirm it.
 * Source: the Adoption Agencies Regulations 2005, by which the decision is the decision-maker's own.
 */
export function notTheirs(kind: Kind, certainty: Certainty, roles: DecidingRoles): string | undefined {
  const { decidedBy, label, ahead } = KINDS[kind];
  if (decidedBy === undefined || certainty !== "actual" || roles.includes(decidedBy)) return undefined;
  const instead = ahead === true ? ". Choose provisional, and it will wait on their desk to be confirmed" : "";
  return `${label}: only ${whoDecides(decidedBy)} can say so${instead}`;
}

/** A decision-maker’s decision needs its reasons, whichever way it went and where no outcome is said too: then it was made. */
export const reasonsMissing = (kind: Kind, certainty: Certainty, detail: Detail): boolean =>
  KINDS[kind].decidedBy === "decision-maker" && certainty === "actual" && KINDS[kind].detail?.["note"] !== undefined && String(detail["note"] ?? "").trim() === "";

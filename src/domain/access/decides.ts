import type { Certainty, Detail } from "../chronology/entry.ts";
import { type Kind, KINDS } from "../chronology/kinds.ts";
import { type Role, ROLES } from "./role.ts";

/** Whoever decides: their own role, and the roles of those whose named deputy they are today. */
export type DecidingRoles = readonly Role[];

/**
 * Why somebody may not say that a decision was made; nothing where they may. Anybody who may record
 * may put a decision down as planned or provisional: it waits for whoever decides to confirm it.
 * Source: the Adoption Agencies Regulations 2005, by which the decision is the decision-maker's own.
 */
export function notTheirs(kind: Kind, certainty: Certainty, roles: DecidingRoles): string | undefined {
  const { decidedBy, label } = KINDS[kind];
  if (decidedBy === undefined || certainty !== "actual" || roles.includes(decidedBy)) return undefined;
  return `${label}: only the ${lower(ROLES[decidedBy])}, or their named deputy, can say that this was decided. Choose provisional, and it will wait on their desk to be confirmed`;
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** A decision with an outcome needs its reasons, whichever way it went. Where one is missing, the field to ask for. */
export const reasonsMissing = (kind: Kind, certainty: Certainty, detail: Detail): boolean =>
  KINDS[kind].decidedBy === "decision-maker" && certainty === "actual" && detail["outcome"] !== undefined && String(detail["note"] ?? "").trim() === "";

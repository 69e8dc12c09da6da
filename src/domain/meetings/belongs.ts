import type { Case } from "../chronology/fold.ts";
import { openOf } from "../permanence/moments.ts";
import { ENDED_STAGES, sharedFrom, stageOf } from "../permanence/stage.ts";
import type { Part } from "./meeting.ts";

/** The parts of the usual series, with the children each is for. A part that a series made for itself is for anybody. */
export const PURPOSES = {
  "early-alerts": "alert",
  adoption: "adoption",
  finding: "adoption",
  profiles: "adoption",
  plans: "anybody",
  drift: "anybody",
} as const;

/** Whom a child belongs among: those of an early alert, those with a plan of adoption, or all others. */
export type Among = "alert" | "adoption" | "other";

export const isPurpose = (part: string): part is keyof typeof PURPOSES => Object.hasOwn(PURPOSES, part);

/** A child with a plan of adoption, as the main plan or beside it, decided or ordered; or one of an early alert who has come no further. */
export function amongOf(c: Case): Among {
  const stage = stageOf(c);
  if (stage === "early-alert") return "alert";
  if (sharedFrom("adoption-plan").includes(stage) && !ENDED_STAGES.includes(stage)) return "adoption";
  return openOf(c, "contingency-plan")?.detail["plan"] === "ADOPTION" ? "adoption" : "other";
}

/** The first part of a meeting that is for such a child; else the first that is for anybody; nothing where none is. */
export function partAmong(parts: readonly Pick<Part, "id">[], among: Among): string | undefined {
  const forWhom = (id: string): string => (isPurpose(id) ? PURPOSES[id] : "anybody");
  return (parts.find(({ id }) => forWhom(id) === among) ?? parts.find(({ id }) => forWhom(id) === "anybody"))?.id;
}

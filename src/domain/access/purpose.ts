import { may, type Permission } from "./policy.ts";
import { ROLES } from "./role.ts";
import type { Viewer } from "./viewer.ts";

interface PurposeRow {
  /** As what one must be let do something; any of these will do. */
  readonly needs: readonly Permission[];
  /** Which of them let one write in it; none: it is for reading alone. */
  readonly writes: readonly Permission[];
  readonly label: string;
}

/**
 * What is rightly done with every record of one’s own authority, those behind a wall too. Each is of one
 * transaction. Whoever asks shows nothing of a child whom the viewer may not open: counts, and no more.
 */
export const PURPOSES = {
  "return": { needs: ["import"], writes: ["import"], label: "bring in a return, which a restricted or sealed record takes too" },
  "figures": { needs: ["see-scorecard", "publish"], writes: [], label: "work out official figures, which count every child" },
  "records": { needs: ["keep-records", "see-access-log"], writes: ["keep-records"], label: "keep the records as the law says" },
  "agreement": { needs: ["administer"], writes: ["administer"], label: "say what is shared and restricted, and see what that would change" },
  "seal": { needs: ["seal"], writes: ["seal"], label: "seal a record, or undo a seal" },
  "disclosure": { needs: ["see-adoptive-identity", "agree-disclosure"], writes: ["see-adoptive-identity", "agree-disclosure"], label: "open what is behind the wall, with a second person" },
} as const satisfies Record<string, PurposeRow>;
export type Purpose = keyof typeof PURPOSES;

const mayAny = (viewer: Viewer, permissions: readonly Permission[]): boolean =>
  viewer.type === "operator" || permissions.some((permission) => {
    const answer = may(viewer.role, permission);
    return answer.allowed && answer.reach === "authority";
  });

/** Why somebody may not read, or write, for a purpose; nothing where they may. The machine’s operator may. */
export function notFor(viewer: Viewer, purpose: Purpose, how: "read" | "write"): string | undefined {
  const { needs, writes, label }: PurposeRow = PURPOSES[purpose];
  if (mayAny(viewer, how === "read" ? needs : writes)) return undefined;
  return `${viewer.type === "operator" ? "The operator" : ROLES[viewer.role]}: this role does not ${how === "read" ? "let you" : "let you write anything to"} ${label}`;
}

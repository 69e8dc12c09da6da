import type { Role } from "../../domain/access/role.ts";
import type { Person } from "../../domain/access/viewer.ts";
import type { DifferingChild } from "../../store/differing.ts";
import { type App, forbids } from "../app.ts";
import { sideOf } from "./side.ts";

/** On whose desks differences stand: the authority’s family finders and tracking administrator, and the agency’s home finders. */
export const WHO_SETTLES: readonly Role[] = ["family-finder", "tracking-administrator", "agency-home-finder"];

/** The children of whom a date waits for the viewer’s side to settle it; nobody for those on whose desks that is not. */
export async function openDiffering(app: App, person: Person, roles: readonly Role[], limit = 1): Promise<{ readonly rows: readonly DifferingChild[]; readonly total: number }> {
  if (!roles.some((role) => WHO_SETTLES.includes(role)) || forbids(person, "settle-differences") !== undefined) return { rows: [], total: 0 };
  return app.store.reader(person).differing(sideOf(person), limit);
}

import { type Role, ROLES } from "../../domain/access/role.ts";
import type { Viewer } from "../../domain/access/viewer.ts";
import type { Day } from "../../domain/dates/day.ts";
import type { Reader } from "../../store/reader.ts";

/**
 * The roles that somebody may decide in on a day: their own, and those of the people whose named deputy they are
 * that day. The machine’s operator, who may do everything for their authority, has them all.
 */
export async function decidingRoles(reader: Pick<Reader, "covered">, viewer: Viewer, today: Day): Promise<readonly Role[]> {
  if (viewer.type === "operator") return Object.keys(ROLES) as Role[];
  return [...new Set([viewer.role, ...(await reader.covered(today)).map(({ role }) => role)])];
}

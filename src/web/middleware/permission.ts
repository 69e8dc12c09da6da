import type { MiddlewareHandler } from "hono";
import { may, type Permission } from "../../domain/access/policy.ts";
import type { WebEnv } from "../deps.ts";

/** Thrown where somebody asks for what their role does not let them do; becomes a page that says so and what to do. */
export class Forbidden extends Error {
  override name = "Forbidden";
  /** Whether another role would open it; where not, nothing is said of roles. */
  readonly byRole: boolean;
  constructor(reason: string, { byRole = true }: { readonly byRole?: boolean } = {}) {
    super(reason);
    this.byRole = byRole;
  }
}

/** Thrown where there is no such thing, or not for this person: the two must look the same. */
export class NotFound extends Error {
  override name = "NotFound";
}

/** The page’s own gate: the permission, or one of the others. Behind it the command has one, and the database another. */
export const requirePermission = (permission: Permission, ...others: readonly Permission[]): MiddlewareHandler<WebEnv> => async (c, next) => {
  const { role } = c.get("person");
  const answer = may(role, permission);
  if (!answer.allowed && !others.some((other) => may(role, other).allowed)) throw new Forbidden(answer.reason);
  return next();
};

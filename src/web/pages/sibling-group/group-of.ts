import type { Context, MiddlewareHandler } from "hono";
import { openSiblingGroup } from "../../../app/sibling-group.ts";
import { forbidsGroup } from "../../../app/sibling-group-access.ts";
import type { SiblingGroupPage } from "../../../app/views.ts";
import type { Permission } from "../../../domain/access/policy.ts";
import type { Entry } from "../../../domain/chronology/entry.ts";
import type { WebEnv } from "../../deps.ts";
import { Forbidden, NotFound } from "../../middleware/permission.ts";

const RECORD_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The sibling group of the address as this person may see it, or not found. */
export async function groupOf(c: Context<WebEnv>): Promise<SiblingGroupPage> {
  const id = c.req.param("group") ?? "";
  const group = RECORD_ID.test(id) ? await openSiblingGroup(c.get("deps").app, c.get("person"), id) : undefined;
  if (group === undefined) throw new NotFound();
  return group;
}

/** As `groupOf`, for changing: to whoever does not see every child of it there is no group to change. */
export async function groupToChange(c: Context<WebEnv>): Promise<SiblingGroupPage> {
  const group = await groupOf(c);
  if (!group.may.record && !group.may.correct) throw new NotFound();
  return group;
}

/** The gate of the pages that change groups: the command has another. */
export const requireGroupPermission = (permission: Permission): MiddlewareHandler<WebEnv> => async (c, next) => {
  const reason = forbidsGroup(c.get("person"), permission);
  if (reason !== undefined) throw new Forbidden(reason);
  return next();
};

export const titleOf = ({ localId }: SiblingGroupPage): string => (localId === null ? "Sibling group" : `Sibling group ${localId}`);

export const addressOf = ({ recordId }: SiblingGroupPage, rest = ""): string => `/sibling-groups/${recordId}${rest}`;

/** The address of the group after a change, which then says what was saved. */
export const savedAddress = (group: SiblingGroupPage, entries: readonly Entry[]): string => addressOf(group, `?saved=${entries.at(-1)?.number ?? ""}`);

/** What was written since a version, as people read it. */
export const writtenSince = (group: SiblingGroupPage, version: number): readonly Entry[] =>
  [...group.case.entries, ...group.case.withdrawn].filter((e) => e.number > version);

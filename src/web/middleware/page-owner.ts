import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { WebDeps } from "../deps.ts";
import { accountOfTag, PAGE_OF } from "../layout/page-tag.ts";

/** The account whose page a form stood on, which is then no longer among its fields; nothing where it does not say, or is no form. */
export async function takePageOwner(c: Context, deps: WebDeps): Promise<string | undefined> {
  const sent = await c.req.formData().catch(() => undefined);
  // What cannot be read as the form it says it is.
  if (sent === undefined) throw new HTTPException(400);
  const tag = sent.get(PAGE_OF);
  sent.delete(PAGE_OF);
  return typeof tag === "string" ? accountOfTag(deps.sessionKey, tag) : undefined;
}

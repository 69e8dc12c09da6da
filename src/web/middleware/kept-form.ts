import type { Context, MiddlewareHandler } from "hono";
import { dropKeptForm, keepForm, type KeptFields } from "../../app/kept-forms.ts";
import type { Person } from "../../domain/access/viewer.ts";
import type { WebDeps, WebEnv } from "../deps.ts";
import { localPath } from "../forms/local-path.ts";

/** The name by which a form that is sent again says which of the kept ones it is. */
export const KEPT = "kept";

/** Keeps what was sent by somebody whose sign-in has run out. Whether it is kept. What a script sends is not: its page still has it. */
export async function keepWhatWasSent(c: Context, deps: WebDeps, person: Person): Promise<boolean> {
  if (c.req.method !== "POST" || (c.req.header("sec-fetch-mode") ?? "navigate") !== "navigate" || c.req.header("x-in-place") !== undefined) return false;
  const url = new URL(c.req.url);
  url.searchParams.delete(KEPT);
  const path = localPath(`${url.pathname}${url.search}`);
  const fields = await fieldsOf(c);
  return path !== undefined && fields !== undefined && keepForm(deps.app, person, path, fields);
}

async function fieldsOf(c: Context): Promise<KeptFields | undefined> {
  const sent = await c.req.formData().catch(() => undefined);
  if (sent === undefined) return undefined;
  const typed: [string, string][] = [];
  let files = 0;
  for (const [name, value] of sent.entries()) {
    if (typeof value === "string") typed.push([name, value]);
    else if (value.size > 0) files += 1;
  }
  return { typed, files };
}

/** What became of a form so that its page has it all, or has no more need of it. */
const TAKEN: ReadonlySet<number> = new Set([409, 422]);

/** A kept form that was sent again, and was accepted or shown with what is wrong, is kept no longer. */
export const letGoOnceSent: MiddlewareHandler<WebEnv> = async (c, next) => {
  await next();
  const id = c.req.method === "POST" ? c.req.query(KEPT) : undefined;
  if (id !== undefined && (c.res.status < 400 || TAKEN.has(c.res.status))) await dropKeptForm(c.get("deps").app, c.get("person"), id);
};

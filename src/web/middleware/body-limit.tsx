import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import type { WebEnv } from "../deps.ts";
import { page } from "../layout/page.tsx";
import { TooLargeView } from "../pages/errors/view.tsx";

const KIB = 1024;
const MIB = 1024 * KIB;
export const UPLOAD_LIMIT = 64 * MIB;

const tooLarge = (limit: string) => async (c: Context): Promise<Response> => {
  await discard(c.req.raw.body);
  return page(c as Context<WebEnv>, { title: "That is too much at once", status: 413, narrow: true }, <TooLargeView limit={limit} />);
};

const form = bodyLimit({ maxSize: 256 * KIB, onError: tooLarge("256 kilobytes") });
const upload = bodyLimit({ maxSize: UPLOAD_LIMIT, onError: tooLarge("64 megabytes") });

const UPLOADS: ReadonlySet<string> = new Set(["/imports/new", "/imports/sheet/new", "/scorecard/published"]);

/** Forms are small; only the pages that take files take more. */
export const limitBodies: MiddlewareHandler = (c, next) => (UPLOADS.has(c.req.path) ? upload : form)(c, next);

/** What says that it is a form and cannot be read as one is refused, before any page asks it for its fields. Files wait until it is known who sends them. */
export const readableForms = (files: "files too" | "but no files"): MiddlewareHandler => async (c, next) => {
  if (c.req.method === "POST" && (files === "files too" || !UPLOADS.has(c.req.path))) {
    await c.req.formData().catch(() => {
      throw new HTTPException(400);
    });
  }
  await next();
};

/** A browser that is still sending does not read the answer: take the rest, up to a bound, and let it go. */
async function discard(body: ReadableStream<Uint8Array> | null): Promise<void> {
  if (body === null || body.locked) return;
  let taken = 0;
  for await (const chunk of body) {
    taken += chunk.byteLength;
    if (taken > 16 * UPLOAD_LIMIT) return;
  }
}

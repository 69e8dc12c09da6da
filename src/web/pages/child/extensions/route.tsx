import { type Context, Hono } from "hono";
import { clockKey } from "../../../../app/extensions/of-child.ts";
import { askForExtension, signExtension } from "../../../../app/extensions/run.ts";
import type { ExtensionView } from "../../../../app/extensions/views.ts";
import type { ChildPage } from "../../../../app/views.ts";
import { may } from "../../../../domain/access/policy.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { USUAL_NEEDS } from "../../../../domain/standards/extensions.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { basedOn } from "../entry-form/form.ts";
import { childOf } from "../open/route.tsx";
import { emptyRequest, readRequest, requestErrors, type TypedRequest } from "./form.ts";
import { RequestView } from "./request-view.tsx";
import { SignView, type TypedSignOff } from "./sign-view.tsx";

interface Wrong {
  readonly errors?: readonly FieldError[];
  readonly since?: readonly Entry[];
}

function showRequest(c: Context<WebEnv>, child: ChildPage, typed: TypedRequest, { errors = [], since = [] }: Wrong = {}) {
  const { standard, occurrence } = typed.texts;
  const clock = child.clocks.find((k) => k.standard === standard && String(k.occurrence) === (occurrence === "" ? "1" : occurrence));
  if (clock === undefined) throw new NotFound();
  const wrong = errors.length > 0 || since.length > 0;
  return page(
    c,
    { title: `Ask for more time, ${child.localId}`, section: "tracker", back: { href: `/children/${child.recordId}`, text: child.localId }, error: wrong, status: since.length > 0 ? 409 : wrong ? 422 : 200, narrow: true },
    <RequestView child={child} clock={clock} needed={child.extendable.get(clockKey(clock)) ?? USUAL_NEEDS} typed={typed} errors={errors} since={since} />,
  );
}

function requestOf(c: Context<WebEnv>, child: ChildPage): ExtensionView {
  const text = c.req.param("entry") ?? "";
  const request = /^\d{1,12}$/.test(text) ? child.extensions.find((r) => r.number === Number(text)) : undefined;
  if (request === undefined) throw new NotFound();
  return request;
}

function showSignOff(c: Context<WebEnv>, child: ChildPage, request: ExtensionView, typed: TypedSignOff, { errors = [], since = [] }: Wrong = {}) {
  const wrong = errors.length > 0 || since.length > 0;
  const signs = may(c.get("person").role, "sign-off").allowed;
  return page(
    c,
    { title: `More time asked for, ${child.localId}`, section: "tracker", back: signs ? { href: "/sign-offs", text: "Sign-offs" } : { href: `/children/${child.recordId}`, text: child.localId }, error: wrong, status: since.length > 0 ? 409 : wrong ? 422 : 200, narrow: true },
    <SignView child={child} request={request} signs={signs} typed={typed} errors={errors} since={since} />,
  );
}

/** Asking for more time, and signing it off. */
export const extensionPages = new Hono<WebEnv>()
  .use("/children/:child/extensions/new", requirePermission("request-extension"))
  .use("/children/:child/extensions/*", requirePermission("open-child"))
  .get("/children/:child/extensions/new", async (c) =>
    showRequest(c, await childOf(c), emptyRequest(c.req.query("standard") ?? "", c.req.query("occurrence") ?? "1")))
  .post("/children/:child/extensions/new", async (c) => {
    const child = await childOf(c);
    const body = await readBody(c);
    const { typed, input, unreadable } = readRequest(body);
    const outcome = await askForExtension(c.get("deps").app, c.get("person"), child.recordId, basedOn(body), input);
    switch (outcome.outcome) {
      case "done": return c.redirect(`/children/${child.recordId}?saved=${outcome.entries.at(-1)?.number ?? ""}`, 303);
      case "refused": return showRequest(c, child, typed, { errors: requestErrors(outcome.refusals, unreadable) });
      case "overtaken": return showRequest(c, child, typed, { since: outcome.since });
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
    }
  })
  .get("/children/:child/extensions/:entry", async (c) => {
    const child = await childOf(c);
    return showSignOff(c, child, requestOf(c, child), { agreed: "", note: "" });
  })
  .post("/children/:child/extensions/:entry", requirePermission("sign-off"), async (c) => {
    const child = await childOf(c);
    const request = requestOf(c, child);
    const body = await readBody(c);
    const typed: TypedSignOff = { agreed: body["agreed"] ?? "", note: (body["note"] ?? "").replaceAll("\r\n", "\n") };
    const outcome = await signExtension(c.get("deps").app, c.get("person"), child.recordId, basedOn(body), { request: request.number, ...typed });
    switch (outcome.outcome) {
      case "done": return c.redirect(`/sign-offs?signed=${typed.agreed === "yes" ? "agreed" : "refused"}`, 303);
      case "refused": return showSignOff(c, child, request, typed, { errors: outcome.refusals.map(({ field, message }) => ({ id: field === "note" ? "note" : "agreed", text: message })) });
      case "overtaken": return showSignOff(c, child, request, typed, { since: outcome.since });
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
    }
  });

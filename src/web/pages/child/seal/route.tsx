import { type Context, Hono } from "hono";
import { requestsOf } from "../../../../app/identity/adoptive-pages.ts";
import { askDisclosure } from "../../../../app/identity/disclosures.ts";
import { sealChild, undoSealOf } from "../../../../app/identity/seal.ts";
import type { ChildPage } from "../../../../app/views.ts";
import { may } from "../../../../domain/access/policy.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { sealOf } from "../../../../domain/identity/sealing.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { keepNotice, Notice, takeNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { basedOn } from "../entry-form/form.ts";
import { childOf } from "../open/route.tsx";
import { SealedView, type TypedAsk } from "./sealed-view.tsx";
import { SealView, WaitingView } from "./view.tsx";

type Ctx = Context<WebEnv>;

interface Shown {
  readonly typed?: TypedAsk;
  readonly errors?: readonly FieldError[];
  readonly since?: readonly Entry[];
}

async function show(c: Ctx, child: ChildPage, { typed, errors = [], since = [] }: Shown = {}) {
  const { app } = c.get("deps");
  const state = sealOf(child.case, child.today);
  const status = since.length > 0 ? 409 : errors.length > 0 ? 422 : 200;
  const options = { section: "adoptive", back: { href: "/adoptive", text: "Adoption records" }, error: status !== 200, status } as const;
  if (state.sealed !== undefined) {
    const requests = await requestsOf(app, c.get("person"), child.recordId);
    return page(c, { ...options, title: `${child.localId} is sealed` }, (
      <>
        <Notice text={await takeNotice(c)} />
        <SealedView child={child} sealed={state.sealed} requests={requests} mayAsk={may(c.get("person").role, "see-adoptive-identity").allowed} typed={typed} errors={errors} />
      </>
    ));
  }
  const props = { child, state, errors, since };
  return page(c, { ...options, title: state.ready ? `Seal ${child.localId}` : `${child.localId} cannot be sealed yet` }, state.ready ? <SealView {...props} /> : <WaitingView {...props} />);
}

/** Sealing a record after the adoption order; and asking for what is behind the seal, or to undo it. */
export const sealPages = new Hono<WebEnv>()
  .use("/children/:child/seal", requirePermission("seal"))
  .use("/children/:child/unseal", requirePermission("seal"))
  .use("/children/:child/disclosure", requirePermission("see-adoptive-identity"))
  .get("/children/:child/seal", async (c) => show(c, await childOf(c)))
  .post("/children/:child/seal", async (c) => {
    const [child, body] = [await childOf(c), await readBody(c)];
    const person = c.get("person");
    const outcome = await sealChild(c.get("deps").app, person, child.recordId, basedOn(body), { understood: body["understood"] === "yes" });
    switch (outcome.outcome) {
      case "done":
        await keepNotice(c, "/adoptive", `${child.localId} is sealed`);
        return c.redirect("/adoptive", 303);
      case "refused": return show(c, child, { errors: outcome.refusals.map(({ message }) => ({ id: "understood", text: message })) });
      case "overtaken": return show(c, await childOf(c), { since: outcome.since });
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
    }
  })
  .post("/children/:child/disclosure", async (c) => {
    const [child, body] = [await childOf(c), await readBody(c)];
    const typed: TypedAsk = { wanted: body["wanted"] === "undo" ? "undo" : "open", because: body["because"] ?? "", why: (body["why"] ?? "").replaceAll("\r\n", "\n") };
    const outcome = await askDisclosure(c.get("deps").app, c.get("person"), child.recordId, typed);
    switch (outcome.outcome) {
      case "done":
        await keepNotice(c, "/adoptive", "Asked for. A second person has to agree");
        return c.redirect("/adoptive", 303);
      case "refused": return show(c, child, { typed, errors: outcome.refusals.map(({ field, message }) => ({ id: `${typed.wanted}-${field}`, text: message })) });
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
    }
  })
  .post("/children/:child/unseal", async (c) => {
    const [child, body] = [await childOf(c), await readBody(c)];
    const outcome = await undoSealOf(c.get("deps").app, c.get("person"), child.recordId, basedOn(body), body["request"] ?? "");
    switch (outcome.outcome) {
      case "done":
        await keepNotice(c, `/children/${child.recordId}`, "The seal is undone. Whoever works with the child corrects or withdraws the adoption order");
        return c.redirect(`/children/${child.recordId}`, 303);
      case "refused": return show(c, child, { errors: outcome.refusals.map(({ message }) => ({ id: "main-content", text: message })) });
      case "overtaken": return show(c, await childOf(c));
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
    }
  });

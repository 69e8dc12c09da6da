import { type Context, Hono } from "hono";
import { changeOpened, openAdoptiveList, openedIdentity, type OpenedIdentity, openRequest } from "../../../app/identity/adoptive-pages.ts";
import { decideDisclosure, type DisclosureOutcome, endDisclosure, openDisclosure } from "../../../app/identity/disclosures.ts";
import { type AdoptiveSideInput, asInput } from "../../../domain/identity/household.ts";
import type { WebEnv } from "../../deps.ts";
import { readBody } from "../../forms/body.ts";
import type { FieldError } from "../../forms/fields.tsx";
import { keepNotice, Notice, takeNotice } from "../../layout/notice.tsx";
import { page } from "../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../middleware/permission.ts";
import { readAdoptiveForm } from "../child/adopters/route.tsx";
import { ChangeIdentityView, IdentityView } from "./identity-view.tsx";
import { AdoptiveListView } from "./list-view.tsx";
import { RequestView, type TypedDecision } from "./request-view.tsx";

type Ctx = Context<WebEnv>;
/** What came of it, to the second person. */
const DECIDED = {
  open: { agreed: "You agreed. It can be opened now by whoever asked", refused: "You refused. Nothing is opened" },
  undo: { agreed: "You agreed. The seal can be undone now by whoever asked", refused: "You refused. The record stays sealed" },
} as const;

const BACK = { href: "/adoptive", text: "Adoption records" };

async function showRequest(c: Ctx, typed: TypedDecision = { agreed: "", because: "" }, errors: readonly FieldError[] = []) {
  const request = await openRequest(c.get("deps").app, c.get("person"), c.req.param("request") ?? "");
  if (request === undefined) throw new NotFound();
  const status = errors.length > 0 ? 422 : 200;
  return page(c, { title: `Request about ${request.localId}`, section: "adoptive", back: BACK, error: status !== 200, status }, <RequestView request={request} typed={typed} errors={errors} />);
}

async function openedOf(c: Ctx): Promise<OpenedIdentity> {
  const opened = await openedIdentity(c.get("deps").app, c.get("person"), c.req.param("own") ?? "");
  if (opened === undefined) throw new NotFound();
  return opened;
}

const showChange = (c: Ctx, opened: OpenedIdentity, typed: AdoptiveSideInput, errors: readonly FieldError[] = []) =>
  page(c, { title: "Change the adoptive identity", section: "adoptive", back: { href: `/adoptive/${opened.id}`, text: "Back" }, error: errors.length > 0, status: errors.length > 0 ? 422 : 200 }, <ChangeIdentityView opened={opened} typed={typed} errors={errors} />);

/** Where a step leads; shown again with why where it was refused. */
async function stepped(c: Ctx, outcome: DisclosureOutcome, to: (id: string) => string, said?: string, typed?: TypedDecision) {
  switch (outcome.outcome) {
    case "done":
      if (said !== undefined) await keepNotice(c, to(outcome.id), said);
      return c.redirect(to(outcome.id), 303);
    case "refused": return showRequest(c, typed, outcome.refusals.map(({ field, message }) => ({ id: field === "agreed" || field === "because" ? field : "main-content", text: message })));
    case "forbidden": throw new Forbidden(outcome.reason);
    case "not-found": throw new NotFound();
  }
}

/** The other side of the wall: who asked to open it, the second person’s agreement, and what is behind it while it is open. */
export const adoptivePages = new Hono<WebEnv>()
  .use("/adoptive", requirePermission("agree-disclosure"))
  .use("/adoptive/requests/*", requirePermission("agree-disclosure"))
  .get("/adoptive", async (c) => {
    const list = await openAdoptiveList(c.get("deps").app, c.get("person"));
    if (list === undefined) throw new NotFound();
    return page(c, { title: "Adoption records", section: "adoptive" }, (
      <>
        <Notice text={await takeNotice(c)} />
        <AdoptiveListView list={list} />
      </>
    ));
  })
  .get("/adoptive/requests/:request", async (c) => showRequest(c))
  .post("/adoptive/requests/:request", async (c) => {
    const body = await readBody(c);
    const typed: TypedDecision = { agreed: body["agreed"] ?? "", because: (body["because"] ?? "").replaceAll("\r\n", "\n") };
    const outcome = await decideDisclosure(c.get("deps").app, c.get("person"), c.req.param("request"), typed);
    const wanted = (await openRequest(c.get("deps").app, c.get("person"), c.req.param("request")))?.wanted ?? "open";
    return stepped(c, outcome, () => "/adoptive", DECIDED[wanted][typed.agreed === "yes" ? "agreed" : "refused"], typed);
  })
  .post("/adoptive/requests/:request/open", requirePermission("see-adoptive-identity"), async (c) => stepped(c, await openDisclosure(c.get("deps").app, c.get("person"), c.req.param("request")), (id) => `/adoptive/${id}`))
  .post("/adoptive/requests/:request/end", requirePermission("see-adoptive-identity"), async (c) => stepped(c, await endDisclosure(c.get("deps").app, c.get("person"), c.req.param("request")), () => "/adoptive", "Closed"))
  .get("/adoptive/:own", requirePermission("see-adoptive-identity"), async (c) => page(c, { title: "Adoptive identity", section: "adoptive", back: BACK }, (
    <>
      <Notice text={await takeNotice(c)} />
      <IdentityView opened={await openedOf(c)} />
    </>
  )))
  .get("/adoptive/:own/change", requirePermission("see-adoptive-identity"), async (c) => {
    const opened = await openedOf(c);
    return showChange(c, opened, asInput(opened.record.side));
  })
  .post("/adoptive/:own/change", requirePermission("see-adoptive-identity"), async (c) => {
    const [id, typed] = [c.req.param("own"), readAdoptiveForm(await readBody(c))];
    const outcome = await changeOpened(c.get("deps").app, c.get("person"), id, typed);
    switch (outcome.outcome) {
      case "done":
        await keepNotice(c, `/adoptive/${id}`, "Saved, and closed");
        return c.redirect(`/adoptive/${id}`, 303);
      case "refused": return showChange(c, await openedOf(c), typed, outcome.refusals.map(({ field, message }) => ({ id: field, text: message })));
      case "forbidden": throw new Forbidden(outcome.reason);
      case "overtaken": case "not-found": throw new NotFound();
    }
  });

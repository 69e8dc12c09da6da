import { type Context, Hono } from "hono";
import { changeNamed, findWhose, openWhose } from "../../../../app/administration/child.ts";
import type { WhosePage } from "../../../../app/administration/views.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import { dateMessage, readDateParts } from "../../../forms/date-input.ts";
import { type FieldError, readParts } from "../../../forms/fields.tsx";
import { keepNotice, takeNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound } from "../../../middleware/permission.ts";
import { errorsOf } from "../fields.tsx";
import { EndNamedView, FindChildView, WhoseView } from "./view.tsx";

type Ctx = Context<WebEnv>;
type Body = Readonly<Record<string, string>>;
const CHILDREN = "/administration/children";
const CHILD = `${CHILDREN}/:id`;
const BOXES = { from: "from-day", until: "until-day" };

const showFind = (c: Ctx, typed: string, errors: readonly FieldError[] = []) =>
  page(c, { title: "Who works with a child", section: "administration", back: { href: "/administration", text: "Administration" }, error: errors.length > 0, status: errors.length > 0 ? 422 : 200, narrow: true }, <FindChildView typed={typed} errors={errors} />);

async function found(c: Ctx): Promise<WhosePage> {
  const opened = await openWhose(c.get("deps").app, c.get("person"), c.req.param("id") ?? "");
  if (opened === undefined) throw new NotFound();
  return opened;
}

const showWhose = async (c: Ctx, typed: Body = {}, errors: readonly FieldError[] = [], overtaken = false) => {
  const of = await found(c);
  return page(
    c, { title: `Who works with ${of.child.localId}`, section: "administration", back: { href: CHILDREN }, error: errors.length > 0, status: errors.length > 0 ? 422 : overtaken ? 409 : 200, narrow: true },
    <WhoseView page={of} typed={typed} errors={errors} saved={await takeNotice(c)} overtaken={overtaken} />,
  );
};

async function showEnd(c: Ctx, why = "", errors: readonly FieldError[] = []) {
  const [of, number] = [await found(c), Number(c.req.param("number"))];
  if (!of.named.some((one) => one.number === number)) throw new NotFound();
  return page(c, { title: "End that somebody works with a child", section: "administration", back: { href: `${CHILDREN}/${of.child.recordId}` }, error: errors.length > 0, status: errors.length > 0 ? 422 : 200, narrow: true }, <EndNamedView page={of} number={number} why={why} errors={errors} />);
}

/** A day that may be left out, as it was typed: the day as text, empty where nothing was typed, and what cannot be read. */
function dayIn(body: Body, id: "from" | "until", what: string): { readonly on: string; readonly unread: readonly FieldError[] } {
  const read = readDateParts(readParts(body, id));
  if ("on" in read) return { on: read.on, unread: [] };
  return { on: "", unread: read.problem === "empty" ? [] : [{ id: `${id}-day`, text: dateMessage(what, read) }] };
}

/** Says on the child’s page what was done. */
async function done(c: Ctx, said: string) {
  const path = `${CHILDREN}/${c.req.param("id") ?? ""}`;
  await keepNotice(c, path, said);
  return c.redirect(path, 303);
}

/** Who works with a child, for whoever looks after access and opens no record: found by local id, shown without the record. */
export const whosePages = new Hono<WebEnv>()
  .use(CHILDREN, async (c, next) => {
    ofAuthority(c);
    await next();
  })
  .use(`${CHILDREN}/*`, async (c, next) => {
    ofAuthority(c);
    await next();
  })
  .get(CHILDREN, (c) => showFind(c, ""))
  .post(CHILDREN, async (c) => {
    const { localId = "" } = await readBody(c);
    if (localId.trim() === "") return showFind(c, localId, [{ id: "localId", text: "Enter the child’s local id" }]);
    const id = await findWhose(c.get("deps").app, c.get("person"), localId.slice(0, 100));
    return id === undefined ? showFind(c, localId, [{ id: "localId", text: "No child has this local id, or none whom you may look up. Check it with whoever gave it to you" }]) : c.redirect(`${CHILDREN}/${id}`, 303);
  })
  .get(CHILD, (c) => showWhose(c))
  .post(CHILD, async (c) => {
    const body = await readBody(c);
    const [from, until] = [dayIn(body, "from", "the first day"), dayIn(body, "until", "the day it ends")];
    const unread = [...from.unread, ...until.unread];
    if (unread.length > 0) return showWhose(c, body, unread);
    const input = { account: body["account"] ?? "", as: body["as"] ?? "", from: from.on, until: until.on, why: body["why"] ?? "" };
    const outcome = await changeNamed(c.get("deps").app, c.get("person"), c.req.param("id"), Number(body["basedOn"]), { name: "involve", input });
    switch (outcome.outcome) {
      case "done": return done(c, "They are named on the record.");
      case "refused": return showWhose(c, body, errorsOf(outcome.refusals, BOXES));
      case "overtaken": return showWhose(c, body, [], true);
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
    }
  })
  .get(`${CHILD}/end/:number`, (c) => showEnd(c))
  .post(`${CHILD}/end/:number`, async (c) => {
    const body = await readBody(c);
    const input = { number: Number(c.req.param("number")), why: body["why"] ?? "" };
    const outcome = await changeNamed(c.get("deps").app, c.get("person"), c.req.param("id"), Number(body["basedOn"]), { name: "end-involvement", input });
    switch (outcome.outcome) {
      case "done": return done(c, "They are no longer named on the record.");
      case "refused": return showEnd(c, input.why, errorsOf(outcome.refusals, { number: "why" }));
      case "overtaken": return showWhose(c, {}, [], true);
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
    }
  });

function ofAuthority(c: Ctx): void {
  if (c.get("person").organisation.type !== "local-authority") throw new Forbidden("Who works with a child is for the child’s authority to say: this is the administration of an agency", { byRole: false });
}

import { type Context, Hono } from "hono";
import { type AdoptersPage, openAdopters, recordAdopters } from "../../../../app/identity/adopters.ts";
import { ADOPTIVE_FIELDS, type AdoptiveSideInput, asInput } from "../../../../domain/identity/household.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { keepNotice, Notice, takeNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import type { FormBody } from "../entry-form/form.ts";
import { AdoptersView } from "./view.tsx";

interface Shown {
  readonly typed?: AdoptiveSideInput | undefined;
  readonly errors?: readonly FieldError[];
  readonly overtaken?: boolean;
}

export const readAdoptiveForm = (body: FormBody): AdoptiveSideInput =>
  Object.fromEntries(ADOPTIVE_FIELDS.map((field) => [field, (body[field] ?? "").replaceAll("\r\n", "\n")])) as unknown as AdoptiveSideInput;

async function adoptersOf(c: Context<WebEnv>): Promise<AdoptersPage> {
  const adopters = await openAdopters(c.get("deps").app, c.get("person"), c.req.param("child") ?? "");
  if (adopters === undefined) throw new NotFound();
  return adopters;
}

async function show(c: Context<WebEnv>, adopters: AdoptersPage, { typed, errors = [], overtaken = false }: Shown = {}) {
  const status = overtaken ? 409 : errors.length > 0 ? 422 : 200;
  const { localId, recordId } = adopters;
  return page(c, { title: `The adopters, ${localId}`, section: "tracker", back: { href: `/children/${recordId}`, text: localId }, error: status !== 200, status }, (
    <>
      <Notice text={await takeNotice(c)} />
      <AdoptersView page={adopters} typed={typed} errors={errors} overtaken={overtaken} />
    </>
  ));
}

/** Who the adopters of a child are, read and put down by those who may know. */
export const adoptersPages = new Hono<WebEnv>()
  .use("/children/:child/adopters", requirePermission("know-adopters"))
  .get("/children/:child/adopters", async (c) => {
    const adopters = await adoptersOf(c);
    const changing = adopters.mayWrite && (adopters.side === null || c.req.query("change") !== undefined);
    return show(c, adopters, changing ? { typed: asInput(adopters.side ?? { household: null, child: null }) } : {});
  })
  .post("/children/:child/adopters", async (c) => {
    const [{ app }, person, id, body] = [c.get("deps"), c.get("person"), c.req.param("child"), await readBody(c)];
    const typed = readAdoptiveForm(body);
    const revision = /^\d{1,9}$/.test(body["revision"] ?? "") ? Number(body["revision"]) : 0;
    const takesAway = body["do"] === "take-away";
    if (takesAway && body["sure"] !== "yes") return show(c, await adoptersOf(c), { errors: [{ id: "sure", text: "Tick to say that it was put on the wrong child" }] });
    const outcome = await recordAdopters(app, person, id, revision, takesAway ? "wrong-child" : typed);
    switch (outcome.outcome) {
      case "done":
        await keepNotice(c, `/children/${id}/adopters`, takesAway ? "Taken away" : "Saved, and closed");
        return c.redirect(`/children/${id}/adopters`, 303);
      case "refused": return show(c, await adoptersOf(c), { typed, errors: outcome.refusals.map(({ field, message }) => ({ id: field, text: message })) });
      case "overtaken": return show(c, await adoptersOf(c), { ...(takesAway ? {} : { typed }), overtaken: true });
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
    }
  });

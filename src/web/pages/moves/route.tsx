import { type Context, Hono } from "hono";
import { openMoves, openOffered } from "../../../app/moves/open.ts";
import { refuseOffer, takeOver } from "../../../app/moves/take-over.ts";
import type { WebEnv } from "../../deps.ts";
import { readBody } from "../../forms/body.ts";
import type { FieldError } from "../../forms/fields.tsx";
import { keepNotice, Notice, takeNotice } from "../../layout/notice.tsx";
import { page } from "../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../middleware/permission.ts";
import { OfferedChildView } from "./take-view.tsx";
import { MovesView } from "./view.tsx";

async function show(c: Context<WebEnv>, typed = { localId: "", why: "" }, errors: readonly FieldError[] = []) {
  const child = await openOffered(c.get("deps").app, c.get("person"), c.req.param("offer") ?? "");
  if (child === undefined) throw new NotFound();
  const error = errors.length > 0;
  return page(c, { title: `${child.offer.localId}, offered by ${child.from}`, section: "tracker", back: { href: "/moves", text: "Moves between authorities" }, error, status: error ? 422 : 200 }, <OfferedChildView child={child} typed={typed} errors={errors} />);
}

/** Children who move between authorities: the lists, and the child whom another authority offers. */
export const movesPages = new Hono<WebEnv>()
  .use("/moves", requirePermission("move-child"))
  .use("/moves/:offer", requirePermission("move-child"))
  .get("/moves", async (c) =>
    page(c, { title: "Moves between authorities", section: "tracker" }, (
      <>
        <Notice text={await takeNotice(c)} />
        <MovesView page={await openMoves(c.get("deps").app, c.get("person"))} />
      </>
    )))
  .get("/moves/:offer", (c) => show(c))
  .post("/moves/:offer", async (c) => {
    const body = await readBody(c);
    const typed = { localId: body["localId"] ?? "", why: body["why"] ?? "" };
    const { app } = c.get("deps");
    const refuses = body["do"] === "refuse";
    const outcome = refuses ? await refuseOffer(app, c.get("person"), c.req.param("offer"), typed.why) : await takeOver(app, c.get("person"), c.req.param("offer"), typed.localId);
    switch (outcome.outcome) {
      case "done": {
        const path = refuses ? "/moves" : `/children/${outcome.recordId}`;
        await keepNotice(c, path, refuses ? "Refused. The child stays where they are" : "The child is yours now. Give them a worker and a team: the links are under Authority on this page");
        return c.redirect(path, 303);
      }
      case "refused": return show(c, typed, outcome.refusals.map(({ field, message }) => ({ id: field, text: message })));
      case "forbidden": throw new Forbidden(outcome.reason);
      case "overtaken": case "not-found": throw new NotFound();
    }
  });

import { type Context, Hono } from "hono";
import { allocatable } from "../../../app/several/allocatable.ts";
import { openChange, undoChange } from "../../../app/several/change.ts";
import type { UndoOutcome } from "../../../app/several/views.ts";
import type { WebEnv } from "../../deps.ts";
import { readBody } from "../../forms/body.ts";
import { page } from "../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../middleware/permission.ts";
import { changeTitle, ChangeView } from "./change-view.tsx";
import { madeFrom } from "./ticked.ts";

function numberOf(c: Context<WebEnv>): number {
  const text = c.req.param("change") ?? "";
  if (!/^[1-9]\d{0,11}$/.test(text)) throw new NotFound();
  return Number(text);
}

/** What is said of a change to whoever made it stands this long at its address. */
const FRESH_MS = 10 * 60_000;

async function show(c: Context<WebEnv>, from: string, saved: boolean, refused?: Extract<UndoOutcome, { outcome: "refused" | "cannot" }>) {
  const [app, person] = [c.get("deps").app, c.get("person")];
  const change = await openChange(app, person, numberOf(c));
  if (change === undefined) throw new NotFound();
  const fresh = saved && change.by === person.account && Date.parse(app.clock.now()) - Date.parse(change.at) < FRESH_MS;
  const { names } = await allocatable(app, person);
  return page(
    c, { title: changeTitle(change), section: from.startsWith("/team") ? "team" : "tracker", back: { href: from, text: from.startsWith("/team") ? "Team" : "Tracker" }, error: refused !== undefined, status: refused === undefined ? 200 : 409 },
    <ChangeView change={change} from={from} names={names} fresh={fresh} refused={refused} />,
  );
}

/** What was done for several children at once, and undoing it. */
export const severalChangePages = new Hono<WebEnv>()
  .get("/changes/:change", requirePermission("open-child"), (c) => show(c, madeFrom(c.req.query("from")), c.req.query("saved") === "yes"))
  .post("/changes/:change/undo", requirePermission("correct"), async (c) => {
    const from = madeFrom((await readBody(c))["from"]);
    const outcome = await undoChange(c.get("deps").app, c.get("person"), numberOf(c));
    switch (outcome.outcome) {
      case "done": return c.redirect(`/changes/${outcome.change}?${new URLSearchParams({ from, saved: "yes" })}`, 303);
      case "refused":
      case "cannot": return show(c, from, false, outcome);
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
    }
  });

import { type Context, Hono } from "hono";
import { fileOf, takeAway, takeOnPaper } from "../../../app/take-away.ts";
import type { WebEnv } from "../../deps.ts";
import { page } from "../../layout/page.tsx";
import { requirePermission } from "../../middleware/permission.ts";
import { trackerAsked } from "../tracker/asked.ts";
import { addressAt } from "../tracker/query.ts";
import { noSuchView } from "../tracker/views/route.tsx";
import { fileName } from "./file-name.ts";
import { PaperView } from "./paper.tsx";

const TYPES = { xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", csv: "text/csv; charset=utf-8" } as const;

export const takeAwayPages = new Hono<WebEnv>()
  .get("/tracker/take-away.xlsx", requirePermission("see-tracker"), (c) => file(c, "xlsx"))
  .get("/tracker/take-away.csv", requirePermission("see-tracker"), (c) => file(c, "csv"))
  .get("/tracker/print", requirePermission("see-tracker"), async (c) => {
    const asked = await trackerAsked(c);
    if (asked === undefined) return noSuchView(c);
    const whole = await takeOnPaper(c.get("deps").app, c.get("person"), asked.query);
    return page(c, { title: "Tracker, to print", section: "tracker", back: { href: addressAt("/tracker", asked.query), text: "Tracker" } }, <PaperView {...whole} />);
  });

async function file(c: Context<WebEnv>, as: keyof typeof TYPES): Promise<Response> {
  const asked = await trackerAsked(c);
  if (asked === undefined) return noSuchView(c);
  const { app } = c.get("deps");
  const taken = await takeAway(app, c.get("person"), asked.query, as);
  return c.body(Uint8Array.from(await fileOf(taken, as)), 200, {
    "content-type": TYPES[as],
    "content-disposition": `attachment; filename="${fileName(taken.of, asked.query, app.clock.today(), as)}"`,
  });
}

import { type Context, Hono } from "hono";
import { findChildren } from "../../../app/find-children.ts";
import type { FoundRow } from "../../../app/views.ts";
import { STAGES } from "../../../domain/permanence/stage.ts";
import { canBeSought, LONGEST_SEARCH, plainOf } from "../../../domain/tracker/find.ts";
import type { WebEnv } from "../../deps.ts";
import { readBody } from "../../forms/body.ts";
import { page } from "../../layout/page.tsx";
import { requirePermission } from "../../middleware/permission.ts";
import { keepSearch, searchKept } from "./kept.ts";
import { FindView } from "./view.tsx";
import { ageOfFound, countFound, foundBy } from "./words.ts";

const MOST_LISTED = 50;
const MOST_OFFERED = 8;

/** One more than are shown is asked for, so that it can be said that there are more. */
const find = (c: Context<WebEnv>, text: string, most: number) => findChildren(c.get("deps").app, c.get("person"), text, most + 1);

async function typedIn(c: Context): Promise<string> {
  return ((await readBody(c))["find"] ?? "").trim().slice(0, LONGEST_SEARCH);
}

const exactlyOne = (rows: readonly FoundRow[], text: string): FoundRow | undefined => {
  const exact = rows.filter((row) => plainOf(row.localId) === plainOf(text));
  return exact.length === 1 ? exact[0] : undefined;
};

export const findPages = new Hono<WebEnv>()
  .use("/find", requirePermission("see-tracker"))
  .use("/find/*", requirePermission("see-tracker"))
  .post("/find", async (c) => {
    const text = await typedIn(c);
    if (text === "") return c.redirect("/find", 303);
    const one = canBeSought(text) ? exactlyOne((await find(c, text, MOST_OFFERED)).rows, text) : undefined;
    return c.redirect(one === undefined ? `/find?search=${keepSearch(c, text)}` : `/children/${one.recordId}`, 303);
  })
  .get("/find", async (c) => {
    const asked = c.req.query("search");
    const typed = asked === undefined ? undefined : searchKept(c, asked);
    const found = typed === undefined ? undefined : await find(c, typed, MOST_LISTED);
    return page(c, { title: "Find a child", section: "tracker", finds: true }, <FindView typed={typed} found={found} most={MOST_LISTED} gone={asked !== undefined && typed === undefined} />);
  })
  .post("/find/suggestions", async (c) => {
    const text = await typedIn(c);
    const { rows, today, authorities } = await find(c, text, MOST_OFFERED);
    const ofWhom = (row: FoundRow): readonly string[] => (authorities.length < 2 ? [] : authorities.filter(({ code }) => code === row.authority).map(({ name }) => name));
    return c.json({
      said: countFound(rows.length, MOST_OFFERED),
      offers: rows.slice(0, MOST_OFFERED).map((row) => ({
        href: `/children/${row.recordId}`,
        id: row.localId,
        ...(row.name === null ? {} : { name: row.name }),
        about: [...ofWhom(row), ageOfFound(row, today), STAGES[row.stage]].join(" · "),
        by: foundBy(row, text),
      })),
    });
  });

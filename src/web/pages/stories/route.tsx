import { Hono } from "hono";
import { listStories } from "../../../app/list-stories.ts";
import type { WebEnv } from "../../deps.ts";
import { page } from "../../layout/page.tsx";
import { NotFound, requirePermission } from "../../middleware/permission.ts";
import { StoriesView } from "./view.tsx";

/** The demonstration's named stories: where to begin looking. */
export const storyPages = new Hono<WebEnv>().get("/stories", requirePermission("open-child"), async (c) => {
  const { app, demonstration } = c.get("deps");
  if (!demonstration) throw new NotFound();
  const stories = await listStories(app, c.get("person"));
  return page(c, { title: "Stories to look at" }, <StoriesView stories={stories} />);
});

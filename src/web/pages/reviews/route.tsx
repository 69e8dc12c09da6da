import { Hono } from "hono";
import { openReviews } from "../../../app/decisions/open-reviews.ts";
import type { WebEnv } from "../../deps.ts";
import { page } from "../../layout/page.tsx";
import { Forbidden, requirePermission } from "../../middleware/permission.ts";
import { recommendedList } from "../child/meetings/recommended-list.tsx";
import { ReviewsView } from "./view.tsx";

/** The reviewing officer’s desk. */
export const reviewPages = new Hono<WebEnv>()
  .get("/reviews", requirePermission("open-child"), async (c) => {
    const { whose, page: asked = "1" } = c.req.query();
    const mine = whose !== "all" && c.get("person").role === "reviewing-officer";
    const reviews = await openReviews(c.get("deps").app, c.get("person"), { mine, page: /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1 });
    if (reviews === undefined) throw new Forbidden("Reviews are listed for reviewing officers and managers. Those of one child are on the child’s page");
    return page(c, { title: "Reviews", section: "reviews" }, <ReviewsView reviews={reviews} recommended={await recommendedList(c, "reviewing-officer")} />);
  });

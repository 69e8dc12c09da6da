import { Hono } from "hono";
import type { WebEnv } from "../../deps.ts";
import { addToGroupPages } from "./add/route.tsx";
import { changeGroupPages } from "./change/route.tsx";
import { decidePages } from "./decide/route.tsx";
import { startGroupPages } from "./new/route.tsx";
import { openGroupPages } from "./open/route.tsx";

/** All pages of sibling groups. “new” comes before the page that would take it for an id. */
export const siblingGroupPages = new Hono<WebEnv>()
  .route("/", startGroupPages)
  .route("/", addToGroupPages)
  .route("/", decidePages)
  .route("/", changeGroupPages)
  .route("/", openGroupPages);

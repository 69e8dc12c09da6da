import { Hono } from "hono";
import type { WebEnv } from "../../deps.ts";
import { page } from "../../layout/page.tsx";
import { AccessibilityView } from "./view.tsx";

export const accessibilityPages = new Hono<WebEnv>().get("/accessibility", (c) =>
  page(c, { title: "Accessibility statement", narrow: true }, <AccessibilityView />));

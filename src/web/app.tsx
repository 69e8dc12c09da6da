import { Hono } from "hono";
import { compress } from "hono/compress";
import { csrf } from "hono/csrf";
import { loadAssets } from "./assets/assets.ts";
import { serveAssets } from "./assets/route.ts";
import type { WebDeps, WebEnv } from "./deps.ts";
import { limitBodies } from "./middleware/body-limit.tsx";
import { requestLog } from "./middleware/request-log.ts";
import { formsOnly, noStore, securityHeaders } from "./middleware/security.ts";
import { requireSession } from "./middleware/session.ts";
import { accessibilityPages } from "./pages/accessibility/route.tsx";
import { addChildPages } from "./pages/child/add/route.tsx";
import { answerPages } from "./pages/child/answer/route.tsx";
import { changePages } from "./pages/child/correct/route.tsx";
import { checklistPages } from "./pages/child/checklists/route.tsx";
import { datesPages } from "./pages/child/dates/route.tsx";
import { extensionPages } from "./pages/child/extensions/route.tsx";
import { childPages } from "./pages/child/open/route.tsx";
import { challengePages } from "./pages/challenges/route.tsx";
import { milestonesOpeningPages } from "./pages/child/milestones/opening-route.tsx";
import { milestonesPages } from "./pages/child/milestones/route.tsx";
import { decidePages } from "./pages/decisions/decide-route.tsx";
import { decisionPages } from "./pages/decisions/route.tsx";
import { reviewPages } from "./pages/reviews/route.tsx";
import { recordPages } from "./pages/child/record/route.tsx";
import { whyPages } from "./pages/child/why/route.tsx";
import { onError, onNotFound } from "./pages/errors/handlers.tsx";
import { comparePages } from "./pages/compare/route.tsx";
import { driftPages } from "./pages/drift/route.tsx";
import { findPages } from "./pages/find/route.tsx";
import { formsPages } from "./pages/forms/route.tsx";
import { importPages } from "./pages/imports/route.tsx";
import { scorecardPages } from "./pages/scorecard/route.tsx";
import { severalChangePages } from "./pages/several/change-route.tsx";
import { severalPages } from "./pages/several/route.tsx";
import { siblingGroupPages } from "./pages/sibling-group/routes.ts";
import { signOffPages } from "./pages/sign-offs/route.tsx";
import { signInPages } from "./pages/sign-in/route.tsx";
import { performancePages } from "./pages/standards/performance/route.tsx";
import { standardPages } from "./pages/standards/route.tsx";
import { storyPages } from "./pages/stories/route.tsx";
import { takeAwayPages } from "./pages/take-away/route.tsx";
import { trackerPages } from "./pages/tracker/route.tsx";
import { workPages } from "./pages/work/route.tsx";

/** The whole way of a request, in order. */
export function createApp(deps: WebDeps): Hono<WebEnv> {
  const assets = loadAssets();
  const app = new Hono<WebEnv>();
  app.onError(onError);
  app.notFound(onNotFound);

  app.use(async (c, next) => {
    c.set("deps", deps);
    c.set("assets", assets);
    await next();
  });
  app.use(requestLog);
  app.use(securityHeaders(deps));
  app.get("/health", (c) => c.text("ok"));
  app.get("/assets/:version/:name", serveAssets);
  app.use(noStore);
  app.use(compress());
  app.use(formsOnly);
  app.use(csrf());
  app.use(limitBodies);

  // Pages for anybody.
  app.route("/", signInPages);
  app.route("/", accessibilityPages);

  // Pages for people who are signed in.
  app.use(requireSession(deps));
  app.route("/", workPages);
  app.route("/", trackerPages);
  app.route("/", comparePages);
  app.route("/", takeAwayPages);
  app.route("/", severalPages);
  app.route("/", severalChangePages);
  app.route("/", addChildPages);
  app.route("/", recordPages);
  app.route("/", changePages);
  app.route("/", datesPages);
  app.route("/", extensionPages);
  app.route("/", answerPages);
  app.route("/", checklistPages);
  app.route("/", milestonesOpeningPages);
  app.route("/", milestonesPages);
  app.route("/", formsPages);
  app.route("/", childPages);
  app.route("/", whyPages);
  app.route("/", siblingGroupPages);
  app.route("/", findPages);
  app.route("/", driftPages);
  app.route("/", scorecardPages);
  app.route("/", performancePages);
  app.route("/", standardPages);
  app.route("/", importPages);
  app.route("/", signOffPages);
  app.route("/", challengePages);
  app.route("/", decidePages);
  app.route("/", decisionPages);
  app.route("/", reviewPages);
  app.route("/", storyPages);
  return app;
}

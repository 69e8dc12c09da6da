import { Hono } from "hono";
import { openPipeline } from "../../../../app/open-pipeline.ts";
import type { WebEnv } from "../../../deps.ts";
import { page } from "../../../layout/page.tsx";
import { NotFound, requirePermission } from "../../../middleware/permission.ts";
import { Downloads } from "../downloads/links.tsx";
import { readPipeline } from "./query.ts";
import { PipelineView } from "./view.tsx";

/** Who is on the way to adoption, and what the figures become when they are adopted. */
export const pipelinePages = new Hono<WebEnv>()
  .get("/scorecard/pipeline", requirePermission("see-scorecard"), async (c) => {
    const { app } = c.get("deps");
    const person = c.get("person");
    const form = readPipeline(c.req.query(), c.req.queries("stage") ?? [], app.clock.today());
    const found = await openPipeline(app, person, person.organisation.code, form.question);
    if (found === undefined) throw new NotFound();
    return page(c, { title: "Pipeline", section: "scorecard", error: form.errors.length > 0 }, <><PipelineView page={found} form={form} /><Downloads c={c} of="pipeline" /></>);
  });

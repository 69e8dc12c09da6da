import { type Context, Hono } from "hono";
import { recordOfImported } from "../../../app/import-runs/child-link.ts";
import { listImports } from "../../../app/import-runs/list-imports.ts";
import type { Begun } from "../../../app/import-runs/runs.ts";
import { beginImport, cancelImport, confirmImport, openImport } from "../../../app/ssda903/runs.ts";
import type { ImportRun } from "../../../app/views.ts";
import type { WebEnv } from "../../deps.ts";
import { readBody } from "../../forms/body.ts";
import { page } from "../../layout/page.tsx";
import { NotFound, requirePermission } from "../../middleware/permission.ts";
import { ImportsView } from "./list-view.tsx";
import { progressInWords, WORKING } from "./progress.tsx";
import { headingOf, RunView } from "./run-view.tsx";
import { sheetPages } from "./sheet/route.tsx";
import { UploadView } from "./upload-view.tsx";

const RUN_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const BACK = { href: "/imports", text: "Imports" };

async function runOf(c: Context<WebEnv>): Promise<ImportRun> {
  const id = c.req.param("run") ?? "";
  const run = RUN_ID.test(id) ? await openImport(c.get("deps").app, c.get("person"), id) : undefined;
  if (run === undefined) throw new NotFound();
  return run;
}

/** An empty box sends a file without a name; a folder brings what the desktop keeps in it. */
const isPassedOver = (name: string): boolean => name === "" || /(^|[\\/])(\.[^\\/]*|desktop\.ini|thumbs\.db)$/i.test(name);

/** The work goes on after the answer; what becomes of it is on the run's page. A failure that cannot even be kept there is logged. */
function letRun(c: Context<WebEnv>, begun: Extract<Begun, { begun: string }>): Response {
  begun.finished.catch((error: unknown) => c.get("deps").log(`import ${begun.begun}: ${error instanceof Error ? error.message : "failed"}`));
  return c.redirect(`/imports/${begun.begun}`, 303);
}

const showUpload = (c: Context<WebEnv>, error?: string) =>
  page(c, { title: "Import 903 files", section: "imports", back: BACK, error: error !== undefined, status: error === undefined ? 200 : 422, narrow: true }, <UploadView error={error} />);

function showRun(c: Context<WebEnv>, run: ImportRun, refused?: string) {
  const working = WORKING.has(run.state);
  return page(
    c,
    { title: headingOf(run), section: "imports", back: BACK, error: refused !== undefined, status: refused === undefined ? 200 : 409, ...(working ? { refreshAfter: 2 } : {}) },
    <RunView run={run} refused={refused} />,
  );
}

/** Importing 903 returns: choose files, see what they would change, agree to it. Sheets have pages of their own. */
export const importPages = new Hono<WebEnv>()
  .use("/imports", requirePermission("import"))
  .use("/imports/*", requirePermission("import"))
  .get("/imports", async (c) => page(c, { title: "Imports", section: "imports" }, <ImportsView runs={await listImports(c.get("deps").app, c.get("person"))} />))
  .route("/", sheetPages)
  .get("/imports/children/:localId", async (c) => {
    const record = await recordOfImported(c.get("deps").app, c.get("person"), c.req.param("localId"));
    if (record === undefined) throw new NotFound();
    return c.redirect(`/children/${record}`, 303);
  })
  .get("/imports/new", (c) => showUpload(c))
  .post("/imports/new", async (c) => {
    const { files } = await c.req.parseBody({ all: true });
    const chosen = (Array.isArray(files) ? files : [files]).filter((file): file is File => file instanceof File && !isPassedOver(file.name));
    const given = await Promise.all(chosen.map(async (file) => ({ name: file.name.replaceAll("\\", "/"), bytes: new Uint8Array(await file.arrayBuffer()) })));
    const begun = await beginImport(c.get("deps").app, c.get("person"), given);
    return "refused" in begun ? showUpload(c, begun.refused) : letRun(c, begun);
  })
  .get("/imports/:run", async (c) => showRun(c, await runOf(c)))
  .get("/imports/:run/progress", async (c) => {
    const run = await runOf(c);
    return c.json({ finished: !WORKING.has(run.state), progress: run.progress, words: progressInWords(run) });
  })
  .post("/imports/:run/confirm", async (c) => {
    const run = await runOf(c);
    const body = await readBody(c);
    const begun = await confirmImport(c.get("deps").app, c.get("person"), run.id, body["withdraw"] === "yes");
    return "refused" in begun ? showRun(c, await runOf(c), begun.refused) : letRun(c, begun);
  })
  .post("/imports/:run/cancel", async (c) => {
    const run = await runOf(c);
    await cancelImport(c.get("deps").app, c.get("person"), run.id);
    return c.redirect(`/imports/${run.id}`, 303);
  });

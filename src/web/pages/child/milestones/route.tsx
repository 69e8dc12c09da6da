import { type Context, Hono } from "hono";
import { dropDraft, finishForm, keepDraft, type MilestonesPage, obstaclesTo, openMilestones } from "../../../../app/forms/milestones.ts";
import { FORM_CHAPTERS } from "../../../../domain/chronology/kinds.ts";
import type { Part } from "../../../../domain/forms/asked.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import type { Html } from "../../../govuk/html.ts";
import { page, type PageOptions } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { basedOn } from "../entry-form/form.ts";
import { answersOf, sentAnswers, withSent } from "./boxes.ts";
import { type FormPage, PART_TITLES, pathOf } from "./frame.tsx";
import { isDid, OverviewView } from "./overview-view.tsx";
import { nextOf, PartView } from "./part-view.tsx";
import { PreviewView, ReportView } from "./preview-view.tsx";
import { PutRightView } from "./put-right-view.tsx";
import { TargetsView } from "./targets-view.tsx";

const RECORD_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The form of the child in the address, or not found. */
export async function milestonesOf(c: Context<WebEnv>): Promise<MilestonesPage> {
  const id = c.req.param("child") ?? "";
  const found = RECORD_ID.test(id) ? await openMilestones(c.get("deps").app, c.get("person"), id) : undefined;
  if (found === undefined) throw new NotFound();
  return found;
}

export const framed = (c: Context<WebEnv>, { child }: MilestonesPage, title: string, body: Html, options: Partial<PageOptions> = {}) =>
  page(c, { title: `${title}, ${child.localId}`, section: "tracker", back: { href: `/children/${child.recordId}`, text: child.localId }, ...options }, body);

const PARTS: ReadonlySet<string> = new Set<string>([...FORM_CHAPTERS, "breakdown"]);
const isPart = (text: string): text is Part => PARTS.has(text);

const isFormPage = (text: string): text is FormPage => text === "overview" || text === "targets" || text === "preview" || isPart(text);

function show(c: Context<WebEnv>, milestones: MilestonesPage, at: FormPage): Response | Promise<Response> {
  switch (at) {
    case "overview": {
      const did = c.req.query("did");
      return framed(c, milestones, "Milestones form", <OverviewView milestones={milestones} did={isDid(did) ? did : undefined} />);
    }
    case "targets": return framed(c, milestones, "Target dates", <TargetsView milestones={milestones} />);
    case "preview": return framed(c, milestones, "Preview all", <PreviewView milestones={milestones} />);
    default: return framed(c, milestones, PART_TITLES[at], <PartView milestones={milestones} part={at} opened={c.req.query("answer")} saved={c.req.query("saved") === "yes"} />, { error: isWrong(milestones) });
  }
}

const isWrong = (milestones: MilestonesPage): boolean =>
  milestones.draft !== null && obstaclesTo(milestones, answersOf(milestones.draft.answers).map(({ answer }) => answer)).refusals.length > 0;

/** What was sent is kept first, whatever is wanted next: nothing typed is lost. */
async function send(c: Context<WebEnv>, at: FormPage): Promise<Response> {
  const { app } = c.get("deps");
  const person = c.get("person");
  const milestones = await milestonesOf(c);
  const { child: { recordId }, may, draft } = milestones;
  if (!may.answer) throw new Forbidden("This form cannot be answered: it is closed, or your role does not record");
  const body = await readBody(c);
  const wanted = body["do"] ?? "save";
  const overview = (did: string) => c.redirect(`${pathOf(recordId, "overview")}?did=${did}`, 303);
  if (wanted === "drop") {
    await dropDraft(app, person, recordId);
    return overview("dropped");
  }
  await keepDraft(app, person, milestones, withSent(draft?.answers ?? {}, sentAnswers(body), basedOn(body)));
  const next = isPart(at) ? nextOf(at) : undefined;
  const [, goes = ""] = /^go-([a-z-]+)$/.exec(wanted) ?? [];
  const [, opens] = /^open-([a-z-]+)$/.exec(wanted) ?? [];
  if (wanted === "exit") return overview("kept");
  if (wanted === "finish") return finish(c, recordId);
  if (wanted === "next" && next !== undefined) return c.redirect(pathOf(recordId, next), 303);
  // A link to another page of the form, followed with something typed: kept first, then gone to.
  if (isFormPage(goes)) return c.redirect(pathOf(recordId, goes), 303);
  if (goes === "report") return c.redirect(`${pathOf(recordId, "overview")}/report`, 303);
  if (opens !== undefined) return c.redirect(`${pathOf(recordId, at)}?answer=${opens}#question-${opens}`, 303);
  return c.redirect(`${pathOf(recordId, at)}?saved=yes`, 303);
}

async function finish(c: Context<WebEnv>, recordId: string): Promise<Response> {
  const outcome = await finishForm(c.get("deps").app, c.get("person"), recordId, ({ draft }) => answersOf(draft?.answers ?? {}).map(({ answer }) => answer));
  switch (outcome.outcome) {
    case "done": return c.redirect(`${pathOf(recordId, "overview")}?did=finished`, 303);
    case "refused": return framed(c, outcome.page, "Put these right to finish", <PutRightView milestones={outcome.page} />, { error: true, status: hasConflict(outcome.page) ? 409 : 422 });
    case "forbidden": throw new Forbidden(outcome.reason);
    case "not-found": throw new NotFound();
  }
}

const hasConflict = (milestones: MilestonesPage): boolean =>
  obstaclesTo(milestones, answersOf(milestones.draft?.answers ?? {}).map(({ answer }) => answer)).conflicts.size > 0;

const partIn = (c: Context<WebEnv>): FormPage => {
  const text = c.req.param("part") ?? "";
  if (text !== "overview" && isFormPage(text)) return text;
  throw new NotFound();
};

/** The milestones form of a child: its overview, its parts, its preview and the report. */
export const milestonesPages = new Hono<WebEnv>()
  .use("/children/:child/milestones", requirePermission("open-child"))
  .use("/children/:child/milestones/*", requirePermission("open-child"))
  .get("/children/:child/milestones", async (c) => show(c, await milestonesOf(c), "overview"))
  .post("/children/:child/milestones", async (c) => send(c, "overview"))
  .get("/children/:child/milestones/report", async (c) => {
    const milestones = await milestonesOf(c);
    return framed(c, milestones, "Milestones report", <ReportView milestones={milestones} />, { back: { href: pathOf(milestones.child.recordId, "overview"), text: "Milestones form" } });
  })
  .get("/children/:child/milestones/:part", async (c) => {
    const at = partIn(c);
    return show(c, await milestonesOf(c), at);
  })
  .post("/children/:child/milestones/:part", async (c) => send(c, partIn(c)));

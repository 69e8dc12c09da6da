import { type Context, Hono } from "hono";
import { addEvidence, type PlanOutcome, putBack, sayProgress, setAction, setObjective, startPlan, takeOut } from "../../../../app/plan/change-plan.ts";
import { actionIn, openPlan, type OpenedAction, type PlanPage } from "../../../../app/plan/open-plan.ts";
import { planFile } from "../../../../app/plan/plan-file.ts";
import { WORD_TYPE } from "../../../../app/meetings/word-files.ts";
import { monthOf } from "../../../../domain/standards/performance.ts";
import { loadPlanTemplate } from "../../../../app/plan/template.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { keepNotice, Notice, takeNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { PlanActionView, type Said } from "./action-view.tsx";
import { type ActionBoxes, basedOn, boxesOfAction, errorsOf, isSure, NO_ACTION, readActionForm } from "./form.ts";
import { ActionForm, ObjectiveForm, StartView, TakeOutView } from "./forms-view.tsx";
import { PlanHistoryView } from "./history-view.tsx";
import { PLAN, PlanView } from "./view.tsx";

type Ctx = Context<WebEnv>;
const BACK = { href: PLAN, text: "Action plan" };
const follows = requirePermission("follow-meetings");
const keeps = requirePermission("keep-action-plan");

async function planFor(c: Ctx): Promise<PlanPage> {
  const found = await openPlan(c.get("deps").app, c.get("person"));
  if ("forbidden" in found) throw new Forbidden(found.forbidden);
  return found;
}

const sectionOf = ({ seesScorecard }: PlanPage): "scorecard" | "work" => (seesScorecard ? "scorecard" : "work");

async function actionFor(c: Ctx): Promise<OpenedAction> {
  const found = actionIn(await planFor(c), c.req.param("action") ?? "");
  if (found === undefined) throw new NotFound();
  return found;
}

/** After a change: back to where it shows; or what stands in its way, which is never what was typed. */
async function goOn(c: Ctx, made: PlanOutcome, path: string, said: string, again: (errors: readonly FieldError[], theirs?: { readonly by: string; readonly words: string; readonly number: number }) => Response | Promise<Response>, unreadable: Parameters<typeof errorsOf>[1] = []) {
  switch (made.outcome) {
    case "done": {
      await keepNotice(c, path, said);
      return c.redirect(path, 303);
    }
    case "refused": return again(errorsOf(made.refusals, unreadable));
    case "overtaken": return again([], { by: made.by, number: made.number, words: made.now.what === "objective" ? made.now.title : made.now.what === "action" ? made.now.words : "" });
    case "forbidden": throw new Forbidden(made.reason);
    case "not-found": throw new NotFound();
  }
}

const statusOf = (errors: readonly FieldError[], theirs: unknown) => (theirs !== undefined ? 409 : errors.length > 0 ? 422 : 200);

function showObjective(c: Ctx, value: string, of: { readonly id: string; readonly number: number } | undefined, errors: readonly FieldError[] = [], theirs?: { readonly by: string; readonly words: string; readonly number: number }) {
  const [title, action] = of === undefined ? ["Add an objective", `${PLAN}/objectives/new`] : ["Change an objective", `${PLAN}/objectives/${of.id}`];
  const status = statusOf(errors, theirs);
  return page(c, { title, section: "scorecard", back: BACK, error: status !== 200, status, narrow: true }, <ObjectiveForm title={title} action={action} basedOn={theirs?.number ?? of?.number ?? 0} errors={errors} theirs={theirs} value={value} />);
}

function showAction(c: Ctx, plan: PlanPage, objective: string, boxes: ActionBoxes, of: { readonly id: string; readonly basedOn: number } | undefined, errors: readonly FieldError[] = [], theirs?: { readonly by: string; readonly words: string; readonly number: number }) {
  const title = of === undefined ? "Add an action" : "Change an action";
  const action = of === undefined ? `${PLAN}/objectives/${objective}/actions/new` : `${PLAN}/actions/${of.id}/change`;
  const status = statusOf(errors, theirs);
  const words = plan.plan.objectives.find(({ id }) => id === objective)?.title ?? "";
  return page(c, { title, section: "scorecard", back: of === undefined ? BACK : { href: `${PLAN}/actions/${of.id}`, text: "The action" }, error: status !== 200, status, narrow: true }, <ActionForm title={title} objective={words} action={action} basedOn={theirs?.number ?? of?.basedOn ?? 0} errors={errors} theirs={theirs} boxes={boxes} page={plan} />);
}

async function showOpened(c: Ctx, opened: OpenedAction, typed: Partial<Said> = {}, errors: readonly FieldError[] = []) {
  const state = opened.action.state === "not-begun" ? "" : opened.action.state;
  const all: Said = { month: monthOf(opened.page.today), state, said: "", evidence: "", where: "", ...typed };
  const status = errors.length > 0 ? 422 : 200;
  return page(c, { title: "An action of the plan", section: sectionOf(opened.page), back: BACK, error: status !== 200, status }, <><Notice text={await takeNotice(c)} /><PlanActionView opened={opened} typed={all} errors={errors} /></>);
}

const lines = (text: string | undefined): string => (text ?? "").replaceAll("\r\n", "\n");
const startable = (body: Readonly<Record<string, string>>): readonly number[] => loadPlanTemplate().objectives.map((_, i) => i).filter((i) => body[`objective-${i}`] !== undefined);

const showStart = (c: Ctx, chosen: readonly number[], errors: readonly FieldError[] = []) =>
  page(c, { title: "Start from a plan", section: "scorecard", back: BACK, error: errors.length > 0, status: errors.length > 0 ? 422 : 200, narrow: true }, <StartView template={loadPlanTemplate()} errors={errors} chosen={chosen} />);

/** What is in the plan by this id, with its words. */
function itemIn({ plan }: PlanPage, id: string): { readonly type: "objective" | "action"; readonly words: string } {
  for (const objective of plan.objectives) {
    if (objective.id === id) return { type: "objective", words: objective.title };
    const action = objective.actions.find((one) => one.id === id);
    if (action !== undefined) return { type: "action", words: action.what };
  }
  throw new NotFound();
}

async function showTakeOut(c: Ctx, why = "", errors: readonly FieldError[] = []) {
  const id = c.req.param("item") ?? "";
  const item = itemIn(await planFor(c), id);
  return page(c, { title: `Take this ${item.type} out of the plan`, section: "scorecard", back: BACK, error: errors.length > 0, status: errors.length > 0 ? 422 : 200, narrow: true }, <TakeOutView id={id} {...item} why={why} errors={errors} />);
}

/** The action plan: seen by those who see the figures and by owners, kept by those who may, and progress said by whose the action is. */
export const planPages = new Hono<WebEnv>()
  .get(PLAN, follows, async (c) => {
    const found = await planFor(c);
    return page(c, { title: "Action plan", section: sectionOf(found) }, <><Notice text={await takeNotice(c)} /><PlanView page={found} /></>);
  })
  .get(`${PLAN}.docx`, follows, async (c) => {
    const file = await planFile(c.get("deps").app, c.get("person"), await planFor(c));
    return c.body(Uint8Array.from(file.bytes), 200, { "content-type": WORD_TYPE, "content-disposition": `attachment; filename="${file.name}"` });
  })
  .get(`${PLAN}/history`, follows, async (c) => {
    const found = await planFor(c);
    const at = /^[1-9]\d{0,4}$/.test(c.req.query("page") ?? "") ? Number(c.req.query("page")) : 1;
    return page(c, { title: "History of the action plan", section: sectionOf(found), back: BACK }, <PlanHistoryView page={found} at={at} />);
  })
  .get(`${PLAN}/start`, keeps, (c) => showStart(c, loadPlanTemplate().objectives.map((_, i) => i)))
  .post(`${PLAN}/start`, keeps, async (c) => {
    const chosen = startable(await readBody(c));
    return goOn(c, await startPlan(c.get("deps").app, c.get("person"), chosen), PLAN, "The plan is begun. Change its words, owners and days as you like.", (errors) => showStart(c, chosen, errors));
  })
  .get(`${PLAN}/objectives/new`, keeps, (c) => showObjective(c, "", undefined))
  .post(`${PLAN}/objectives/new`, keeps, async (c) => {
    const body = await readBody(c);
    const title = lines(body["title"]);
    return goOn(c, await setObjective(c.get("deps").app, c.get("person"), title, undefined, isSure(body)), PLAN, "The objective is saved.", (errors) => showObjective(c, title, undefined, errors));
  })
  .get(`${PLAN}/objectives/:objective`, keeps, async (c) => {
    const found = (await planFor(c)).plan.objectives.find(({ id }) => id === c.req.param("objective"));
    if (found === undefined) throw new NotFound();
    return showObjective(c, found.title, found);
  })
  .post(`${PLAN}/objectives/:objective`, keeps, async (c) => {
    const [body, id] = [await readBody(c), c.req.param("objective")];
    const title = lines(body["title"]);
    return goOn(c, await setObjective(c.get("deps").app, c.get("person"), title, { id, basedOn: basedOn(body) }, isSure(body)), PLAN, "The objective is saved.", (errors, theirs) => showObjective(c, title, { id, number: basedOn(body) }, errors, theirs));
  })
  .get(`${PLAN}/objectives/:objective/actions/new`, keeps, async (c) => {
    const found = await planFor(c);
    if (!found.plan.objectives.some(({ id }) => id === c.req.param("objective"))) throw new NotFound();
    return showAction(c, found, c.req.param("objective"), NO_ACTION, undefined);
  })
  .post(`${PLAN}/objectives/:objective/actions/new`, keeps, async (c) => {
    const [found, { boxes, unreadable }] = [await planFor(c), readActionForm(await readBody(c))];
    const objective = c.req.param("objective");
    return goOn(c, await setAction(c.get("deps").app, c.get("person"), objective, boxes), PLAN, "The action is saved.", (errors) => showAction(c, found, objective, boxes, undefined, errors), unreadable);
  })
  .get(`${PLAN}/actions/:action`, follows, async (c) => showOpened(c, await actionFor(c)))
  .get(`${PLAN}/actions/:action/change`, keeps, async (c) => {
    const { page: found, objective, action } = await actionFor(c);
    return showAction(c, found, objective.id, boxesOfAction(action, found.choosable), { id: action.id, basedOn: action.number });
  })
  .post(`${PLAN}/actions/:action/change`, keeps, async (c) => {
    const [{ page: found, objective, action: { id } }, body] = [await actionFor(c), await readBody(c)];
    const { boxes, unreadable } = readActionForm(body);
    const of = { id, basedOn: basedOn(body) };
    return goOn(c, await setAction(c.get("deps").app, c.get("person"), objective.id, boxes, of), `${PLAN}/actions/${id}`, "The action is saved.", (errors, theirs) => showAction(c, found, objective.id, boxes, of, errors, theirs), unreadable);
  })
  .post(`${PLAN}/actions/:action/progress`, follows, async (c) => {
    const [opened, body] = [await actionFor(c), await readBody(c)];
    const typed = { month: body["month"] ?? "", state: body["state"] ?? "", said: lines(body["said"]), sure: isSure(body) };
    return goOn(c, await sayProgress(c.get("deps").app, c.get("person"), opened.action.id, { ...typed, words: typed.said }), `${PLAN}/actions/${opened.action.id}`, "The progress is saved.", (errors) => showOpened(c, opened, typed, errors));
  })
  .post(`${PLAN}/actions/:action/evidence`, follows, async (c) => {
    const [opened, body] = [await actionFor(c), await readBody(c)];
    const typed = { evidence: lines(body["evidence"]), where: body["where"] ?? "", sure: isSure(body) };
    return goOn(c, await addEvidence(c.get("deps").app, c.get("person"), opened.action.id, { ...typed, words: typed.evidence }), `${PLAN}/actions/${opened.action.id}`, "The evidence is saved.", (errors) => showOpened(c, opened, typed, errors));
  })
  .get(`${PLAN}/take-out/:item`, keeps, (c) => showTakeOut(c))
  .post(`${PLAN}/take-out/:item`, keeps, async (c) => {
    const body = await readBody(c);
    const why = lines(body["why"]);
    return goOn(c, await takeOut(c.get("deps").app, c.get("person"), c.req.param("item"), why, isSure(body)), PLAN, "It is taken out of the plan. You can put it back from the history.", (errors) => showTakeOut(c, why, errors));
  })
  .post(`${PLAN}/put-back/:item`, keeps, async (c) =>
    goOn(c, await putBack(c.get("deps").app, c.get("person"), c.req.param("item")), PLAN, "It is back in the plan.", () => { throw new NotFound(); }));

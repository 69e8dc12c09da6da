import { type Context, Hono } from "hono";
import { answerClocksOf } from "../../../../app/answers/answer-clocks.ts";
import { type Checklist, checklistsOf, whoAnswers } from "../../../../app/answers/checklists.ts";
import type { ChildPage } from "../../../../app/views.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { CHECKPOINTS } from "../../../../domain/work/checkpoints.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import { keepNotice, Notice, takeNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { basedOn } from "../entry-form/form.ts";
import { Overtaken } from "../entry-form/overtaken.tsx";
import { ChildFrame } from "../open/frame.tsx";
import { childOf } from "../open/route.tsx";
import { answersIn, formOf, type LineForm, lineErrors, readLines, type TypedLine } from "./form.ts";
import { checklistPath, ChecklistsView, ChecklistView } from "./view.tsx";

type Ctx = Context<WebEnv>;

interface Asked {
  readonly child: ChildPage;
  readonly checklist: Checklist;
}

const allOf = async (c: Ctx, child: ChildPage): Promise<readonly Checklist[]> => checklistsOf(child, await whoAnswers(c.get("deps").app, c.get("person")));

/** The checklist of the address. */
async function askedOf(c: Ctx): Promise<Asked> {
  const child = await childOf(c);
  const checklist = (await allOf(c, child)).find(({ point }) => point === c.req.param("point"));
  if (checklist === undefined) throw new NotFound();
  return { child, checklist };
}

const formsOf = ({ lines }: Checklist): readonly LineForm[] => lines.flatMap((line) => formOf(line) ?? []);

interface Shown {
  readonly typed?: ReadonlyMap<string, TypedLine>;
  readonly errors?: readonly FieldError[];
  readonly since?: readonly Entry[];
}

async function show(c: Ctx, { child, checklist }: Asked, { typed = new Map<string, TypedLine>(), errors = [], since = [] }: Shown = {}) {
  const wrong = errors.length > 0 || since.length > 0;
  const title = `Checklist ${CHECKPOINTS[checklist.point].label.toLowerCase()}, ${child.localId}`;
  return page(c, { title, section: "tracker", back: { href: `/children/${child.recordId}/checklists`, text: "Checklists" }, error: wrong, status: since.length > 0 ? 409 : wrong ? 422 : 200 }, (
    <>
      {since.length > 0 ? <Overtaken since={since} names={child.workerNames} /> : <ErrorSummary errors={errors} />}
      {wrong ? null : <Notice text={await takeNotice(c)} />}
      <ChildFrame child={child} tab="checklists"><ChecklistView child={child} checklist={checklist} typed={typed} errors={errors} /></ChildFrame>
    </>
  ));
}

/** The checklists of a child, and each of them. */
export const checklistPages = new Hono<WebEnv>()
  .use("/children/:child/checklists", requirePermission("open-child"))
  .use("/children/:child/checklists/*", requirePermission("open-child"))
  .get("/children/:child/checklists", async (c) => {
    const child = await childOf(c);
    return page(c, { title: `Checklists of ${child.localId}`, section: "tracker", back: { href: `/children/${child.recordId}`, text: child.localId } }, (
      <ChildFrame child={child} tab="checklists"><ChecklistsView child={child} checklists={await allOf(c, child)} /></ChildFrame>
    ));
  })
  .get("/children/:child/checklists/:point", async (c) => show(c, await askedOf(c)))
  .post("/children/:child/checklists/:point", requirePermission("record"), async (c) => {
    const asked = await askedOf(c);
    const { child, checklist } = asked;
    const forms = formsOf(checklist);
    const body = await readBody(c);
    const typed = readLines(forms, body);
    const said = answersIn(forms, typed);
    const outcome = await answerClocksOf(c.get("deps").app, c.get("person"), child.recordId, basedOn(body), said.map(({ answer }) => answer));
    switch (outcome.outcome) {
      case "refused": return show(c, asked, { typed, errors: lineErrors(forms, said, outcome.refusals) });
      case "overtaken": return show(c, await askedOf(c), { typed, since: outcome.since });
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
      case "done": {
        const path = checklistPath(child.recordId, checklist.point);
        await keepNotice(c, path, `${said.length === 1 ? "1 answer is" : `${said.length} answers are`} saved`);
        return c.redirect(path, 303);
      }
    }
  });

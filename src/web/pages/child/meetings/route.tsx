import { type Context, Hono } from "hono";
import { decidesAs } from "../../../../app/decisions/deciding.ts";
import { openChairsAction, takeChairsAction } from "../../../../app/meetings/chairs-action.ts";
import { ownersOf } from "../../../../app/meetings/owners.ts";
import { answerMeetingOf } from "../../../../app/meetings/recommended.ts";
import type { ChildPage } from "../../../../app/views.ts";
import { may } from "../../../../domain/access/policy.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { decidedOf, decisionsIn } from "../../../../domain/meetings/actions.ts";
import { whyNotAnswerMeeting } from "../../../../domain/meetings/answer-decision.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import { dateMessage, type DateParts, readDateParts } from "../../../forms/date-input.ts";
import { type FieldError, readParts } from "../../../forms/fields.tsx";
import { component } from "../../../govuk/macros.ts";
import { keepNotice, Notice, takeNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { basedOn } from "../entry-form/form.ts";
import { childOf } from "../open/route.tsx";
import { type AnswerProps, AnswerView } from "./answer-view.tsx";
import { CHAIRS_LINES, ChairsView, idOf, type TypedChairs } from "./chairs-view.tsx";
import { Decided } from "./decided.tsx";

type Ctx = Context<WebEnv>;
type Shown = Partial<Pick<AnswerProps, "typed" | "errors" | "since">>;

const backTo = (child: ChildPage) => ({ href: `/children/${child.recordId}`, text: child.localId });

async function showAnswer(c: Ctx, child: ChildPage, { typed = { agreed: "", answer: "" }, errors = [], since = [] }: Shown = {}) {
  const number = Number(/^\d{1,12}$/.exec(c.req.param("entry") ?? "")?.[0] ?? 0);
  const decision = decisionsIn(child.case).find(({ numbers }) => numbers.includes(number));
  if (decision === undefined) throw new NotFound();
  const answer = may(c.get("person").role, "answer-meeting");
  const whyNot = answer.allowed ? whyNotAnswerMeeting(decision, await decidesAs(c.get("deps").app, c.get("person"))) : answer.reason;
  const status = since.length > 0 ? 409 : errors.length > 0 ? 422 : 200;
  return page(c, { title: `Recommended by a meeting, ${child.localId}`, section: "tracker", back: { href: `/children/${child.recordId}/meetings`, text: `Meetings about ${child.localId}` }, error: status !== 200, status }, (
    <AnswerView child={child} decision={decision} whyNot={whyNot} typed={typed} errors={errors} since={since} />
  ));
}

const NO_DAY: DateParts = { day: "", month: "", year: "" };
const NOTHING: TypedChairs = { series: "", texts: {}, days: {} };
const BOXES = ["discussion", "decisions/1/sort", "decisions/1/what", "decisions/1/why", ...CHAIRS_LINES.flatMap((line) => ["what", "who", "whoElse", "shownBy"].map((name) => `actions/${line}/${name}`))];

async function showChairs(c: Ctx, child: ChildPage, { typed = NOTHING, errors = [], since = [] }: { readonly typed?: TypedChairs; readonly errors?: readonly FieldError[]; readonly since?: readonly Entry[] } = {}) {
  const status = since.length > 0 ? 409 : errors.length > 0 ? 422 : 200;
  const chairs = await openChairsAction(c.get("deps").app, c.get("person"), child);
  return page(c, { title: `Chair’s action, ${child.localId}`, section: "tracker", back: backTo(child), error: status !== 200, status }, <ChairsView child={child} page={chairs} typed={typed} errors={errors} since={since} />);
}

async function takeChairs(c: Ctx) {
  const [child, body] = [await childOf(c), await readBody(c)];
  const days = Object.fromEntries(CHAIRS_LINES.map((line) => [line, readParts(body, idOf(`actions/${line}/dueOn`))]));
  const typed: TypedChairs = { series: body["series"] ?? "", days, texts: Object.fromEntries(BOXES.map((box) => [box, (body[box] ?? "").replaceAll("\r\n", "\n")])) };
  const due = CHAIRS_LINES.map((line) => [`actions/${line}/dueOn`, readDateParts(days[line] ?? NO_DAY)] as const);
  const said = new Map([...Object.entries(typed.texts), ...due.map(([box, read]) => [box, "on" in read ? read.on : read.problem === "empty" ? "" : "?"] as const)]);
  const outcome = await takeChairsAction(c.get("deps").app, c.get("person"), child.recordId, basedOn(body), { series: typed.series, typed: said });
  switch (outcome.outcome) {
    case "done": {
      await keepNotice(c, `/children/${child.recordId}/meetings`, "Chair’s action taken, and noted for the next meeting");
      return c.redirect(`/children/${child.recordId}/meetings`, 303);
    }
    case "refused": {
      const unread = new Map<string, string>(due.flatMap(([box, read]) => ("on" in read || read.problem === "empty" ? [] : [[box, dateMessage("by when", read)] as const])));
      return showChairs(c, child, { typed, errors: outcome.refusals.map(({ field, message }) => ({ id: field.endsWith("/dueOn") ? `${idOf(field)}-day` : idOf(field), text: unread.get(field) ?? message })) });
    }
    case "overtaken": return showChairs(c, await childOf(c), { typed, since: outcome.since });
    case "forbidden": throw new Forbidden(outcome.reason, { byRole: false });
    case "not-found": throw new NotFound();
  }
}

/** What meetings decided for a child and what became of it, the answers to what they recommended, and what the chair decides between them. */
export const childMeetingPages = new Hono<WebEnv>()
  .get("/children/:child/meetings", requirePermission("follow-meetings"), async (c) => {
    const child = await childOf(c);
    const met = decidedOf(child.case, child.today);
    const owners = await ownersOf(c.get("deps").app, c.get("person"), met.flatMap(({ actions }) => actions), child.workerNames);
    const takes = may(c.get("person").role, "hold-meetings").allowed && (await openChairsAction(c.get("deps").app, c.get("person"), child)).whyNot === null;
    return page(c, { title: `Meetings about ${child.localId}`, section: "tracker", back: backTo(child) }, (
      <>
        <Notice text={await takeNotice(c)} />
        <span class="govuk-caption-l">{child.localId}</span>
        <h1 class="govuk-heading-l">What meetings decided, and what became of it</h1>
        {met.length === 0 ? <p class="govuk-body">No meeting’s decisions are on this record yet. They are written once the meeting confirms what it agreed.</p> : null}
        {takes ? component("govukButton", { text: "Chair’s action between meetings", href: `/children/${child.recordId}/chairs-action`, classes: "govuk-button--secondary pt-button--small" }) : null}
        {met.map((at) => <Decided child={child} at={at} owners={owners} />)}
      </>
    ));
  })
  .get("/children/:child/meeting-decisions/:entry", requirePermission("follow-meetings"), async (c) => showAnswer(c, await childOf(c)))
  .post("/children/:child/meeting-decisions/:entry", requirePermission("answer-meeting"), async (c) => {
    const [child, body] = [await childOf(c), await readBody(c)];
    const typed = { agreed: body["agreed"] ?? "", answer: (body["answer"] ?? "").replaceAll("\r\n", "\n") };
    const outcome = await answerMeetingOf(c.get("deps").app, c.get("person"), child.recordId, basedOn(body), { decision: Number(/^\d{1,12}$/.exec(c.req.param("entry"))?.[0] ?? 0), ...typed });
    switch (outcome.outcome) {
      case "done": {
        await keepNotice(c, `/children/${child.recordId}/meetings`, "Your answer is written, and the meeting is told");
        return c.redirect(`/children/${child.recordId}/meetings`, 303);
      }
      case "refused": return showAnswer(c, child, { typed, errors: outcome.refusals.map(({ field, message }) => ({ id: field, text: message })) });
      case "overtaken": return showAnswer(c, await childOf(c), { typed, since: outcome.since });
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
    }
  })
  .get("/children/:child/chairs-action", requirePermission("hold-meetings"), async (c) => showChairs(c, await childOf(c)))
  .post("/children/:child/chairs-action", requirePermission("hold-meetings"), (c) => takeChairs(c));

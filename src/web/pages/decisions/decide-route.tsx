import { type Context, Hono } from "hono";
import { decideForChild } from "../../../app/decisions/decide.ts";
import { decidesAs } from "../../../app/decisions/deciding.ts";
import type { ChildPage } from "../../../app/views.ts";
import type { Entry } from "../../../domain/chronology/entry.ts";
import { type Kind, KINDS } from "../../../domain/chronology/kinds.ts";
import { decide } from "../../../domain/commands/decide.ts";
import { parseDay } from "../../../domain/dates/day.ts";
import { isDecidable } from "../../../domain/decisions/decidable.ts";
import { isOpen } from "../../../domain/standards/clock.ts";
import { stopsOf } from "../../../domain/standards/compile.ts";
import { kindsOf } from "../../../domain/standards/occasions.ts";
import type { WebEnv } from "../../deps.ts";
import { readBody } from "../../forms/body.ts";
import { page } from "../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../middleware/permission.ts";
import { basedOn } from "../child/entry-form/form.ts";
import { childOf } from "../child/open/route.tsx";
import { CheckView } from "./check-view.tsx";
import { type DecideProps, DecideView } from "./decide-view.tsx";
import { decisionErrors, readDecision, typedFrom } from "./form.ts";

type Ctx = Context<WebEnv>;

function kindOf(c: Ctx): Kind {
  const kind = c.req.param("kind") ?? "";
  if (!isDecidable(kind)) throw new NotFound();
  return kind;
}

/** What was put down that the address names; where it names none, the one that there is. */
function entryOf(c: Ctx, child: ChildPage, kind: Kind): Entry | undefined {
  const asked = c.req.query("entry");
  const put = child.case.of(kind).filter((e) => e.certainty !== "actual");
  return asked === undefined ? (put.length === 1 ? put[0] : undefined) : put.find((e) => String(e.number) === asked);
}

/** The clock of the child that waits for this decision, the one due first. */
const clockOf = (child: ChildPage, kind: Kind): DecideProps["clock"] =>
  child.clocks.find((clock) => {
    const standard = child.standards.get(clock.standard);
    return isOpen(clock) && clock.owner === "decision-maker" && standard !== undefined && stopsOf(standard).some((o) => kindsOf(o).includes(kind));
  });

const propsOf = (c: Ctx, child: ChildPage, kind: Kind): Omit<DecideProps, "typed"> =>
  ({ child, kind, entry: entryOf(c, child, kind), clock: clockOf(child, kind), errors: [], since: [] });

async function show(c: Ctx, props: DecideProps) {
  const { child, kind, errors, since } = props;
  const theirs = (await decidesAs(c.get("deps").app, c.get("person"))).includes(KINDS[kind].decidedBy ?? "decision-maker");
  const status = since.length > 0 ? 409 : errors.length > 0 ? 422 : 200;
  const back = theirs ? { href: "/decisions", text: "Decisions" } : { href: `/children/${child.recordId}`, text: child.localId };
  return page(c, { title: `${KINDS[kind].label}, ${child.localId}`, section: "decisions", back, error: status !== 200, status, narrow: true }, <DecideView {...props} theirs={theirs} />);
}

/** One decision of the decision-maker’s: written, read once more, and confirmed. */
export const decidePages = new Hono<WebEnv>()
  .use("/children/:child/decide/*", requirePermission("open-child"))
  .get("/children/:child/decide/:kind", async (c) => {
    const props = propsOf(c, await childOf(c), kindOf(c));
    return show(c, { ...props, typed: typedFrom(props.entry, props.child.today) });
  })
  .post("/children/:child/decide/:kind", async (c) => {
    const [kind, child, body] = [kindOf(c), await childOf(c), await readBody(c)];
    const { app } = c.get("deps");
    const number = c.req.query("entry");
    const { typed, input, unreadable } = readDecision(kind, number !== undefined && /^\d{1,12}$/.test(number) ? Number(number) : undefined, body);
    const props: DecideProps = { ...propsOf(c, child, kind), typed };
    if (body["step"] === "edit") return show(c, props);
    if (body["step"] !== "save") {
      const decision = decide(child.case, input, child.today, await decidesAs(app, c.get("person")));
      if (!decision.accepted) return show(c, { ...props, errors: decisionErrors(kind, decision.refusals, unreadable) });
      const on = parseDay(input.happenedOn) ?? child.today;
      return page(c, { title: `Check your decision, ${child.localId}`, section: "decisions", narrow: true }, <CheckView {...props} child={{ ...child, version: basedOn(body) }} on={on} />);
    }
    const outcome = await decideForChild(app, c.get("person"), child.recordId, basedOn(body), input);
    switch (outcome.outcome) {
      case "done": return c.redirect(`/children/${child.recordId}?saved=${outcome.entries.find((e) => e.kind === kind)?.number ?? ""}`, 303);
      case "refused": return show(c, { ...props, errors: decisionErrors(kind, outcome.refusals, unreadable) });
      case "overtaken": return show(c, { ...props, since: outcome.since });
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
    }
  });

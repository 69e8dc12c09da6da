import { type Context, Hono } from "hono";
import { whoAnswers } from "../../../../app/answers/checklists.ts";
import { runCommand } from "../../../../app/run-command.ts";
import type { ChildPage } from "../../../../app/views.ts";
import type { Owner } from "../../../../domain/access/role.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import type { Day } from "../../../../domain/dates/day.ts";
import { isKind, isSiblingGroupKind, type Kind, KINDS } from "../../../../domain/chronology/kinds.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { ChooseKindView } from "../choose-kind/view.tsx";
import { isTheirs } from "../../../../domain/work/whose.ts";
import { basedOn, partsOfDay } from "../entry-form/form.ts";
import { emptyWhole, readWhole, type TypedWhole, wholeErrors } from "../entry-form/whole.ts";
import { childToWrite } from "../open/route.tsx";
import { RecordView } from "./view.tsx";

function kindOf(c: Context<WebEnv>): Kind {
  const kind = c.req.param("kind") ?? "";
  if (!isKind(kind) || isSiblingGroupKind(kind) || KINDS[kind].notByHand !== undefined) throw new NotFound();
  return kind;
}

/** A target begun from a clock: its standard is known, and it is set today. */
const begun = (kind: Kind, empty: TypedWhole, standard: string | undefined, today: Day): TypedWhole =>
  kind !== "individual-target" || standard === undefined ? empty : { ...empty, happenedOn: partsOfDay(today), detail: { standard } };

interface Shown {
  readonly typed: TypedWhole;
  readonly errors?: readonly FieldError[];
  readonly since?: readonly Entry[];
}

/** On whose behalf this person records it; nothing where the question is their own, or somebody’s to decide, which nobody does for them. */
async function onBehalf(c: Context<WebEnv>, child: ChildPage, kind: Kind): Promise<Owner | undefined> {
  const { asks, decidedBy } = KINDS[kind];
  return decidedBy !== undefined || child.given?.includes(kind) === true || isTheirs(asks, await whoAnswers(c.get("deps").app, c.get("person")), child.case) ? undefined : asks;
}

async function show(c: Context<WebEnv>, child: ChildPage, kind: Kind, { typed, errors = [], since = [] }: Shown) {
  const wrong = errors.length > 0 || since.length > 0;
  return page(
    c,
    { title: `${KINDS[kind].label}, ${child.localId}`, section: "tracker", back: { href: `/children/${child.recordId}/record` }, error: wrong, status: since.length > 0 ? 409 : wrong ? 422 : 200, narrow: true },
    <RecordView child={child} kind={kind} behalf={await onBehalf(c, child, kind)} typed={typed} errors={errors} since={since} />,
  );
}

/** Recording: choose what happened, then say when. */
export const recordPages = new Hono<WebEnv>()
  .use("/children/:child/record", requirePermission("record", "record-given"))
  .use("/children/:child/record/*", requirePermission("record", "record-given"))
  .get("/children/:child/record", async (c) => {
    const child = await childToWrite(c);
    return page(c, { title: `Record what happened, ${child.localId}`, section: "tracker", back: { href: `/children/${child.recordId}`, text: child.localId } }, (
      <ChooseKindView child={child} standards={child.standards} />
    ));
  })
  .get("/children/:child/record/:kind", async (c) => {
    const kind = kindOf(c);
    return show(c, await childToWrite(c, kind), kind, { typed: begun(kind, emptyWhole(KINDS[kind].ahead === true ? "" : "actual"), c.req.query("standard"), c.get("deps").app.clock.today()) });
  })
  .post("/children/:child/record/:kind", async (c) => {
    const kind = kindOf(c);
    const child = await childToWrite(c);
    const body = await readBody(c);
    const behalf = await onBehalf(c, child, kind);
    const { typed, input, unreadable } = readWhole(kind, body, behalf === undefined ? {} : { onBehalfOf: behalf });
    const outcome = await runCommand(c.get("deps").app, c.get("person"), child.recordId, basedOn(body), { name: "record-entry", input });
    switch (outcome.outcome) {
      case "done": return c.redirect(`/children/${child.recordId}?saved=${outcome.entries.at(-1)?.number ?? ""}`, 303);
      case "refused": return show(c, child, kind, { typed, errors: wholeErrors(kind, outcome.refusals, unreadable) });
      case "overtaken": return show(c, await childToWrite(c), kind, { typed, since: outcome.since });
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
    }
  });

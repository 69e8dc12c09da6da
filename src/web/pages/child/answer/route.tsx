import { type Context, Hono } from "hono";
import { answerClocksOf } from "../../../../app/answers/answer-clocks.ts";
import { type ChecklistLine, lineOf, whoAnswers } from "../../../../app/answers/checklists.ts";
import type { ChildPage, ExplainedClock } from "../../../../app/views.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { localPath } from "../../../forms/local-path.ts";
import { keepNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { basedOn, emptyEntry } from "../entry-form/form.ts";
import { backFromChild } from "../open/back.ts";
import { childToWrite } from "../open/route.tsx";
import { NO_EVIDENCE } from "../entry-form/evidence.tsx";
import { answerErrors, emptyAnswer, readAnswer, type TypedAnswer, wayNamed } from "./form.ts";
import { answeredInWords, AnswerView } from "./view.tsx";

type Ctx = Context<WebEnv>;

interface Asked {
  readonly child: ChildPage;
  readonly clock: ExplainedClock;
  readonly line: ChecklistLine;
}

/** The clock of the address, with how it is answered by this person. */
async function askedOf(c: Ctx): Promise<Asked> {
  const child = await childToWrite(c);
  const clock = child.clocks.find(({ standard, occurrence }) => standard === c.req.param("standard") && String(occurrence) === c.req.param("occurrence"));
  const line = clock === undefined ? undefined : lineOf(child, clock, await whoAnswers(c.get("deps").app, c.get("person")));
  if (clock === undefined || line === undefined) throw new NotFound();
  return { child, clock, line };
}

const NOTHING: TypedAnswer = { entry: emptyEntry(), evidence: NO_EVIDENCE, why: "" };

/** Where a form or an address says; else whichever page of the child somebody came from. */
function backOf(c: Ctx, child: ChildPage, text: string | undefined): string {
  const own = `/children/${child.recordId}`;
  const from = backFromChild(c, child).href;
  return localPath(text) ?? (from.startsWith(own) ? from : `${own}/clocks`);
}

interface Shown {
  readonly kind: string | undefined;
  readonly back: string;
  readonly typed?: TypedAnswer;
  readonly errors?: readonly FieldError[];
  readonly since?: readonly Entry[];
}

function show(c: Ctx, { child, clock, line }: Asked, { kind, back, typed, errors = [], since = [] }: Shown) {
  const way = wayNamed(line, kind);
  const wrong = errors.length > 0 || since.length > 0;
  return page(
    c,
    { title: `${clock.title}, ${child.localId}`, section: "tracker", back: { href: back }, error: wrong, status: since.length > 0 ? 409 : wrong ? 422 : 200, narrow: true },
    <AnswerView child={child} clock={clock} line={line} way={way} typed={typed ?? (way === undefined ? NOTHING : emptyAnswer(way))} errors={errors} since={since} back={back} />,
  );
}

/** Answering one clock of a child, from wherever it was listed. */
export const answerPages = new Hono<WebEnv>()
  .use("/children/:child/answer/*", requirePermission("record", "record-given"))
  .get("/children/:child/answer/:standard/:occurrence", async (c) => {
    const asked = await askedOf(c);
    return show(c, asked, { kind: c.req.query("kind"), back: backOf(c, asked.child, c.req.query("back")) });
  })
  .post("/children/:child/answer/:standard/:occurrence", async (c) => {
    const asked = await askedOf(c);
    const { child, clock, line } = asked;
    const body = await readBody(c);
    const shown = { kind: body["kind"], back: backOf(c, child, body["back"]) };
    const way = wayNamed(line, shown.kind);
    const { typed, answer, unreadable } = readAnswer(line, way, body);
    const outcome = await answerClocksOf(c.get("deps").app, c.get("person"), child.recordId, basedOn(body), [answer]);
    switch (outcome.outcome) {
      case "refused": return show(c, asked, { ...shown, typed, errors: answerErrors(way, outcome.refusals, unreadable) });
      case "overtaken": return show(c, { ...asked, child: await childToWrite(c) }, { ...shown, typed, since: outcome.since });
      case "forbidden": throw new Forbidden(outcome.reason);
      case "not-found": throw new NotFound();
      case "done":
        await keepNotice(c, shown.back, answeredInWords(child, clock, outcome.entries.at(-1)));
        return c.redirect(shown.back, 303);
    }
  });

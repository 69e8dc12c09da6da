import { type Context, Hono } from "hono";
import { WORD_TYPE } from "../../../../app/meetings/word-files.ts";
import type { PlanOutcome } from "../../../../app/plan/change-plan.ts";
import { makeReport } from "../../../../app/plan/make-report.ts";
import { performanceFile } from "../../../../app/plan/performance-file.ts";
import { endRegular, openRegister, type RegisterPage, setRegular, startRegister } from "../../../../app/plan/register.ts";
import type { TypedRegular } from "../../../../domain/scorecard/regular/change.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { keepNotice, Notice, takeNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { basedOn, errorsOf, ownersIn, typedOwners } from "../plan/form.ts";
import { EndView, RegularForm } from "./form-view.tsx";
import { REGULAR, RegisterView } from "./view.tsx";

type Ctx = Context<WebEnv>;
const BACK = { href: REGULAR, text: "Regular reports" };
const ENDING = ".docx";
const NOTHING: TypedRegular = { meeting: "", rhythm: "", makers: [], withinDays: "10" };
const sees = requirePermission("see-scorecard");
const keeps = requirePermission("keep-action-plan");

async function registerFor(c: Ctx): Promise<RegisterPage> {
  const found = await openRegister(c.get("deps").app, c.get("person"));
  if ("forbidden" in found) throw new Forbidden(found.forbidden);
  return found;
}

async function reportFor(c: Ctx): Promise<readonly [RegisterPage, RegisterPage["reports"][number]]> {
  const found = await registerFor(c);
  const report = found.reports.find(({ id }) => id === c.req.param("report"));
  if (report === undefined) throw new NotFound();
  return [found, report];
}

interface Form {
  readonly typed: TypedRegular;
  readonly of?: { readonly id: string; readonly basedOn: number } | undefined;
  readonly errors?: readonly FieldError[];
  readonly theirs?: { readonly by: string; readonly words: string; readonly number: number } | undefined;
}

function showForm(c: Ctx, register: RegisterPage, { typed, of, errors = [], theirs }: Form) {
  const [title, action] = of === undefined ? ["Add a regular report", `${REGULAR}/new`] : ["Change a regular report", `${REGULAR}/${of.id}`];
  const status = theirs !== undefined ? 409 : errors.length > 0 ? 422 : 200;
  return page(c, { title, section: "scorecard", back: BACK, error: status !== 200, status, narrow: true }, <RegularForm title={title} action={action} typed={typed} basedOn={theirs?.number ?? of?.basedOn ?? 0} page={register} errors={errors} theirs={theirs} />);
}

const typedIn = (body: Readonly<Record<string, string>>): TypedRegular => ({ meeting: body["meeting"] ?? "", rhythm: body["rhythm"] ?? "", makers: ownersIn(body), withinDays: body["withinDays"] ?? "" });

async function save(c: Ctx, register: RegisterPage, typed: TypedRegular, of?: { readonly id: string; readonly basedOn: number }) {
  const made = await setRegular(c.get("deps").app, c.get("person"), typed, of);
  if (made.outcome === "refused") return showForm(c, register, { typed, of, errors: errorsOf(made.refusals) });
  if (made.outcome === "overtaken") return showForm(c, register, { typed, of, theirs: { by: made.by, number: made.number, words: made.now.what === "set" ? made.now.meeting : "It is made no longer" } });
  return done(c, made, "The report is on the register.");
}

async function done(c: Ctx, made: PlanOutcome, said: string) {
  if (made.outcome === "forbidden") throw new Forbidden(made.reason);
  if (made.outcome !== "done") throw new NotFound();
  await keepNotice(c, REGULAR, said);
  return c.redirect(REGULAR, 303);
}

async function showEnd(c: Ctx, why = "", errors: readonly FieldError[] = []) {
  const [, { id, meeting }] = await reportFor(c);
  return page(c, { title: "Take this report off the register", section: "scorecard", back: BACK, error: errors.length > 0, status: errors.length > 0 ? 422 : 200, narrow: true }, <EndView id={id} meeting={meeting} why={why} errors={errors} />);
}

/** The register of the reports that go to meetings every month or quarter, and the reports themselves. */
export const regularPages = new Hono<WebEnv>()
  .get(REGULAR, sees, async (c) => {
    const found = await registerFor(c);
    const { made: id, period } = c.req.query();
    const report = found.reports.find((one) => one.id === id && one.due.some((due) => due.period === period && due.madeOn !== null));
    return page(c, { title: "Regular reports", section: "scorecard" }, <><Notice text={await takeNotice(c)} /><RegisterView page={found} made={report === undefined || period === undefined ? undefined : { report, period }} /></>);
  })
  .get(`${REGULAR}/new`, keeps, async (c) => showForm(c, await registerFor(c), { typed: NOTHING }))
  .post(`${REGULAR}/new`, keeps, async (c) => save(c, await registerFor(c), typedIn(await readBody(c))))
  .post(`${REGULAR}/start`, keeps, async (c) => {
    const made = await startRegister(c.get("deps").app, c.get("person"));
    return made.outcome === "refused" ? c.redirect(REGULAR, 303) : done(c, made, "The register is begun. Change meetings, makers and days as you like.");
  })
  .get(`${REGULAR}/:report`, keeps, async (c) => {
    const [found, { id, number, meeting, rhythm, makers, withinDays }] = await reportFor(c);
    return showForm(c, found, { typed: { meeting, rhythm, makers: typedOwners(makers, found.choosable), withinDays: String(withinDays) }, of: { id, basedOn: number } });
  })
  .post(`${REGULAR}/:report`, keeps, async (c) => {
    const [[found, { id }], body] = [await reportFor(c), await readBody(c)];
    return save(c, found, typedIn(body), { id, basedOn: basedOn(body) });
  })
  .get(`${REGULAR}/:report/end`, keeps, (c) => showEnd(c))
  .post(`${REGULAR}/:report/end`, keeps, async (c) => {
    const why = ((await readBody(c))["why"] ?? "").replaceAll("\r\n", "\n");
    const made = await endRegular(c.get("deps").app, c.get("person"), c.req.param("report"), why);
    return made.outcome === "refused" ? showEnd(c, why, errorsOf(made.refusals)) : done(c, made, "The report is taken off the register. What was made of it stays.");
  })
  .post(`${REGULAR}/:report/made`, sees, async (c) => {
    const period = (await readBody(c))["period"] ?? "";
    const made = await makeReport(c.get("deps").app, c.get("person"), c.req.param("report"), period);
    if (made.outcome === "forbidden") throw new Forbidden(made.reason);
    if (made.outcome !== "done") throw new NotFound();
    return c.redirect(`${REGULAR}?made=${made.item}&period=${encodeURIComponent(period)}`, 303);
  })
  .get(`${REGULAR}/:report/:file`, sees, async (c) => {
    const { report, file: name } = c.req.param();
    const file = name.endsWith(ENDING) ? await performanceFile(c.get("deps").app, c.get("person"), report, name.slice(0, -ENDING.length)) : undefined;
    if (file === undefined) throw new NotFound();
    return c.body(Uint8Array.from(file.bytes), 200, { "content-type": WORD_TYPE, "content-disposition": `attachment; filename="${file.name}"` });
  });

import { type Context, Hono } from "hono";
import { answerRows, beginSheet, cancelSheet, chooseSheet, confirmSheet, matchColumns, openSheet } from "../../../../app/sheets/runs.ts";
import type { Answered, AskedView, SheetRun, SheetStep } from "../../../../app/sheets/views.ts";
import { partsOf } from "../../../../domain/dates/day.ts";
import type { RowAnswer } from "../../../../domain/sheets/recognise.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import { dateMessage, type DateParts, readDateParts } from "../../../forms/date-input.ts";
import { type FieldError, readParts } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { page } from "../../../layout/page.tsx";
import { NotFound, requirePermission } from "../../../middleware/permission.ts";
import { progressInWords, WORKING } from "../progress.tsx";
import { ChildrenView } from "./children-view.tsx";
import { ChooseSheetView } from "./choose-view.tsx";
import { ColumnsView } from "./columns-view.tsx";
import { headingOfSheet, SheetRunView } from "./preview-view.tsx";
import { SheetUploadView } from "./upload-view.tsx";

const RUN_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TITLE = "Import a tracking sheet";
/** Rows asked about on one page. */
const ASKED_A_PAGE = 20;
/** A small sheet is read while somebody waits for the next page anyway. */
const PATIENCE_MS = 1500;

async function runOf(c: Context<WebEnv>): Promise<SheetRun> {
  const id = c.req.param("run") ?? "";
  const run = RUN_ID.test(id) ? await openSheet(c.get("deps").app, c.get("person"), id) : undefined;
  if (run === undefined) throw new NotFound();
  return run;
}

const addressOf = (id: string, step?: SheetStep): string => `/imports/sheet/${id}${step === undefined ? "" : `/${step}`}`;

/** The work goes on after the answer; what becomes of it is on the run’s page. A failure that cannot even be kept there is logged. */
async function letRun(c: Context<WebEnv>, { begun, finished }: Extract<Answered, { begun: string }>): Promise<Response> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const waited = setTimeout(resolve, PATIENCE_MS);
  finished.catch((error: unknown) => c.get("deps").log(`import ${begun}: ${error instanceof Error ? error.message : "failed"}`)).finally(resolve);
  await promise;
  clearTimeout(waited);
  return c.redirect(addressOf(begun), 303);
}

const show = (c: Context<WebEnv>, title: string, back: string, errors: number, body: Html, narrow = false) =>
  page(c, { title, section: "imports", back: { href: back }, error: errors > 0, status: errors > 0 ? 422 : 200, narrow }, body);

const fieldErrors = (answered: Extract<Answered, { refused: unknown }>): FieldError[] => answered.refused.map(({ field, message }) => ({ id: field, text: message }));

const showUpload = (c: Context<WebEnv>, asOn: DateParts, errors: readonly FieldError[] = []) =>
  show(c, TITLE, "/imports", errors.length, <SheetUploadView asOn={asOn} errors={errors} />, true);

function showChoose(c: Context<WebEnv>, run: SheetRun, errors: readonly FieldError[] = []) {
  return show(c, "Which sheet holds the children?", "/imports", errors.length, <ChooseSheetView run={run} errors={errors} />, true);
}

function showColumns(c: Context<WebEnv>, run: SheetRun, errors: readonly FieldError[] = []) {
  const sheet = run.answers.found.find((s) => s.name === run.answers.sheet);
  if (sheet === undefined) return c.redirect(addressOf(run.id, "sheet"), 303);
  const several = run.answers.found.filter((s) => s.matches.length > 0).length > 1;
  return show(c, "What is in each column?", several ? addressOf(run.id, "sheet") : "/imports", errors.length, <ColumnsView run={run} sheet={sheet} errors={errors} />);
}

/** Rows to be answered, or where all are, those that were. */
function askedOf({ preview }: SheetRun): { readonly asked: readonly AskedView[]; readonly left: number } {
  const asked = preview?.asked ?? [];
  return { asked: (asked.length > 0 ? asked : preview?.answered ?? []).slice(0, asked.length > 0 ? ASKED_A_PAGE : undefined), left: asked.length };
}

function showChildren(c: Context<WebEnv>, run: SheetRun, typed?: Readonly<Record<string, string>>, errors: readonly FieldError[] = []) {
  const { asked, left } = askedOf(run);
  const wrong = errors.length > 0 ? errors : asked.flatMap((a) => (a.wrong === undefined ? [] : [{ id: a.answer?.as === "new" ? `row-${a.row}-id` : `row-${a.row}`, text: a.wrong }]));
  return show(c, "Who are these children?", addressOf(run.id, "columns"), wrong.length, <ChildrenView run={run} asked={asked} left={left} typed={typed} errors={wrong} />, true);
}

function showRun(c: Context<WebEnv>, run: SheetRun, refused?: string) {
  const waits = run.state === "ready" && run.answers.columns !== undefined;
  const back = !waits ? "/imports" : addressOf(run.id, (run.preview?.answered.length ?? 0) > 0 ? "children" : "columns");
  const working = WORKING.has(run.state);
  return page(
    c, { title: headingOfSheet(run), section: "imports", back: { href: back, ...(waits ? {} : { text: "Imports" }) }, error: refused !== undefined, status: refused === undefined ? 200 : 409, ...(working ? { refreshAfter: 2 } : {}) },
    <SheetRunView run={run} refused={refused} />,
  );
}

/** What somebody chose of the rows on a page, and what they left out or left wrong. */
function readAnswers(asked: readonly AskedView[], body: Readonly<Record<string, string>>): { readonly rows: Record<string, RowAnswer>; readonly errors: readonly FieldError[] } {
  const rows: Record<string, RowAnswer> = {};
  const errors: FieldError[] = [];
  for (const { row, candidates } of asked) {
    const [name, text] = [`row-${row}`, body[`row-${row}`] ?? ""];
    const id = (body[`${name}-id`] ?? "").trim();
    const known = candidates.find(({ localId }) => text === `known:${localId}`);
    if (known !== undefined) rows[row] = { as: "known", localId: known.localId };
    else if (text === "left-out" || (text === "" && body["rest"] === "left-out")) rows[row] = { as: "left-out" };
    else if (text === "new" && id !== "") rows[row] = { as: "new", localId: id };
    else errors.push(text === "new" ? { id: `${name}-id`, text: `Enter the local id of the child in row ${row}` } : { id: name, text: `Choose which child row ${row} is about, or leave it out` });
  }
  return { rows, errors };
}

/** Importing a council’s own sheet, one question a page: the file, the sheet, the columns, the children, and whether to go on. */
export const sheetPages = new Hono<WebEnv>()
  .use("/imports/sheet/*", requirePermission("import"))
  .get("/imports/sheet/new", (c) => {
    const { year, month, date } = partsOf(c.get("deps").app.clock.today());
    return showUpload(c, { day: String(date), month: String(month), year: String(year) });
  })
  .post("/imports/sheet/new", async (c) => {
    const body = await c.req.parseBody();
    const texts = Object.fromEntries(Object.entries(body).filter((field): field is [string, string] => typeof field[1] === "string"));
    const parts = readParts(texts, "as-on");
    const asOn = readDateParts(parts);
    const { file } = body;
    const given = file instanceof File && file.name !== "" ? { name: file.name.replace(/^.*[\\/]/, ""), bytes: new Uint8Array(await file.arrayBuffer()) } : undefined;
    const answered = await beginSheet(c.get("deps").app, c.get("person"), "on" in asOn ? given : undefined, "on" in asOn ? asOn.on : c.get("deps").app.clock.today());
    if ("begun" in answered) return letRun(c, answered);
    const wrong = fieldErrors(answered).filter(({ id }) => id !== "file" || given === undefined).map((e) => (e.id === "as-on" ? { ...e, id: "as-on-day" } : e));
    return showUpload(c, parts, [...wrong, ...("on" in asOn ? [] : [{ id: "as-on-day", text: dateMessage("the day the sheet speaks of", asOn) }])]);
  })
  .get("/imports/sheet/:run", async (c) => {
    const run = await runOf(c);
    return run.state === "ready" ? c.redirect(addressOf(run.id, run.step), 303) : showRun(c, run);
  })
  .get("/imports/sheet/:run/progress", async (c) => {
    const run = await runOf(c);
    return c.json({ finished: !WORKING.has(run.state), progress: run.progress, words: progressInWords(run) });
  })
  .get("/imports/sheet/:run/:step{sheet|columns|children|preview}", async (c) => {
    const run = await runOf(c);
    if (run.state !== "ready") return c.redirect(addressOf(run.id), 303);
    const { step } = run;
    switch (c.req.param("step")) {
      case "sheet": return run.answers.found.length === 0 ? c.redirect(addressOf(run.id), 303) : showChoose(c, run);
      case "columns": return run.answers.sheet === undefined ? c.redirect(addressOf(run.id, step), 303) : showColumns(c, run);
      case "children": return run.preview === null || askedOf(run).asked.length === 0 ? c.redirect(addressOf(run.id, step), 303) : showChildren(c, run);
      default: return step === "preview" ? showRun(c, run) : c.redirect(addressOf(run.id, step), 303);
    }
  })
  .post("/imports/sheet/:run/sheet", async (c) => {
    const run = await runOf(c);
    const { sheet = "" } = await readBody(c);
    const answered = await chooseSheet(c.get("deps").app, c.get("person"), run.id, sheet);
    return "refused" in answered ? showChoose(c, run, fieldErrors(answered)) : c.redirect(addressOf(run.id, "columns"), 303);
  })
  .post("/imports/sheet/:run/columns", async (c) => {
    const run = await runOf(c);
    const body = await readBody(c);
    const columns = Object.fromEntries(Object.entries(body).flatMap(([name, target]) => (name.startsWith("column-") ? [[name.slice(7), target]] : [])));
    const answered = await matchColumns(c.get("deps").app, c.get("person"), run.id, columns);
    return "refused" in answered ? showColumns(c, await runOf(c), fieldErrors(answered)) : letRun(c, answered);
  })
  .post("/imports/sheet/:run/children", async (c) => {
    const run = await runOf(c);
    const body = await readBody(c);
    const { asked } = askedOf(run);
    const everybody = body["rest"] === "left-out" ? (run.preview?.asked ?? asked) : asked;
    const { rows, errors } = readAnswers(everybody, body);
    if (errors.length > 0) return showChildren(c, run, body, errors);
    const answered = await answerRows(c.get("deps").app, c.get("person"), run.id, rows);
    return "refused" in answered ? showRun(c, await runOf(c), answered.refused[0]?.message) : letRun(c, answered);
  })
  .post("/imports/sheet/:run/confirm", async (c) => {
    const run = await runOf(c);
    const answered = await confirmSheet(c.get("deps").app, c.get("person"), run.id);
    return "refused" in answered ? showRun(c, await runOf(c), answered.refused[0]?.message) : letRun(c, answered);
  })
  .post("/imports/sheet/:run/cancel", async (c) => {
    const run = await runOf(c);
    await cancelSheet(c.get("deps").app, c.get("person"), run.id);
    return c.redirect(addressOf(run.id), 303);
  });

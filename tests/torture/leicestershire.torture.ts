import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { makeChange } from "../../src/app/standards/change-standards.ts";
import { settled } from "../../src/app/standards/recompute.ts";
import type { Role } from "../../src/domain/access/role.ts";
import { KINDS } from "../../src/domain/chronology/kinds.ts";
import { type Day, day, partsOf } from "../../src/domain/dates/day.ts";
import { isDecidable } from "../../src/domain/decisions/decidable.ts";
import { type AnswerWay, answersOf } from "../../src/domain/work/answers.ts";
import { checkpointOf } from "../../src/domain/work/checkpoints.ts";
import { loadPacks } from "../../src/reference/packs.ts";
import { type Answers, BEFORE_THE_DECISION, type Happens, LEICESTERSHIRE_JOURNEY, type Sitting } from "../support/leicestershire-journey.ts";
import { HARROWMERE, useSite } from "../support/site.ts";
import { follow, verifyPage } from "../support/verify-page.ts";

const PACK = loadPacks().find(({ id }) => id === "leicestershire-2023")!;
/** The family finder of the story, as the site has theirs. */
const OURS: Readonly<Record<string, string>> = { FF01001: "SW01501" };

describe("Leicestershire’s whole journey of one child, through the screens", () => {
  let today: Day = day("2026-01-12");
  const site = useSite([{ authority: HARROWMERE.code, localId: "HM-0901", entries: BEFORE_THE_DECISION }], () => today);
  const address = (rest = ""): string => `/children/${site.recordOf("HM-0901")}${rest}`;
  const pages = new Map<Role, Page>();
  /** Who saved last, whose page is as the record is; and what they have filled in there since. */
  let last: Page | undefined;
  let filledIn: string[] = [];

  before(async () => {
    const lead = (await site.app.store.directory.person("harrowmere.practice-lead"))!;
    const outcome = await makeChange(site.app, lead, { type: "adopt-pack", pack: PACK.id, from: "2025-01-01" }, "Agreed by the service", 0);
    assert.equal(outcome.outcome, "done");
    await settled(site.app);
  });

  async function pageOf(role: Role): Promise<Page> {
    const page = pages.get(role) ?? await site.as(`harrowmere.${role}`, { scripts: role === "team-manager" });
    pages.set(role, page);
    return page;
  }

  /** Opens an address of the child, unless it lies open there and nobody else has saved since. A list filled in elsewhere is saved first. */
  async function at(page: Page, path: string): Promise<void> {
    if (filledIn.length > 0 && (page !== last || new URL(page.url()).pathname !== path)) await saveList();
    if (page !== last || new URL(page.url()).pathname !== path) assert.equal((await page.goto(path))?.status(), 200, path);
  }

  async function send(page: Page, button: string, said: string): Promise<void> {
    await follow(page.locator(`button:text-is('${button}')`));
    last = page;
    const wrong = await page.locator(".govuk-error-summary").allInnerTexts();
    assert.deepEqual(wrong, [], `${today}: ${said}`);
  }

  async function fillDay(page: Page, id: string, on: string): Promise<void> {
    const { year, month, date } = partsOf(day(on));
    for (const [part, number] of [["day", date], ["month", month], ["year", year]] as const) await page.fill(`#${id}-${part}`, String(number));
  }

  /** Fills in the boxes of a form of one entry; `preset`: what it need not ask. */
  async function fillEntry(page: Page, { kind, on, certainty, detail }: Happens, preset: AnswerWay["preset"] = {}): Promise<void> {
    await fillDay(page, "happenedOn", on);
    if (KINDS[kind as keyof typeof KINDS].ahead === true) await page.check(`input[name=certainty][value=${certainty}]`);
    for (const [name, text] of Object.entries(detail)) {
      if (text === "" || preset[name] === text) continue;
      if (name === "evidenceSystem" || name === "evidencePlace") await page.fill(`#${name}`, text);
      else if (/^\d{4}-\d\d-\d\d$/.test(text)) await fillDay(page, `detail-${name}`, text);
      else {
        const choice = page.locator(`input[type=radio][name=detail-${name}][value="${text}"], select[name=detail-${name}]`);
        if (await choice.count() > 0) await ((await choice.getAttribute("type")) === "radio" ? choice.check() : choice.selectOption(text));
        else await page.fill(`#detail-${name}`, OURS[text] ?? text);
      }
    }
  }

  async function decide(page: Page, kind: string, on: string, { outcome = "", note = "", family }: Readonly<Record<string, string>>): Promise<void> {
    await at(page, address(`/decide/${kind}`));
    await page.check(`input[name=outcome][value=${outcome}]`);
    await fillDay(page, "happenedOn", on);
    await page.fill("#reasons", note);
    if (family !== undefined) await page.fill("#detail-family", family);
    await send(page, "Continue", kind);
    await send(page, "Confirm this decision", kind);
  }

  async function happened(page: Page, what: Happens): Promise<void> {
    if (isDecidable(what.kind)) return decide(page, what.kind, what.on, what.detail);
    await at(page, address(`/record/${what.kind}`));
    await fillEntry(page, what);
    await send(page, "Save", what.kind);
  }

  const standardOf = (id: string) => PACK.standards.find((s) => s.id === id) ?? site.app.standards.get(id) ?? assert.fail(`no standard ${id}`);
  const wayOf = ({ standard, kind }: Answers): AnswerWay => {
    const { ways } = answersOf(standardOf(standard));
    return ways.find((way) => way.kind === kind) ?? ways[0] ?? assert.fail(`${standard} is not answered`);
  };
  const ON_A_LINE = new Set(["evidenceSystem", "evidencePlace"]);
  /** All that is said of it has a box on the list itself. */
  const isOfALine = (answer: Answers): boolean => {
    const { kind, preset } = wayOf(answer);
    return KINDS[kind].decidedBy === undefined && Object.entries(answer.detail).every(([name, text]) => text === "" || ON_A_LINE.has(name) || preset[name] === text);
  };

  async function onPageOfItsOwn(page: Page, answer: Answers): Promise<void> {
    const { kind, preset } = wayOf(answer);
    if (isDecidable(kind)) return decide(page, kind, answer.on, answer.detail);
    const back = address(`/checklists/${checkpointOf(standardOf(answer.standard))}`);
    await at(page, `${address(`/answer/${answer.standard}/1`)}?${new URLSearchParams({ kind, back })}`);
    await fillEntry(page, { ...answer, kind }, preset);
    await send(page, "Save the answer", answer.standard);
  }

  async function saveList(): Promise<void> {
    const said = filledIn.join(", ");
    filledIn = [];
    if (last !== undefined) await send(last, "Save all the answers", said);
  }

  /** The line of a standard on the list that lies open. What was filled in is saved first where the line waits for it. */
  async function lineOn(page: Page, standard: string): Promise<string> {
    const line = page.locator(`li[id^="${standard}_"]`);
    if (filledIn.includes(standard) || await line.count() === 0) await saveList();
    assert.equal(await line.count(), 1, `${today}: ${standard} is not open at ${page.url()}`);
    filledIn.push(standard);
    last = page;
    return `${await line.getAttribute("id")}`;
  }

  /** Fills in lines of a checklist, which is saved when somebody goes on to something else. */
  async function onChecklist(page: Page, point: string, { answers, declines }: Pick<Sitting, "answers" | "declines">): Promise<void> {
    await at(page, address(`/checklists/${point}`));
    for (const answer of answers) {
      const [id, { evidenceSystem = "", evidencePlace = "" }] = [await lineOn(page, answer.standard), answer.detail];
      for (const [name, text] of [["on", answer.on], ["system", evidenceSystem], ["place", evidencePlace]] as const) if (text !== "") await page.fill(`[id="${id}-${name}"]`, text);
      if (answer.certainty !== "actual") await page.selectOption(`[id="${id}-certainty"]`, answer.certainty);
      const kinds = answersOf(standardOf(answer.standard)).ways.map(({ kind }) => kind).filter((kind) => KINDS[kind].decidedBy === undefined);
      if (kinds.length > 1) await page.selectOption(`[id="${id}-kind"]`, wayOf(answer).kind);
    }
    for (const { standard, why } of declines) await page.fill(`[id="${await lineOn(page, standard)}-why"]`, why);
    if (declines.length > 0) await saveList();
  }

  /** What one person writes down on one day. */
  async function sit({ on, as, happens, answers, declines }: Sitting): Promise<void> {
    today = day(on);
    const page = await pageOf(as);
    for (const what of happens) await happened(page, what);
    for (const answer of answers.filter((one) => !isOfALine(one))) await onPageOfItsOwn(page, answer);
    const rest = [...answers.filter(isOfALine), ...declines];
    const points = new Set(rest.map(({ standard }) => checkpointOf(standardOf(standard)) ?? assert.fail(`${standard} is of no checklist`)));
    for (const point of points) {
      const here = ({ standard }: { readonly standard: string }): boolean => checkpointOf(standardOf(standard)) === point;
      await onChecklist(page, point, { answers: answers.filter((one) => isOfALine(one) && here(one)), declines: declines.filter(here) });
    }
  }

  test("the right people answer or decline all that is asked, from the decision to the closure summary", async () => {
    for (const one of LEICESTERSHIRE_JOURNEY) await sit(one);
    assert.deepEqual(filledIn, [], "all that was filled in is saved");
  });

  test("nothing is left open or unexplained, nothing was late, and the closure summary is signed by the team manager", async () => {
    const page = await pageOf("team-manager");
    await page.goto(address("/clocks"));
    await verifyPage(page, "HM-0901");
    const byState = (await page.locator("nav[aria-label='Clocks by state'] li").allInnerTexts()).map((text) => text.trim());
    assert.deepEqual(byState.filter((text) => text.endsWith(": none")), ["Late", "Due soon", "Running", "Checklist", "Advisory", "Not recorded"].map((name) => `${name}: none`));
    const rows = await page.locator("#metLate tbody tr, #met tbody tr, #moot tbody tr").evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => (cell.textContent ?? "").replaceAll(/\s+/g, " ").trim())));
    const clocks = rows.map(([named = "", , , stopped = "", state = "", why = ""]) => ({ id: named.split(" ")[0] ?? "", stopped, state, why }));

    assert.deepEqual(clocks.filter(({ state }) => /late/.test(state) && !/advisory/.test(state)), [], "not one was late; what is advisory is never counted");
    assert.deepEqual(clocks.filter(({ id, state }) => id.startsWith("LEIC") && /late/.test(state)), []);
    for (const { id, why } of clocks) assert.match(why, /It (runs from|goes by) “.+(Stopped by “|It no longer applies from ).+Owner: \w.+Evidence: \w.+Source: \w/, id);
    const answered = new Set(clocks.filter(({ state }) => state.startsWith("Met")).map(({ id }) => id));
    assert.deepEqual(PACK.standards.map(({ id }) => id).filter((id) => !answered.has(id)), ["LEIC-46"], "all but what was declined was answered");
    assert.ok(clocks.some(({ id }) => id === "LEIC-46"), "and what was declined is there");
    const source = new Set([...clocks.flatMap(({ id }) => (id.startsWith("LEIC") ? [id.replace(/[a-z]$/, "")] : [])), ...PACK.rows.map(({ id }) => id), ...PACK.sameAs.map(({ id }) => id)]);
    assert.deepEqual([...source].sort(), Array.from({ length: 71 }, (_, i) => `LEIC-${String(i + 1).padStart(2, "0")}`), "every row of the source, on this page or in what was recorded");
    assert.deepEqual(clocks.filter(({ id }) => id === "LEIC-71").map(({ stopped, state }) => [stopped, state]), [["12 April 2027", "Met"]]);
  });

  test("the checklist shows what was declined and why", async () => {
    const page = await pageOf("team-manager");
    await page.goto(address(`/checklists/${checkpointOf(standardOf("LEIC-46"))}`));
    await verifyPage(page, "HM-0901");
    assert.match(await page.locator("tr", { has: page.locator("a:text-is('LEIC-46')") }).innerText(), /Both families live in the same town\s+Ash Rowan, 20 July 2026/);
    assert.equal(await page.locator("main form").count(), 0, "nothing is left to be filled in");
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type SampleApp, startSampleApp } from "../../../tests/support/sample-app.ts";
import { readWord } from "../../../tests/support/word.ts";
import type { Role } from "../../domain/access/role.ts";
import type { Organisation, Person } from "../../domain/access/viewer.ts";
import { day } from "../../domain/dates/day.ts";
import { actionsOf } from "../../domain/scorecard/plan/plan.ts";
import { NORTH, operatorOf, personIn, SOUTH } from "../../store/sample-region.ts";
import { addEvidence, putBack, sayProgress, setAction, setObjective, startPlan, takeOut } from "./change-plan.ts";
import { actionIn, openPlan, planActionsMine, type PlanPage } from "./open-plan.ts";
import { makeReport } from "./make-report.ts";
import { performanceFile } from "./performance-file.ts";
import { planFile } from "./plan-file.ts";
import { endRegular, noteMade, openRegister, reportsDue, setRegular, startRegister } from "./register.ts";

const person = (of: Organisation, role: Role, more: Partial<Person> = {}): Person => ({ ...personIn(of, role), account: `${of.name.toLowerCase()}.${role}`, name: `${of.name} ${role}`, ...more });
const [keeper, worker, legal, clerk, officer, chair, south] = [person(NORTH, "service-manager"), person(NORTH, "social-worker"), person(NORTH, "legal"), person(NORTH, "business-support"), person(NORTH, "reviewing-officer"), person(NORTH, "tracking-chair"), person(SOUTH, "service-manager", { service: "fieldwork" })];

let sample: SampleApp;
const opened = async (who: Person): Promise<PlanPage> => { const page = await openPlan(sample.app, who); return "forbidden" in page ? assert.fail(page.forbidden) : page; };
const sees = async (who: Person): Promise<boolean> => !("forbidden" in (await openPlan(sample.app, who)));
const itemOf = (made: { readonly outcome: string; readonly item?: string }): string => made.item ?? assert.fail(JSON.stringify(made));

before(async () => {
  sample = await startSampleApp(day("2026-11-20"), async (_app, store) => {
    for (const [organisation, people] of [[NORTH, [keeper, worker, legal, clerk, officer, chair]], [SOUTH, [south]]] as const) {
      await store.inTransaction(operatorOf(organisation), async (writer) => {
        await writer.addOrganisation(organisation);
        for (const { account, name, role } of people) await writer.addAccount({ account, name, role, organisation: organisation.code, worker: null });
      });
    }
  });
});
after(() => sample.stop());

describe("the action plan of an authority", () => {
  let objective: string;
  let theirs: string;

  it("is put down by whoever keeps it, seen by those who see figures or publish, and by an owner; not by others", async () => {
    assert.equal((await setObjective(sample.app, officer, "Mine")).outcome, "forbidden");
    objective = itemOf(await setObjective(sample.app, keeper, "Timescales are met"));
    assert.deepEqual([await sees(clerk), await sees(officer), await sees(legal), await sees(worker), await sees(chair)], [true, true, false, false, false]);
    theirs = itemOf(await setAction(sample.app, keeper, objective, { words: "Copy memos", owners: ["North legal"], dueOn: "2026-11-01", shownBy: "Memos" }));
    itemOf(await setAction(sample.app, keeper, objective, { words: "Train", owners: ["Service manager", "A trainer"], dueOn: "", shownBy: "", outside: ["A trainer"] }));
    assert.deepEqual([await sees(legal), await sees(worker), (await opened(legal)).mayKeep], [true, false, false]);
    assert.deepEqual([(await planActionsMine(sample.app, legal)).map(({ what, daysOverdue }) => [what, daysOverdue]), (await planActionsMine(sample.app, keeper)).map(({ what }) => what), await planActionsMine(sample.app, worker)], [[["Copy memos", 19]], ["Train"], []]);
    assert.deepEqual((await opened(south)).plan.objectives, [], "another authority’s is its own");
  });

  it("takes progress and evidence from an owner who writes on no child’s record, and from nobody else who does not keep it", async () => {
    const typed = { month: "2026-11", state: "behind", words: "Two memos came" };
    assert.equal((await sayProgress(sample.app, legal, theirs, typed)).outcome, "done");
    assert.equal((await addEvidence(sample.app, legal, theirs, { words: "The list", where: "Shared folder" })).outcome, "done");
    assert.equal((await sayProgress(sample.app, officer, theirs, typed)).outcome, "forbidden");
    assert.equal((await sayProgress(sample.app, south, theirs, typed)).outcome, "not-found");
    assert.equal((await sayProgress(sample.app, legal, theirs, { ...typed, words: "" })).outcome, "refused");
    assert.equal((await opened(legal)).names.get(keeper.account), keeper.name, "who sees no child’s worker knows who else has a part in the plan");
    const names = await sayProgress(sample.app, legal, theirs, { ...typed, words: "AB-2041 was one of them" });
    assert.ok(names.outcome === "refused" && names.refusals.map(({ field, message }) => `${field}: ${message}`).join().startsWith("sure: “AB-2041” may be a child."), "asked once, whoever has looked may say so");
    const { action, history, maySay } = actionIn(await opened(legal), theirs)!;
    assert.deepEqual([action.state, action.progress[0]?.by, action.evidence[0]?.where, history.length, maySay], ["behind", legal.account, "Shared folder", 3, true]);
  });

  it("is theirs too who does the work of an owner while they are away, and no longer", async () => {
    await sample.owner.query("insert into cover (authority, account, covered_by, from_on, until_on, made_by, made_at) values ($1, $2, $3, '2026-11-19', '2026-11-21', $2, '2026-11-18T09:00:00Z')", [NORTH.code, legal.account, chair.account]);
    assert.deepEqual([(await opened(chair)).mine.get(theirs), (await planActionsMine(sample.app, chair)).map(({ covers }) => covers)], [legal.name, [legal.name]]);
    assert.equal((await sayProgress(sample.app, chair, theirs, { month: "2026-10", state: "behind", words: "One came" })).outcome, "done");
    await sample.owner.query("update cover set ended_at = now()");
    assert.deepEqual([await sees(chair), (await sayProgress(sample.app, chair, theirs, { month: "2026-10", state: "done", words: "x" })).outcome], [false, "forbidden"]);
  });

  it("is held by the database too: only owners add, in their own name, and no line is changed or taken away", async () => {
    const added = (who: Person, made: Parameters<typeof sayProgress>[3]) => sample.store.inTransaction(who, (writer) => writer.plan.addChanges(NORTH.code, [{ item: theirs, made: { what: "progress", month: "2026-11" as never, state: "done", words: made.words } }], "2026-11-20T12:00:00.000Z"));
    const typed = { month: "2026-11", state: "done", words: "x" };
    await assert.rejects(added(officer, typed), /row-level security/);
    await assert.rejects(added(south, typed), /row-level security/);
    await assert.rejects(sample.store.inTransaction(legal, (writer) => writer.plan.addChanges(NORTH.code, [{ item: theirs, made: { what: "taken-out", why: "x" } }], "2026-11-20T12:00:00.000Z")), /row-level security/);
    const { rows } = await sample.owner.query<{ grant: string }>("select privilege_type as grant from information_schema.role_table_grants where grantee = 'permanence_app' and table_name in ('plan_change', 'regular_report_change')");
    assert.deepEqual(new Set(rows.map((row) => row.grant)), new Set(["SELECT", "INSERT"]));
  });

  it("tells whoever is late that another worded it otherwise, and keeps both", async () => {
    const { action } = actionIn(await opened(keeper), theirs)!;
    const typed = { words: "Copy every memo", owners: ["Legal services"], dueOn: "2026-12-01", shownBy: "" };
    assert.equal((await setAction(sample.app, keeper, objective, typed, { id: theirs, basedOn: action.number })).outcome, "done");
    const late = await setAction(sample.app, keeper, objective, { ...typed, words: "Copy some" }, { id: theirs, basedOn: action.number });
    assert.ok(late.outcome === "overtaken" && late.now.what === "action" && late.now.words === "Copy every memo" && late.by === "North service-manager");
    assert.deepEqual([(await opened(legal)).mine.has(theirs), actionIn(await opened(keeper), theirs)?.action.firstDueOn], [true, "2026-11-01"], "by office now");
  });

  it("takes out and puts back, writes its keeping into the audit without words, and starts from a plan only where it is empty", async () => {
    assert.equal((await takeOut(sample.app, keeper, theirs, "")).outcome, "refused");
    assert.equal((await takeOut(sample.app, keeper, theirs, "Not ours")).outcome, "done");
    assert.deepEqual([await sees(legal), (await opened(keeper)).plan.takenOut.map(({ why }) => why)], [false, ["Not ours"]]);
    assert.equal((await putBack(sample.app, keeper, theirs)).outcome, "done");
    assert.equal((await startPlan(sample.app, keeper, [0])).outcome, "refused");
    assert.equal((await startPlan(sample.app, south, [0, 3])).outcome, "done");
    assert.deepEqual([(await opened(south)).plan.objectives.length, actionsOf((await opened(south)).plan).every(({ owners }) => owners.length > 0)], [2, true]);
    const { rows } = await sample.owner.query<{ input: string }>("select input::text as input from audit where command = 'change-action-plan' and authority = $1", [NORTH.code]);
    assert.equal(rows.length, 6);
    assert.doesNotMatch(rows.map(({ input }) => input).join(), /memo|Timescales|Not ours/);
  });

  it("is a Word document with what is overdue first, owners by name and progress by month", async () => {
    const { headings, paragraphs } = readWord((await planFile(sample.app, keeper, await opened(keeper))).bytes);
    assert.deepEqual(headings.map(({ text }) => text), ["Adoption action plan", "Objective 1", "Progress by month", "November 2026", "October 2026"]);
    assert.match(paragraphs.join("\n"), /Of 2 actions, none is overdue or done[^]*Copy every memo\nLegal services\n1 December 2026\nBehind\nNovember 2026: Two memos came\nThe list \(kept in Shared folder\)[^]*North legal/);
  });
});

describe("the register of regular reports", () => {
  it("is kept by those who keep the plan, and the report made by whom it names, as they are told its figures", async () => {
    const typed = { meeting: "Permanence board", rhythm: "month", makers: ["Independent reviewing officer"], withinDays: "10" };
    assert.equal((await setRegular(sample.app, officer, typed)).outcome, "forbidden");
    const id = itemOf(await setRegular(sample.app, keeper, typed));
    const page = await openRegister(sample.app, officer);
    assert.ok("reports" in page);
    assert.deepEqual(page.reports.map(({ meeting, mayMake, due }) => [meeting, mayMake, due.map(({ period, state }) => [period, state])]), [["Permanence board", true, [["2026-10", "due"]]]]);
    assert.ok("forbidden" in (await openRegister(sample.app, clerk)));
    const decider = person(NORTH, "decision-maker");
    assert.equal((await noteMade(sample.app, decider, id, "2026-10")).outcome, "forbidden");
    await assert.rejects(sample.store.inTransaction(decider, (writer) => writer.plan.addReport(NORTH.code, id, { what: "made", period: "2026-10", on: day("2026-11-20") }, "2026-11-20T12:00:00.000Z")), /row-level security/);
    assert.equal((await noteMade(sample.app, officer, id, "2026-11")).outcome, "not-found", "the month still runs");
    assert.equal((await noteMade(sample.app, officer, id, "2026-10")).outcome, "done");
    const made = await openRegister(sample.app, keeper);
    assert.ok("reports" in made);
    assert.deepEqual(made.reports[0]?.due.map(({ state, madeBy }) => [state, madeBy]), [["made", officer.account]]);
    const file = (await performanceFile(sample.app, officer, id, "2026-10"))!;
    assert.match(readWord(file.bytes).paragraphs.join(), /As it is known on 20 November 2026/, "none was kept");
    const { headings, paragraphs } = readWord(file.bytes);
    assert.deepEqual(headings.map(({ text }) => text), ["Performance report", "The scorecard’s figures", "Standards in October 2026", "What drifts", "Actions", "From meetings", "From the action plan"]);
    assert.match(paragraphs.join("\n"), /A1: Average days[^]*No figure[^]*Of 2 actions, none is overdue or done/);
    assert.deepEqual([await performanceFile(sample.app, officer, id, "2026-11"), await performanceFile(sample.app, south, id, "2026-10"), await performanceFile(sample.app, clerk, id, "2026-10")], [undefined, undefined, undefined]);
    const again = itemOf(await setRegular(sample.app, keeper, { ...typed, meeting: "Second board" }));
    assert.equal((await makeReport(sample.app, officer, again, "2026-10")).outcome, "done");
    const later = { ...sample.app, clock: { today: () => day("2026-12-01"), now: () => "2026-12-01T09:00:00.000Z" } };
    const [own, keepers, leads] = await Promise.all([officer, keeper, person(NORTH, "practice-lead")].map((who) => performanceFile(later, who, again, "2026-10")));
    assert.match(readWord(own!.bytes).paragraphs.join(), /As it is known on 20 November 2026/);
    assert.deepEqual([own!.name, Buffer.from(keepers!.bytes).equals(own!.bytes)], ["performance-report-2026-10-2026-11-20.docx", true]);
    assert.match(readWord(leads!.bytes).paragraphs.join(), /As it is known on 1 December 2026/, "who neither makes it nor keeps the register is told as they are told");
    assert.equal((await endRegular(sample.app, keeper, again, "Done with")).outcome, "done");
    assert.equal((await endRegular(sample.app, keeper, id, "Merged with another")).outcome, "done");
    const ended = await openRegister(sample.app, keeper);
    assert.ok("reports" in ended && ended.reports[0]?.ended?.why === "Merged with another" && ended.reports[0].due.length === 1);
    assert.equal((await startRegister(sample.app, keeper)).outcome, "refused", "it has one already");
    assert.equal((await startRegister(sample.app, south)).outcome, "done");
    assert.deepEqual([(await reportsDue(sample.app, south)).map(({ meeting, period, state }) => [meeting, period, state]), await reportsDue(sample.app, keeper)], [[["Fieldwork performance meeting", "2026-10", "due"]], []], "owed from last month on, by the manager of the service");
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createTestDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import type { Role } from "../../domain/access/role.ts";
import type { Person } from "../../domain/access/viewer.ts";
import type { SampleEntry } from "../../domain/chronology/sample.ts";
import type { DecideInput } from "../../domain/commands/decide.ts";
import { day } from "../../domain/dates/day.ts";
import { addChild, makeSampleRegion, NORTH, operatorOf, personIn, SOUTH } from "../../store/sample-region.ts";
import { openStore, type Store } from "../../store/store.ts";
import { type App, makeApp } from "../app.ts";
import { openChallenges } from "../challenges/open.ts";
import { runChallenge } from "../challenges/run.ts";
import { openChild } from "../open-child.ts";
import { deskHasWork } from "../work/home.ts";
import { openWork } from "../work/open-work.ts";
import { waitingFor } from "../work/waiting.ts";
import type { ChildPage, Outcome } from "../views.ts";
import { confirmSeveral, decideForChild } from "./decide.ts";
import { lastFeedback, openDecisions } from "./open.ts";
import { countReviews, openReviews } from "./open-reviews.ts";

const today = day("2026-06-01");
const AT = `${today}T10:00:00.000Z`;
let database: TestDatabase;
let store: Store;
let app: App;
const ids = new Map<string, string>();
const someone = (account: string, role: Role): Person => ({ ...personIn(NORTH, role), account, name: account });
const decider = someone("decider", "decision-maker");
const manager = someone("manager", "team-manager");
const director = someone("director", "assistant-director");
const officer = someone("officer", "reviewing-officer");
const service = someone("service", "service-manager");

const inCare: readonly SampleEntry[] = [
  { kind: "birth", on: "2025-01-10" }, { kind: "looked-after", on: "2025-06-02" }, { kind: "legal-status", on: "2025-06-02", detail: { status: "C1" } },
  { kind: "review", on: "2025-06-27" }, { kind: "review", on: "2025-09-20" }, { kind: "primary-plan", on: "2025-09-20", detail: { plan: "ADOPTION" } },
];
const panel: readonly SampleEntry[] = [{ kind: "panel-papers", on: "2026-05-05" }, { kind: "matching-panel", on: "2026-05-19" }, { kind: "matching-panel-minutes", on: "2026-05-26" }];
const put = (on: string, detail: SampleEntry["detail"] = {}): SampleEntry => ({ kind: "match-decision", on, certainty: "provisional", detail, recordedOn: "2026-05-01" });
const reasoned = { outcome: "made", note: "They can meet all the child’s needs" } as const;
const CHILDREN: Readonly<Record<string, readonly SampleEntry[]>> = {
  "D-1": [...inCare, ...panel],
  "D-2": [...inCare, put("2026-05-20", reasoned)],
  "D-3": [...inCare, put("2026-05-21", reasoned)],
  "D-4": [...inCare, put("2026-06-20")],
  "D-5": [...inCare, { kind: "plan-decision", on: "2026-07-01", certainty: "planned", detail: { dateAgreedBy: "Both service managers and the panel adviser" } }],
  "D-6": [...inCare.slice(0, 4), { kind: "reviewing-officer-appointed", on: "2025-06-05", detail: { officer: "officer" } }],
  "D-7": inCare,
};

before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url(), { today: () => today });
  await makeSampleRegion(store);
  await store.inTransaction(operatorOf(NORTH), async (writer) => {
    for (const { account, name, role } of [decider, manager, director, officer, service]) await writer.addAccount({ account, name, role, organisation: NORTH.code, worker: null });
    for (const [localId, entries] of Object.entries(CHILDREN)) ids.set(localId, await addChild(writer, NORTH.code, localId, entries));
  });
  app = makeApp(store, { today: () => today, now: () => AT });
  await store.maintenance.rebuild(app.summarise);
});
after(async () => {
  await store.close();
  await database.drop();
});

const childOf = async (localId: string, viewer: Person = decider): Promise<ChildPage> => (await openChild(app, viewer, ids.get(localId)!))!;
const decision = (more: Partial<DecideInput> = {}): DecideInput => ({
  kind: "match-decision", entry: undefined, happenedOn: today, outcome: "made", reasons: "The family can meet the child’s needs for life", feedback: "", detail: { family: "F1" }, ...more,
});
const decide = async (localId: string, input: DecideInput, viewer: Person = decider): Promise<Outcome> =>
  decideForChild(app, viewer, ids.get(localId)!, (await childOf(localId)).version, input);
const refusals = (outcome: Outcome): readonly string[] => (outcome.outcome === "refused" ? outcome.refusals.map((r) => `${r.field}: ${r.message}`) : [outcome.outcome]);

describe("the decision-maker’s desk", () => {
  it("has the papers with their days, what others put down, and days planned with who agreed to them", async () => {
    const desk = await openDecisions(app, decider);
    const [first] = desk?.papers ?? [];
    assert.deepEqual([first?.localId, first?.kind, first?.papers.sent?.happenedOn, first?.papers.panel?.happenedOn, first?.papers.minutes?.happenedOn, first?.clock.dueOn],
      ["D-1", "match-decision", "2026-05-05", "2026-05-19", "2026-05-26", "2026-06-04"], "seven working days from the minutes");
    assert.deepEqual(desk?.toConfirm.map(({ localId, complete, outsidePanel }) => [localId, complete, outsidePanel]), [["D-2", true, true], ["D-3", true, true], ["D-4", false, true]]);
    assert.deepEqual(desk?.planned.map(({ localId, entry }) => [localId, entry.detail["dateAgreedBy"]]), [["D-5", "Both service managers and the panel adviser"]]);
  });

  it("is nobody else’s, but for a named deputy on the days of their cover", async () => {
    assert.equal(await openDecisions(app, director), undefined);
    await store.covers(decider).add({ account: decider.account, coveredBy: director.account, fromOn: today, untilOn: today }, AT);
    assert.equal((await openDecisions(app, director))?.deputyOf, "decider");
    const own = async (viewer: Person) => (await openWork(app, viewer, { page: 1, child: ids.get("D-1")! })).items.filter(({ owner }) => owner === "decision-maker").map(({ decides }) => decides);
    assert.deepEqual([await own(decider), await own(director), await own(manager)], [["match-decision"], ["match-decision"], []], "which their work leads to, in place of the page that answers");
    const words = async (viewer: Person, ...roles: Role[]) => (await waitingFor(app, viewer, roles)).map((one) => `${one.words}: ${one.path}`);
    assert.deepEqual(await words(decider, "decision-maker"), ["4 decisions wait for you: /decisions"], "three put down, and one that is due by an advisory clock");
    assert.deepEqual(await words(director, "assistant-director", "decision-maker"), ["4 decisions wait for you: /decisions"]);
    assert.deepEqual(await words(director, "assistant-director"), []);
    assert.equal((await openDecisions(app, personIn(SOUTH, "decision-maker")))?.toConfirm.length, 0, "and never another authority’s");
  });

  it("lets the decision-maker decide with reasons and feedback, both written at once", async () => {
    assert.deepEqual(refusals(await decide("D-1", decision({ outcome: "", reasons: " ", happenedOn: "2026-06-05" }))).map((r) => r.split(":")[0]), ["detail.outcome", "happenedOn"]);
    assert.deepEqual(refusals(await decide("D-1", decision({ reasons: " " }))), ["detail.note: Give the reasons for the decision. Whoever acts on it, and the child later, will ask"]);
    const done = await decide("D-1", decision({ feedback: "The support plan was a model of its kind" }));
    assert.deepEqual(done.outcome === "done" && done.entries.map((e) => [e.kind, e.recordedBy]), [["match-decision", "decider"], ["decision-feedback", "decider"]]);
    assert.deepEqual((await openDecisions(app, decider))?.papers, [], "its clock has stopped");
    assert.deepEqual((await lastFeedback(app, manager))?.map(({ localId, entry }) => [localId, entry.detail["feedback"]]), [["D-1", "The support plan was a model of its kind"]]);
  });

  it("tells anybody else whose it is, and takes the deputy’s", async () => {
    assert.match(refusals(await decide("D-4", decision(), manager)).join(), /^kind: Match decision: only the agency decision-maker, or their named deputy/);
    const { number } = (await childOf("D-4")).case.of("match-decision")[0]!;
    const more = await decide("D-4", decision({ entry: number, outcome: "more-work", reasons: "The medical advice is awaited" }), director);
    assert.deepEqual(more.outcome === "done" && more.entries.map((e) => [e.detail["outcome"], e.cause, e.supersedes, e.recordedBy]), [["more-work", "confirmed", number, "director"]]);
    const child = await childOf("D-4");
    assert.notEqual(child.stage, "matched", "more work wanted is not a decision made");
    assert.match(refusals(await decide("D-4", decision({ entry: number }))).join(), /has been corrected or withdrawn since/);
  });

  it("is kept from those who may not see the children, whatever they ask", async () => {
    const south = store.reader(personIn(SOUTH, "decision-maker"));
    assert.deepEqual(await south.decisionsAhead(NORTH.code), []);
    assert.deepEqual(await south.toldOf({ authority: NORTH.code, kinds: ["decision-feedback"] }), []);
    assert.equal((await south.reviewsDue({ authority: NORTH.code, standards: ["TC-01", "TC-02", "TC-03"], today, page: 1, pageSize: 10 })).total, 0);
    const worker = store.reader(personIn(NORTH, "social-worker"));
    assert.deepEqual((await worker.toldOf({ authority: NORTH.code, kinds: ["decision-feedback"] })).map((t) => t.localId), []);
  });

  it("confirms several as they were put down, all of them or none", async () => {
    const lines = (await openDecisions(app, decider))!.toConfirm.map(({ recordId, entry, version }) => ({ recordId, entry: entry.number, basedOn: version }));
    assert.equal((await confirmSeveral(app, manager, lines)).outcome, "refused");
    const later = await confirmSeveral(app, decider, lines.map((line, i) => (i === 0 ? { ...line, basedOn: line.basedOn - 1 } : line)));
    assert.deepEqual(later, { outcome: "overtaken", localIds: ["D-2"] });
    assert.deepEqual(await confirmSeveral(app, decider, lines), { outcome: "done", count: 2 });
    assert.deepEqual((await openDecisions(app, decider))?.toConfirm, []);
    assert.equal((await childOf("D-3")).case.of("match-decision")[0]?.certainty, "actual");
  });
});

describe("challenges and reviews", () => {
  it("are listed for the reviewing officer: their own, with the plan by the second review and what is challenged", async () => {
    const mine = await openReviews(app, officer, { mine: true, page: 1 });
    assert.deepEqual(mine?.lines.map(({ localId, officer: name, count, plan }) => [localId, name, count, plan?.state]), [["D-6", "officer", 1, "overdue"]]);
    const all = await openReviews(app, officer, { mine: false, page: 1 });
    const seventh = all?.lines.find(({ localId }) => localId === "D-7");
    assert.deepEqual([seventh?.held?.happenedOn, seventh?.plan?.state, seventh?.officer], ["2025-09-20", "met", null]);
    assert.deepEqual(await countReviews(app, officer).then(({ total, late }) => [total, late]), [1, 1]);
    assert.ok((all?.total ?? 0) > 1 && (all?.late ?? 0) > 0);
    assert.equal(await openReviews(app, personIn(NORTH, "social-worker"), { mine: true, page: 1 }), undefined);
  });

  it("go from raised to answered, further and resolved, each by whom it is for", async () => {
    const run = async (viewer: Person, command: Parameters<typeof runChallenge>[4]): Promise<Outcome> => runChallenge(app, viewer, ids.get("D-6")!, (await childOf("D-6")).version, command);
    const raise = { name: "raise-challenge", input: { about: "No plan by the second review", wanted: "A plan", level: "team-manager", answerBy: "2026-06-08" } } as const;
    assert.equal((await run(manager, raise)).outcome, "forbidden");
    const raised = await run(officer, raise);
    assert.ok(raised.outcome === "done", JSON.stringify(raised));
    const challenge = raised.entries[0]!.number;
    assert.deepEqual((await openChallenges(app, manager))?.open.map(({ localId, mine, raisedBy }) => [localId, mine, raisedBy]), [["D-6", true, "officer"]]);
    assert.equal((await openChallenges(app, director))?.open[0]?.mine, false, "those above may answer it, and it does not wait for them");
    const waits = async (viewer: Person) => (await waitingFor(app, viewer, [viewer.role])).map(({ words }) => words);
    assert.deepEqual([await waits(manager), await waits(service), await waits(personIn(SOUTH, "team-manager"))], [["1 challenge waits for your answer"], [], []]);
    assert.equal(await deskHasWork(app, service), false);
    assert.equal((await run(officer, { name: "answer-challenge", input: { challenge, answer: "Soon" } })).outcome, "forbidden");
    assert.equal((await run(manager, { name: "answer-challenge", input: { challenge, answer: "By the end of the month" } })).outcome, "done");
    assert.equal((await run(officer, { name: "escalate-challenge", input: { challenge, why: "That is too late", answerBy: "2026-06-10" } })).outcome, "done");
    assert.match(refusals(await run(manager, { name: "answer-challenge", input: { challenge, answer: "Really" } })).join(), /put to the service manager/);
    assert.deepEqual([await waits(manager), await waits(service)], [[], ["1 challenge waits for your answer"]], "gone up a rung");
    assert.equal(await deskHasWork(app, service), true, "so that they land on their desk");
    assert.equal((await run(director, { name: "answer-challenge", input: { challenge, answer: "This week" } })).outcome, "done");
    assert.equal((await run(officer, { name: "resolve-challenge", input: { challenge, how: "The plan is on record" } })).outcome, "done");
    const { open, resolved } = (await openChallenges(app, officer))!;
    assert.deepEqual([open.length, resolved.map(({ challenge: c }) => c.rungs.map((r) => r.answer?.recordedBy))], [0, [["manager", "director"]]]);
    assert.equal((await openChallenges(app, personIn(SOUTH, "reviewing-officer")))?.resolved.length, 0);
    assert.equal(await openChallenges(app, personIn(NORTH, "social-worker")), undefined);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type SampleApp, startSampleApp } from "../../../tests/support/sample-app.ts";
import type { Role } from "../../domain/access/role.ts";
import type { Person } from "../../domain/access/viewer.ts";
import type { SampleEntry } from "../../domain/chronology/sample.ts";
import { type Day, day } from "../../domain/dates/day.ts";
import { actionsIn, decidedOf, decisionsIn, isUnanswered } from "../../domain/meetings/actions.ts";
import type { SeriesDefinition } from "../../domain/meetings/meeting.ts";
import { USUAL_SERIES } from "../../domain/meetings/usual-series.ts";
import { AGENCY, drafts, NORTH, operatorOf, personIn, SOUTH, WITH_ORDER } from "../../store/sample-region.ts";
import { changeChild, type OutcomeOf } from "../change-child.ts";
import { openChild } from "../open-child.ts";
import type { ChildPage } from "../views.ts";
import { actionsMine, actionsOf, endActionOf, openAction, sayOfActionOf } from "./actions.ts";
import { openMeeting } from "./agenda.ts";
import { chaseActions } from "./chase.ts";
import { ownersOf } from "./owners.ts";
import { takeChairsAction } from "./chairs-action.ts";
import { concludeItem, openConfirm } from "./conclude.ts";
import { readMinutes } from "./minutes-read.ts";
import { answerMeetingOf, recommendedTo } from "./recommended.ts";

const person = (account: string, role: Role, name: string): Person => ({ ...personIn(NORTH, role), account: `north.${account}`, name });
const administrator = person("admin", "tracking-administrator", "Alder Lane");
const chair = person("chair", "tracking-chair", "Chair Lane");
const ash = person("ash", "social-worker", "Ash Rowan");
const birch = person("birch", "social-worker", "Birch Vale");
const gone = person("gone", "social-worker", "Gorse Down");
const cedar = person("cedar", "team-manager", "Cedar Holt");
const officer = person("officer", "reviewing-officer", "Oak Fell");
const decider = person("decider", "decision-maker", "Fern Bank");
const service = person("service", "service-manager", "Hazel Dean");
const fieldwork = person("fieldwork", "service-manager", "Elm Garth");
const finder: Person = { ...personIn(AGENCY, "agency-home-finder"), name: "Region Finder" };
const EVERYBODY = [administrator, chair, ash, birch, gone, cedar, officer, decider, service, fieldwork, finder];

const HELD_ON = day("2026-05-12");
const definition: SeriesDefinition = { ...USUAL_SERIES[0]!.definition, rhythm: { every: "never" }, members: [{ as: "chair", account: chair.account, office: "Chair" }] };
const ITEM = { ONE: "00000000-0000-4000-8000-000000000001", WALLED: "00000000-0000-4000-8000-000000000002", region: "00000000-0000-4000-8000-000000000003" } as const;
const CHILD: readonly SampleEntry[] = [
  ...WITH_ORDER, { kind: "primary-plan", on: "2025-09-02", detail: { plan: "ADOPTION" } }, { kind: "plan-decision", on: "2025-08-02", detail: { note: "A family for life" } },
  { kind: "allocated-worker", on: "2025-01-11", detail: { worker: ash.account } }, { kind: "responsible-team", on: "2025-01-11", detail: { team: "East" } },
  { kind: "reviewing-officer-appointed", on: "2025-01-12", detail: { officer: officer.account } },
];

let sample: SampleApp;
let today: Day = day("2026-05-14");
let meeting = "";
let regions = "";
let series = "";
const ids = new Map<string, string>();
const id = (localId: string): string => ids.get(localId)!;

before(async () => {
  sample = await startSampleApp(() => today, async (app, store) => {
    await store.inTransaction(operatorOf(NORTH), async (writer) => {
      for (const organisation of [NORTH, AGENCY]) await writer.addOrganisation(organisation);
      await writer.agree(AGENCY.code, NORTH.code, "placement-order", { fields: ["names"], functions: [] });
      for (const one of EVERYBODY) {
        await writer.addAccount({
          account: one.account, name: one.name, role: one.role, organisation: one.organisation.code, worker: null, team: one === ash || one === gone || one === cedar ? "East" : null,
          service: one === service ? "adoption" : one === fieldwork ? "fieldwork" : null, leftOn: one === gone ? day("2026-06-01") : null,
        });
      }
      for (const localId of ["ONE", "WALLED"]) {
        const { id: recordId } = await writer.createRecord(NORTH.code, "child", localId);
        ids.set(localId, recordId);
        const extra: readonly SampleEntry[] = localId === "WALLED" ? [{ kind: "restriction", on: "2026-01-01", detail: { why: "Safety" } }, { kind: "involvement", on: "2026-01-01", detail: { account: administrator.account, as: "named" } }] : [];
        const written = await writer.appendHistory(NORTH.code, drafts([...CHILD, ...extra]).map((draft) => ({ recordId, draft, recordedAt: `${draft.happenedOn}T09:00:00.000Z` })), cedar.account);
        await writer.writeProjections(NORTH.code, [{ recordId, type: "child", entries: written.get(recordId) ?? [] }], app.summarise);
      }
    });
    const put = async (by: Person, children: readonly (readonly [string, string])[]): Promise<string> => store.inTransaction(by, async (writer) => {
      series = await writer.meetings.addSeries(by.organisation.code, by === finder ? { ...definition, name: "Region’s meeting" } : { ...definition, members: [...definition.members, { as: "invited", account: finder.account, office: "Home finder" }] }, app.clock.now());
      const held = (await writer.meetings.addMeeting(by.organisation.code, series, HELD_ON, { state: "held" }))!;
      await writer.meetings.putItems(by.organisation.code, held, children.map(([item, localId], i) => ({
        id: item, authority: NORTH.code, recordId: id(localId), title: null, part: definition.parts[0]!.id, position: i + 1, minutes: 10, mode: "discuss", reasons: [], presenter: null, changedBy: null, why: "Told to come back",
      })));
      return held;
    });
    regions = await put(finder, [[ITEM.region, "ONE"]]);
    meeting = await put(administrator, [[ITEM.ONE, "ONE"], [ITEM.WALLED, "WALLED"]]);
  });
});
after(() => sample.stop());

/** Types in the room of a meeting, as its minute taker. */
async function type(item: string, typed: Readonly<Record<string, string>>, at = meeting, organisation = NORTH.code): Promise<void> {
  await sample.owner.query("delete from meeting_text where item = $1", [item]);
  for (const [box, text] of Object.entries(typed)) {
    await sample.owner.query("insert into meeting_text (organisation, meeting, item, box, text, revision, saved_by, saved_at) values ($1, $2, $3, $4, $5, 1, 'x', now())", [organisation, at, item, box, text]);
  }
}
const action = (line: string, but: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries({ what: "Ring the court about the date", who: ash.account, dueOn: "2026-06-01", shownBy: "The court’s letter is on file", ...but }).map(([box, text]) => [`actions/${line}/${box}`, text]));
const childOf = async (localId: string, viewer: Person = administrator): Promise<ChildPage> => (await openChild(sample.app, viewer, id(localId)))!;
const confirm = async (item: string, localId: string, viewer: Person = administrator) => concludeItem(sample.app, viewer, item, (await childOf(localId, viewer)).version);
const kinds = (outcome: OutcomeOf<{ field: string; message: string }>): readonly string[] => (outcome.outcome === "done" ? outcome.entries.map(({ kind }) => kind) : [JSON.stringify(outcome)]);
const messages = async (template?: string): Promise<readonly (readonly string[])[]> =>
  (await sample.owner.query<{ account: string; template: string }>("select account, template from message order by template, account")).rows.filter((m) => template === undefined || m.template === template).map((m) => [m.account, m.template]);

const SAID = { discussion: "No family yet. Marram is well", tellBusinessSupport: "yes", decisionRight: "no", decisionNote: "Her health has changed", "barriers/b/barrier": "health", ...action("a"), ...action("b", { who: "", whoElse: "The health visitor", what: "Weigh the child every week" }) };

describe("confirming a child of a meeting", () => {
  it("shows beforehand what is missing, at its box, and what is refused", async () => {
    await type(ITEM.ONE, { discussion: "x", ...action("a", { who: gone.account, dueOn: "2026-05-13" }) });
    const page = await openConfirm(sample.app, administrator, ITEM.ONE);
    assert.deepEqual(page?.conclusion.accepted === false && page.conclusion.refusals.map(({ field }) => field), ["actions/a/dueOn", "tellBusinessSupport"]);
    const outcome = await confirm(ITEM.ONE, "ONE");
    assert.equal(outcome.outcome, "refused");
    assert.equal(await openConfirm(sample.app, finder, ITEM.WALLED), undefined);
    assert.match(JSON.stringify(await confirm(ITEM.ONE, "ONE", ash)), /this role does not let you/);
    assert.match(JSON.stringify(await confirm(ITEM.region, "ONE")), /not-found|another organisation/);
  });

  it("writes it all in one go and tells those it concerns, once", async () => {
    await type(ITEM.ONE, SAID);
    const page = await openConfirm(sample.app, administrator, ITEM.ONE);
    assert.deepEqual(page?.told.map(({ account, template }) => `${template} ${account}`).toSorted(), [
      `action-agreed ${ash.account}`, `decision-recommended ${decider.account}`, `delay-raised ${service.account}`]);
    const outcome = await confirm(ITEM.ONE, "ONE");
    assert.deepEqual(kinds(outcome), ["tracking-meeting", "meeting-outcome", "barrier", "meeting-decision", "meeting-decision", "action-agreed", "action-agreed"]);
    assert.deepEqual(await messages(), [[ash.account, "action-agreed"], [decider.account, "decision-recommended"], [service.account, "delay-raised"]]);
    const item = await sample.app.store.reader(administrator).meetings.item(ITEM.ONE);
    assert.equal(item?.entries.length, 7);
    assert.equal(item?.concludedBy, administrator.account);
    const audit = await sample.owner.query("select command from audit where command = 'conclude-item'");
    assert.equal(audit.rowCount, 1);
  });

  it("writes nothing where nothing changed, and what changed in the place of what it was", async () => {
    assert.deepEqual(kinds(await confirm(ITEM.ONE, "ONE")), []);
    await type(ITEM.ONE, { ...SAID, ...action("a", { dueOn: "2026-06-08" }) });
    assert.deepEqual(kinds(await confirm(ITEM.ONE, "ONE")), ["action-agreed"]);
    const [own] = decidedOf((await childOf("ONE")).case, today);
    assert.deepEqual(own?.actions.map(({ dueOn }) => dueOn).toSorted(), ["2026-06-01", "2026-06-08"]);
  });

  it("is refused where the minutes are locked, and to nobody twice at once", async () => {
    const version = (await childOf("ONE")).version;
    assert.equal((await concludeItem(sample.app, administrator, ITEM.ONE, version - 1)).outcome, "overtaken");
    await sample.owner.query("update meeting set state = 'confirmed' where id = $1", [meeting]);
    assert.match(JSON.stringify(await confirm(ITEM.ONE, "ONE")), /locked/);
    await sample.owner.query("update meeting set state = 'held' where id = $1", [meeting]);
  });

  it("is refused of a meeting that too few came to, until whoever confirms says that they know", async () => {
    await type(ITEM.ONE, { ...SAID, ...action("a", { dueOn: "2026-06-08" }), discussion: "No family yet. Marram is well. And nobody came" });
    await sample.owner.query("update meeting set detail = detail || $2 where id = $1", [meeting, JSON.stringify({ attendance: { [chair.account]: { as: "apologies" } } })]);
    const refused = await confirm(ITEM.ONE, "ONE");
    assert.deepEqual(refused.outcome === "refused" && refused.refusals.map(({ field }) => field), ["few"]);
    assert.equal((await concludeItem(sample.app, administrator, ITEM.ONE, (await childOf("ONE")).version, { few: true })).outcome, "done");
    await sample.owner.query("update meeting set detail = detail - 'attendance' where id = $1", [meeting]);
    await type(ITEM.ONE, { ...SAID, ...action("a", { dueOn: "2026-06-08" }) });
    await confirm(ITEM.ONE, "ONE");
  });

  it("keeps the region’s meeting beside the authority’s, each with its own minutes", async () => {
    await type(ITEM.region, { discussion: "The region looked further", "decisions/d/sort": "decided", "decisions/d/what": "Profile the child across the region", "decisions/d/why": "No link here", ...action("r", { who: finder.account, what: "Put the profile before three families" }) }, regions, AGENCY.code);
    assert.deepEqual(kinds(await confirm(ITEM.region, "ONE", finder)), ["agency-meeting", "meeting-outcome", "meeting-decision", "action-agreed"]);
    const seen = async (viewer: Person) => decidedOf((await childOf("ONE", viewer)).case, today).map(({ of, decisions, actions }) => [of.organisation, decisions.length, actions.length]);
    assert.deepEqual((await seen(ash)).toSorted(), [["North", 2, 2], ["Sample agency", 1, 1]]);
    assert.deepEqual(await seen(finder), await seen(ash));
    const authoritys = decidedOf((await childOf("ONE", finder)).case, today).find(({ of }) => of.organisation === "North");
    assert.deepEqual([authoritys?.decisions[0]?.what === "", authoritys?.decisions[0]?.why, authoritys?.actions[0]?.who], [false, null, null], "what was decided shows, why and by whom go by the agreement");
  });
});

describe("minutes as an agency reads them", () => {
  it("hide the authority’s words that are hidden on the record, before they are confirmed and after, and none of its own", async () => {
    const said = async (item: string, at: string, viewer: Person) => new Map((await readMinutes(sample.app, viewer, at, item))!.items[0]!.written.typed);
    const authoritys = await said(ITEM.ONE, meeting, finder);
    assert.deepEqual(["discussion", "decisionNote", "actions/a/what", "actions/a/who", "barriers/b/barrier"].map((box) => authoritys.get(box)), ["Not shown to you", "Not shown to you", "Ring the court about the date", undefined, undefined]);
    assert.equal((await said(ITEM.ONE, meeting, ash)).get("discussion"), SAID.discussion);
    await sample.owner.query("update meeting_text set saved_by = $1 where item = $2", [finder.account, ITEM.region]);
    assert.equal((await said(ITEM.region, regions, finder)).get("discussion"), "The region looked further");
  });
});

describe("actions that meetings agreed", () => {
  const of = async (viewer: Person, scope: "mine" | "team" | "all", ended = false) => (await actionsOf(sample.app, viewer, { scope, ended, page: 1 })).lines.map(({ localId, action: one }) => `${localId} ${one.what}`);
  it("are their owner’s, their team’s and everyone’s who may open the child", async () => {
    assert.deepEqual(await of(ash, "mine"), ["ONE Ring the court about the date"]);
    assert.deepEqual(await of(birch, "all"), []);
    assert.deepEqual(await of(cedar, "mine"), ["ONE Weigh the child every week"], "nobody with an account does it, so it falls to the manager of the child’s team");
    assert.deepEqual((await of(cedar, "team")).length, 2);
    assert.deepEqual((await of(administrator, "all")).length, 3);
    assert.deepEqual(await of(finder, "mine"), ["ONE Put the profile before three families"]);
  });

  it("of a child behind a wall are not there and not counted for anybody else", async () => {
    await type(ITEM.WALLED, { ...SAID, ...action("a", { who: ash.account }) });
    const shut = await confirm(ITEM.WALLED, "WALLED");
    assert.match(JSON.stringify(shut), /Ash Rowan may not open this child’s record/);
    await type(ITEM.WALLED, { ...SAID, ...action("a", { who: administrator.account }), ...action("b", { who: administrator.account, what: "Ask for the health report", whoElse: "" }) });
    const told = (await messages()).length;
    assert.equal((await confirm(ITEM.WALLED, "WALLED")).outcome, "done");
    assert.deepEqual((await messages()).length - told, 2, "nobody who may not open the child is told");
    assert.deepEqual((await of(administrator, "all")).length, 5);
    const page = await actionsOf(sample.app, cedar, { scope: "all", ended: false, page: 1 });
    assert.deepEqual([page.total, page.lines.some(({ localId }) => localId === "WALLED")], [3, false]);
    assert.deepEqual((await recommendedTo(sample.app, decider, ["decision-maker"])).map(({ localId }) => localId), ["ONE"]);
    assert.equal(await openConfirm(sample.app, chair, ITEM.WALLED), undefined);
  });

  it("are closed by their owner or a manager, others being told whose they are", async () => {
    const child = await childOf("ONE", ash);
    const [mine] = await actionsMine(sample.app, ash);
    const number = mine!.action.number;
    const others = (await actionsOf(sample.app, administrator, { scope: "all", ended: false, page: 1 })).lines;
    const regional = others.find(({ owner }) => owner === finder.name)!.action.number;
    assert.match((await openAction(sample.app, ash, child, regional))?.whyNot ?? "", /whoever has it to close, or for those of Sample agency/);
    const weigh = others.find(({ action: one }) => one.whoElse !== null)!.action.number;
    assert.equal((await openAction(sample.app, ash, child, weigh))?.whyNot, null, "the child’s own worker closes what somebody without an account did");
    const end = async (viewer: Person, input: Partial<Parameters<typeof endActionOf>[4]>) => endActionOf(sample.app, viewer, id("ONE"), (await childOf("ONE", viewer)).version, { action: number, how: "done", done: "Rang on Monday", ...input });
    assert.deepEqual(await end(ash, { how: "", done: "" }).then((o) => o.outcome === "refused" && o.refusals.map(({ field }) => field)), ["how", "done"]);
    assert.deepEqual(await end(ash, { how: "passed-on", next: { who: birch.account, dueOn: "2026-06-20" } }).then((o) => o.outcome === "refused" && o.refusals.map(({ field }) => field)), ["who"], "Birch may not open the child");
    const passed = await end(ash, { how: "passed-on", next: { who: gone.account, dueOn: "2026-06-20" } });
    assert.equal(passed.outcome, "refused", "nor may somebody who does not have the child");
    const on = await end(ash, { how: "passed-on", next: { who: cedar.account, dueOn: "2026-05-25" } });
    assert.deepEqual(kinds(on), ["action-done", "action-agreed"]);
    const passedOn = (await actionsMine(sample.app, cedar)).find(({ action: one }) => one.what === "Ring the court about the date")!.action;
    assert.deepEqual([passedOn.agreedOn, passedOn.firstDueOn, passedOn.dueOn, passedOn.passedOn?.happenedOn, passedOn.passedOn?.recordedBy], [HELD_ON, "2026-06-08", "2026-05-25", "2026-05-14", ash.account]);
    assert.equal((await end(cedar, { action: passedOn.number, how: "passed-on", next: { who: ash.account, dueOn: "2026-05-01" } }).then((o) => o.outcome === "refused" && o.refusals[0]?.message))?.toString().includes("before the meeting on 12 May 2026"), true);
    const away: Person = { ...personIn(SOUTH, "social-worker"), account: "south.away", name: "Away Moor" };
    await sample.app.store.inTransaction(operatorOf(SOUTH), async (writer) => {
      await writer.addOrganisation(SOUTH);
      await writer.addAccount({ account: away.account, name: away.name, role: away.role, organisation: SOUTH.code, worker: null });
    });
    assert.deepEqual([...await ownersOf(sample.app, ash, [{ who: away.account }, { who: null }], new Map())], [[away.account, `Away Moor, ${SOUTH.name}`]]);
    assert.deepEqual(await messages("action-passed-on"), [[cedar.account, "action-passed-on"]]);
    assert.equal((await end(cedar, { action: weigh, how: "overtaken", done: "The child has moved" })).outcome, "done");
    assert.match(JSON.stringify(await end(cedar, { action: weigh })), /This action ended on 14 May 2026/);
    assert.deepEqual((await of(administrator, "all", true)).length, 2);
  });

  it("are chased on the rhythm of the series and taken further once", async () => {
    const late = async (): Promise<number> => (await messages("action-late")).filter(([account]) => account === cedar.account).length;
    today = day("2026-05-24");
    await chaseActions(sample.app);
    assert.ok((await messages("action-due")).some(([account]) => account === cedar.account));
    today = day("2026-05-26");
    await chaseActions(sample.app);
    await chaseActions(sample.app);
    assert.equal(await late(), 1);
    today = day("2026-07-20");
    await chaseActions(sample.app);
    await chaseActions(sample.app);
    assert.equal(await late(), 2);
    const c = (await childOf("ONE")).case;
    assert.deepEqual(c.of("action-escalated").map(({ detail }) => detail["to"]), [fieldwork.account], "to a service manager where the owner manages the team; of the agency’s own there is nobody above");
    assert.deepEqual((await messages("action-escalated")).map(([account]) => account), [fieldwork.account]);
  });

  it("say what is in the way and what is to happen: on the desk of whoever it was taken to, and on the next agenda", async () => {
    const escalated = actionsIn((await childOf("ONE")).case, today).find((one) => one.escalated !== null)!;
    const say = async (viewer: Person, about: string, said: string) => sayOfActionOf(sample.app, viewer, id("ONE"), (await childOf("ONE", viewer)).version, { action: escalated.number, about, said });
    const says = async (viewer: Person) => (await openAction(sample.app, viewer, await childOf("ONE", viewer), escalated.number))?.says;
    assert.deepEqual([await says(cedar), await says(fieldwork), await says(ash)], [["in-the-way"], ["in-the-way", "to-happen"], []]);
    const waiting = (await actionsMine(sample.app, fieldwork)).find(({ asksViewer }) => asksViewer);
    assert.equal(waiting?.action.number, escalated.number);
    assert.match(JSON.stringify(await say(cedar, "to-happen", "Nothing")), /whoever it was taken further to/);
    assert.equal((await say(cedar, "in-the-way", "The court does not answer")).outcome, "done");
    assert.equal((await say(fieldwork, "to-happen", "Hazel rings the court")).outcome, "done");
    assert.deepEqual([await messages("action-in-the-way"), await messages("action-to-happen")], [[[fieldwork.account, "action-in-the-way"]], [[cedar.account, "action-to-happen"]]]);
    assert.deepEqual((await actionsMine(sample.app, fieldwork)).filter(({ asksViewer }) => asksViewer), []);
    const page = (await openMeeting(sample.app, administrator, meeting))!;
    const item = page.parts.flatMap(({ items }) => items).find(({ localId }) => localId === "ONE")!;
    assert.match(item.said.join(), /“Ring the court about the date”, due 25 May 2026\. What is in the way, said on 20 July 2026: The court does not answer\. What is to happen with it, said on 20 July 2026: Hazel rings the court/);
    const minutes = (await readMinutes(sample.app, administrator, meeting))!.items.find(({ row }) => row.id === ITEM.ONE)!;
    assert.equal(actionsIn(minutes.case!, today).find(({ number }) => number === escalated.number)?.said.length, 2);
  });
});

describe("what a meeting recommends", () => {
  it("is answered by whoever decides it, and by nobody else", async () => {
    const [waiting] = await recommendedTo(sample.app, decider, ["decision-maker"]);
    const answer = async (viewer: Person) => answerMeetingOf(sample.app, viewer, id("ONE"), (await childOf("ONE", viewer)).version, { decision: waiting!.decision.number, agreed: "no", answer: "The health advice is awaited" });
    assert.match(JSON.stringify(await answer(officer)), /put to the agency decision-maker/);
    assert.deepEqual(kinds(await answer(decider)), ["meeting-decision-answered"]);
    assert.deepEqual(await recommendedTo(sample.app, decider, ["decision-maker"]), []);
    assert.deepEqual(await messages("decision-answered"), [[administrator.account, "decision-answered"]]);
    assert.deepEqual((await childOf("ONE")).case.of("plan-decision-reversed"), [], "an answer is not the decision");
    const delay = async () => decisionsIn((await childOf("ONE")).case).find(({ sort }) => sort === "delay")!;
    const own = async (agreed: string) => answerMeetingOf(sample.app, service, id("ONE"), (await childOf("ONE", service)).version, { decision: (await delay()).number, agreed, answer: "It is for fieldwork" });
    assert.deepEqual(kinds(await own("no")), ["meeting-decision-answered"]);
    assert.deepEqual([isUnanswered(await delay()), await messages("delay-given-back")], [true, [[administrator.account, "delay-given-back"]]]);
    assert.deepEqual(kinds(await own("yes")), ["meeting-decision-answered"]);
    assert.deepEqual([isUnanswered(await delay()), (await messages("decision-answered")).length], [false, 2]);
  });
});

describe("chair’s action between meetings", () => {
  const typed = { discussion: "A family came forward on Friday", "decisions/1/sort": "decided", "decisions/1/what": "Go on with the link at once", "decisions/1/why": "They cannot wait for the meeting", ...action("1", { dueOn: "2026-07-30", what: "Arrange the linking meeting" }) };
  it("is the chair’s, is written as such and goes on the next agenda", async () => {
    const next = await sample.app.store.inTransaction(administrator, (writer) => writer.meetings.addMeeting(NORTH.code, series, day("2026-08-11")));
    const take = async (viewer: Person) => takeChairsAction(sample.app, viewer, id("ONE"), (await childOf("ONE", viewer)).version, { series, typed: new Map(Object.entries(typed)) });
    assert.match(JSON.stringify(await take(administrator)), /Chair’s action is the chair’s own/);
    assert.deepEqual(kinds(await take(chair)), ["meeting-outcome", "meeting-decision", "action-agreed"]);
    const [decided] = decidedOf((await childOf("ONE")).case, today);
    assert.equal(decided?.isChairsAction, true);
    const [item] = await sample.app.store.reader(administrator).meetings.items(next!);
    assert.deepEqual([item?.recordId, item?.mode, item?.why], [id("ONE"), "note", "Chair’s action of 20 July 2026"]);
  });
  it("cannot be undone by writing entries past the command", async () => {
    const outcome = await changeChild(sample.app, ash, id("ONE"), 0, "chairs-action", () => ({ accepted: true, drafts: [] }));
    assert.equal(outcome.outcome, "forbidden");
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type SampleApp, startSampleApp } from "../../../tests/support/sample-app.ts";
import type { Role } from "../../domain/access/role.ts";
import type { Organisation, Person } from "../../domain/access/viewer.ts";
import type { SampleEntry } from "../../domain/chronology/sample.ts";
import { type Day, day } from "../../domain/dates/day.ts";
import { usualRules } from "../../domain/meetings/agenda-rule.ts";
import type { SeriesDefinition } from "../../domain/meetings/meeting.ts";
import { USUAL_SERIES } from "../../domain/meetings/usual-series.ts";
import { loadAgendaRules } from "../../reference/agenda.ts";
import { AGENCY, drafts, NORTH, operatorOf, personIn } from "../../store/sample-region.ts";
import { openMeeting } from "./agenda.ts";
import type { MeetingPage } from "./agenda-views.ts";
import { buildAgendaOf, keepBuilding } from "./build-agenda.ts";
import { type AgendaEdit, editAgenda } from "./change-agenda.ts";
import { sendAgenda } from "./send-agenda.ts";

const person = (account: string, role: Role, name: string, organisation: Organisation = NORTH): Person => ({ ...personIn(organisation, role), account, name });
const administrator = person("north.admin", "tracking-administrator", "Alder Lane");
const second = person("north.second", "team-manager", "Beech Row");
const ash = person("north.ash", "social-worker", "Ash Rowan");
const finder = person("agency.finder", "agency-home-finder", "Fir Grove", AGENCY);
const PEOPLE = [administrator, second, ash, finder];

const HELD_ON = day("2026-12-01");
const definitionOf = (id: string, members: readonly Person[]): SeriesDefinition => {
  const usual = USUAL_SERIES.find((one) => one.id === id)!.definition;
  return { ...usual, rhythm: { every: "never" }, rules: usualRules(loadAgendaRules(), usual.parts).filter(({ rule }) => rule !== "something-late"), members: members.map(({ account }) => ({ as: "member", account, office: "Member" })) };
};
const CARE: readonly SampleEntry[] = [{ kind: "birth", on: "2020-05-04" }, { kind: "particulars", on: "2020-05-04", detail: { givenName: "Marram", familyName: "Thrift" } }, { kind: "responsible-team", on: "2025-01-06", detail: { team: "East" } }];
const CHILDREN: Readonly<Record<string, readonly SampleEntry[]>> = {
  // Sisters: one new in care, one with a placement order for a year.
  NEW: [{ kind: "looked-after", on: "2026-11-02" }, { kind: "allocated-worker", on: "2026-11-02", detail: { worker: "north.ash" } }],
  ORDER: [{ kind: "looked-after", on: "2025-01-06" }, { kind: "tracking-meeting", on: "2025-02-03" }, { kind: "placement-order", on: "2025-11-03" }, { kind: "tracking-meeting", on: "2025-11-10" }],
  TWENTY: [{ kind: "looked-after", on: "2026-06-01" }, { kind: "legal-status", on: "2026-06-01", detail: { status: "V2" } }, { kind: "tracking-meeting", on: "2026-06-09" }, { kind: "barrier", on: "2026-07-01", detail: { barrier: "court" } }],
  LATER: [{ kind: "looked-after", on: "2025-01-06" }, { kind: "legal-status", on: "2025-01-06", detail: { status: "C2" } }, { kind: "visit", on: "2026-11-10" }, { kind: "review", on: "2025-02-03" }, { kind: "review", on: "2025-05-01" }, { kind: "review", on: "2025-10-30" }, { kind: "review", on: "2026-04-29" }, { kind: "review", on: "2026-10-28" }, { kind: "tracking-meeting", on: "2025-02-03" }],
  HOME: [{ kind: "looked-after", on: "2025-01-06", until: "2025-03-03" }],
  WALLED: [{ kind: "looked-after", on: "2026-11-02" }, { kind: "restriction", on: "2026-11-03", detail: { why: "At risk" } }],
};

let sample: SampleApp;
let today: Day = day("2026-11-16");
let [meeting, region] = ["", ""];
const ids = new Map<string, string>();

async function write(localId: string, added: readonly SampleEntry[]): Promise<void> {
  const { app } = sample;
  await app.store.inTransaction(operatorOf(NORTH), async (writer) => {
    const recordId = ids.get(localId)!;
    await writer.appendEntries(NORTH.code, new Map([[recordId, drafts(added)]]), app.clock.now());
    const record = (await writer.getRecord(recordId))!;
    await writer.writeProjections(NORTH.code, [{ recordId, type: record.type, entries: await writer.entriesOf(recordId) }], app.summarise);
  });
}

before(async () => {
  sample = await startSampleApp(() => today, async (app, store) => {
    await store.inTransaction(operatorOf(NORTH), async (writer) => {
      for (const organisation of [NORTH, AGENCY]) await writer.addOrganisation(organisation);
      await writer.agree(AGENCY.code, NORTH.code, "placement-order");
      for (const { account, name, role, organisation } of PEOPLE) await writer.addAccount({ account, name, role, organisation: organisation.code, worker: null, team: role === "team-manager" ? "East" : null });
      for (const [localId, entries] of Object.entries(CHILDREN)) {
        const { id } = await writer.createRecord(NORTH.code, "child", localId);
        ids.set(localId, id);
        const written = await writer.appendHistory(NORTH.code, drafts([...CARE, ...entries]).map((draft) => ({ recordId: id, draft, recordedAt: `${draft.happenedOn}T09:00:00.000Z` })), administrator.account);
        await writer.writeProjections(NORTH.code, [{ recordId: id, type: "child", entries: written.get(id) ?? [] }], app.summarise);
      }
      const group = await writer.createRecord(NORTH.code, "sibling-group", "G1");
      const members = ["NEW", "ORDER"].map((localId): SampleEntry => ({ kind: "sibling-membership", on: "2025-01-06", detail: { child: ids.get(localId)! } }));
      await writer.appendEntries(NORTH.code, new Map([[group.id, drafts(members)]]), app.clock.now());
      await writer.writeProjections(NORTH.code, [{ recordId: group.id, type: "sibling-group", entries: await writer.entriesOf(group.id) }], app.summarise);
    });
    const plan = (viewer: Person, series: SeriesDefinition, on: Day): Promise<string> => store.inTransaction(viewer, async (writer) => {
      const id = await writer.meetings.addSeries(viewer.organisation.code, series, app.clock.now());
      return (await writer.meetings.addMeeting(viewer.organisation.code, id, on))!;
    });
    meeting = await plan(administrator, definitionOf("permanence", [administrator, second, ash, finder]), HELD_ON);
    region = await plan(finder, definitionOf("region", [finder]), HELD_ON);
  });
});
after(() => sample.stop());

const page = async (viewer: Person = administrator, id: string = meeting): Promise<MeetingPage> => (await openMeeting(sample.app, viewer, id))!;
const told = ({ parts }: MeetingPage): string[] => parts.flatMap(({ id, items }) => items.map(({ localId, title, reasons }) => `${id} ${localId ?? title}: ${reasons.map(({ rule }) => rule).join(" ")}`));
const itemOf = async (localId: string): Promise<string> => (await page()).parts.flatMap(({ items }) => items).find((item) => item.localId === localId)!.id;
const edit = (change: AgendaEdit, viewer: Person = administrator) => editAgenda(sample.app, viewer, meeting, change);
const messages = async (template: string) => (await sample.owner.query<{ account: string; path: string; detail: unknown }>("select account, path, detail from message where template = $1 order by account", [template])).rows;

describe("an agenda", () => {
  it("is not built before its day, and then by the program for everybody; nobody sees a child whom they may not open", async () => {
    await keepBuilding(sample.app);
    assert.equal((await page()).meeting.agendaBuiltAt, null);
    today = day("2026-11-20");
    await keepBuilding(sample.app);
    assert.deepEqual(told(await page()), [
      "drift NEW: first-consideration", "drift ORDER: order-not-placed on-adoption-tracker", "drift TWENTY: barrier-open section-20",
    ]);
    assert.deepEqual(told(await page(ash)), ["drift NEW: first-consideration"]);
    assert.deepEqual((await page(finder)).parts.flatMap(({ items }) => items.map(({ localId }) => localId)), ["ORDER"], "the agency sees of the authority’s meeting the child shared with it");
    assert.equal(await openMeeting(sample.app, { ...ash, account: "south.x", organisation: { ...NORTH, code: "E09000902" } }, meeting), undefined);
    const [child] = (await page()).parts[2]!.items;
    assert.deepEqual([child?.siblings, child?.presenters, child?.must, child?.name], [["ORDER"], ["Ash Rowan", "Beech Row"], true, null]);
    assert.match(child!.reasons[0]!.because, /“Looked after” since 2 November 2026, and no meeting has considered the child since\. That is due by 28 December 2026, and no later meeting/);
  });

  it("of an agency’s meeting has the children shared with it alone, without what the agreement hides", async () => {
    const built = await buildAgendaOf(sample.app, finder, region);
    assert.deepEqual(built.outcome, "built");
    assert.deepEqual((await page(finder, region)).parts.flatMap(({ items }) => items.map(({ localId }) => localId)), ["ORDER"]);
    assert.equal(await openMeeting(sample.app, administrator, region), undefined);
    assert.deepEqual(await buildAgendaOf(sample.app, finder, meeting), { outcome: "not-found" });
    assert.deepEqual(await buildAgendaOf(sample.app, ash, meeting), { outcome: "not-found" });
  });

  it("does not tell an agency of barriers that are not shared with it", async () => {
    await write("ORDER", [{ kind: "barrier", on: "2026-11-01", detail: { barrier: "behaviour" } }]);
    await buildAgendaOf(sample.app, administrator, meeting);
    const rules = async (viewer: Person) => (await page(viewer)).parts.flatMap(({ items }) => items).find(({ localId }) => localId === "ORDER")?.reasons.map(({ rule }) => rule).includes("barrier-open");
    assert.deepEqual([await rules(administrator), await rules(finder)], [true, true]);
    await sample.owner.query("update agreement set fields = array_remove(fields, 'barriers')");
    assert.deepEqual([await rules(administrator), await rules(finder)], [true, false]);
  });

  it("keeps what is done by hand when it is built anew, and says what changed since", async () => {
    const refused = await edit({ op: "mode", item: await itemOf("TWENTY"), mode: "deferred", why: " " });
    assert.deepEqual(refused.outcome === "refused" && refused.message, "Say why it is put off to another meeting");
    assert.equal((await edit({ op: "mode", item: await itemOf("TWENTY"), mode: "deferred", why: "Worker on leave" })).outcome, "done");
    assert.equal((await edit({ op: "minutes", item: await itemOf("NEW"), minutes: "15" })).outcome, "done");
    assert.equal((await edit({ op: "move", item: await itemOf("NEW"), part: "adoption", index: null }, second)).outcome, "done");
    assert.equal((await edit({ op: "add-business", title: "Terms of reference", part: "plans", minutes: "5" })).outcome, "done");
    const add: AgendaEdit = { op: "add-child", recordId: ids.get("LATER")!, part: "plans", minutes: "6", why: "Asked for by the reviewing officer" };
    assert.deepEqual((await edit({ ...add, why: "" })).outcome, "refused");
    assert.equal((await edit(add)).outcome, "done");
    const again = await edit(add);
    assert.equal(again.outcome === "refused" && again.message, "LATER is on the agenda already");
    assert.equal((await edit({ ...add, recordId: ids.get("WALLED")! })).outcome, "refused");
    await write("TWENTY", [{ kind: "plan-decision", on: "2026-11-19" }]);
    await write("HOME", [{ kind: "looked-after", on: "2026-11-17" }]);
    const built = await buildAgendaOf(sample.app, second, meeting);
    assert.equal(built.outcome, "built");
    const now = await page();
    assert.deepEqual(told(now).map((line) => line.split(":")[0]), ["adoption NEW", "adoption ORDER", "plans Terms of reference", "plans HOME", "plans LATER"]);
    assert.deepEqual(now.deferred.map(({ localId, why, changedByName, reasons }) => [localId, why, changedByName, reasons.some(({ rule }) => rule === "decision-since")]), [["TWENTY", "Worker on leave", "Alder Lane", true]]);
    assert.deepEqual([now.changes.added, now.changes.changed].map((items) => items.map(({ localId }) => localId)), [["HOME"], ["TWENTY"]]);
    assert.equal(now.parts[0]!.items.find(({ localId }) => localId === "NEW")?.minutes, 15);
  });

  it("says what does not fit, and accepts what is proposed", async () => {
    assert.equal((await edit({ op: "part-minutes", part: "adoption", minutes: "10" })).outcome, "done");
    const { fit } = (await page()).parts[0]!;
    assert.deepEqual([fit.minutes, fit.proposals.length, fit.mustTake > fit.minutes], [10, 0, true], "a child who must be considered is put off by nobody, nor is her sister");
    assert.equal((await edit({ op: "part-minutes", part: "plans", minutes: "5" })).outcome, "done");
    assert.equal((await edit({ op: "accept", part: "plans", item: null })).outcome, "refused", "what people put there is not proposed to go");
  });

  it("is sent once, to everybody asked to come, with no child in the message; whoever sends it after another is told", async () => {
    assert.deepEqual(await sendAgenda(sample.app, ash, meeting, null), { outcome: "not-found" });
    const asked = await sendAgenda(sample.app, administrator, meeting, null);
    assert.deepEqual(asked.outcome === "does-not-fit" && asked.parts.map(({ name, over }) => [name, over > 0]), [["Adoption tracking", true], ["Plans for long-term fostering and residential care", true]]);
    assert.deepEqual(await messages("agenda-sent"), [], "asked once more first");
    assert.deepEqual((await Promise.all([sendAgenda(sample.app, administrator, meeting, null, true), sendAgenda(sample.app, second, meeting, null, true)])).map(({ outcome }) => outcome).toSorted(), ["already", "sent"]);
    const sent = await messages("agenda-sent");
    assert.deepEqual(sent.map(({ account, path }) => [account, path]), [finder, administrator, ash, second].map(({ account }) => [account, `/meetings/${meeting}`]));
    assert.doesNotMatch(JSON.stringify(sent), /NEW|ORDER|TWENTY|Marram|Thrift/);
    const now = await page();
    assert.deepEqual([now.meeting.state, now.cannotShow], ["agenda-sent", false]);
    assert.equal((await sendAgenda(sample.app, administrator, meeting, now.meeting.agendaSentAt, true)).outcome, "sent", "again, once it is known that it went");
  });

  it("after it went says that something can no longer be shown, and takes a child off for safety without saying which", async () => {
    await write("HOME", [{ kind: "restriction", on: "2026-11-20", detail: { why: "Found by somebody" } }]);
    const now = await page();
    assert.deepEqual([now.cannotShow, told(now).some((line) => line.includes("HOME"))], [true, false]);
    assert.deepEqual([(await page(ash)).cannotShow, (await page(finder)).cannotShow], [false, false]);
    const later = (await page()).parts.flatMap(({ items }) => items).find(({ localId }) => localId === "LATER");
    for (const why of [" ", later!.why!]) assert.match(JSON.stringify(await edit({ op: "mode", item: later!.id, mode: "removed", why })), /"field":"why-off-.*Say why it is taken off/, "what was said of the item before is no reason");
    assert.equal((await edit({ op: "mode", item: await itemOf("LATER"), mode: "removed", why: "Safety plan" })).outcome, "done");
    const papers = await messages("agenda-changed");
    assert.deepEqual(papers.map(({ account }) => account), [finder, administrator, ash, second].map(({ account }) => account));
    assert.doesNotMatch(JSON.stringify(papers), /LATER|Safety/);
    const after = await page();
    assert.deepEqual([after.removed.map(({ localId, why }) => [localId, why]), (await page(ash)).removed], [[["LATER", "Safety plan"]], []]);

    const { series } = after;
    const soon = await sample.store.inTransaction(administrator, async (writer) => (await writer.meetings.addMeeting(NORTH.code, series.id, day("2026-12-08")))!);
    const add: AgendaEdit = { op: "add-child", recordId: ids.get("LATER")!, part: "plans", minutes: "6", why: "Asked for" };
    for (const on of [soon, meeting]) {
      const stopped = await editAgenda(sample.app, second, on, add);
      assert.match(stopped.outcome === "refused" ? `${stopped.field} ${stopped.message}` : "", /^add-knowing LATER was taken off the meeting of 1 December 2026 for safety by Alder Lane: “Safety plan”/);
    }
    assert.deepEqual(await editAgenda(sample.app, second, soon, { ...add, knowing: true }), { outcome: "done" }, "and is, once somebody says that they know");
  });

  it("keeps a child taken off for safety off what is built already and off the next, with a warning, until somebody says otherwise", async () => {
    const { series } = await page();
    const add = (on: string): Promise<string> => sample.store.inTransaction(administrator, async (writer) => (await writer.meetings.addMeeting(NORTH.code, series.id, day(on)))!);
    const [third, fourth] = [await add("2026-12-15"), await add("2026-12-22")];
    const how = async (on: string) => {
      const { parts, removed } = (await openMeeting(sample.app, administrator, on))!;
      return [...parts.flatMap(({ items }) => items), ...removed].filter(({ localId }) => localId === "ORDER").map(({ mode, why, changedByName }) => [mode, why, changedByName]);
    };
    assert.equal((await buildAgendaOf(sample.app, administrator, third)).outcome, "built");
    assert.deepEqual(await how(third), [["discuss", null, null]]);
    assert.deepEqual(await edit({ op: "mode", item: await itemOf("ORDER"), mode: "removed", why: "Found by somebody" }), { outcome: "done" });
    const off = [["removed", "Kept off: taken off the meeting of 1 December 2026 for safety. Found by somebody", "Alder Lane"]];
    assert.deepEqual(await how(third), off, "at once, where it is built already");
    await buildAgendaOf(sample.app, operatorOf(NORTH), fourth);
    assert.deepEqual((await how(fourth)).flat()[1], "Kept off: taken off the meeting of 15 December 2026 for safety. Found by somebody");
    const removed = (await openMeeting(sample.app, administrator, fourth))!.removed.find(({ localId }) => localId === "ORDER")!;
    assert.deepEqual(await editAgenda(sample.app, administrator, fourth, { op: "mode", item: removed.id, mode: "discuss", why: "" }), { outcome: "done" });
    await buildAgendaOf(sample.app, administrator, fourth);
    assert.deepEqual(await how(fourth), [["discuss", null, "Alder Lane"]]);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Sat, sitDown } from "../../../tests/support/meeting-room.ts";
import { type SampleApp, startSampleApp } from "../../../tests/support/sample-app.ts";
import { day } from "../../domain/dates/day.ts";
import type { Role } from "../../domain/access/role.ts";
import { openStore } from "../../store/store.ts";
import { addChild, IN_CARE, NORTH, operatorOf, personIn, SOUTH, WITH_ORDER } from "../../store/sample-region.ts";
import { changeFor, changedBy, type Changed, EVERYTHING, NOTHING } from "./room-live.ts";
import { childRecord } from "./word-files.ts";
import { openConfirm } from "./conclude.ts";
import { openMinutes } from "./minutes-page.ts";
import { updateOf } from "./updates.ts";
import { closeRoom, comment, moveThePen, moveTo, openRoom, roomOf, saveBox, settleBeside, takenOff, TOO_EARLY, typedOf, unopenRoom } from "./room.ts";

const TODAY = day("2026-06-10");
const chair = personIn(NORTH, "tracking-chair");
const minutes = personIn(NORTH, "tracking-administrator");
const worker = personIn(NORTH, "social-worker");
const outsider = personIn(SOUTH, "team-manager");
let sample: SampleApp;
let now = Date.parse("2026-06-10T09:30:00.000Z");
let sat: Sat;
let planned: Sat;

before(async () => {
  const children: string[] = [];
  sample = await startSampleApp(TODAY, async (_app, store) => {
    await store.inTransaction(operatorOf(SOUTH), async (writer) => {
      await writer.addOrganisation(SOUTH);
      await writer.addAccount({ ...outsider, organisation: SOUTH.code, worker: null });
    });
    await store.inTransaction(operatorOf(NORTH), async (writer) => {
      await writer.addOrganisation(NORTH);
      for (const role of ["tracking-chair", "tracking-administrator", "social-worker"] satisfies Role[]) {
        const { account } = personIn(NORTH, role);
        await writer.addAccount({ account, name: `Somebody, ${role}`, role, organisation: NORTH.code, worker: role === "social-worker" ? "SW1" : null });
      }
      children.push(await addChild(writer, NORTH.code, "N1", [...WITH_ORDER, { kind: "tracking-meeting", on: "2025-09-16" }, { kind: "tracking-meeting", on: "2025-10-13" }, { kind: "allocated-worker", on: "2025-01-10", detail: { worker: "SW1" } }]), await addChild(writer, NORTH.code, "N2", IN_CARE));
    });
  }, () => new Date(now).toISOString());
  sat = await sitDown(sample.app, minutes, TODAY, children, []);
  planned = await sitDown(sample.app, minutes, day("2026-06-24"), children, [{ as: "chair", account: chair.account, office: "Chair" }], "agenda-sent");
});
after(() => sample.stop());

const item = (): string => sat.items[0]!;
const save = (who: typeof chair, box: string, text: string, basedOn: number, from?: { window: string; nth: number }) => saveBox(sample.app, who, item(), box, text, basedOn, from);
const text = async (box: string): Promise<string | undefined> => (await typedOf(sample.app, chair, item())).get(box)?.text;
const besides = async (who = chair) => (await roomOf(sample.app, who, sat.meeting, item()))!.shown!.beside;

describe("what is typed in the room", () => {
  it("is saved by the pen holder, once for the same words, and refused of a box or a choice that there is not", async () => {
    const first = await save(minutes, "discussion", "Two families\r\nasked", 0);
    assert.deepEqual(first, { outcome: "saved", revision: 1, at: new Date(now).toISOString() });
    assert.deepEqual(await save(minutes, "discussion", "Two families\nasked", 0), first, "sent again, it is one");
    assert.equal((await save(minutes, "discussion", "Two families asked", 1))?.outcome, "saved");
    assert.deepEqual((await typedOf(sample.app, chair, item())).get("discussion"), { text: "Two families asked", revision: 2, savedBy: minutes.account, savedAt: new Date(now).toISOString() });
    for (const [box, words] of [["other-thing", "x"], ["classification", "no such"], ["planRight", "perhaps"], ["discussion", "x".repeat(20_001)]] as const) assert.equal((await save(minutes, box, words, 0))?.outcome, "refused", box);
    assert.equal(await save(outsider, "discussion", "x", 0), undefined, "another council’s meeting is not there");
  });

  it("offers as whoever is to act those alone who may open the child", async () => {
    const who = async (n: number) => (await roomOf(sample.app, minutes, sat.meeting, sat.items[n]!))!.people.map(({ account }) => account.split(".")[1]);
    assert.deepEqual(await who(0), ["social-worker", "tracking-administrator", "tracking-chair"]);
    assert.deepEqual(await who(1), ["tracking-administrator", "tracking-chair"], "the worker has the first child, and not the second");
  });

  it("goes on from one window though an answer was lost, and never back to what was sent before", async () => {
    const window = "w-1";
    await save(minutes, "steps", "Asked", 0, { window, nth: 1 });
    assert.deepEqual(await save(minutes, "steps", "Asked two", 0, { window, nth: 3 }), { outcome: "saved", revision: 2, at: new Date(now).toISOString() });
    await save(minutes, "steps", "Asked t", 0, { window, nth: 2 });
    assert.equal(await text("steps"), "Asked two", "what was sent earlier and came later changes nothing");
  });

  it("of two who typed at the same time is kept twice, shown to both, and chosen by the pen holder", async () => {
    await save(minutes, "drift", "None so far", 0, { window: "desk", nth: 1 });
    const second = await save(minutes, "drift", "Panel is late", 0, { window: "laptop", nth: 1 });
    assert.deepEqual(second?.outcome === "beside" && [second.because, second.now], ["same-time", { text: "None so far", revision: 1, by: "Somebody, tracking-administrator" }]);
    await save(minutes, "drift", "Panel is late again", 0, { window: "laptop", nth: 2 });
    assert.deepEqual((await besides()).map(({ box, text: words, because }) => [box, words, because]), [["drift", "Panel is late again", "same-time"]], "one text a window, however often it is sent");
    const [kept] = await besides();
    assert.ok("refused" in (await settleBeside(sample.app, chair, item(), kept!.id, "taken"))!, "not without the pen");
    assert.deepEqual(await settleBeside(sample.app, minutes, item(), kept!.id, "joined"), { done: true });
    assert.deepEqual([await text("drift"), await besides()], ["None so far\nPanel is late again", []]);
    assert.ok("refused" in (await settleBeside(sample.app, minutes, item(), kept!.id, "taken"))!, "chosen already");
  });

  it("without the pen is a suggestion, taken into the box with what it replaces kept, and lost to nobody who may see the child", async () => {
    const suggested = await save(worker, "discussion", "Three families asked", 2, { window: "phone", nth: 1 });
    assert.equal(suggested?.outcome === "beside" && suggested.because, "without-pen");
    await save(worker, "timescales", "Begun", 0, { window: "phone", nth: 2 });
    await save(worker, "timescales", "", 0, { window: "phone", nth: 3 });
    assert.deepEqual((await besides(worker)).map(({ text: words, isOwn }) => [words, isOwn]), [["Three families asked", true]], "what was taken back is not suggested");
    await settleBeside(sample.app, minutes, item(), (await besides())[0]!.id, "taken");
    assert.equal(await text("discussion"), "Three families asked");
    const { rows } = await sample.owner.query("select text, settled_as from meeting_text_beside where box = 'discussion' order by settled_as");
    assert.deepEqual(rows, [{ text: "Two families asked", settled_as: "left" }, { text: "Three families asked", settled_as: "taken" }]);
    assert.equal(await saveBox(sample.app, worker, sat.items[1]!, "discussion", "x", 0), undefined, "a child who is not theirs is not there");
  });

  it("is commented on by whoever follows", async () => {
    assert.deepEqual(await comment(sample.app, worker, item(), " The carers agree. "), { done: true });
    assert.ok("refused" in (await comment(sample.app, worker, item(), " "))!);
    assert.equal(await comment(sample.app, worker, sat.items[1]!, "x"), undefined);
    assert.deepEqual((await roomOf(sample.app, chair, sat.meeting, item()))!.shown!.comments.map(({ text: words, by }) => [words, by]), [["The carers agree.", "Somebody, social-worker"]]);
  });
});

describe("the pen", () => {
  it("is offered and accepted, not seized from somebody who is here, and taken once they are gone two minutes", async () => {
    await roomOf(sample.app, minutes, sat.meeting);
    assert.ok("refused" in (await moveThePen(sample.app, chair, sat.meeting, "take"))!);
    assert.ok("refused" in (await moveThePen(sample.app, minutes, sat.meeting, "offer", worker.account))!, "whoever may not hold the meeting cannot write its minutes");
    assert.ok("refused" in (await moveThePen(sample.app, worker, sat.meeting, "take"))!);
    assert.deepEqual(await moveThePen(sample.app, minutes, sat.meeting, "offer", chair.account), { done: true });
    assert.equal((await roomOf(sample.app, chair, sat.meeting))!.pen.isOfferedToMe, true);
    assert.deepEqual(await moveThePen(sample.app, chair, sat.meeting, "accept"), { done: true });
    assert.equal((await save(minutes, "other", "Late words", 0, { window: "desk", nth: 9 }))?.outcome, "beside", "typed while it was handed on: kept");
    now += 110_000;
    assert.ok("refused" in (await moveThePen(sample.app, minutes, sat.meeting, "take"))!);
    now += 20_000;
    assert.deepEqual(await moveThePen(sample.app, minutes, sat.meeting, "take"), { done: true });
    const [kept] = await besides();
    assert.equal((await save(minutes, "other", "Late words, more", 0, { window: "desk", nth: 10 }))?.outcome, "saved");
    assert.deepEqual([kept?.text, await besides()], ["Late words", []], "what was suggested and is in the box now is suggested no more");
  });
});

describe("the meeting", () => {
  it("opens with who is there and who writes, goes from child to child counting the time of its parts, and closes", async () => {
    const opening = { basedOn: 1, attendance: { [chair.account]: { as: "present" as const } }, pen: minutes.account };
    assert.ok("refused" in (await openRoom(sample.app, worker, planned.meeting, opening))!);
    assert.ok("refused" in (await openRoom(sample.app, chair, planned.meeting, { ...opening, basedOn: 9 }))!);
    assert.deepEqual(await openRoom(sample.app, chair, planned.meeting, opening), { refused: TOO_EARLY }, "its day has not come");
    const early = { ...opening, early: true, attendance: { [chair.account]: { as: "stood-in" as const, standIn: "somebody, Tracking-Chair" } } };
    assert.deepEqual(await openRoom(sample.app, chair, planned.meeting, early), { done: true });
    const opened = (await roomOf(sample.app, chair, planned.meeting))!.meeting;
    assert.equal(opened.detail.attendance?.[chair.account]?.standIn, chair.account, "a member who stands in is known by their account");
    assert.deepEqual(await unopenRoom(sample.app, chair, planned.meeting), { done: true });
    const back = (await roomOf(sample.app, chair, planned.meeting))!.meeting;
    assert.deepEqual([back.state, back.openedAt, back.pen, back.currentItem], ["planned", null, null, null]);
    assert.deepEqual(await openRoom(sample.app, chair, planned.meeting, { ...opening, early: true, basedOn: back.revision }), { done: true });
    assert.equal((await saveBox(sample.app, minutes, planned.items[0]!, "discussion", "Begun", 0))?.outcome, "saved");
    assert.ok("refused" in (await unopenRoom(sample.app, chair, planned.meeting))!, "not once words were typed");
    now += 300_000;
    assert.deepEqual(await moveTo(sample.app, minutes, planned.meeting, planned.items[1]!), { done: true });
    const room = (await roomOf(sample.app, chair, planned.meeting))!;
    assert.deepEqual([room.meeting.currentItem, room.shown?.item.localId, room.parts.map(({ id, spent }) => [id, spent])], [planned.items[1], "N2", [["adoption", 300], ["plans", 0]]]);
    assert.equal(room.asked.adoption, false);
    now += 60_000;
    assert.deepEqual(await closeRoom(sample.app, chair, planned.meeting), { done: true });
    assert.deepEqual((await roomOf(sample.app, chair, planned.meeting))!.parts.map(({ spent }) => spent), [300, 60]);
  });

  it("knows of meetings that considered the child of which the record holds nothing more", async () => {
    const { before: minuted, considered } = (await roomOf(sample.app, chair, sat.meeting, item()))!;
    assert.deepEqual([minuted, considered], [[], ["2025-10-13", "2025-09-16"]]);
  });

  it("keeps what is typed once its minutes are confirmed as a correction", async () => {
    await sample.owner.query("update meeting set state = 'confirmed' where id = $1", [sat.meeting]);
    const late = await save(minutes, "discussion", "One more word", 3);
    assert.equal(late?.outcome === "beside" && late.because, "correction");
    assert.equal(await text("discussion"), "Three families asked");
    await sample.owner.query("update meeting set state = 'open' where id = $1", [sat.meeting]);
  });
});

describe("what is told live", () => {
  it("is heard by another process when it is saved, without a word of it, and read as the viewer may see it", async () => {
    const other = openStore(sample.url());
    const heard: (string | undefined)[] = [];
    let changed: Changed = NOTHING;
    const end = await other.listen("meeting", (payload) => {
      heard.push(payload);
      changed = changedBy(changed, payload, sat.meeting, item());
    });
    try {
      await save(minutes, "securing", "Carers assessed", 0);
      await save(minutes, "securing", "Carers assessed again", 1);
      for (let tries = 0; changed.boxes !== "all" && !changed.boxes.has("securing"); tries++) {
        assert.ok(tries < 200);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      assert.doesNotMatch(heard.join(), /Carers/);
      assert.equal((await changeFor({ ...sample.app, store: other }, worker, sat.meeting, item(), changed))?.item?.texts.get("securing")?.text, "Carers assessed again");
      assert.equal((await changeFor(sample.app, worker, sat.meeting, sat.items[1], EVERYTHING))?.item, null);
      assert.equal(await changeFor(sample.app, outsider, sat.meeting, item(), EVERYTHING), undefined);
      // The connection that listens is lost: whoever follows is told that anything may have changed.
      await sample.owner.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen%'");
      for (let tries = 0; !heard.includes(undefined); tries++) {
        assert.ok(tries < 400);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    } finally {
      end();
      await other.close();
    }
  });
});

describe("a child taken off for safety", () => {
  const whatIsSeen = async (who: typeof chair) => [
    await roomOf(sample.app, who, sat.meeting, item()), await updateOf(sample.app, who, item()), await childRecord(sample.app, who, item()), await openConfirm(sample.app, who, item()),
    (await openMinutes(sample.app, who, sat.meeting))?.minutes.items.find(({ row }) => row.id === item()), (await changeFor(sample.app, who, sat.meeting, item(), EVERYTHING))?.item ?? undefined,
    (await typedOf(sample.app, who, item())).get("discussion"), await takenOff(sample.app, who, sat.meeting, item()),
  ].map((one) => one !== undefined);

  it("is closed at once to everybody but those who hold the meeting, who read what stood and type nothing more", async () => {
    assert.deepEqual(await whatIsSeen(worker), [true, true, true, true, true, true, true, false]);
    await sample.owner.query("update agenda_item set mode = 'removed', why = 'At risk', changed_by = $2 where id = $1", [item(), chair.account]);
    assert.deepEqual(await whatIsSeen(worker), [false, false, false, false, false, false, false, false]);
    assert.deepEqual(await whatIsSeen(minutes), [false, true, true, true, true, false, true, true], "those who hold it: the room and its stream go on without the child");
    assert.equal((await changeFor(sample.app, minutes, sat.meeting, item(), EVERYTHING))?.item, null, "a page that has it open leaves it");
    assert.equal((await updateOf(sample.app, minutes, item()))?.may.answer, false);
    const off = (await takenOff(sample.app, minutes, sat.meeting, item()))!;
    assert.deepEqual([off.by, off.item.why, off.texts.get("securing")], ["Somebody, tracking-chair", "At risk", "Carers assessed again"]);
    assert.deepEqual([(await roomOf(sample.app, minutes, sat.meeting))!.off.map(({ localId }) => localId), (await roomOf(sample.app, worker, sat.meeting))!.off], [["N1"], []]);
    assert.equal(await save(worker, "securing", "More", 2), undefined);
    assert.match((await save(minutes, "securing", "More", 2) as { message?: string }).message ?? "", /taken off for safety/);
    assert.equal(await comment(sample.app, minutes, item(), "More"), undefined);
    assert.deepEqual((await takenOff(sample.app, chair, sat.meeting, item()))!.texts.get("securing"), "Carers assessed again");
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Sat, sitDown } from "../../../tests/support/meeting-room.ts";
import { type SampleApp, startSampleApp } from "../../../tests/support/sample-app.ts";
import { readWord } from "../../../tests/support/word.ts";
import type { Role } from "../../domain/access/role.ts";
import { type Day, day } from "../../domain/dates/day.ts";
import type { Member } from "../../domain/meetings/meeting.ts";
import { addChild, AGENCY, IN_CARE, NORTH, operatorOf, personIn, SOUTH, WITH_ORDER } from "../../store/sample-region.ts";
import { closeMeeting, confirmMinutes, correct, leaveTyped, type MinutesOutcome, noteFiled, tellApart } from "./minutes.ts";
import { openCorrect, openMinutes } from "./minutes-page.ts";
import { saveBox } from "./room.ts";
import { agendaFile, childRecord, minutesFile, recordFile } from "./word-files.ts";

const HELD = day("2026-06-10");
const NEXT = day("2026-06-24");
const [chair, minutes, worker, manager] = (["tracking-chair", "tracking-administrator", "social-worker", "team-manager"] as const).map((role) => personIn(NORTH, role)) as [Who, Who, Who, Who];
type Who = ReturnType<typeof personIn>;
const outsider = personIn(SOUTH, "team-manager");
const finder = personIn(AGENCY, "agency-home-finder");
const MEMBERS: readonly Member[] = [{ as: "chair", account: chair.account, office: "Practice manager, reviews" }, { as: "minute-taker", account: minutes.account, office: "Administrator" }, { as: "invited", account: worker.account, office: "Social worker" }, { as: "invited", account: finder.account, office: "Home finder" }];
let sample: SampleApp;
let sat: Sat;
let next: string;
let today: Day = HELD;
let ticks = 0;
const children: string[] = [];

before(async () => {
  sample = await startSampleApp(() => today, async (_app, store) => {
    await store.inTransaction(operatorOf(SOUTH), async (writer) => {
      await writer.addOrganisation(SOUTH);
      await writer.addAccount({ ...outsider, organisation: SOUTH.code, worker: null });
    });
    await store.inTransaction(operatorOf(NORTH), async (writer) => {
      for (const organisation of [NORTH, AGENCY]) await writer.addOrganisation(organisation);
      await writer.agree(AGENCY.code, NORTH.code, "placement-order");
      await writer.addAccount({ ...finder, organisation: AGENCY.code, worker: null });
      for (const role of ["tracking-chair", "tracking-administrator", "social-worker", "team-manager"] satisfies Role[]) {
        const { account } = personIn(NORTH, role);
        await writer.addAccount({ account, name: `Somebody, ${role}`, role, organisation: NORTH.code, worker: role === "social-worker" ? "SW1" : null });
      }
      const named = (givenName: string) => ({ kind: "particulars", on: "2025-01-10", detail: { givenName, familyName: "Fell" } }) as const;
      children.push(await addChild(writer, NORTH.code, "NT-0001", [named("Mara"), ...WITH_ORDER]), await addChild(writer, NORTH.code, "NT-0002", [named("Tomas"), ...IN_CARE]));
      // On the agenda too, and behind a wall: nobody here may open this child but the machine.
      children.push(await addChild(writer, NORTH.code, "XY3003", [{ kind: "particulars", on: "2025-01-10", detail: { givenName: "Kit", familyName: "Rowan" } }, ...IN_CARE, { kind: "restriction", on: "2025-02-01", detail: { why: "Safety" } }]));
    });
  }, () => new Date(Date.parse(`${today}T12:00:00.000Z`) + 10 * ticks++).toISOString());
  sat = await sitDown(sample.app, minutes, HELD, children.slice(0, 2), MEMBERS);
  await sample.owner.query("insert into agenda_item (organisation, meeting, authority, record_id, part, position, minutes) values ($1, $2, $1, $3, 'plans', 9, 5)", [NORTH.code, sat.meeting, children[2]]);
  next = await sample.store.inTransaction(minutes, async (writer) => (await writer.meetings.addMeeting(NORTH.code, sat.series, NEXT)) ?? assert.fail("a next meeting"));
});
after(() => sample.stop());

const type = async (item: number, box: string, text: string, basedOn = 0, who = minutes) => (await saveBox(sample.app, who, sat.items[item]!, box, text, basedOn))?.outcome;
const said = (outcome: MinutesOutcome): string => (outcome.outcome === "refused" ? outcome.refusals.map(({ field, message }) => `${field}: ${message}`).join() : outcome.outcome);
const record = async (item: number) => (await childRecord(sample.app, minutes, sat.items[item]!)) ?? assert.fail("a record");
const confirm = (who = chair) => confirmMinutes(sample.app, who, sat.meeting, next).then(said);
/** As confirming an item does: what was agreed is on the child’s record. */
const conclude = (item: number) => sample.store.inTransaction(minutes, (writer) => writer.meetings.concludeItem(sat.items[item]!, [], sample.app.clock.now()));

describe("the minutes of a meeting", () => {
  it("are a draft while it is held; the record of each child holds that child alone, or is not given", async () => {
    assert.equal(await type(0, "discussion", "Mara is settled. Tomas will stay with the carer"), "saved");
    assert.equal(await type(1, "discussion", "Waiting for the assessment"), "saved");
    const [first, second] = [await record(0), await record(1)];
    assert.deepEqual(first.mentions, [{ where: "Notes of the discussion", words: "Tomas" }]);
    assert.deepEqual(second.mentions, []);
    assert.equal(said(await tellApart(sample.app, worker, sat.items[0]!, { belong: ["Tomas"], leftOut: [] })), "not-found", "who may not open the child is told nothing of the words");
    assert.equal(said(await tellApart(sample.app, minutes, sat.items[0]!, { belong: ["Somebody else"], leftOut: ["carer"] })), "done");
    assert.equal((await record(0)).mentions.length, 1, "words that were not shown were not looked at");
    assert.equal(said(await tellApart(sample.app, minutes, sat.items[0]!, { belong: ["Tomas"], leftOut: [] })), "done");
    assert.deepEqual((await record(0)).mentions, []);
    const { bytes, name } = await recordFile(sample.app, minutes, await record(1));
    const { everything } = readWord(bytes);
    assert.equal(name, "tracking-record-nt-0002-2026-06-10.docx");
    assert.match(everything, /NT-0002[^]*Draft: what was agreed is not yet confirmed[^]*Waiting for the assessment/);
    assert.doesNotMatch(everything, /NT-0001|Mara|settled/);
  });

  it("leave out of the record that somebody of another organisation makes, unasked, the whole name of a child whom they may not open", async () => {
    assert.equal(await type(0, "securing", "As Tomas Fell has"), "saved");
    const theirs = (await childRecord(sample.app, finder, sat.items[0]!)) ?? assert.fail("it is shared");
    assert.deepEqual(theirs.mentions.map(({ words }) => words), []);
    assert.match(readWord((await recordFile(sample.app, finder, theirs)).bytes).everything, /As \[another child\] has/);
    assert.deepEqual((await record(0)).mentions.map(({ words }) => words), ["Tomas Fell"], "whoever holds the meeting is asked");
    assert.equal(said(await tellApart(sample.app, minutes, sat.items[0]!, { belong: [], leftOut: ["Tomas Fell"] })), "done");
  });

  it("ask about any local id, and tell nobody who types a name whether it is behind a wall", async () => {
    assert.equal(await type(1, "securing", "As Kit Rowan has. As XY3003 and TW1001 have"), "saved");
    assert.deepEqual((await record(1)).mentions.map(({ words }) => words), ["XY3003", "TW1001"]);
    assert.equal(said(await tellApart(sample.app, minutes, sat.items[1]!, { belong: [], leftOut: ["XY3003", "TW1001"] })), "done");
    const { everything } = readWord((await recordFile(sample.app, minutes, await record(1))).bytes);
    assert.match(everything, /As Kit Rowan has\. As \[another child\] and \[another child\] have/);
  });

  it("are confirmed at the next meeting, by chair or minute taker, when all that was agreed is on the records; and are locked then", async () => {
    assert.match(await confirm(), /Close it first/);
    const toConfirm = async (): Promise<readonly (readonly string[])[]> => (await sample.owner.query<{ account: string; path: string }>("select account, path from message where template = 'minutes-to-confirm' order by account")).rows.map(({ account, path }) => [account, path]);
    assert.deepEqual(await toConfirm(), []);
    await closeMeeting(sample.app, chair, sat.meeting);
    await closeMeeting(sample.app, chair, sat.meeting);
    assert.deepEqual(await toConfirm(), [minutes, chair].map(({ account }) => [account, `/meetings/${sat.meeting}/minutes`]), "its members are told once; who is only invited, and whoever holds meetings otherwise, is not");
    assert.match(await confirm(), /has not come yet/);
    today = NEXT;
    assert.match(await confirm(), /nobody has opened it/, "a meeting that is only planned has confirmed nothing");
    await sample.owner.query("update meeting set state = 'open', opened_at = now() where id = $1", [next]);
    assert.match(await confirm(), /^unwritten: .*NT-0001 and NT-0002/);
    await conclude(0);
    await conclude(1);
    assert.equal((await confirm(worker)).startsWith("forbidden"), true);
    assert.match(await confirm(manager), /chair or the minute taker/);
    assert.equal(said(await confirmMinutes(sample.app, outsider, sat.meeting, next)), "not-found");
    assert.match(said(await confirmMinutes(sample.app, chair, sat.meeting, sat.meeting)), /Choose the meeting/);
    const few = { attendance: { [chair.account]: { as: "present" }, [minutes.account]: { as: "stood-in", standIn: chair.account } } };
    await sample.owner.query("update meeting set detail = detail || $2 where id = $1", [sat.meeting, JSON.stringify(few)]);
    const told = (await openMinutes(sample.app, chair, sat.meeting))!.minutes.paper;
    assert.match(told.noQuorum ?? "", /1 of 2 members is there, and it takes 2/, "said by minutes and record, one person counted once");
    assert.equal(told.attended[1]?.attendance, "Stood in for by Somebody, tracking-chair", "by name, not by account");
    assert.match(readWord((await recordFile(sample.app, minutes, await record(1))).bytes).everything, /Quorum\s+Too few members to decide/);
    await sample.owner.query("update meeting set detail = detail - 'attendance' where id = $1", [sat.meeting]);
    assert.equal(await confirm(), "done");
    assert.match(await confirm(minutes), /already/);
    const { rows: [row] } = await sample.owner.query("select state, confirmed_by, confirmed_in from meeting where id = $1", [sat.meeting]);
    assert.deepEqual(row, { state: "confirmed", confirmed_by: chair.account, confirmed_in: next });
    const { rows: audited } = await sample.owner.query("select command from audit where command = 'confirm-minutes'");
    assert.equal(audited.length, 1);
  });

  it("take no more words, in the database either: what is typed waits to be made a correction, or is left", async () => {
    assert.equal(await type(1, "discussion", "The assessment came", 1), "beside");
    await assert.rejects(sample.store.inTransaction(minutes, (writer) => writer.meetings.changeMeeting(sat.meeting, 99, { state: "open" }).then((changed) => (changed ? undefined : Promise.reject(new Error("nothing changed"))))), /nothing changed/);
    for (const sql of ["update meeting_text set text = 'x'", "insert into meeting_text (organisation, meeting, item, box, text, revision, saved_by, saved_at) select organisation, meeting, item, 'other', 'x', 1, saved_by, saved_at from meeting_text limit 1"]) {
      await assert.rejects(asApp(minutes.account, sql), sql);
    }
    const page = (await openCorrect(sample.app, minutes, sat.items[1]!))!;
    assert.deepEqual(page.item.waiting.map(({ box, text }) => [box, text]), [["discussion", "The assessment came"]]);
    const waiting = page.item.waiting[0]!.id;
    const input = { box: "discussion", text: "The assessment came", why: "It came that morning", waiting };
    assert.match(said(await correct(sample.app, minutes, sat.items[1]!, { ...input, why: " " })), /^why: Say why/);
    assert.match(said(await correct(sample.app, minutes, sat.items[0]!, input)), /already/, "it is of another item");
    assert.equal(said(await correct(sample.app, minutes, sat.items[1]!, input)), "done");
    assert.match(said(await leaveTyped(sample.app, minutes, sat.items[1]!, waiting)), /already/);
    assert.equal(await type(0, "discussion", "Mara is not settled", 1), "beside");
    const [left] = (await openCorrect(sample.app, minutes, sat.items[0]!))!.item.waiting;
    assert.equal(said(await leaveTyped(sample.app, minutes, sat.items[0]!, left!.id)), "done");
    assert.deepEqual((await openCorrect(sample.app, minutes, sat.items[0]!))!.item.waiting, []);
  });

  it("are corrected beside what they say, by whoever holds the meeting, with why", async () => {
    const input = { box: "drift", text: "The report is late", why: "It was said and not written" };
    assert.equal(said(await correct(sample.app, worker, sat.items[1]!, input)), "forbidden");
    assert.equal(said(await correct(sample.app, outsider, sat.items[1]!, input)), "not-found");
    assert.match(said(await correct(sample.app, minutes, sat.items[1]!, { ...input, box: "nothing" })), /^box: Choose/);
    assert.match(said(await correct(sample.app, minutes, sat.items[1]!, { ...input, box: "discussion", text: "The assessment came" })), /^text: .*already/);
    assert.equal(said(await correct(sample.app, minutes, sat.items[1]!, input)), "done");
    const { document } = await record(1);
    const { everything, paragraphs } = readWord((await recordFile(sample.app, minutes, await record(1))).bytes);
    assert.ok(document.blocks.length > 0 && paragraphs.includes("Waiting for the assessment [corrected: see the end]"));
    for (const part of [/Version 3, with 2 corrections\. Minutes confirmed on 24 June 2026/, /They should say\s+The assessment came\s+Why\s+It came that morning/, /Drift or delay, there or to come\s+The minutes say\s+Nothing\s+They should say\s+The report is late/]) assert.match(everything, part);
    const { rows } = await sample.owner.query("select record_id from audit where command = 'correct-minutes'");
    assert.deepEqual(rows.map((row) => row.record_id), [children[1], children[1]]);
  });

  it("have a mistaken correction taken back by another that says so, and refuse what they are to be read as already", async () => {
    const drift = (text: string) => correct(sample.app, minutes, sat.items[1]!, { box: "drift", text, why: "It was of another child" }).then(said);
    assert.match(await drift("The report is late"), /^text: This is what it was corrected to already/);
    assert.equal(await drift(""), "done", "to what the minutes say, which is nothing");
    assert.match(await drift(""), /corrected to already/);
    const { everything } = readWord((await recordFile(sample.app, minutes, await record(1))).bytes);
    assert.match(everything, /Version 4, with 3 corrections/);
    assert.match(everything, /They should say\s+The report is late[^]*The correction of 24 June 2026 by Somebody, tracking-administrator was taken back on 24 June 2026 by Somebody, tracking-administrator\.[^]*They should say again\s+Nothing\s+Why it was taken back\s+It was of another child/);
  });

  it("are noted as put on the case record, once they are no draft and name nobody else", async () => {
    const { version } = (await record(1)).item;
    const noted = await noteFiled(sample.app, minutes, sat.items[1]!, version);
    assert.equal(noted.outcome, "done");
    assert.deepEqual([(await record(1)).item.filedOn, (await record(1)).item.changedOn], [NEXT, null]);
    assert.equal(said(await correct(sample.app, chair, sat.items[1]!, { box: "drift", text: "None", why: "The chair remembers" })), "done");
    assert.deepEqual([(await record(1)).item.filedOn, (await record(1)).item.changedOn], [NEXT, NEXT], "what is filed is not what it says now");
    const filers = await sample.owner.query("select account, path from message where template = 'record-changed'");
    assert.deepEqual(filers.rows, [{ account: minutes.account, path: `/meetings/${sat.meeting}/minutes#item-${sat.items[1]}` }]);
    const anew = await noteFiled(sample.app, minutes, sat.items[1]!, (await record(1)).item.version);
    assert.equal(anew.outcome, "done", JSON.stringify(anew));
    assert.equal((await record(1)).item.changedOn, null);
    const named = { box: "other", text: "As for NT-0002", why: "For Tomas" };
    assert.equal(said(await correct(sample.app, minutes, sat.items[0]!, named)), "done");
    const kept = await noteFiled(sample.app, minutes, sat.items[0]!, version);
    assert.deepEqual(kept.outcome === "mentions" ? kept.record.mentions.map(({ words }) => words) : kept.outcome, ["NT-0002"], "Tomas was looked at");
    assert.equal(said(await tellApart(sample.app, minutes, sat.items[0]!, { belong: [], leftOut: ["nt-0002"] })), "done");
    const { everything } = readWord((await recordFile(sample.app, minutes, await record(0))).bytes);
    assert.doesNotMatch(everything, /NT-0002/);
    assert.match(everything, /As for \[another child\]/);
  });

  it("are read whole by whoever may, child by child, with no more of a meeting than of the children one may open", async () => {
    assert.equal(await openMinutes(sample.app, outsider, sat.meeting), undefined);
    assert.equal(await minutesFile(sample.app, outsider, sat.meeting), undefined);
    assert.equal(await agendaFile(sample.app, outsider, sat.meeting), undefined);
    assert.equal(await childRecord(sample.app, outsider, sat.items[0]!), undefined);
    const whole = readWord((await minutesFile(sample.app, chair, sat.meeting))!.bytes);
    assert.deepEqual(whole.headings.filter(({ level }) => level === 2).map(({ text }) => text), ["NT-0001", "NT-0002"]);
    assert.doesNotMatch(whole.headings.map(({ text }) => text).join(), /Fell/, "names only where they are shown");
    const agenda = readWord((await agendaFile(sample.app, chair, sat.meeting))!.bytes);
    assert.ok(agenda.headings.some(({ text }) => text === "Other plans, 10:15 to 11:15"));
    const logged = await sample.owner.query("select how, count(*)::int from access_log where how like 'take-away-%' or how = 'meeting-minutes' group by how order by how");
    assert.deepEqual(logged.rows.map(({ how }) => how), ["meeting-minutes", "take-away-agenda", "take-away-meeting-record", "take-away-minutes"]);
  });
});

/** A statement as the product’s own database role, for somebody who holds meetings. */
async function asApp(account: string, sql: string): Promise<void> {
  await sample.owner.query("begin");
  try {
    await sample.owner.query("set local role permanence_app");
    for (const [name, value] of [["viewer.account", account], ["viewer.holds", NORTH.code], ["viewer.meets", NORTH.code]]) await sample.owner.query("select set_config($1, $2, true)", [name, value]);
    const { rowCount } = await sample.owner.query(sql);
    if (rowCount === 0) throw new Error("nothing was changed");
  } finally {
    await sample.owner.query("rollback");
  }
}

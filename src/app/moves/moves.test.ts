import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type pg from "pg";
import { startSampleApp } from "../../../tests/support/sample-app.ts";
import { day, type Day } from "../../domain/dates/day.ts";
import type { OfferInput } from "../../domain/moves/offer.ts";
import { addChild, drafts, IN_CARE, makeSampleRegion, NORTH, operatorOf, personIn, RECORDED_AT, SOUTH, WITH_ORDER, write } from "../../store/sample-region.ts";
import type { App } from "../app.ts";
import { openChild } from "../open-child.ts";
import { openTracker } from "../open-tracker.ts";
import { STANDARD_VIEW } from "../../domain/tracker/view.ts";
import { runCommand } from "../run-command.ts";
import { offerChild, withdrawOffer } from "./offer.ts";
import { movesAnswered, openMoves, openOffered } from "./open.ts";
import { refuseOffer, takeOver } from "./take-over.ts";

let app: App;
let stop: () => Promise<void>;
let owner: pg.Client;
let ids: Readonly<Record<string, string>>;
let today: Day = day("2026-06-01");
const [north, south] = [personIn(NORTH, "team-manager"), personIn(SOUTH, "team-manager")];
const [northWorker, southWorker] = [personIn(NORTH, "social-worker"), personIn(SOUTH, "social-worker")];

before(async () => {
  ({ app, owner, stop } = await startSampleApp(() => today, async (made, store) => {
    const region = await makeSampleRegion(store);
    await store.inTransaction(operatorOf(NORTH), async (writer) => {
      for (const person of [north, south]) await writer.addAccount({ account: person.account, name: person.name, role: person.role, organisation: person.organisation.code, worker: null });
      const worked = [...WITH_ORDER, { kind: "allocated-worker", on: "2025-01-10", detail: { worker: "SW01001" } }, { kind: "particulars", on: "2025-01-10", detail: { givenName: "Bramblewick", familyName: "Thistledown" } }, { kind: "reviewing-officer-appointed", on: "2025-01-12", detail: { officer: "north.officer" } }] as const;
      ids = {
        moving: await addChild(writer, NORTH.code, "N-moves", worked), refused: await addChild(writer, NORTH.code, "N-refused", IN_CARE), walled: await addChild(writer, NORTH.code, "N-walled", IN_CARE),
        adopted: await addChild(writer, NORTH.code, "N-adopted", [...WITH_ORDER, { kind: "placed-for-adoption", on: "2025-12-01" }, { kind: "adoption-order", on: "2026-02-01" }]),
        sibling: region.ids.northWithOrder,
      };
      const [visit] = await write(writer, NORTH.code, ids["moving"]!, drafts([{ kind: "visit", on: "2025-03-01" }]));
      await write(writer, NORTH.code, ids["moving"]!, drafts([{ kind: "visit", on: "2025-03-02", cause: "corrected" }]).map((d) => ({ ...d, supersedes: visit!.number, reason: "The wrong day" })));
      const [asked] = await write(writer, NORTH.code, ids["moving"]!, drafts([{ kind: "challenge-raised", on: "2026-01-05", detail: { about: "Delay", wanted: "A plan", level: "team-manager", answerBy: "2026-01-19" } }]));
      await write(writer, NORTH.code, ids["moving"]!, drafts([{ kind: "challenge-answered", on: "2026-01-06", detail: { challenge: asked!.number, answer: "It is made" } }]));
      await write(writer, NORTH.code, ids["walled"]!, drafts([{ kind: "restriction", on: "2026-01-05", detail: { why: "Known to staff" } }, { kind: "involvement", on: "2026-01-05", detail: { account: north.account, as: "named" } }]));
    });
    await store.maintenance.rebuild(made.summarise);
  }));
});
after(() => stop());

const input = (more: Partial<OfferInput> = {}): OfferInput => ({ to: SOUTH.code, movesOn: "2026-06-01", why: "The mother has moved there", ...more });
const offer = async (record: string, more: Partial<OfferInput> = {}) => offerChild(app, north, ids[record]!, (await openChild(app, north, ids[record]!))?.version ?? 0, input(more));
const waiting = async () => (await openMoves(app, south)).toUs;
const seenBy = async (person: typeof north, recordId: string): Promise<boolean> => (await openChild(app, person, recordId)) !== undefined;
const refusals = (outcome: Awaited<ReturnType<typeof offer>>): string => (outcome.outcome === "refused" ? outcome.refusals.map(({ field, message }) => `${field}: ${message}`).join("; ") : outcome.outcome);

describe("a child offered to another authority", () => {
  it("is refused for a child who cannot move, a day far off and no reason", async () => {
    assert.match(refusals(await offer("moving", { to: NORTH.code, movesOn: "2027-06-01", why: " " })), /to: Choose the authority.*movesOn: .*more than 3 months ahead.*why: Say why/);
    assert.match(refusals(await offerChild(app, personIn(NORTH, "service-manager"), ids["adopted"]!, 9_999, input())), /stays with the authority that made it/);
    assert.equal((await offerChild(app, northWorker, ids["moving"]!, 99, input())).outcome, "forbidden");
    assert.equal((await offerChild(app, south, ids["moving"]!, 99, input())).outcome, "not-found");
  });

  it("is read by those of the other authority who take children over, through the offer alone", async () => {
    assert.equal((await offer("moving")).outcome, "done");
    assert.match(refusals(await offer("moving")), /offered already/);
    const [one] = await waiting();
    assert.deepEqual([one?.localId, one?.other, one?.why], ["N-moves", "North", "The mother has moved there"]);
    const child = await openOffered(app, south, one!.id);
    assert.deepEqual([child?.name, child?.from, child?.case.of("placement-order").length], ["Bramblewick Thistledown", "North", 1]);
    assert.equal(await seenBy(south, ids["moving"]!), false, "found by its own address");
    assert.ok(!(await openTracker(app, south, { view: STANDARD_VIEW, page: 1 })).lines.some((line) => line.localId === "N-moves"));
    const visit = { name: "record-entry", input: { kind: "visit", happenedOn: "2026-05-01", certainty: "actual", detail: {} } } as const;
    assert.equal((await runCommand(app, south, ids["moving"]!, 99_999, visit)).outcome, "not-found", "it is read and not written");
    assert.equal(await openOffered(app, southWorker, one!.id), undefined);
    assert.equal(await openOffered(app, north, one!.id), undefined, "nobody takes over their own child");
    assert.deepEqual((await owner.query("select how, outcome from access_log where account = $1 and how = 'offered-child'", [south.account])).rows, [{ how: "offered-child", outcome: "opened" }]);
  });

  it("is withdrawn until it is taken over, and then is there no more", async () => {
    const [one] = await waiting();
    assert.equal((await withdrawOffer(app, north, (await openChild(app, north, ids["moving"]!))!)).outcome, "done");
    assert.deepEqual(await waiting(), []);
    assert.equal(await openOffered(app, south, one!.id), undefined);
    assert.equal((await takeOver(app, south, one!.id, "S-9")).outcome, "not-found");
    assert.equal((await withdrawOffer(app, north, (await openChild(app, north, ids["moving"]!))!)).outcome, "not-found");
  });

  it("is refused by the other authority with why, and stays where it is", async () => {
    await offer("refused");
    const [one] = await waiting();
    assert.match(refusals(await refuseOffer(app, south, one!.id, " ")), /why: Say why/);
    assert.equal((await refuseOffer(app, south, one!.id, "The child lives with you still")).outcome, "done");
    const told = (await openMoves(app, north)).over.find(({ state }) => state === "refused");
    assert.deepEqual([told?.state, told?.answer, told?.by], ["refused", "The child lives with you still", null]);
    assert.equal(await seenBy(north, ids["refused"]!), true);
  });
});

describe("a child taken over", () => {
  it("waits for its day", async () => {
    await offer("moving", { movesOn: "2026-06-10" });
    const [one] = await waiting();
    assert.match(refusals(await takeOver(app, south, one!.id, "S-9")), /Take the child over from that day on/);
    assert.match(refusals(await takeOver(app, south, one!.id, "no id!")), /Enter the child’s local id/);
    today = day("2026-06-10");
    assert.match(refusals(await takeOver(app, south, one!.id, "s1")), /s1 is already used in this authority/);
  });

  it("has a new record with all its history, told by whom and when; the old one is closed, and its workers see it no more", async () => {
    const [one] = await waiting();
    const before = (await openChild(app, north, ids["moving"]!))!;
    assert.equal(await seenBy(northWorker, ids["moving"]!), true);
    const outcome = await takeOver(app, south, one!.id, "S-9");
    assert.ok(outcome.outcome === "done", refusals(outcome));
    assert.notEqual(outcome.recordId, ids["moving"]);
    const child = (await openChild(app, south, outcome.recordId))!;
    assert.deepEqual([child.localId, child.authority.name, child.stage, child.name], ["S-9", "South", "placement-order", "Bramblewick Thistledown"]);
    assert.deepEqual(child.case.of("visit").map((e) => [e.happenedOn, e.recordedAt, e.recordedBy, e.source.type]), [["2025-03-02", RECORDED_AT, "operator", "transfer"]]);
    assert.equal(child.case.history.get(child.case.of("visit")[0]!.number)?.length, 1, "what was corrected is history here too");
    const [raised, answered] = [child.case.of("challenge-raised")[0]!, child.case.of("challenge-answered")[0]!];
    assert.equal(answered.detail["challenge"], raised.number);
    assert.deepEqual(child.case.of("came-from-authority").map((e) => [e.happenedOn, e.detail["from"], e.recordedBy]), [["2026-06-10", NORTH.code, south.account]]);
    assert.deepEqual(child.case.of("allocated-worker").map((e) => e.until), ["2026-06-10"]);
    assert.deepEqual(child.case.of("reviewing-officer-appointed").map((e) => [e.happenedOn, e.detail]), [["2025-01-12", {}]], "the other authority’s officer reviews the child no more");
    assert.equal(child.case.of("looked-after")[0]?.until, undefined);
    for (const person of [north, northWorker, southWorker]) assert.equal(await seenBy(person, ids["moving"]!), false, person.account);
    assert.equal(await seenBy(north, outcome.recordId), false);
    const left = (await openChild(app, personIn(NORTH, "adoption-records"), ids["moving"]!))!;
    assert.deepEqual([left.stage, left.case.of("looked-after")[0]?.until, left.case.of("looked-after")[0]?.detail["endReason"], left.case.of("moved-authority")[0]?.detail["to"]], ["left-care", "2026-06-10", "E3", SOUTH.code]);
    assert.equal(left.localId, before.localId);
    assert.deepEqual((await owner.query("select count(*)::int as n from allocation where record_id = $1", [ids["moving"]])).rows, [{ n: 0 }]);
    const { rows } = await owner.query<{ authority: string; command: string; actor: string }>("select authority, command, actor from audit where command = 'take-over-child' order by authority");
    assert.deepEqual(rows, [NORTH, SOUTH].map(({ code }) => ({ authority: code, command: "take-over-child", actor: south.account })));
  });

  it("is told to whoever offered it, by its id there alone, and to nobody else who no longer opens the record", async () => {
    const told = async (person: typeof north) => (await openMoves(app, person)).over.filter(({ localId }) => localId === "N-moves").map(({ state, other, ours, toRecord }) => [state, other, ours, toRecord]);
    const answer = (await told(north)).filter(([state]) => state === "taken-over");
    assert.deepEqual(answer, [["taken-over", "South", true, null]]);
    assert.deepEqual(await told(personIn(NORTH, "service-manager")), []);
    assert.equal((await told(south)).length, 1);
    assert.deepEqual([await movesAnswered(app, north), await movesAnswered(app, south), await movesAnswered(app, northWorker)], [1, 0, 0]);
  });

  it("leaves brothers and sisters where they are, who no longer point to it", async () => {
    assert.equal(await seenBy(north, ids["sibling"]!), true);
    assert.equal(await seenBy(south, ids["sibling"]!), false);
  });

  it("stays restricted where it was, open to whoever took it over", async () => {
    await offer("walled", { movesOn: "2026-06-10" });
    const [one] = await waiting();
    const outcome = await takeOver(app, south, one!.id, "S-10");
    assert.ok(outcome.outcome === "done", refusals(outcome));
    assert.deepEqual((await openChild(app, south, outcome.recordId))?.case.of("restriction").map((e) => e.detail["why"]), ["As where the child came from: Known to staff"]);
    assert.equal(await seenBy(personIn(SOUTH, "service-manager"), outcome.recordId), false);
  });

  it("leaves the chains of both authorities whole, and what lists hold as the entries say", async () => {
    const { ok, ...rest } = await app.store.maintenance.verify(app.summarise);
    assert.ok(ok, JSON.stringify(rest));
  });
});

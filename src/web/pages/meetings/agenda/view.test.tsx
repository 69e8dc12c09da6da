import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { MeetingItem, MeetingPage } from "../../../../app/meetings/agenda-views.ts";
import { day } from "../../../../domain/dates/day.ts";
import { USUAL_SERIES } from "../../../../domain/meetings/usual-series.ts";
import { readEdit } from "./typed.ts";
import { AgendaView } from "./view.tsx";

const ITEM: MeetingItem = {
  id: "i-1", child: "r-1", localId: "HM-1", title: null, family: "f", part: "adoption", minutes: 10, mode: "discuss", presenter: null, byHand: [], changedBy: null, why: null, concluded: false,
  reasons: [{ rule: "order-not-placed", title: "Placement order, and not placed", because: "Because of its days.", start: null, arithmetic: null, limitOn: null, entries: [], source: "" }],
  authority: "E1", entries: [], name: null, stage: "placement-order", standing: "Placement order", presenters: ["Ash Rowan", "Beech Row"], siblings: ["HM-2"], must: false, changedByName: null, said: ["“Ring the court”, due 3 May 2026. What is in the way, said on 12 May 2026: the form is not signed"], proposal: null,
};
const definition = { ...USUAL_SERIES[0]!.definition, rhythm: { every: "never" } as const, rules: [{ rule: "order-not-placed", part: "adoption", priority: 2, minutes: 10 }] };
const meeting: MeetingPage["meeting"] = {
  organisation: "E1", id: "m-1", series: "s-1", heldOn: day("2026-12-01"), state: "planned", detail: {}, revision: 1, agendaBuiltAt: "2026-11-17T09:00:00.000Z", agendaSentAt: null, agendaSentBy: null, openedAt: null, closedAt: null,
  confirmedAt: null, confirmedBy: null, confirmedIn: null, pen: null, currentItem: null, currentSince: null,
};
const partOf = (items: readonly MeetingItem[], minutes = 45): MeetingPage["parts"][number] => {
  const taken = items.reduce((n, item) => n + item.minutes, 0);
  return { id: "adoption", name: "Adoption tracking", minutes, items, fit: { part: "adoption", minutes, taken, proposals: items.flatMap(({ proposal }) => proposal ?? []), afterwards: taken, mustTake: 0 } };
};
const PAGE: MeetingPage = {
  today: day("2026-11-20"), meeting, series: { organisation: "E1", id: "s-1", definition, revision: 1, endedOn: null }, nextOn: null, parts: [partOf([ITEM])], deferred: [], removed: [], hasSeat: false, mayHold: true, isBefore: true, cannotShow: false,
  leads: { build: day("2026-11-17"), updates: day("2026-11-17"), remind: day("2026-11-24"), papers: day("2026-11-24"), "extra-items": day("2026-11-26"), agenda: day("2026-11-26") },
  changes: { added: [], changed: [], gone: [] }, sentByName: null, showsNames: false,
};
const html = (more: Partial<MeetingPage> = {}, props: object = {}): string => String(<AgendaView page={{ ...PAGE, ...more }} {...props} />);
const shown = (more: Partial<MeetingPage> = {}, props: object = {}): string => html(more, props).replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");

describe("the agenda page", () => {
  test("says what to do next, why each child is on it, with whom and who presents", () => {
    const text = shown();
    assert.match(text, /1 item, and it fits\. Send it by 26 November 2026\. Extra items are taken until 26 November 2026/);
    assert.match(text, /10 of 45 minutes, 35 left.*HM-1.*With brother or sister HM-2.*Placement order, and not placed\. Because of its days\. Said of an action\. “Ring the court”.*form is not signed Presented by Ash Rowan and Beech Row/);
    assert.match(html(), /disabled[^>]*>Up/, "the first goes no further up");
  });

  test("says what does not fit and what is proposed, and what must be considered all the same", () => {
    const part = partOf([{ ...ITEM, proposal: { item: "i-1", to: "deferred", because: "There are 5 minutes and 10 are taken." } }], 5);
    assert.match(shown({ parts: [part] }), /Adoption tracking has more than fits\. Accept what is proposed.*10 of 5 minutes, 5 too many.*It does not fit: defer 1 child.*HM-1 : defer to another meeting\. There are 5 minutes/);
    assert.match(shown({ parts: [{ ...part, fit: { ...part.fit, mustTake: 10 } }] }), /What must be considered takes 10 minutes by itself, 5 more than there are/);
  });

  test("asks once more before it sends what does not fit", () => {
    assert.doesNotMatch(html(), /it-is/);
    assert.match(html({}, { errors: { "send-as-it-is": "It does not fit" } }), /name="as" value="it-is"[^]*id="send-as-it-is"[^]*Send it as it is/);
  });

  test("teaches where there is nothing yet, and offers nothing to whoever only follows", () => {
    const unbuilt = { meeting: { ...meeting, agendaBuiltAt: null }, parts: [partOf([])] };
    assert.match(shown({ ...unbuilt, today: day("2026-11-10") }), /not been built yet: it builds itself on 17 November 2026.*Each child whom a rule of this series finds will be here.*1 rule is in force/);
    const follows = shown({ mayHold: false });
    assert.doesNotMatch(follows, /Send|Build|Find a child|Why, and change|Arrange/);
    assert.doesNotMatch(follows, /minutes, \d+ left/, "a sum of what they see is not the meeting’s");
    assert.match(shown({ mayHold: false, parts: [partOf([ITEM]), { ...partOf([]), id: "drift" }] }), /None of yours/);
    assert.match(shown({ mayHold: false, parts: [partOf([])] }), /No child whom you may open is on this agenda/);
  });

  test("says that something can no longer be shown, and why something was put off; keeps what was typed beside what is wrong", () => {
    assert.match(shown({ cannotShow: true }), /can no longer be shown.*Do not use papers that still have it/);
    assert.match(shown({ removed: [{ ...ITEM, mode: "removed", why: "Kept off: taken off the meeting of 3 May 2026 for safety" }] }), /Warning HM-1 was taken off for safety before, and is kept off this agenda/);
    assert.doesNotMatch(shown({ removed: [{ ...ITEM, mode: "removed", why: "A safety plan" }] }), /Warning/);
    assert.match(shown({ deferred: [{ ...ITEM, mode: "deferred", why: "Worker on leave", changedByName: "Ash Rowan" }] }), /Put off to another meeting HM-1 Worker on leave \(Ash Rowan\)/);
    const wrong = html({}, { errors: { title: "Say what the business is" }, typed: { minutes: "12" } });
    assert.match(wrong, /Say what the business is/);
    assert.match(wrong, /value="12"/);
  });

  test("reads what its forms send, and nothing else", () => {
    assert.deepEqual(readEdit({ op: "move", item: "i", part: "p", index: "" }), { op: "move", item: "i", part: "p", index: null });
    assert.deepEqual(readEdit({ op: "mode", item: "i", mode: "removed", why: "Not enough time", "why-off": "" }), { op: "mode", item: "i", mode: "removed", why: "" }, "why a child is taken off is asked in a box of its own");
    assert.deepEqual(readEdit({ op: "accept", part: "p" }), { op: "accept", part: "p", item: null });
    for (const body of [{}, { op: "toString" }, { op: "step", way: "left" }, { op: "mode", mode: "toString" }]) assert.equal(readEdit(body), undefined);
  });
});

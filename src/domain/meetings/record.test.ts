import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readWord } from "../../../tests/support/word.ts";
import { writeWord } from "../../exports/word/document.ts";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { day } from "../dates/day.ts";
import { textOf } from "../documents/word.ts";
import { agendaOf, later } from "./agenda-paper.ts";
import { attendedOf, confirmers, officeOf } from "./attended.ts";
import type { Member } from "./meeting.ts";
import { confirmingMeetings, minutesOf, refusesToConfirm } from "./minutes.ts";
import { mentionsIn, notToldApart, untoldIn, withoutOthers } from "./others.ts";
import { recordOf, type RecordInput, versionOf } from "./record.ts";
import type { WrittenItem } from "./written.ts";

const MEMBERS: readonly Member[] = [
  { as: "member", account: "ash", office: "Practice manager, fostering" }, { as: "chair", account: "cal", office: "Practice manager, reviews" },
  { as: "minute-taker", account: "min", office: "Administrator" }, { as: "invited", account: null, office: "Youth justice" },
];
const TYPED = new Map([
  ["discussion", "Two families were asked.\n\nOne said no."], ["plan", "ADOPTION"], ["classification", "at-risk"], ["planRight", "yes"], ["planNote", "All agree"], ["reportUpdated", "no"],
  ["tellBusinessSupport", "yes"], ["returnOn", "2026-07-08"], ["drift", "The report is late"],
  ["actions/a1/what", "Ask the third family"], ["actions/a1/who", "ash"], ["actions/a1/dueOn", "2026-06-24"], ["actions/a1/shownBy", "Their answer is on the record"],
  ["decisions/d1/what", "Search more widely"], ["decisions/d1/sort", "decided"], ["decisions/d1/why", "Eight months without a match"],
]);
const ITEM: WrittenItem = {
  mode: "discuss", reasons: [{ because: "A placement order made 8 months ago, and not placed" }], why: null, presenter: "ash", typed: TYPED, asked: { adoption: true, early: false }, ofChild: true,
  corrections: [{ box: "actions/a1/dueOn", text: "2026-06-30", why: "The family is away until then", by: "Min Lowe", on: day("2026-06-26") }],
};
const NAMES = { person: (account: string) => ({ ash: "Ash Rowe" })[account] ?? account, standard: (id: string) => id };
const CASE = fold(sampleEntries([
  { kind: "particulars", on: "2024-03-01", detail: { givenName: "Mara", familyName: "Fell" } }, { kind: "birth", on: "2024-03-01" },
  { kind: "legal-status", on: "2025-01-10", detail: { status: "E1" } }, { kind: "primary-plan", on: "2025-04-01", detail: { plan: "ADOPTION" } },
  { kind: "looked-after", on: "2024-06-01" }, { kind: "placement-order", on: "2025-01-10" },
]));
const INPUT: RecordInput = {
  meeting: {
    organisation: "Harrowmere Council", series: "Permanence tracking", heldOn: day("2026-06-10"), startsAt: "09:30", place: "Room 2", chair: "Practice manager, reviews", minuteTaker: "Administrator",
    attended: attendedOf({ members: MEMBERS }, { attendance: { cal: { as: "present" }, ash: { as: "stood-in", standIn: "the duty manager" }, "Youth justice": { as: "apologies" } } }),
    extraordinary: null, chairsAction: false, confirmedOn: day("2026-06-24"),
  },
  meetingId: "m2", today: day("2026-06-26"), part: "Adoption tracking", item: ITEM, concluded: true, localId: "HM-0412", case: CASE, names: NAMES, madeBy: "Min Lowe, tracking administrator", madeOn: "26 June 2026 at 10:00am",
};

describe("the record of one child", () => {
  it("holds what a council files, in Word as in the data it is made from", async () => {
    const document = recordOf(INPUT);
    const { headings, paragraphs, everything } = readWord(await writeWord(document));
    assert.deepEqual(headings.map(({ level, text }) => `${level} ${text}`), [
      "0 Tracking meeting record: HM-0412", "1 Who was there", "1 On the record on the day of the meeting", "1 Why the child was on the agenda", "1 Notes of the discussion",
      "1 Care plan, legal status and permanence classification", "1 Timescales, permanence and drift", "1 Questions of the tracking form", "1 Decisions and recommendations", "1 Actions",
      "1 When the child is considered again", "1 Corrections after it was confirmed",
    ]);
    const after = (what: string): string => paragraphs[paragraphs.indexOf(what) + 1] ?? "";
    assert.deepEqual(["Child", "Born", "Chair", "Part of the meeting", "Presented by", "This record", "Legal status", "Care plan confirmed", "Legal status confirmed", "Permanence classification"].map(after), [
      "Mara Fell, HM-0412", "1 March 2024", "Practice manager, reviews", "Adoption tracking", "Ash Rowe", "Version 2, with 1 correction. Minutes confirmed on 24 June 2026",
      "Placement order, since 10 January 2025", "Adoption", "Not confirmed at this meeting", "In danger of drift or delay",
    ]);
    const questions = paragraphs.slice(paragraphs.indexOf("Question"));
    assert.deepEqual(questions.slice(3 + 3 * 2, 3 + 3 * 4), ["Has the permanence report been updated?", "No", "", "Is adoption still the right plan?", "Yes", "All agree"]);
    for (const said of ["Two families were asked.", "One said no.", "Stood in for by the duty manager", "8 July 2026", "24 June 2026 [corrected: see the end]", "Their answer is on the record", "Eight months without a match"]) assert.ok(paragraphs.includes(said), said);
    for (const line of textOf(document)) for (const part of line.split(/ \| |: |\n/)) assert.ok([...paragraphs, everything].join("\n").includes(part), part);
  });

  it("leaves name and day of birth out of a child who may not be identified in a file", () => {
    const text = (...more: readonly SampleEntry[]): string => textOf(recordOf({ ...INPUT, case: fold(sampleEntries([
      { kind: "particulars", on: "2024-03-01", detail: { givenName: "Mara", familyName: "Fell" } }, { kind: "birth", on: "2024-03-01" }, { kind: "looked-after", on: "2024-06-01" }, ...more,
    ])) })).join("\n");
    assert.doesNotMatch(text(), /Mara|Born|1 March 2024/);
    assert.match(text(), /Left out: Name and date of birth/);
    assert.match(text({ kind: "placement-order", on: "2025-01-10" }), /Mara Fell, HM-0412\nBorn: 1 March 2024/);
  });

  it("holds what its answers put to others, and how the last meeting’s actions and the delay it raised stand; so do minutes", () => {
    const of = (meeting: string, organisation = "Harrowmere Council") => ({ meeting, series: "Permanence tracking", organisation });
    const c = fold(sampleEntries([
      { kind: "action-agreed", on: "2026-05-13", detail: { ...of("m1"), what: "Ask the second family", who: "ash", dueOn: "2026-05-20", shownBy: "A letter" } },
      { kind: "action-done", on: "2026-05-22", detail: { action: 1, how: "done", done: "They were asked" } },
      { kind: "meeting-decision", on: "2026-05-13", detail: { ...of("m1"), sort: "delay", what: "In danger of delay", why: "No family" } },
      { kind: "meeting-decision-answered", on: "2026-05-20", detail: { decision: 3, agreed: false, answer: "It is for fieldwork" } },
      { kind: "action-agreed", on: "2026-05-13", detail: { ...of("m0", "Region"), what: "Of another’s meeting", who: "ash", dueOn: "2026-05-20", shownBy: "A letter" } },
      { kind: "meeting-decision", on: "2026-06-10", detail: { ...of("m2"), sort: "to-review", what: "Revisit the plan", why: "Too long" } },
    ]));
    const minutes = minutesOf({ meeting: INPUT.meeting, meetingId: "m2", today: INPUT.today, state: "held", parts: [{ id: "one", name: "One", minutes: 10 }], names: NAMES, madeBy: "", madeOn: "", items: [{ ...ITEM, called: "HM-0412", part: "one", case: c }] });
    for (const document of [recordOf({ ...INPUT, case: c }), minutes]) {
      const text = textOf(document).join("\n");
      assert.match(text, /Ask the second family \| Ash Rowe \| 20 May 2026 \| Done on 22 May 2026\. They were asked/);
      assert.match(text, /In danger of delay \| [^|]*\| Not theirs to own[^\n]*It is for fieldwork/);
      assert.match(text, /Search more widely[^]*Revisit the plan \| Recommended[^|]* \| Too long/);
      assert.doesNotMatch(text, /Of another’s meeting/);
    }
  });

  it("shows a correction beside what was confirmed, as a correction, with both, why and by whom", () => {
    const text = textOf(recordOf(INPUT)).join("\n");
    assert.match(text, /Corrected on 26 June 2026 by Min Lowe[^]*What is corrected: Actions: by when\nThe minutes say: 24 June 2026\nThey should say: 30 June 2026\nWhy: The family is away until then/);
    assert.equal(text.match(/Ask the third family \| Ash Rowe \| 24 June 2026 \[corrected: see the end\]/g)?.length, 1, "the action itself stays as it was, and says that there is more");
  });

  it("is a draft until what was agreed is on the record, and a new version with each correction", () => {
    assert.match(versionOf({ ...INPUT, concluded: false }), /^Draft/);
    assert.equal(versionOf({ ...INPUT, item: { ...ITEM, corrections: [] }, meeting: { ...INPUT.meeting, confirmedOn: null } }), "Version 1. The minutes of the meeting are not yet confirmed");
  });

  it("asks no questions of adoption about a child it is not the plan for, and says what became of one who was not discussed", () => {
    const text = (item: Partial<WrittenItem>): string => textOf(recordOf({ ...INPUT, item: { ...ITEM, typed: new Map(), corrections: [], asked: { adoption: false, early: false }, ...item } })).join("\n");
    const little = text({ typed: new Map([["drift", "None"]]) });
    assert.doesNotMatch(little, /tracking form|adoption still/);
    assert.match(little, /Nothing was written of the discussion\.[^]*None was made\.[^]*None was agreed\./);
    assert.match(text({}), /Notes of the discussion\nNothing was written\.$/);
    assert.match(text({ mode: "note" }), /Noted without discussion/);
    const deferred = text({ mode: "deferred", why: "The worker is away" });
    assert.match(deferred, /Deferred\. The worker is away/);
    assert.doesNotMatch(deferred, /Notes of the discussion|Actions/);
  });
});

it("tells two people of one office apart where it says who was there", () => {
  const two: readonly Member[] = [{ as: "member", account: "hazel", office: "Service manager" }, { as: "chair", account: "cal", office: "Chair" }, { as: "member", account: "elm", office: "Service manager" }];
  assert.deepEqual(attendedOf({ members: two }, {}).map(({ office }) => office), ["Chair", "Service manager, first of 2", "Service manager, second of 2"]);
});

describe("words that may be another child", () => {
  const others = [{ localId: "HM-0413", name: "Rose Fell" }, { localId: "HM-04", name: "Tomas O’Dell-Price" }, { localId: "X9", name: null }];
  const found = (discussion: string, known: readonly string[] = []): readonly string[] =>
    mentionsIn(recordOf({ ...INPUT, item: { ...ITEM, typed: new Map([["discussion", discussion]]), corrections: [] } }), { localId: "HM-0412", name: "Mara Fell" }, others, known).map(({ where, words }) => `${where}: ${words}`);
  const at = (words: string): readonly string[] => [`Notes of the discussion: ${words}`];

  it("are local ids however written, names whole and in part, and what has the shape of a local id", () => {
    assert.deepEqual(found("as for HM-0413"), at("HM-0413"));
    assert.deepEqual(found("as for hm 0413."), at("hm 0413"));
    assert.deepEqual(found("like X9"), at("X9"));
    assert.deepEqual(found("like HM-0777"), at("HM-0777"));
    for (const id of ["TW1001", "TW-1001", "AB/204", "TW 1001", "XYZ0412"]) assert.deepEqual(found(`as for ${id}, who waits`), at(id), "of another authority");
    assert.deepEqual(found("Rose’s carer came"), at("Rose"));
    assert.deepEqual(found("with rose fell"), at("rose fell"));
    assert.deepEqual(found("TOMAS came"), at("TOMAS"));
    assert.deepEqual(found("Tomás came"), at("Tomas"));
  });

  it("are not the child’s own id and name, a name they share, a word in small letters, part of a longer word, or a colleague", () => {
    for (const said of ["HM-0412 and hm0412", "Mara Fell", "the Fell family", "she rose early", "Rosemary said", "HM-04121 pages", "2026 and 0412", "Room AB 12, ABC 2002", "the 2002 Act, CLA 12, tw1001"]) assert.deepEqual(found(said), [], said);
    assert.deepEqual(found("Rose Hill, family finder", ["Rose Hill"]), []);
    assert.deepEqual(found("Rose Hill, family finder"), at("Rose"));
  });

  it("are left out unasked where they are the whole name of a child whom nobody who reads may know of, and nobody said that they belong", () => {
    const document = recordOf({ ...INPUT, item: { ...ITEM, typed: new Map([["discussion", "As for Kit  Rowan, and KIT ROWAN. Kit came. Mara Fell too"]]), corrections: [] } });
    const untold = (name: string, known: readonly string[] = [], belong: readonly string[] = []) => untoldIn(document, { localId: "HM-0412", name: "Mara Fell" }, [{ localId: "TW-0001", name }], known, belong);
    assert.deepEqual(untold("Kit Rowan"), ["KIT ROWAN"]);
    assert.deepEqual(untold("Kit Rowan", ["Kit Rowan"]), []);
    assert.deepEqual(untold("Kit Rowan", [], ["kit rowan"]), []);
    assert.deepEqual(untold("Mara Fell"), [], "a child of the same name is not told from the child");
    assert.match(textOf(withoutOthers(document, untold("Kit Rowan"))).join("\n"), /As for \[another child\], and \[another child\]\. Kit came\. Mara Fell too/);
  });

  it("are found wherever they stand, once under a heading, and not again once somebody has told them apart", () => {
    const document = recordOf({ ...INPUT, item: { ...ITEM, why: "Rose asked", reasons: [{ because: "As for Rose. And Rose" }], corrections: [{ ...ITEM.corrections[0]!, why: "It was Rose" }] } });
    const mentions = mentionsIn(document, { localId: "HM-0412", name: "Mara Fell" }, others);
    assert.deepEqual(mentions.map(({ where }) => where), ["Why the child was on the agenda", "Corrections after it was confirmed"]);
    assert.deepEqual(notToldApart(mentions, ["rose"]), []);
    assert.equal(notToldApart(mentions, ["rosa"]).length, 2);
  });

  it("are left out of the child’s record where they are another child, accents and all", () => {
    const document = withoutOthers(recordOf({ ...INPUT, item: { ...ITEM, typed: new Map([["discussion", "Tomás and Thomas. HM\u2010 0413, hm-0413"], ["other", "½ Tomas’s"]]) } }), ["tomas", "hm- 0413", "HM-0413", " "]);
    const text = textOf(document).join("\n");
    assert.match(text, /\[another child\] and Thomas\. \[another child\], \[another child\]\n/);
    assert.deepEqual(mentionsIn(document, { localId: "HM-0412", name: "Mara Fell" }, others), []);
    const untouched = recordOf(INPUT);
    assert.equal(withoutOthers(untouched, []), untouched);
    assert.deepEqual(withoutOthers(untouched, ["nobody"]), untouched);
  });

  it("are found of any id and name, and nothing goes wrong with any text", () => {
    fc.assert(fc.property(fc.string(), fc.stringMatching(/^[A-Z]{1,3}[-/]?\d{2,6}$/), fc.string(), (text, id, name) => {
      const document = recordOf({ ...INPUT, item: { ...ITEM, typed: new Map([["discussion", `${text} ${id} ${text}`]]), corrections: [] } });
      const mentions = mentionsIn(document, { localId: "ZZZZ", name: "Mara Fell" }, [{ localId: id, name }, { localId: "..", name: "" }]);
      assert.ok(mentions.some(({ words }) => words === id));
    }), { numRuns: 60 });
  });
});

describe("minutes", () => {
  const meeting = (id: string, heldOn: string, state: "held" | "open" | "cancelled" | "planned" = "held") => ({ id, heldOn: day(heldOn), state });

  it("are confirmed once, by chair or minute taker, at a later meeting that has come, when all that was agreed is on the records", () => {
    const series = [meeting("before", "2026-05-27"), meeting("same", "2026-06-10"), meeting("off", "2026-06-17", "cancelled"), meeting("next", "2026-06-24", "open"), meeting("to come", "2026-07-08", "planned")];
    const later = confirmingMeetings(day("2026-06-10"), day("2026-06-24"), series);
    assert.deepEqual(later.map(({ id }) => id), ["next"]);
    const good = { state: "held", isConfirmer: true, later, chosen: "next", unwritten: [] } as const;
    const message = (change: Partial<Parameters<typeof refusesToConfirm>[0]>): string => refusesToConfirm({ ...good, ...change }).map((r) => `${r.field}: ${r.message}`).join();
    assert.equal(message({}), "");
    assert.match(message({ state: "confirmed" }), /already/);
    assert.match(message({ state: "open" }), /Close it first/);
    assert.match(message({ state: "cancelled" }), /no minutes/);
    assert.match(message({ isConfirmer: false }), /chair or the minute taker/);
    assert.match(message({ later: [] }), /has not come/);
    assert.match(message({ chosen: "to come" }), /Choose the meeting/);
    assert.match(message({ unwritten: ["HM-0412"] }), /^unwritten: .*HM-0412/);
  });

  it("are confirmed by whoever has the office, or stood in at either meeting", () => {
    assert.deepEqual([...confirmers({ members: MEMBERS }, { chair: "dee" }, { minuteTaker: "eve" })].sort(), ["cal", "dee", "eve", "min"]);
    assert.equal(officeOf("chair", { members: MEMBERS }, { chair: "ash" }), "Practice manager, fostering, standing in");
    assert.equal(officeOf("minute-taker", { members: [] }, {}), "Not said");
  });

  it("hold every item in its part, those of a part that is no more last, and say alike to everybody that there may be others", async () => {
    const parts = [{ id: "one", name: "First part", minutes: 45 }, { id: "two", name: "Second part", minutes: 60 }];
    const document = minutesOf({ meeting: INPUT.meeting, meetingId: "m2", today: day("2026-06-26"), state: "confirmed", parts, names: NAMES, madeBy: "", madeOn: "", items: [{ ...ITEM, called: "HM-0412", part: "two" }, { ...ITEM, corrections: [], called: "HM-0413", part: "gone" }] });
    const { headings } = readWord(await writeWord(document));
    assert.deepEqual(headings.filter(({ level }) => level < 3).map(({ text }) => text), ["Minutes: Permanence tracking", "Who was there", "First part", "Second part", "HM-0412", "gone", "HM-0413"]);
    assert.ok(textOf(document).some((line) => line.includes("There may have been others")));
  });
});

describe("an agenda on paper", () => {
  it("says when each is discussed, and what is noted and deferred", async () => {
    const line = { minutes: 15, mode: "discuss", because: ["A placement order made 8 months ago"], presenter: "Ash Rowe", papers: "Waiting for the chronology", why: null } as const;
    const document = agendaOf({
      meeting: INPUT.meeting, parts: [{ id: "one", name: "Adoption", minutes: 45 }, { id: "two", name: "Other plans", minutes: 60 }], madeOn: "5 June 2026", whole: true,
      lines: [{ ...line, part: "one", called: "HM-0412" }, { ...line, part: "one", called: "HM-0413" }, { ...line, part: "two", called: "HM-0414" }, { ...line, mode: "note", part: "two", called: "HM-0415" }, { ...line, mode: "deferred", part: "two", called: "HM-0416", why: "No time" }],
    });
    const { headings, paragraphs } = readWord(await writeWord(document));
    assert.deepEqual(headings.map(({ text }) => text), ["Agenda: Permanence tracking", "Adoption, 09:30 to 10:15", "Other plans, 10:15 to 11:15", "To note without discussion", "Deferred"]);
    const time = (id: string): string => paragraphs[paragraphs.indexOf(id) + 1] ?? "";
    assert.deepEqual(["HM-0412", "HM-0413", "HM-0414"].map(time), ["09:30 (15 min)", "09:45 (15 min)", "10:15 (15 min)"]);
    assert.equal(later("23:50", 20), "00:10");
  });

  it("says what does not fit instead of a time in the next part, and no times at all to whoever sees only some of it", async () => {
    const line = { minutes: 15, mode: "discuss", because: [], presenter: null, papers: "", why: null } as const;
    const input = { meeting: INPUT.meeting, parts: [{ id: "one", name: "Adoption", minutes: 20 }, { id: "two", name: "Other plans", minutes: 60 }], madeOn: "5 June 2026", lines: [{ ...line, part: "one", called: "HM-0412" }, { ...line, part: "one", called: "HM-0413" }] };
    const all = readWord(await writeWord(agendaOf({ ...input, whole: true }))).paragraphs.join("\n");
    assert.match(all, /It does not fit: 10 minutes too many[^]*HM-0412\n09:30 \(15 min\)[^]*HM-0413\nDoes not fit \(15 min\)/);
    const some = readWord(await writeWord(agendaOf({ ...input, whole: false }))).paragraphs.join("\n");
    assert.match(some, /HM-0412\n15 min[^]*None of yours\./);
    assert.doesNotMatch(some, /09:30 \(|fit|Nothing in this part/);
  });
});

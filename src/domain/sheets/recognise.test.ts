import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { day } from "../dates/day.ts";
import type { RowChild } from "./facts.ts";
import { nearName, sameName } from "./recognise-names.ts";
import { type KnownChild, type Recognised, recogniser, type RowAnswer, sharedIds } from "./recognise.ts";
import { workerRecogniser } from "./recognise-workers.ts";

const mia: KnownChild = { localId: "HM-0104", givenName: "Mia", familyName: "Rowan", bornOn: day("2024-01-05") };
const tia: KnownChild = { localId: "HM-0105", givenName: "Tia", familyName: "Rowan", bornOn: day("2024-01-05") };
const unborn: KnownChild = { localId: "HM-0200", familyName: "Ashby", expectedOn: day("2026-10-01") };
const zeros: KnownChild = { localId: "00712", givenName: "Ned", familyName: "Hale", bornOn: day("2023-03-03") };
const returned: KnownChild = { localId: "HM-0300", bornOn: day("2022-02-02") };

const row = (child: RowChild) => ({ row: 7, child, facts: [] });
const who = (child: RowChild, answer?: RowAnswer, known: readonly KnownChild[] = [mia, tia, unborn, zeros, returned]): Recognised =>
  recogniser(known, new Map(answer === undefined ? [] : [[7, answer]]))(row(child));
const short = (r: Recognised): string => (r.is === "asked" ? `asked ${r.candidates.join(" ")}`.trim() : r.is === "left-out" ? `left-out ${r.why}` : `${r.is} ${r.localId}`);

describe("who a row is about", () => {
  const cases: readonly (readonly [what: string, child: RowChild, short: string])[] = [
    ["the same id", { localId: "HM-0104" }, "known HM-0104"],
    ["the id in small letters, with a space", { localId: "hm- 0104" }, "known HM-0104"],
    ["noughts that Excel dropped, and the same child", { localId: "712", givenName: "Ned", familyName: "Hale" }, "known 00712"],
    ["noughts that Excel dropped, and nothing else known", { localId: "712" }, "asked 00712"],
    ["a space for a hyphen", { localId: "hm0104" }, "asked HM-0104"],
    ["no hyphen, and the same child", { localId: "HM0104", givenName: "Mia", familyName: "Rowan" }, "known HM-0104"],
    ["no hyphen, and a child nearly of that name", { localId: "HM0104", givenName: "Pia", familyName: "Rowan", bornOn: day("2024-01-05") }, "known HM-0104"],
    ["the figures alone", { localId: "0200" }, "asked HM-0200"],
    ["an id nobody has, not as ids are written here", { localId: "hm9005" }, "asked"],
    ["a child of a return, who has no name there", { localId: "HM-0300", givenName: "Ida", familyName: "Fox", bornOn: day("2022-02-02") }, "known HM-0300"],
    ["the id of one child with the name and birth of another", { localId: "HM-0104", givenName: "Ida", familyName: "Fox", bornOn: day("2020-02-02") }, "asked HM-0104"],
    ["the id of a child with only another birth", { localId: "HM-0104", givenName: "Mia", familyName: "Rowan", bornOn: day("2024-01-06") }, "known HM-0104"],
    ["an id not known", { localId: "HM-0999", givenName: "Ida", familyName: "Fox", bornOn: day("2020-02-02") }, "new HM-0999"],
    ["an id not known, with a space in it", { localId: "HM 0999" }, "asked"],
    ["an id of another kind altogether", { localId: "ZK77" }, "new ZK77"],
    ["an id not known, with the name and birth of somebody", { localId: "P-1", givenName: "Mia", familyName: "Rowan", bornOn: day("2024-01-05") }, "asked HM-0104 HM-0105"],
    ["what cannot be an id", { localId: "#12" }, "asked"],
    ["no id: name and birth", { givenName: "Mia", familyName: "Rowan", bornOn: day("2024-01-05") }, "known HM-0104"],
    ["no id: the names the other way about", { givenName: "Rowan", familyName: "MIA", bornOn: day("2024-01-05") }, "known HM-0104"],
    ["no id: nearly a twin’s name", { givenName: "Pia", familyName: "Rowan", bornOn: day("2024-01-05") }, "asked HM-0104 HM-0105"],
    ["no id: the name alone", { givenName: "Mia", familyName: "Rowan" }, "asked HM-0104"],
    ["no id: the name, and another birth", { givenName: "Mia", familyName: "Rowan", bornOn: day("2021-01-05") }, "asked"],
    ["no id: born about when one was expected", { givenName: "Eve", familyName: "Ashby", bornOn: day("2026-09-20") }, "asked HM-0200"],
    ["no id: nobody known", { givenName: "Ida", familyName: "Fox", bornOn: day("2020-02-02") }, "asked"],
    ["nothing at all", {}, "left-out nobody"],
  ];
  for (const [what, child, expected] of cases) test(what, () => assert.equal(short(who(child)), expected));
});

describe("what a person answers", () => {
  const child: RowChild = { givenName: "Pia", familyName: "Rowan", bornOn: day("2024-01-05") };
  test("the same as a known child, a new one, or nobody", () => {
    assert.equal(short(who(child, { as: "known", localId: "hm-0104" })), "known HM-0104");
    assert.equal(short(who(child, { as: "new", localId: "HM-0106" })), "new HM-0106");
    assert.equal(short(who(child, { as: "left-out" })), "left-out answer");
  });
  test("an id that is another child’s, or is none, is asked again and said", () => {
    const taken = who({ ...child, givenName: "Bob", familyName: "Carr" }, { as: "new", localId: "HM-0200" });
    assert.match(taken.is === "asked" ? taken.wrong ?? "" : "", /already in the record/);
    const none = who(child, { as: "new", localId: "#" });
    assert.match(none.is === "asked" ? none.wrong ?? "" : "", /up to 40 letters/);
    const gone = who(child, { as: "known", localId: "HM-7" });
    assert.match(gone.is === "asked" ? gone.wrong ?? "" : "", /any more/);
  });
  test("a new child is the known one once the sheet has landed", () => {
    const known = [{ localId: "HM-0106", givenName: "Pia", familyName: "Rowan", bornOn: day("2024-01-05") }];
    assert.equal(short(who(child, { as: "new", localId: "HM-0106" }, known)), "known HM-0106");
  });
});

test("an id not as ids are written here is asked with the id it would be", () => {
  const asked = who({ localId: "hm 999" });
  assert.equal(asked.is === "asked" && asked.suggestedId, "HM-0999");
  assert.match(asked.is === "asked" ? asked.why : "", /hm 999.*HM-0999/);
  assert.equal(short(who({ localId: "hm 999" }, { as: "new", localId: "HM-0999" })), "new HM-0999");
});

test("rows that came to one child are one child told twice, or two with one id", () => {
  const rows = (a: RowChild, b: RowChild) => sharedIds([[{ row: 2, child: a, facts: [] }, "H-1"], [{ row: 5, child: b, facts: [] }, "h-1"]]);
  assert.deepEqual(rows({ givenName: "Mia" }, { givenName: "Mia" }), [{ localId: "H-1", rows: [2, 5], differ: false }]);
  assert.equal(rows({ givenName: "Mia" }, { givenName: "Bob" })[0]?.differ, true);
  assert.equal(rows({ bornOn: day("2024-01-05") }, { bornOn: day("2024-01-06") })[0]?.differ, true);
});

test("names are compared as people mean them", () => {
  assert.ok(sameName("O’Néill-Hart, Mia", "mia oneill hart"));
  assert.ok(nearName("Mia Rose Rowan", "Mia Rowan") && nearName("Jon Rowan", "John Rowan") && nearName("Katherine Hale", "Catharine Hale"));
  assert.ok(!nearName("Mia Rowan", "Ida Rowan") && !nearName("Mia", "Mia Rowan") && !nearName("", ""));
});

describe("workers", () => {
  const workers = [
    { account: "a.jo", worker: "SW01", name: "Jo Hartley", role: "social-worker" },
    { account: "a.sam", worker: null, name: "Sam Wood", role: "social-worker" },
    { account: "a.sam2", worker: "FF02", name: "Sam Wood", role: "family-finder" },
    { account: "a.lee", worker: "SW05", name: "Lee Marsh", role: "social-worker" },
    { account: "a.lee2", worker: "SW06", name: "Lee Marsh", role: "social-worker" },
  ] as const;
  const meant = (said: string, role: "social-worker" | "family-finder" = "social-worker") => workerRecogniser(workers)(said, role);
  for (const [said, value, how] of [
    ["sw01", "SW01", "known"], ["Hartley, Jo", "SW01", "known"], ["J Hartley", "SW01", "likely"], ["Jo Hartly", "SW01", "likely"], ["Jo Nobody", "Jo Nobody", "nobody"], ["Sam Wood", "a.sam", "known"], ["Lee Marsh", "Lee Marsh", "several"],
  ] as const) test(`“${said}” is ${value}`, () => assert.deepEqual([meant(said).value, meant(said).how], [value, how]));
  test("a name means somebody else in another role", () => assert.equal(meant("Sam Wood", "family-finder").value, "FF02"));
  test("one of two with a name may be the one on record", () => {
    assert.ok(meant("Lee Marsh").isSaid("SW06") && meant("Lee Marsh").isSaid("lee marsh") && !meant("Lee Marsh").isSaid("SW01"));
  });
});

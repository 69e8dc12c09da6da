import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Draft, Entry } from "../../chronology/entry.ts";
import { fold } from "../../chronology/fold.ts";
import { day } from "../../dates/day.ts";
import { chronologyOf } from "./chronology.ts";
import { reconcile } from "./reconcile.ts";
import { at, childRows, decision, episode, said, saidOf, yearsAround, yearsOf } from "./rows-for-tests.ts";
import type { ChildRows, ReturnYear } from "./tables.ts";

const entriesOf = (drafts: readonly Draft[], from = 1): Entry[] =>
  drafts.map((d, i) => ({ ...d, number: from + i, recordedAt: "2025-05-01T09:00:00Z", recordedBy: "operator" }));

const wantedFrom = (rows: Partial<ChildRows>, years: readonly ReturnYear[] = yearsAround(childRows(rows))) =>
  ({ years, wanted: chronologyOf(childRows(rows), { years }).drafts });

/** Imports one return after another into an empty record. */
function imported(...returns: readonly (readonly [Partial<ChildRows>, (readonly ReturnYear[])?])[]): Entry[] {
  const entries: Entry[] = [];
  for (const [rows, given] of returns) {
    const { years, wanted } = wantedFrom(rows, given);
    entries.push(...entriesOf(reconcile(entries, wanted, { years }).add, entries.length + 1));
  }
  return entries;
}

const again = (entries: readonly Entry[], rows: Partial<ChildRows>, options: { years?: readonly ReturnYear[]; withdrawVanished?: boolean } = {}) => {
  const { years, wanted } = wantedFrom(rows, options.years);
  return reconcile(entries, wanted, { years, withdrawVanished: options.withdrawVanished ?? false });
};

const written = (drafts: readonly Draft[]) => drafts.map((d) => [said(d), d.supersedes === undefined ? "new" : `${d.cause} ${d.supersedes}`].join(" | "));
const byHand = (number: number, draft: Omit<Draft, "source" | "certainty" | "detail"> & Partial<Draft>): Entry =>
  ({ certainty: "actual", detail: {}, source: { type: "person" }, ...draft, number, recordedAt: "2025-06-01T09:00:00Z", recordedBy: "a" });

const review = (on: string, code = "PN1") => ({ ...at("Reviews", 2025), dob: null, on: day(on), code });
const stay = episode("2024-05-01 S C1 U6", { in: 2025 });

describe("the same files again", () => {
  test("change nothing", () => {
    const rows = {
      episodes: [episode("2024-05-01 S C1 U6 2024-08-01"), episode("2024-08-01 L E1 U6 2024-11-01"), episode("2024-11-01 P E1 A6")],
      reviews: [review("2024-06-01"), review("2024-09-01")], decisions: [decision("2024-07-01", 2025)],
    };
    const result = again(imported([rows]), rows);
    assert.deepEqual([result.add, result.vanished, result.conflicts], [[], [], []]);
    assert.equal(result.unchanged, imported([rows]).length);
  });
});

describe("where the proof is, of which no file speaks", () => {
  const proof = { evidenceSystem: "Case system", evidencePlace: "Reviews, 3", evidenceOn: "2024-06-02", evidenceBy: "A. Worker", onBehalfOf: "reviewing-officer" };
  const rows = { episodes: [stay], reviews: [review("2024-06-01")] };

  test("and on whose behalf, makes no difference to an entry by hand: nothing is written, and nothing is to be settled", () => {
    const legal = imported([{ episodes: [stay] }]).find((e) => e.kind === "legal-status");
    const hand = [
      byHand(1, { kind: "review", happenedOn: day("2024-06-01"), detail: { participation: "PN1", ...proof } }),
      byHand(2, { kind: "legal-status", happenedOn: day("2024-05-01"), detail: { ...legal!.detail, ...proof } }),
    ];
    const { add, conflicts, vanished } = again(hand, rows);
    assert.deepEqual([add.map((d) => d.kind).sort(), conflicts, vanished], [["looked-after", "placement"], [], []]);
    const then = again([...hand, ...entriesOf(add, 3)], rows);
    assert.deepEqual([then.add, then.conflicts], [[], []]);
  });

  test("and what a person added it to, of what the file had said, stays theirs", () => {
    const before = imported([rows]);
    const said = before.find((e) => e.kind === "review")!;
    const added = byHand(before.length + 1, { ...said, detail: { ...said.detail, ...proof }, source: { type: "person" }, supersedes: said.number, cause: "corrected", reason: "Where the notes are" });
    const { add, conflicts } = again([...before, added], rows);
    assert.deepEqual([add, conflicts], [[], []]);
  });
});

describe("a corrected file", () => {
  test("an end, a moved day and another code, each with its cause", () => {
    const before = imported([{ episodes: [stay], reviews: [review("2024-06-01"), review("2024-09-01")] }]);
    const { add, vanished } = again(before, { episodes: [{ ...stay, dec: day("2025-02-01"), rec: "E4A" }], reviews: [review("2024-06-03"), review("2024-09-01", "PN3")] });
    assert.deepEqual(vanished, []);
    assert.deepEqual(written(add).sort(), [
      "legal-status 2024-05-01 to 2025-02-01 C1 | ended 2",
      "looked-after 2024-05-01 to 2025-02-01 E4A N1 | ended 1",
      "placement 2024-05-01 to 2025-02-01 U6 not sameCarer | ended 3",
      "review 2024-06-03 PN1 | moved 4",
      "review 2024-09-01 PN3 | corrected 5",
    ]);
  });

  test("the new telling is its source", () => {
    const [add] = again(imported([{ episodes: [stay], reviews: [review("2024-06-01")] }]), { episodes: [stay], reviews: [{ ...review("2024-06-03"), row: 99 }] }).add;
    assert.ok(add?.source.type === "ssda903" && add.source.row === 99);
  });

  test("two periods that became one: one is corrected, and the other gives way without being asked", () => {
    const before = imported([{ episodes: [episode("2024-05-01 S C1 U6 2024-08-01"), episode("2024-08-01 L C2 U6", { in: 2025 })] }]);
    const { add, vanished, conflicts } = again(before, { episodes: [episode("2024-05-01 S C1 U6", { in: 2025 })] });
    assert.deepEqual([vanished, conflicts], [[], []]);
    assert.deepEqual(written(add).filter((w) => w.startsWith("legal-status")), ["legal-status 2024-08-01 C2 | gone-from-source 4", "legal-status 2024-05-01 C1 | corrected 2"]);
    assert.deepEqual(fold([...before, ...entriesOf(add, before.length + 1)]).problems, []);
  });
});

describe("what has vanished", () => {
  const rows = { episodes: [stay], reviews: [review("2024-06-01"), review("2024-12-01")] };
  const without = { episodes: [stay], reviews: [review("2024-06-01")] };

  test("is listed and left", () => {
    const { add, vanished } = again(imported([rows]), without);
    assert.deepEqual(add, []);
    assert.deepEqual(saidOf(vanished), ["review 2024-12-01 PN1"]);
  });

  test("is withdrawn when a person says so", () => {
    const { add } = again(imported([rows]), without, { withdrawVanished: true });
    assert.deepEqual(written(add), ["review 2024-12-01 PN1 | gone-from-source 5"]);
    assert.ok(add[0]?.source.type === "ssda903" && add[0].source.file === "2025/Reviews.csv");
  });

  test("comes back when the file does", () => {
    const before = imported([rows]);
    const entries = [...before, ...entriesOf(again(before, without, { withdrawVanished: true }).add, before.length + 1)];
    assert.deepEqual(written(again(entries, rows).add), ["review 2024-12-01 PN1 | new"]);
  });

  test("is not what other years’ files, or tables not given, would tell of", () => {
    const before = imported([rows]);
    const nextYear = { episodes: [{ ...stay, ...at("Episodes", 2026) }] };
    assert.deepEqual(again(before, nextYear, { years: yearsOf([2026]) }).vanished, []);
    assert.deepEqual(again(before, { episodes: [stay] }, { years: yearsOf([2025], ["Header", "Episodes"]) }).vanished, []);
  });
});

describe("years imported one after another", () => {
  const first = { episodes: [episode("2023-05-01 S V2 U6 2023-09-01"), episode("2023-09-01 L C2 U6", { in: 2024 })], decisions: [decision("2024-01-05", 2024)] };
  const second = {
    episodes: [episode("2023-09-01 L C2 U6 2024-06-01", { in: 2025 }), episode("2024-06-01 L E1 U6 2024-09-01"), episode("2024-09-01 P E1 A6", { in: 2025 })],
    decisions: [decision("2024-01-05", 2025)],
  };
  const third = { episodes: [episode("2024-09-01 P E1 A6 2025-12-01", { in: 2026, rec: "E12" })], decisions: [decision("2024-01-05", 2026)] };
  const years = [yearsOf([2024]), yearsOf([2025]), yearsOf([2026])] as const;
  const together = imported([{ episodes: [...first.episodes, ...second.episodes, ...third.episodes], decisions: [...first.decisions, ...second.decisions, ...third.decisions] }, yearsOf([2024, 2025, 2026])]);
  const live = (entries: readonly Entry[]) => saidOf(fold(entries).entries).sort();

  test("tell the same as all together, in whatever order", () => {
    const returns = [[first, years[0]], [second, years[1]], [third, years[2]]] as const;
    for (const order of [[0, 1, 2], [2, 1, 0], [1, 0, 2], [1, 2, 0], [2, 0, 1], [0, 2, 1]]) {
      const entries = imported(...order.map((i) => returns[i]!));
      assert.deepEqual(live(entries), live(together), String(order));
      assert.deepEqual(fold(entries).problems, []);
    }
  });

  test("consent and then an order, with the same family, stay one placement when only the latter’s year is given", () => {
    const before = { episodes: [episode("2023-05-01 S V2 U6 2023-10-01"), episode("2023-10-01 T V2 A3 2024-01-10"), episode("2024-01-10 U E1 A5", { in: 2024 })] };
    const after = { episodes: [episode("2024-01-10 U E1 A5", { in: 2025 })] };
    const { add } = again(imported([before, years[0]]), after, { years: years[1] });
    assert.deepEqual(add, []);
  });

  test("an older year again does not undo a newer", () => {
    const { add, vanished, conflicts } = again(together, second, { years: years[1] });
    assert.deepEqual([written(add), saidOf(vanished), conflicts], [[], [], []]);
  });
});

describe("what people entered", () => {
  const match = { ...at("AD1", 2025), dob: null, decidedOn: null, matchedOn: day("2024-10-10"), fosterCare: null, adopters: null, adoptersSex: null, adoptersStatus: null };
  const adopted = [episode("2024-05-01 S E1 A6 2025-03-01", { rec: "E12" })];

  test("and the file says too is not written again", () => {
    const hand = byHand(1, { kind: "match-decision", happenedOn: day("2024-10-10"), detail: { outcome: "made", family: "F1" } });
    const { add, conflicts } = again([hand], { episodes: adopted, adopted: [match] });
    assert.deepEqual(saidOf(add, "match-decision"), []);
    assert.deepEqual(conflicts, []);
  });

  test("and the file says otherwise is a conflict, and the file’s telling is not written", () => {
    const hand = byHand(1, { kind: "match-decision", happenedOn: day("2024-10-12"), detail: { outcome: "made" } });
    const { add, conflicts } = again([hand], { episodes: adopted, adopted: [match] });
    assert.deepEqual(saidOf(add, "match-decision"), []);
    assert.deepEqual(conflicts.map((c) => [c.kind, c.entry, c.recordSays, c.fileSays, c.file]), [
      ["match-decision", 1, "12 October 2024, Made", "10 October 2024, Made", "2025/AD1.csv"],
    ]);
  });

  test("to correct what came from a file stands, however often the file says it again", () => {
    const rows = { episodes: [stay], reviews: [review("2024-06-01")] };
    const before = imported([rows]);
    const hand = byHand(9, { kind: "review", happenedOn: day("2024-06-02"), supersedes: 4, cause: "moved" });
    const { add, conflicts, vanished } = again([...before, hand], rows);
    assert.deepEqual([add, vanished], [[], []]);
    assert.deepEqual(conflicts.map((c) => [c.entry, c.recordSays, c.fileSays]), [[9, "2 June 2024", "1 June 2024, Attended and spoke"]]);
  });

  test("to withdraw what came from a file stands too", () => {
    const rows = { episodes: [stay], reviews: [review("2024-06-01")] };
    const hand = byHand(9, { kind: "review", happenedOn: day("2024-06-01"), supersedes: 4, cause: "entered-in-error" });
    const { add, conflicts } = again([...imported([rows]), hand], rows);
    assert.deepEqual(add, []);
    assert.match(conflicts[0]?.recordSays ?? "", /^withdrawn/);
  });

  test("as planned is no contradiction of what then happened", () => {
    const hand = byHand(1, { kind: "adoption-order", happenedOn: day("2025-03-08"), certainty: "planned" });
    const { add, conflicts } = again([hand], { episodes: adopted });
    assert.deepEqual([saidOf(add, "adoption-order"), conflicts], [["adoption-order 2025-03-01"], []]);
  });

  test("of a period that is in the way of the file’s is a conflict; nothing that cannot stand is written", () => {
    const hand = byHand(1, { kind: "placement", happenedOn: day("2024-04-20"), detail: { type: "U4" } });
    const { add, conflicts } = again([hand], { episodes: [stay] });
    assert.deepEqual(saidOf(add, "placement"), []);
    assert.deepEqual(conflicts.map((c) => [c.kind, c.entry]), [["placement", 1]]);
    assert.deepEqual(fold([hand, ...entriesOf(add, 2)]).problems, []);
  });

  test("as an open period, when the file knows its end, is a conflict; the file that ends before it does not", () => {
    const hand = byHand(1, { kind: "looked-after", happenedOn: day("2024-05-01") });
    assert.equal(again([hand], { episodes: [{ ...stay, dec: day("2025-02-01"), rec: "E4A" }] }).conflicts.length, 1);
    const ended = byHand(1, { kind: "looked-after", happenedOn: day("2024-05-01"), until: day("2025-06-01") });
    assert.deepEqual(again([ended], { episodes: [stay] }).conflicts, []);
    assert.equal(again([{ ...ended, until: day("2025-01-01") }], { episodes: [stay] }).conflicts.length, 1);
  });

  test("is never withdrawn for not being in a file", () => {
    const hand = byHand(1, { kind: "review", happenedOn: day("2024-07-01") });
    assert.deepEqual(again([hand], { episodes: [stay] }, { withdrawVanished: true }).vanished, []);
  });
});

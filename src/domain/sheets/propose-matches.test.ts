import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { KINDS } from "../chronology/kinds.ts";
import { DATED_KINDS } from "../tracker/columns.ts";
import { HEADINGS_NOT_READ_BACK } from "../tracker/sheet-columns.ts";
import { TARGETS, type Target } from "./facts.ts";
import { grid } from "./grid-for-tests.ts";
import { findHeadings, type Headings } from "./headings.ts";
import { proposeMatches } from "./propose-matches.ts";
import { AMBIGUOUS_WORDS, COUNCIL_WORDS, LIKELY_WORDS } from "./words.ts";
import { plain } from "./wording.ts";

const headed = (...labels: readonly string[]): Headings => ({ rows: [1], labels, own: labels });
/** What each heading is taken for, with no cells beneath. */
const words = (...labels: readonly string[]) => proposeMatches(grid(labels), headed(...labels)).map((m) => `${m.target} ${m.how}`);
const one = (label: string) => words(label)[0];
/** What a column is taken for by these cells beneath its heading. */
const holding = (label: string, ...cells: readonly string[]) => proposeMatches(grid([label], ...cells.map((c) => [c, "x", "y"])), headed(label, "a", "b"))[0];

describe("headings as councils write them", () => {
  const known: Readonly<Record<string, Target>> = {
    "SHOBPA": "on:plan-decision", "SHOPBA": "on:plan-decision", "BID": "on:plan-decision", "PO": "on:placement-order", "PO granted": "on:placement-order", "PO Granted Date": "on:placement-order", "Date of Placement Order": "on:placement-order",
    "Linked?": "on:link", "DOB": "birth", "D.O.B.": "birth", "EDD": "birth", "SW": "social-worker", "FF": "family-finder", "FF worker": "family-finder", "Name": "name", "Child’s name": "name", "Surname": "family-name", "Forename(s)": "given-name",
    "LCS ID": "local-id", "Mosaic ID": "local-id", "LL ID": "local-id", "PID": "local-id", "ID": "local-id", "Legal status": "legal-status", "LS": "legal-status", "Legal Status Date": "legal-status-from", "Placement": "placement", "Carers": "carer", "Adopters": "family",
    "Plan": "plan", "Matching panel": "on:matching-panel", "MP": "on:matching-panel", "ADM ratification": "on:match-decision", "Intros": "on:introductions-start", "Placed": "on:placed-for-adoption", "AO app": "on:adoption-application", "AO": "on:adoption-order",
    "Celebration hearing": "on:celebration-hearing", "RoA": "on:adoption-review", "LAC review": "on:review", "CPR": "on:permanence-report", "PAR": "on:adopter-report-received", "LLL": "on:later-life-letter-completed", "LSB": "on:life-story-book-given",
    "Booked matching panel": "on:matching-panel", "Became looked after": "care-started", "Reason for delay": "barrier", "Gender": "sex", "Comments": "not-used", "RAG": "not-used",
  };
  for (const [heading, target] of Object.entries(known)) test(`“${heading}”`, () => assert.equal(one(heading), `${target} exact`));

  const likely: Readonly<Record<string, Target>> = {
    "ADM": "on:plan-decision", "PSW": "family-finder", "Child": "name", "Panel date": "on:matching-panel", "Placement date": "on:placed-for-adoption", "Celebraton hearing": "on:celebration-hearing", "Placment order": "on:placement-order",
    "Introductoins": "on:introductions-start", "Matching panel outcome date for tracker": "on:matching-panel", "CPR due": "not-used", "AO application deadline": "not-used",
  };
  for (const [heading, target] of Object.entries(likely)) test(`“${heading}” is likely, and to be looked at`, () => assert.equal(one(heading), `${target} likely`));

  for (const heading of ["CP", "Court date", "FFA placement", "Date placed with FFA carers", "Order date", "Hearing", "Consent", "Something of their own"]) {
    test(`“${heading}” is not guessed, and why is said`, () => {
      const [match] = proposeMatches(grid([heading]), headed(heading));
      assert.deepEqual([match?.target, match?.how], ["not-used", "unknown"]);
      assert.match(match?.reason ?? "", /could be|not known|not yet a move/);
    });
  }

  test("the labels of fields, kinds and our own lists are exact", () => {
    for (const [target, label] of Object.entries(TARGETS)) assert.equal(one(label), `${target} exact`, label);
    for (const kind of DATED_KINDS) assert.equal(one(KINDS[kind].label), `on:${kind} exact`, KINDS[kind].label);
    for (const heading of HEADINGS_NOT_READ_BACK) assert.equal(one(heading), "not-used exact", heading);
  });

  test("no words are of two things", () => {
    const seen = new Map<string, string>();
    for (const [target, all] of [...Object.entries(COUNCIL_WORDS), ...Object.entries(LIKELY_WORDS)]) {
      for (const written of all) {
        const had = seen.get(written);
        assert.ok(had === undefined || had === target, `“${written}” is of ${had} and of ${target}`);
        assert.ok(!Object.hasOwn(AMBIGUOUS_WORDS, written), `“${written}” is of ${target}, and ambiguous`);
        assert.equal(plain(written), written, "words stand as they are compared");
        seen.set(written, target);
      }
    }
  });
});

describe("matching columns", () => {
  test("what was chosen before comes first, whatever its capitals and marks", () => {
    const matches = proposeMatches(grid(["PANEL  (booked)", "PO"]), headed("PANEL  (booked)", "PO"), new Map<string, Target>([["Panel (Booked)", "on:plan-panel"], ["PO", "not-used"]]));
    assert.deepEqual(matches.map((m) => [m.target, m.how]), [["on:plan-panel", "remembered"], ["not-used", "remembered"]]);
  });

  test("two columns are never of one thing that happens once: the surer stays, then the fuller", () => {
    const sheet = grid(["ID", "LCS ID", "SW", "Worker"], [null, "1", "A", "B"], [null, "2", "C", "D"]);
    assert.deepEqual(proposeMatches(sheet, headed("ID", "LCS ID", "SW", "Worker")).map((m) => [m.target, m.how, m.reason]), [
      ["not-used", "unknown", "Column B was taken for the same thing."], ["local-id", "exact", undefined], ["social-worker", "exact", undefined], ["not-used", "unknown", "Column C was taken for the same thing."],
    ]);
    assert.deepEqual(words("AO", "Adoption order granted"), ["on:adoption-order exact", "not-used unknown"]);
  });

  test("what happens several times may have several; births and expected births stand side by side", () => {
    assert.deepEqual(words("LAC review 1", "LAC review 2", "DOB", "EDD"), ["on:review exact", "on:review exact", "birth exact", "birth exact"]);
  });

  test("a whole name gives way to its two parts, and takes the place of one", () => {
    assert.deepEqual(words("ID", "Child", "Surname", "Forename"), ["local-id exact", "not-used unknown", "family-name exact", "given-name exact"]);
    assert.deepEqual(words("ID", "Name", "Surname"), ["local-id exact", "name exact", "not-used unknown"]);
  });

  test("a yes beside its dates is not used", () => {
    const sheet = grid(["ID", "Linked?", "Date linked"], ...[1, 2, 3, 4].map((n) => [n, "Y", "2026-03-27"]));
    assert.deepEqual(proposeMatches(sheet, headed("ID", "Linked?", "Date linked")).map((m) => m.target), ["local-id", "not-used", "on:link"]);
  });

  test("the group head above tells columns apart", () => {
    const sheet = grid(
      ["Child", null, "Adoption plan", null, "Matching", null, "Matching panel", null],
      ["ID", "Name", "CPR", "ADM", "Panel", "ADM", "Planned", "Actual"],
      ["1", "x y", "2026-01-02", "2026-02-02", "2026-03-02", "2026-04-02", null, null],
    );
    const headings = findHeadings(sheet)!;
    assert.deepEqual(headings.rows, [1, 2]);
    assert.deepEqual(proposeMatches(sheet, headings).map((m) => m.target), ["local-id", "name", "on:permanence-report", "on:plan-decision", "on:matching-panel", "on:match-decision", "on:matching-panel", "on:matching-panel"]);
  });

  test("“ADM” after the matching panel is the match decision", () => {
    assert.deepEqual(words("SHOBPA", "Matching panel", "ADM"), ["on:plan-decision exact", "on:matching-panel exact", "on:match-decision likely"]);
  });

  test("what the cells hold corrects the heading, or stands in for it", () => {
    assert.equal(holding("Child", "HM 4101", "HM 4102", "HM 4103")?.target, "local-id");
    assert.equal(holding("Placement", "27/3/26", "28/3/26", "2026-03-29")?.target, "on:placed-for-adoption");
    assert.equal(holding("Legal status", "27/3/26", "28/3/26", "29/3/26")?.target, "legal-status-from");
    assert.equal(holding("Linked?", "Ash Rowan", "Elm Birch", "Oak Thorn")?.target, "family");
    assert.equal(holding("Siblings in group", "Y", "N", "Y", "N")?.target, "not-used");
    assert.equal(holding("What the court said", "ICO", "PO", "ICO", "FCO")?.target, "legal-status");
    assert.equal(holding("Boy or girl", "M", "F", "M")?.target, "sex");
    const dates = holding("Their own milestone", "27/3/26", "28/3/26", "29/3/26");
    assert.deepEqual([dates?.how, dates?.reason], ["unknown", "The cells hold dates; of what, the heading does not say."]);
    assert.deepEqual(holding("Matching panel", "see notes", "see file", "ask")?.how, "likely");
  });

  test("without a heading for it, the ids are found", () => {
    const sheet = grid(["Our own number", "Name"], ["HM 4101", "A B"], ["HM 4102", "C D"], ["HM 4103", "E F"]);
    assert.deepEqual(proposeMatches(sheet, headed("Our own number", "Name")).map((m) => m.target), ["local-id", "name"]);
  });

  test("a few cells are shown", () => {
    assert.deepEqual(holding("SW", "A", "A", "B", "C", "D")?.samples, ["A", "B", "C"]);
  });
});

describe("finding the headings", () => {
  const rowsOf = (...rows: readonly (readonly (string | number | null)[])[]) => findHeadings(grid(...rows))?.rows;

  test("under titles, keys and empty rows", () => {
    assert.deepEqual(rowsOf(["Adoption tracker", "Adoption tracker", "Adoption tracker"], ["Red: overdue"], [], ["ID", "Name", "PO"], ["1", "x", "2026-01-01"]), [4]);
  });
  test("not in a row of children that has words we know", () => {
    assert.deepEqual(rowsOf(["ID", "Name", "Legal status", "Plan", "Next step"], ["7", "A B", "PO", "Adoption", "CPR"]), [1]);
  });
  test("of words we do not know, the first row of several", () => {
    assert.deepEqual(rowsOf(["Notes of ours"], ["Wer", "Wann", "Was"], ["x", "2026-01-01", "z"]), [2]);
  });
  test("nowhere in a sheet of none", () => assert.equal(rowsOf(["A letter to somebody."], [1, 2, 3]), undefined));
  test("joined by a stroke where there are two, once where both are the same", () => {
    const headings = findHeadings(grid(["ID", "Court", null, "Notes"], ["ID", "PO app", "PO granted", null]));
    assert.deepEqual(headings?.labels, ["ID", "Court / PO app", "Court / PO granted", "Notes"]);
  });
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { day } from "../../../dates/day.ts";
import type { ParsedReturn } from "../parsed-return.ts";
import { SOME_CODES, adoptedRow, at, born, childRows, decision, episode, yearsOf } from "../rows-for-tests.ts";
import { type ChildRows, TABLE_NAMES, type TableName } from "../tables.ts";
import { checkReturn } from "./check-return.ts";

const given = (rows: Partial<ChildRows>, tables: readonly TableName[] = TABLE_NAMES): ParsedReturn =>
  ({ years: yearsOf([2025], tables), children: new Map([["C1", childRows(rows)]]), problems: [] });

/** Problems as “severity column: message”. */
const found = (rows: Partial<ChildRows>, tables?: readonly TableName[]): string[] =>
  checkReturn(given(rows, tables), SOME_CODES).map((p) => `${p.severity} ${p.column}: ${p.message}`);

const header = [born("2020-02-02")];
const previousPermanence = [{ ...at("PrevPerm", 2025), dob: null, type: "Z1", authority: null, date: null }];
const inCare = episode("2024-05-10 S C1 U6 2024-07-01");
const ordered = episode("2024-07-01 L E1 U6 2024-09-01");
const placed = episode("2024-09-01 P E1 A6 2025-03-01", { rec: "E12" });
const GOOD: Partial<ChildRows> = {
  header, previousPermanence, episodes: [inCare, ordered, placed], decisions: [decision("2024-06-01", 2025)], adopted: [adoptedRow()],
  reviews: [{ ...at("Reviews", 2025), dob: day("2020-02-02"), on: day("2024-06-05"), code: "PN1" }],
};
/** The good rows with some in place of theirs. */
const but = (rows: Partial<ChildRows>): string[] => found({ ...GOOD, ...rows });

test("nothing is said of a return with nothing wrong", () => assert.deepEqual(found(GOOD), []));

const CASES: Readonly<Record<string, readonly [found: readonly string[], expected: RegExp]>> = {
  // What cannot be understood
  "overlapping episodes": [but({ episodes: [{ ...inCare, dec: day("2024-07-02") }, ordered, placed] }), /^error DECOM: This episode begins on 1 July 2024, while the episode of row \d+ ends on 2 July 2024: the two overlap/],
  "an episode still open when the next begins": [but({ episodes: [{ ...inCare, dec: null, rec: null }, ordered, placed] }), /^error DECOM: .*has not ended: the two overlap/],
  "an end before a start": [but({ episodes: [inCare, ordered, { ...placed, dec: day("2024-08-31") }] }), /^error DEC: This ends on 31 August 2024, before it begins on 1 September 2024/],
  "a missing period that ends before it starts": [but({ missing: [{ ...at("Missing", 2025), dob: null, type: "M", from: day("2024-06-02"), until: day("2024-06-01") }] }), /^error MIS_END: This ends/],
  "two dates of birth": [but({ header: [born("2020-02-02"), born("2020-03-03", 2024)] }), /^error DOB: Child C1 is born on 3 March 2020 here and on 2 February 2020 in row \d+ of 2025\/Header.csv/],
  "another date of birth in another table": [but({ reviews: [{ ...at("Reviews", 2025), dob: day("2020-02-03"), on: day("2024-06-05"), code: "PN1" }] }), /^error DOB: /],
  "a code of no year": [but({ episodes: [{ ...inCare, place: "Q9" }, ordered, placed] }), /^error PLACE: PLACE “Q9” is not a code that the return takes/],
  "an episode without a legal status": [but({ episodes: [{ ...inCare, ls: null }, ordered, placed] }), /^error LS: There is no LS/],
  "an episode told twice, differently": [but({ episodes: [inCare, { ...inCare, ls: "C2" }, ordered, placed] }), /^error DECOM: This row and row \d+ .*say different things/],
  "a child twice in AD1, differently": [but({ adopted: [adoptedRow(), adoptedRow({ fosterCare: "1" })] }), /^error CHILD: This row and row/],
  // What contradicts itself or the return’s rules
  "a code of another year": [but({ episodes: [{ ...inCare, place: "K3" }, ordered, placed] }), /^warning PLACE: PLACE “K3” is not a code of the year ending 31 March 2025/],
  "an unknown code in a column not taken": [but({ adopted: [adoptedRow({ adoptersSex: "??" })] }), /^warning SEX_ADOPTR/],
  "a row told twice": [but({ reviews: [...GOOD.reviews!, { ...GOOD.reviews![0]!, row: 99 }] }), /^warning null: This row says the same as row/],
  "an end without a reason": [but({ episodes: [inCare, ordered, { ...placed, rec: null }] }), /^warning REC: This episode has an end and no reason/],
  "355, an episode of no length": [but({ episodes: [inCare, ordered, { ...placed, dec: placed.decom }] }), /^warning DEC: This episode begins and ends on the same day/],
  "433, a gap in care that went on": [but({ episodes: [{ ...inCare, dec: day("2024-06-29") }, ordered, placed] }), /^warning DECOM: .*begins 2 days later/],
  "care that ended and goes on": [but({ episodes: [{ ...inCare, rec: "E4A" }, ordered, placed] }), /^warning RNE: Care ended with the episode of row \d+, so this one should begin with RNE S/],
  "an episode before birth": [but({ header: [born("2024-06-01")], reviews: [] }), /^warning DECOM: This episode begins before the child’s birth on 1 June 2024/],
  "a child not in the Header": [but({ header: [] }), /^warning CHILD: Child C1 has episodes and is not in the Header/],
  "408, A6 without a placement order": [but({ episodes: [inCare, ordered, { ...placed, ls: "C2" }] }), /^warning LS: Placement A6 is under a placement order/],
  "217, A5 with another carer": [but({ episodes: [inCare, ordered, { ...placed, place: "A5" }] }), /^warning RNE: Placement A5 is with the current carer, so/],
  "336, A5 after a children’s home": [but({ episodes: [inCare, { ...ordered, place: "K2" }, { ...placed, place: "A5", rne: "T" }] }), /^warning PLACE: Placement A5 is with the current carer, and the placement before \(K2\)/],
  "390, adopted from a foster placement": [but({ episodes: [inCare, ordered, { ...placed, place: "U6" }] }), /^warning PLACE: The child was adopted from placement U6/],
  "378, with parents under section 20": [but({ episodes: [{ ...inCare, place: "P1", ls: "V2" }, ordered, placed] }), /^warning PLACE: A child accommodated under section 20/],
  "217t, P2 after it ended": [but({ episodes: [{ ...inCare, place: "P2" }, ordered, placed] }), /^warning PLACE: Placement P2 is not used/],
  "365, a long short break": [but({ episodes: [episode("2024-05-10 S V3 U6 2024-06-10", { rec: "E4A" })], adopted: [], decisions: [] }), /^warning DEC: This short break lasted 31 days/],
  "504, another category of need": [but({ episodes: [inCare, { ...ordered, cin: "N2" }, placed] }), /^warning CIN: The category of need was N1/],
  "184, a decision before birth": [but({ decisions: [decision("2020-01-01", 2025)], adopted: [] }), /^warning DATE_PLACED: The decision was made before the child’s birth/],
  "1003, a decision before care": [but({ decisions: [decision("2024-05-01", 2025)] }), /^warning DATE_PLACED: The decision was made on 1 May 2024, before the child’s latest period of care began/],
  "552, a decision after the move": [but({ decisions: [decision("2024-09-02", 2025)] }), /^warning DATE_PLACED: The decision was made after the child moved to adopters/],
  "554, a decision after the order": [but({ decisions: [decision("2024-07-02", 2025)] }), /^warning DATE_PLACED: The decision was made after the placement order of 1 July 2024/],
  "551, an order and no decision": [but({ decisions: [] }), /^warning LS: The child has a placement order or an adoptive placement, and no decision/],
  "117, a decision after the year": [but({ decisions: [decision("2025-04-01", 2025)] }), /^warning DATE_PLACED: The decision was made after the year that this file is for/],
  "119, an end without a reason": [but({ decisions: [decision("2024-06-01", 2025, "2024-08-01")] }), /^warning REASON_PLACED_CEASED: The end of a decision has a date and a reason/],
  "522, an end before the decision": [but({ decisions: [decision("2024-06-01", 2025, "2024-05-31", "RD1")] }), /^warning DATE_PLACED_CEASED: The decision ended on 31 May 2024, before it was made/],
  "558, adopted on an ended decision": [but({ decisions: [decision("2024-06-01", 2025, "2024-08-01", "RD1")] }), /^warning DATE_PLACED_CEASED: The child was adopted, and the last decision had ended/],
  "557, left care on a standing decision": [but({ episodes: [inCare, ordered, { ...placed, rec: "E4A" }] }), /^warning DATE_PLACED_CEASED: The child left care and was not adopted/],
  "553, an ended decision under an order": [but({ episodes: [inCare, { ...ordered, dec: null, rec: null }], adopted: [], decisions: [decision("2024-06-01", 2025, "2024-08-01", "RD1")] }), /^warning DATE_PLACED_CEASED: The decision has ended, and the placement order has not/],
  "579, two decisions standing": [but({ decisions: [decision("2024-06-01", 2025), decision("2024-06-20", 2025)] }), /^warning DATE_PLACED_CEASED: This decision has no end, and another was made/],
  "583, decisions that overlap": [but({ decisions: [decision("2024-06-01", 2025, "2024-06-25", "RD1"), decision("2024-06-20", 2025)] }), /^warning DATE_PLACED_CEASED: .*after another was made/],
  "601, adopted and not in AD1": [but({ adopted: [] }), /^warning REC: The child was adopted and is not in the AD1 table/],
  "602, in AD1 and not adopted": [but({ episodes: [inCare, ordered, { ...placed, dec: null, rec: null }] }), /^warning CHILD: The child is in AD1, and no episode ended in adoption/],
  "151, AD1 in part": [but({ adopted: [adoptedRow({ matchedOn: null })] }), /^warning DATE_MATCH: There is no DATE_MATCH/],
  "523, two dates for one decision": [but({ adopted: [adoptedRow({ decidedOn: day("2024-06-02") })] }), /^warning DATE_INT: The decision is dated 2 June 2024 here/],
  "333, a match before the decision": [but({ adopted: [adoptedRow({ matchedOn: day("2024-05-31") })] }), /^warning DATE_MATCH: The match of 31 May 2024 was decided before the decision/],
  "331, a match after the move": [but({ adopted: [adoptedRow({ matchedOn: day("2024-09-02") })] }), /^warning DATE_MATCH: The match was decided on 2 September 2024, after the placement/],
  "582, a match on the day of the order": [but({ adopted: [adoptedRow({ matchedOn: day("2025-03-01") })] }), /^warning DATE_MATCH: .*on the day of the adoption order/],
  "335, adopted by the carer from A6": [but({ adopted: [adoptedRow({ fosterCare: "1" })] }), /^warning FOSTER_CARE: FOSTER_CARE is 1, and placement A6/],
  "386, adopted at 18": [but({ header: [born("2006-02-02")], reviews: [] }), /^warning REC: The child was 18 or over when adopted/],
  "187, adopted and in OC2": [but({ notUsed: [{ ...at("OC2", 2025), dob: null }] }), /^warning CHILD: A child adopted in the year is not in that year’s OC2/],
  "440, PN0 for a child of 4": [but({ reviews: [{ ...GOOD.reviews![0]!, code: "PN0" }] }), /^warning REVIEW_CODE: The child was 4 or over/],
  "630, care began and no previous permanence": [but({ previousPermanence: [] }), /^warning CHILD: The child started to be looked after in the year and is not in the PrevPerm/],
  "a social worker without a code": [but({ workers: [{ ...at("SWEpisodes", 2025), dob: null, worker: null, from: day("2024-06-01"), until: null, reason: null }] }), /^warning SW_ID/],
  "reviews and no episodes": [found({ header, reviews: GOOD.reviews! }), /^warning CHILD: Child C1 has no episodes/],
};

describe("what is wrong is said, once, of the right column", () => {
  for (const [what, [said, expected]] of Object.entries(CASES)) {
    test(what, () => assert.equal(said.filter((s) => expected.test(s)).length, 1, said.join("\n") || "nothing was said"));
  }
});

describe("tables that did not come", () => {
  const without = (...tables: readonly TableName[]) => found(GOOD, TABLE_NAMES.filter((t) => !tables.includes(t)));

  test("no Header, or no Episodes, is an error", () => {
    assert.ok(without("Header").some((s) => s.startsWith("error null: The Header table is missing for the year ending 31 March 2025")));
    assert.ok(without("Episodes").some((s) => s.startsWith("error null: The Episodes table is missing")));
  });

  test("others are a warning of what cannot be known", () => {
    assert.deepEqual(without("AD1"), ["warning null: The AD1 table is missing for the year ending 31 March 2025: when matches were decided (A2), and which children were adopted by their foster carers (A10) cannot be known from these files."]);
    assert.equal(without("Reviews").length, 1);
  });

  test("those not used, or not yet returned that year, are not missed", () => assert.deepEqual(without("UASC", "OC2", "OC3", "DoLo"), []));

  test("nothing at all is an error", () => {
    assert.deepEqual(checkReturn({ years: [], children: new Map(), problems: [] }, SOME_CODES).map((p) => p.severity), ["error"]);
  });
});

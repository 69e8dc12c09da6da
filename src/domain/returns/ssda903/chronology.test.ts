import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { day } from "../../dates/day.ts";
import { at, childRows, decision, draftsOf, episode, saidOf, yearsAround } from "./rows-for-tests.ts";
import { chronologyOf } from "./chronology.ts";

describe("care", () => {
  test("runs from RNE S to a REC other than X1, through every episode between", () => {
    const drafts = draftsOf({ episodes: [
      episode("2023-05-01 S V2 U6 2023-08-01"), episode("2023-08-01 L C1 U6 2024-02-01"), episode("2024-02-01 P C2 U4 2024-09-09", { rec: "E41" }),
    ] });
    assert.deepEqual(saidOf(drafts, "looked-after"), ["looked-after 2023-05-01 to 2024-09-09 E41 N1"]);
  });

  test("an episode open at the year end and closed the next year is one episode", () => {
    const drafts = draftsOf({ episodes: [
      episode("2023-05-01 S V2 U6", { in: 2024 }), episode("2023-05-01 S V2 U6 2024-09-09", { rec: "E4A" }),
    ] });
    assert.deepEqual(saidOf(drafts), [
      "looked-after 2023-05-01 to 2024-09-09 E4A N1", "legal-status 2023-05-01 to 2024-09-09 V2", "placement 2023-05-01 to 2024-09-09 U6 not sameCarer",
    ]);
  });

  test("a child whose first episode is not the first of the care has an unknown start, and says of what", () => {
    const known = (rne: string) => saidOf(draftsOf({ episodes: [episode(`2023-05-01 ${rne} C2 U6`)] })).filter((s) => s.includes("startUnknown")).map((s) => s.split(" ")[0]);
    assert.deepEqual(known("S"), []);
    assert.deepEqual(known("L"), ["looked-after", "placement"]);
    assert.deepEqual(known("P"), ["looked-after", "legal-status"]);
    assert.deepEqual(known("T"), ["looked-after", "legal-status"]);
    assert.deepEqual(known("B"), ["looked-after"]);
    assert.deepEqual(known("U"), ["looked-after"]);
  });

  test("short breaks open no period of care; care begins when the legal status becomes another", () => {
    assert.deepEqual(saidOf(draftsOf({ episodes: [episode("2023-05-01 S V3 U6 2023-05-04", { rec: "E4A" })] }), "looked-after"), []);
    const drafts = draftsOf({ episodes: [episode("2023-05-01 S V4 U6 2023-06-01"), episode("2023-06-01 L C1 U6")] });
    assert.deepEqual(saidOf(drafts, "looked-after"), ["looked-after 2023-06-01 N1"]);
  });

  test("a second stay is a second period", () => {
    const drafts = draftsOf({ episodes: [episode("2023-05-01 S V2 U6 2023-06-01", { rec: "E4A" }), episode("2024-05-01 S C1 U6")] });
    assert.deepEqual(saidOf(drafts, "looked-after"), ["looked-after 2023-05-01 to 2023-06-01 E4A N1", "looked-after 2024-05-01 N1"]);
  });

  test("X1 with nothing after it leaves the child looked after, with a warning", () => {
    const rows = childRows({ episodes: [episode("2023-05-01 S C2 U6 2024-09-09")] });
    const { drafts, problems } = chronologyOf(rows, { years: yearsAround(rows) });
    assert.deepEqual(saidOf(drafts, "looked-after", "placement"), ["looked-after 2023-05-01 N1", "placement 2023-05-01 to 2024-09-09 U6 not sameCarer"]);
    assert.equal(problems[0]?.column, "REC");
  });

  test("an episode left open by a year that was not given ends where the next begins, with a warning", () => {
    const rows = childRows({ episodes: [episode("2022-05-01 S C2 U6", { in: 2023 }), episode("2024-06-01 P C2 U4", { in: 2025 })] });
    const { drafts, problems } = chronologyOf(rows, { years: yearsAround(rows) });
    assert.deepEqual(saidOf(drafts, "placement"), ["placement 2022-05-01 to 2024-06-01 U6 not sameCarer", "placement 2024-06-01 U4 not sameCarer"]);
    assert.match(problems[0]?.message ?? "", /year ending 31 March 2024 was not given/);
  });
});

describe("legal status and placement orders", () => {
  test("each status lasts until the next; the first E1 is the order; E1 followed by another status ends it", () => {
    const drafts = draftsOf({ episodes: [
      episode("2023-05-01 S C1 U6 2023-11-01"), episode("2023-11-01 L E1 U6 2024-01-10"), episode("2024-01-10 P E1 A6 2024-06-01"),
      episode("2024-06-01 B C2 U4 2024-12-01"), episode("2024-12-01 L E1 U4"),
    ] });
    assert.deepEqual(saidOf(drafts, "legal-status"), [
      "legal-status 2023-05-01 to 2023-11-01 C1", "legal-status 2023-11-01 to 2024-06-01 E1", "legal-status 2024-06-01 to 2024-12-01 C2", "legal-status 2024-12-01 E1",
    ]);
    assert.deepEqual(saidOf(drafts, "placement-order", "placement-order-revoked"), [
      "placement-order 2023-11-01", "placement-order-revoked 2024-06-01", "placement-order 2024-12-01",
    ]);
  });

  test("an order made before the files is marked so", () => {
    assert.deepEqual(saidOf(draftsOf({ episodes: [episode("2024-01-10 P E1 A6")] }), "placement-order"), ["placement-order 2024-01-10 startUnknown"]);
  });
});

describe("placements", () => {
  test("a new legal status is no new placement; what the walk back needs is kept", () => {
    const drafts = draftsOf({ episodes: [
      episode("2023-05-01 S C1 U5 2023-11-01", { urn: "SC1", provider: "PR1" }), episode("2023-11-01 L E1 U5 2024-02-01", { urn: "SC1", why: "CARPL" }),
      episode("2024-02-01 T E1 A5", { urn: "SC1" }),
    ] });
    assert.deepEqual(saidOf(drafts, "placement"), [
      "placement 2023-05-01 to 2024-02-01 U5 PR1 SC1 not sameCarer CARPL", "placement 2024-02-01 A5 SC1 sameCarer",
    ]);
  });
});

describe("placed for adoption", () => {
  const moves = (...episodes: ReturnType<typeof episode>[]) => saidOf(draftsOf({ episodes }), "placed-for-adoption", "disruption", "adoption-order");
  const before = episode("2022-05-01 S E1 U6 2023-05-01");

  test("a first run that broke down is a disruption; the second ended in the order", () => {
    assert.deepEqual(moves(
      before, episode("2023-05-01 P E1 A6 2023-09-01"), episode("2023-09-01 P E1 U6 2024-02-01"),
      episode("2024-02-01 P E1 A6 2025-01-20", { rec: "E12" }),
    ), [
      "placed-for-adoption 2023-05-01 not withCurrentCarer", "disruption 2023-09-01", "placed-for-adoption 2024-02-01 not withCurrentCarer", "adoption-order 2025-01-20",
    ]);
  });

  test("from one adoptive family straight to another is two runs", () => {
    assert.deepEqual(moves(before, episode("2023-05-01 P E1 A6 2023-09-01"), episode("2023-09-01 P E1 A6")), [
      "placed-for-adoption 2023-05-01 not withCurrentCarer", "disruption 2023-09-01", "placed-for-adoption 2023-09-01 not withCurrentCarer",
    ]);
  });

  test("consent and then an order, with the same family, is one run", () => {
    assert.deepEqual(moves(episode("2022-05-01 S V2 U6 2023-05-01"), episode("2023-05-01 P V2 A4 2023-09-01"), episode("2023-09-01 U E1 A6")), ["placed-for-adoption 2023-05-01 not withCurrentCarer"]);
  });

  test("a temporary stay from which the child returns does not break the run; one that ends it does", () => {
    const hospital = [before, episode("2023-05-01 P E1 A6 2023-09-01", { urn: "V1" }), episode("2023-09-01 P E1 T1 2023-09-10")];
    assert.deepEqual(moves(...hospital, episode("2023-09-10 P E1 A6", { urn: "V1" })), ["placed-for-adoption 2023-05-01 not withCurrentCarer"]);
    assert.deepEqual(moves(...hospital, episode("2023-09-10 P E1 U6")), ["placed-for-adoption 2023-05-01 not withCurrentCarer", "disruption 2023-09-01"]);
    assert.deepEqual(moves(...hospital, episode("2023-09-10 P E1 A6", { urn: "V2" })).length, 3);
  });

  test("care that ended otherwise is a disruption; a death or another authority taking over is not", () => {
    const ended = (rec: string) => moves(before, episode("2023-05-01 P E1 A6 2023-09-01", { rec }));
    assert.equal(ended("E4A").at(-1), "disruption 2023-09-01");
    assert.deepEqual(ended("E2"), ["placed-for-adoption 2023-05-01 not withCurrentCarer"]);
    assert.deepEqual(ended("E3"), ["placed-for-adoption 2023-05-01 not withCurrentCarer"]);
  });

  test("a run that may have begun before the files says so", () => {
    const first = (words: string) => moves(episode(words)).map((s) => s.includes("startUnknown"));
    assert.deepEqual(first("2024-05-01 L E1 A6"), [true]);
    assert.deepEqual(first("2024-05-01 U E1 A6"), [true]);
    assert.deepEqual(first("2024-05-01 P E1 A6"), [false]);
    assert.deepEqual(first("2024-05-01 T E1 A5"), [false]);
    assert.deepEqual(moves(episode("2024-05-01 P E1 T1 2024-05-09"), episode("2024-05-09 P E1 A6")).map((s) => s.includes("startUnknown")), [true]);
    assert.deepEqual(moves(episode("2024-05-01 S E1 T1 2024-05-09"), episode("2024-05-09 P E1 A6")).map((s) => s.includes("startUnknown")), [false], "care began with the temporary stay");
  });
});

describe("decisions, match and order", () => {
  test("a decision reversed and made again", () => {
    const drafts = draftsOf({ decisions: [decision("2023-05-01", 2024), decision("2023-05-01", 2025, "2024-05-20", "RD3"), decision("2024-11-01", 2025)] });
    assert.deepEqual(saidOf(drafts), ["plan-decision 2023-05-01", "plan-decision-reversed 2024-05-20 RD3", "plan-decision 2024-11-01"]);
  });

  test("a decision whose date a later file gives otherwise is the later file’s", () => {
    const rows = childRows({ decisions: [decision("2023-05-01", 2024), decision("2023-05-02", 2025)] });
    const { drafts, problems } = chronologyOf(rows, { years: yearsAround(rows) });
    assert.deepEqual(saidOf(drafts), ["plan-decision 2023-05-02"]);
    assert.equal(problems.length, 1);
  });

  test("AD1 gives the match, and whether the carer adopted; the decision too where no row does", () => {
    const ad1 = { ...at("AD1", 2025), dob: null, decidedOn: day("2024-01-05"), matchedOn: day("2024-06-05"), fosterCare: "1", adopters: "2", adoptersSex: "MF", adoptersStatus: "L11" };
    assert.deepEqual(saidOf(draftsOf({ adopted: [ad1] })), ["plan-decision 2024-01-05", "match-decision 2024-06-05 adoptedByCarer"]);
    assert.deepEqual(saidOf(draftsOf({ adopted: [ad1], decisions: [decision("2024-01-04", 2025)] })), ["plan-decision 2024-01-04", "match-decision 2024-06-05 adoptedByCarer"]);
    const episodes = [episode("2023-05-01 S E1 A5 2025-01-20", { rec: "E11" })];
    assert.deepEqual(saidOf(draftsOf({ adopted: [{ ...ad1, matchedOn: null }], episodes }), "adoption-order"), ["adoption-order 2025-01-20 adoptedByCarer"]);
  });
});

describe("the other tables", () => {
  const dob = day("2020-02-02");

  test("birth and particulars are the latest file’s; 1 and 2 are M and F", () => {
    const header = [{ ...at("Header", 2024), dob, sex: "2", ethnic: "WBRI" }, { ...at("Header", 2025), dob, sex: "F", ethnic: "MOTH" }];
    assert.deepEqual(saidOf(draftsOf({ header })), ["birth 2020-02-02", "particulars 2020-02-02 F MOTH"]);
    assert.deepEqual(saidOf(draftsOf({ header: header.slice(0, 1) }), "particulars"), ["particulars 2020-02-02 F WBRI"]);
  });

  test("reviews, missing periods and deprivations of liberty, the later file in place of the earlier", () => {
    const drafts = draftsOf({
      reviews: [{ ...at("Reviews", 2025), dob, on: day("2024-05-05"), code: "PN0" }],
      missing: [{ ...at("Missing", 2024), dob, type: "M", from: day("2024-03-30"), until: null }, { ...at("Missing", 2025), dob, type: "M", from: day("2024-03-30"), until: day("2024-04-02") }],
      liberty: [{ ...at("DoLo", 2027), dob, from: day("2026-05-05"), until: null }],
    });
    assert.deepEqual(saidOf(drafts).slice(1), ["missing 2024-03-30 to 2024-04-02 M", "review 2024-05-05 PN0", "deprivation-of-liberty 2026-05-05"]);
  });

  test("a social worker who had not ended when the next began ended then", () => {
    const worker = (id: string, from: string, until: string | null, year: number) => ({ ...at("SWEpisodes", year), dob, worker: id, from: day(from), until: until === null ? null : day(until), reason: "MANAGE" });
    const rows = childRows({ workers: [worker("SW1", "2023-05-01", null, 2024), worker("SW2", "2024-05-01", null, 2025)] });
    const { drafts, problems } = chronologyOf(rows, { years: yearsAround(rows) });
    assert.deepEqual(saidOf(drafts, "allocated-worker"), ["allocated-worker 2023-05-01 to 2024-05-01 SW1 MANAGE", "allocated-worker 2024-05-01 SW2 MANAGE"]);
    assert.equal(problems[0]?.column, "SW_DEC");
  });

  test("previous permanence stands at the start of the period of care, its part-unknown date as returned", () => {
    const drafts = draftsOf({
      episodes: [episode("2023-05-01 S V2 U6")],
      previousPermanence: [{ ...at("PrevPerm", 2024), dob, type: "P1", authority: "E10000901", date: "zz/05/2020" }],
    });
    assert.deepEqual(saidOf(drafts, "previous-permanence"), ["previous-permanence 2023-05-01 E10000901 zz/05/2020 P1"]);
  });

  test("every entry names its file and row, what came with it and how far that speaks", () => {
    const [first] = draftsOf({ reviews: [{ ...at("Reviews", 2025), row: 7, dob, on: day("2024-05-05"), code: "PN0" }] });
    assert.deepEqual(first?.source.type === "ssda903" && { file: first.source.file, row: first.source.row, upTo: first.source.upTo }, { file: "2025/Reviews.csv", row: 7, upTo: "2025-03-31" });
  });
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { day } from "../../dates/day.ts";
import type { ComparatorGroup, PublishedFigure } from "../../scorecard/published/published.ts";
import { drawingsOf } from "./pictures.ts";
import { placesOf, standingInWords } from "./standing.ts";
import { KEYS } from "./tables.ts";
import { tellFigures } from "./tell.ts";

const WINDOW = { yearEnding: 2026, years: 3 };
const figure = (area: string, value: number, rank: number | null = null, level: PublishedFigure["level"] = "authority"): PublishedFigure => ({ source: "Tables", indicator: "A1", yearEnding: 2026, years: 3, area, level, code: null, value, rank, note: "" });
const FIGURES = [figure("North", 500, 3), figure("South", 400, 1), figure("East", 450, 2), figure("West", 600, 4), figure("Valley", 530, null, "region")];
const GROUPS: readonly ComparatorGroup[] = [
  { id: "n", name: "Statistical neighbours", kind: "neighbours", members: ["South", "West"] },
  { id: "r", name: "Valley", kind: "region", members: ["North", "East"] },
];
const comparedWith = (figures: readonly PublishedFigure[], own: number | "x" = 510) => tellFigures({
  told: { counts: {}, shares: {}, averages: { [KEYS.mean("A1", WINDOW)]: own } }, windows: [WINDOW], thresholds: () => ({ days: 426, all: [], conflict: false, note: "" }), today: day("2026-11-22"),
  own: { code: "E1", name: "North" }, figures, groups: GROUPS, source: "Tables",
}).indicators.find(({ code }) => code === "A1")!;

describe("an authority beside others, in a report", () => {
  const told = comparedWith(FIGURES);
  const [neighbours, region] = told.compared!.groups as [(typeof told.compared & object)["groups"][number], (typeof told.compared & object)["groups"][number]];

  test("stands in every group, in its place, and in no average of a group that it is no member of", () => {
    assert.deepEqual(placesOf("A1", neighbours).rows.map(({ area, place, isOwn }) => [area, place, isOwn]), [["South", 1, false], ["North", 2, true], ["West", 3, false]]);
    assert.deepEqual([neighbours.average, neighbours.members.length, neighbours.beside?.value], [500, 2, 500]);
    assert.deepEqual([region.average, region.beside, placesOf("A1", region).rows.map(({ area }) => area)], [475, null, ["East", "North"]]);
  });

  test("has a mark of its own in every chart", () => {
    const [, ofNeighbours] = drawingsOf("North", day("2026-11-22"), told);
    assert.match(ofNeighbours!.alt, /South: 400 days; North: 500 days; West: 600 days/);
    assert.match(ofNeighbours!.note, /North is not in it\.$/);
  });

  test("has none of its published figures beside its own record’s that is hidden, in no average, chart or sentence either", () => {
    const { compared, ...rest } = comparedWith(FIGURES, "x");
    assert.deepEqual([compared!.own, compared!.rank, compared!.groups[0]!.beside?.value, compared!.groups[1]!.average], [null, null, null, 450]);
    assert.match(standingInWords("A1", "North", compared!), /^What was published of North’s A1 is not set out here/);
    assert.doesNotMatch(JSON.stringify([compared, drawingsOf("North", day("2026-11-22"), { compared, ...rest })]), /\b500\b days|"value":500/);
  });

  test("is ranked among as many as the source ranked, where all of them were brought in", () => {
    assert.match(standingInWords("A1", "North", told.compared!), /was 500 days, ranked 3rd of 4\./);
    const few = comparedWith(FIGURES.map((one) => (one.rank === 3 ? { ...one, rank: 28 } : one)));
    assert.match(standingInWords("A1", "North", few.compared!), /ranked 28th by its source, among more authorities than were brought in here\./);
  });

  test("is set beside the average of a region’s authorities and beside the region as published, each by its own name", () => {
    assert.match(standingInWords("A1", "North", told.compared!), /better than Valley as published \(530\), the same as statistical neighbours \(500\) and poorer than the average of the 2 authorities of Valley \(475\)\./);
    assert.deepEqual(told.compared!.trend.map(({ name }) => name), ["Statistical neighbours", "Valley: average of its authorities", "Valley as published"]);
  });
});

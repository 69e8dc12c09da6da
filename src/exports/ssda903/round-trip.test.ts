import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Draft } from "../../domain/chronology/entry.ts";
import { type Kind, KINDS, KIND_CODES } from "../../domain/chronology/kinds.ts";
import { type Day, addMonths, day } from "../../domain/dates/day.ts";
import { chronologyOf } from "../../domain/returns/ssda903/chronology.ts";
import { ORDINARY_SETTINGS } from "../../domain/simulation/settings.ts";
import { simulate } from "../../domain/simulation/simulate.ts";
import { inForce } from "../../domain/simulation/simulated.ts";
import { readReturn } from "../../intake/ssda903/read-return.ts";
import { loadCalendar } from "../../reference/calendar.ts";
import { type ReturnedChild, writeReturn } from "./write-return.ts";

const calendar = loadCalendar();
const FROM = day("2022-04-01");
const TO = day("2026-03-31");
const YEARS = [2023, 2024, 2025, 2026];

/** What one of our records says that a return could: kinds a table carries, as periods that ended with the care. */
function carried({ entries }: ReturnedChild): string[] {
  const care = entries.filter((e) => e.kind === "looked-after");
  const adopted = entries.some((e) => e.kind === "adoption-order" && e.certainty === "actual");
  return entries.flatMap((e): string[] => {
    if (e.certainty !== "actual" || KINDS[e.kind].ssda903 === undefined) return [];
    if (e.detail["outcome"] !== undefined && e.detail["outcome"] !== "made") return [];
    // AD1 holds the match of the adopted, and the last one of theirs; particulars have no day of their own.
    if (e.kind === "particulars" || (e.kind === "match-decision" && (!adopted || e !== entries.findLast((m) => m.kind === "match-decision")))) return [];
    if (e.kind !== "allocated-worker") return [said(e, e.until)];
    const during = care.find((c) => e.happenedOn >= c.happenedOn && (c.until === undefined || e.happenedOn < c.until));
    return during === undefined ? [] : [said(e, during.until !== undefined && (e.until === undefined || e.until > during.until) ? during.until : e.until)];
  }).toSorted();
}

const said = ({ kind, happenedOn, detail }: Draft, until: Day | undefined): string =>
  [kind, happenedOn, until ?? "", detail["status"] ?? detail["worker"] ?? (kind === "placement" ? detail["type"] : "") ?? ""].join(" ").trimEnd();

const isCare = (kind: Kind): boolean => kind === "looked-after" || kind === "legal-status" || kind === "placement";

/** Workers who had ended before the table began are in no file, and liberty orders have none until 2026/27. */
const known = (line: string): boolean => {
  const [kind, , until] = line.split(" ");
  if (kind === "deprivation-of-liberty") return false;
  return kind !== "allocated-worker" || until === undefined || until.startsWith("SW") || until >= "2023-04-01";
};

describe("what the simulator writes as a return", () => {
  const population = simulate({ seed: "round trip", children: 400, settings: { ...ORDINARY_SETTINGS, journeys: { ...ORDINARY_SETTINGS.journeys, "early-alert": 0 } }, calendar, from: FROM, to: TO });
  const records = population.children.map(({ localId, entries }) => ({ localId, entries: inForce(entries) }));
  const bytes = new TextEncoder();
  const given = YEARS.flatMap((ending) => writeReturn(records, ending).map(({ name, csv }) => ({ name: `${ending}/${name}`, bytes: bytes.encode(csv) })));
  const read = readReturn(given, { today: addMonths(TO, 1) });

  test("is read without a single problem", () => {
    assert.deepEqual(read.problems, []);
    assert.equal(read.years.length, YEARS.length);
    for (const rows of read.children.values()) assert.deepEqual(chronologyOf(rows, { years: read.years }).problems, []);
  });

  /** Wholly within the files: care began after they do, and workers are known from 2023/24. */
  const whole = records.filter(({ entries }) => entries.some((e) => e.kind === "looked-after") && entries.every((e) => !isCare(e.kind) || e.happenedOn >= FROM));

  test("comes back with the same things on the same days", () => {
    assert.ok(whole.length > 150);
    for (const record of whole) {
      const rows = read.children.get(record.localId);
      assert.ok(rows !== undefined, record.localId);
      const back = chronologyOf(rows, { years: read.years }).drafts.filter((d) => d.kind !== "particulars").map((d) => said(d, d.until)).toSorted();
      assert.deepEqual(back.filter(known), carried(record).filter(known), record.localId);
    }
  });

  test("carries every kind that a table of these years can", () => {
    const kinds = new Set(whole.flatMap((record) => carried(record).map((line) => line.split(" ")[0])));
    const could = KIND_CODES.filter((kind) => KINDS[kind].ssda903 !== undefined && KINDS[kind].ssda903.table !== "DoLo" && kind !== "particulars");
    assert.deepEqual(could.filter((kind) => !kinds.has(kind)), []);
  });
});

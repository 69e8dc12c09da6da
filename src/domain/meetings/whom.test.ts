import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Role } from "../access/role.ts";
import { day } from "../dates/day.ts";
import type { Worker } from "../work/seats.ts";
import { type CoverOn, type HeldBy, whomToAsk } from "./whom.ts";

const today = day("2026-11-20");
const person = (account: string, role: Role, team: string | null = null, leftOn: string | null = null): Worker => ({ account, role, team, worker: account.toUpperCase(), leftOn: leftOn === null ? null : day(leftOn) });
const PEOPLE = [person("ash", "social-worker"), person("birch", "social-worker"), person("gone", "social-worker", null, "2026-10-01"), person("east", "team-manager", "East"), person("west", "team-manager", "West"), person("old", "team-manager", "South", "2026-11-20")];
const ask = (held: Partial<HeldBy>, covers: readonly CoverOn[] = [], people = PEOPLE): string => {
  const asked = whomToAsk({ socialWorker: null, team: null, ...held }, people, covers, today);
  return asked === undefined ? "nobody" : `${asked.account}, ${asked.because}`;
};
const cover = (account: string, coveredBy: string, fromOn = "2026-11-01", untilOn = "2026-11-20"): CoverOn => ({ account, coveredBy, fromOn: day(fromOn), untilOn: day(untilOn) });

describe("whom a meeting asks about a child", () => {
  it("is the allocated worker, by account or by worker code, or whoever covers today", () => {
    assert.deepEqual([ask({ socialWorker: "ash" }), ask({ socialWorker: "ASH" })], ["ash, worker", "ash, worker"]);
    assert.equal(ask({ socialWorker: "ash" }, [cover("ash", "birch")]), "birch, covers", "on the last day of it");
    assert.equal(ask({ socialWorker: "ash" }, [cover("ash", "birch", "2026-11-21", "2026-11-30"), cover("ash", "gone")]), "ash, worker", "not yet, and not by somebody who has left");
  });
  it("is a team manager where nobody who is here has the child: their team’s, or another, or whoever covers for them", () => {
    assert.deepEqual([ask({ socialWorker: "gone", team: "West" }), ask({ team: "West" }), ask({ socialWorker: "SW99", team: "South" })], ["west, left", "west, no-worker", "east, no-worker"]);
    assert.equal(ask({ team: "West" }, [cover("west", "birch")]), "birch, no-worker");
    assert.equal(ask({ socialWorker: "gone" }, [cover("gone", "ash")]), "ash, covers");
    assert.equal(ask({}, [], PEOPLE.slice(0, 3)), "nobody");
  });
});

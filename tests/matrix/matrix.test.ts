import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import type { Role } from "../../src/domain/access/role.ts";
import { COMMANDS } from "../../src/domain/commands/command.ts";
import { type Asker, askerOf } from "./asking.ts";
import { BY_COMMAND } from "./commands.ts";
import { EXPECTATIONS, expected } from "./expectations.ts";
import { type ChildKind, CHILDREN, type Matrix, ROLES, startMatrix } from "./region.ts";
import { VISIBLE } from "./visible.ts";

/**
 * Who may ask what about whom: every route of the product, as every role and signed out, about every kind of child, held
 * against tables written by hand. With MATRIX=whole every one of them is asked (npm run torture); else every route, as roles
 * and about children taken in turn, so that each role meets each kind of child many times.
 */
const WHOLE = process.env["MATRIX"] === "whole";
/** Where not everything is tried, each route is asked as one in so many of the roles, and lets in so few of them: pages that are shown cost most. */
const ONE_IN = 8;
const LET_IN_A_ROUTE = 1;

let matrix: Matrix;
let asker: Asker;
before(async () => {
  matrix = await startMatrix();
  asker = await askerOf(matrix);
});
after(() => matrix.stop());

type Who = Role | undefined;
const EVERYBODY: readonly Who[] = [undefined, ...ROLES];

/** What is asked of a route: about whom, and as whom. */
function askedOf(route: string, at: number): readonly (readonly [Who, ChildKind])[] {
  const expectation = EXPECTATIONS[route]!;
  const kinds: readonly ChildKind[] = expectation.about === "child" || expectation.about === "record" ? CHILDREN : ["own"];
  if (WHOLE) return EVERYBODY.flatMap((who) => kinds.map((kind) => [who, kind] as const));
  let letIn = 0;
  return EVERYBODY.flatMap((who, nth) => {
    const [first = "own", ...others] = kinds.map((_, i) => kinds[(at + nth + i) % kinds.length]!);
    const kind = [first, ...others].find((k) => expected(expectation, who, k) !== "let in");
    if (who !== undefined && (nth + at) % ONE_IN !== 0) return [];
    if (kind !== undefined) return [[who, kind] as const];
    return letIn++ < LET_IN_A_ROUTE ? [[who, first] as const] : [];
  });
}

test("every route has an expectation, and every expectation a route", () => {
  assert.deepEqual(asker.routes.filter((route) => !Object.hasOwn(EXPECTATIONS, route)), [], "Say in tests/matrix/expectations.ts who may ask for these");
  assert.deepEqual(Object.keys(EXPECTATIONS).filter((route) => !asker.routes.includes(route)), [], "There are no such routes any more");
});

test("every command has a route that is tried here, or a reason why none", () => {
  assert.deepEqual(Object.keys(BY_COMMAND).sort(), Object.keys(COMMANDS).sort());
  for (const [command, by] of Object.entries(BY_COMMAND)) if ("route" in by) assert.ok(Object.hasOwn(EXPECTATIONS, by.route), `${command}: ${by.route}`);
});

test("every route answers every role about every kind of child as the tables say", async (t) => {
  let asked = 0;
  const wrong: string[] = [];
  for (const [at, route] of asker.routes.entries()) {
    for (const [who, kind] of askedOf(route, at)) {
      const expectation = EXPECTATIONS[route]!;
      const { answer, status } = await asker.ask(route, who, kind, expectation.params);
      asked++;
      const right = expected(expectation, who, kind);
      if (answer !== right) wrong.push(`${route} as ${who ?? "nobody"} about the ${kind} child: ${answer} (${status}), not ${right}`);
    }
  }
  t.diagnostic(`${asked} requests: ${asker.routes.length} routes, ${EVERYBODY.length} viewers, ${CHILDREN.length} kinds of child`);
  assert.deepEqual(wrong, []);
  assert.deepEqual(asker.faults.filter((line) => line.startsWith("fault")), []);
});

describe("a child whom somebody may not see", () => {
  const about = Object.keys(EXPECTATIONS).filter((route) => EXPECTATIONS[route]!.about === "child");
  /** How often the database is asked, which is how long the answer takes. */
  async function counting<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
    const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
    const original = prototype.query;
    let statements = 0;
    prototype.query = function query(...args) {
      statements++;
      return original.apply(this, args);
    };
    try {
      return [await work(), statements];
    } finally {
      prototype.query = original;
    }
  }

  test("is no other than one who does not exist: to the byte, in headers, and in what the database is asked", async () => {
    const hidden: readonly ChildKind[] = ["other", "restricted", "sealed"];
    for (const [at, route] of about.entries()) {
      const roles = ROLES.filter((role) => expected(EXPECTATIONS[route]!, role, "none") === "not found" && hidden.every((kind) => !VISIBLE[kind].includes(role)));
      for (const role of WHOLE ? roles : roles.slice(at % roles.length, (at % roles.length) + 1)) {
        const ask = (kind: ChildKind) => counting(() => asker.ask(route, role, kind, EXPECTATIONS[route]!.params));
        const [none, statements] = await ask("none");
        for (const kind of WHOLE ? hidden : [hidden[at % hidden.length]!]) {
          const [other, asked] = await ask(kind);
          assert.deepEqual([other.status, other.headers, other.body, asked], [none.status, none.headers, none.body, statements], `${route} as ${role} about the ${kind} child`);
        }
      }
    }
  });

  test("is in no list, count, chart or file: not one byte of them is in any page about no child in particular", async () => {
    const pages = Object.keys(EXPECTATIONS).filter((route) => route.startsWith("GET ") && EXPECTATIONS[route]!.about === undefined && route !== "GET /stories");
    const marks = (Object.keys(matrix.localIds) as (keyof Matrix["localIds"])[]).map((kind) => ({ kind, marks: [matrix.localIds[kind], matrix.ids[kind]] }));
    for (const [at, route] of pages.entries()) {
      for (const [nth, role] of ROLES.entries()) {
        if (expected(EXPECTATIONS[route]!, role, "own") !== "let in" || (!WHOLE && (nth + at) % ONE_IN !== 0)) continue;
        const { body } = await asker.ask(route, role, "none", EXPECTATIONS[route]!.params);
        for (const { kind, marks: of } of marks.filter((m) => !VISIBLE[m.kind].includes(role))) {
          assert.ok(!of.some((mark) => body.includes(mark)), `${route} tells ${role} of the ${kind} child`);
        }
      }
    }
  });
});

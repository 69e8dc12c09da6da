import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { COMMANDS, type CommandName } from "./commands.ts";
import type { Composition } from "./composition.ts";
import { runCli } from "./main.ts";
import type { Terminal } from "./terminal.ts";

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

const noDatabase = (): never => {
  throw Object.assign(new Error("The database is not there"), { name: "DatabaseUnavailable" });
};
const nothing: Composition = { openApp: noDatabase, migrate: noDatabase, serve: noDatabase };

async function run(args: readonly string[], composition: Composition = nothing): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const terminal: Terminal = { out: (line) => out.push(line), err: (line) => err.push(line), redraw: undefined };
  const status = await runCli(args, composition, terminal);
  return { status, out: out.join("\n"), err: err.join("\n") };
}

const NAMES = Object.keys(COMMANDS) as CommandName[];
const CLOCK = ["clock", "--start", "2026-04-02", "--within", "5 working days"];

describe("help", () => {
  it("teaches the whole: every command with what it is for", async () => {
    for (const args of [[], ["--help"], ["-h"], ["help"]]) {
      const { status, out, err } = await run(args);
      assert.deepEqual([status, err], [0, ""]);
      for (const name of NAMES) assert.ok(out.includes(`${name} `) && out.includes(COMMANDS[name].summary), name);
    }
  });

  it("teaches each command, whatever else was given", async () => {
    for (const name of NAMES) {
      for (const args of [[name, "--help"], ["help", name], [name, "--nonsense", "-h"]]) {
        const { status, out } = await run(args);
        assert.equal(status, 0);
        assert.ok(out.startsWith(`bin/permanence ${name}`), args.join(" "));
      }
    }
  });

  it("names every option a command takes", async () => {
    for (const name of NAMES) {
      const { options, help } = await COMMANDS[name].load();
      for (const option of Object.keys(options)) assert.ok(help.includes(`--${option}`), `${name} --${option}`);
    }
  });
});

describe("wrong usage", () => {
  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    ["a command that is none", ["clok"], /There is no command “clok”/],
    ["help on one that is none", ["help", "clok"], /There is no command “clok”/],
    ["an option that is none", [...CLOCK, "--fast"], /There is no option --fast here/],
    ["a short option that is none", [...CLOCK, "-x"], /There is no option -x here/],
    ["an option without its value", ["clock", "--start"], /--start wants a value/],
    ["an option with another for its value", ["clock", "--start", "--json"], /--start wants a value/],
    ["a flag with a value", [...CLOCK, "--json=yes"], /--json takes no value/],
    ["an option twice", [...CLOCK, "--within", "6 days"], /--within is given twice/],
    ["an option missing", ["clock", "--start", "2026-04-02"], /--within is missing/],
    ["a day that is none", ["clock", "--start", "2026-02-31", "--within", "5 days"], /“2026-02-31”.*a day written like/],
    ["a length that is none", ["clock", "--start", "2026-02-01", "--within", "five days"], /“five days”.*length of time/],
    ["a word too many", [...CLOCK, "please"], /“please” is one word too many/],
    ["a word too few", ["child", "--authority", "E08000019"], /LOCAL-ID is missing/],
    ["a year that is none", ["scorecard", "--ssda903", ".", "--year-ending", "26"], /“26”.*whole number from 1992/],
    ["no years", ["scorecard", "--ssda903", ".", "--year-ending", "2026", "--years", "0"], /“0”.*from 1 to/],
    ["neither files nor an authority", ["scorecard", "--year-ending", "2026"], /Give either --ssda903/],
    ["both files and an authority", ["scorecard", "--ssda903", ".", "--authority", "E08000019", "--year-ending", "2026"], /Give either/],
    ["an import of something else", ["import", "spreadsheet", "."], /“import ssda903” is/],
    ["an import of nothing", ["import", "ssda903", "--authority", "E08000019"], /folder of files is missing/],
    ["an import for nobody", ["import", "ssda903", "."], /--authority is missing/],
    ["a reporting verb that is none", ["reporting", "open", "bi"], /“let-in”, “shut-out” and “refresh” are/],
    ["a way of reading that is none", ["reporting", "let-in", "bi", "--authority", "E08000019", "--reads", "all"], /“all”.*whole, children or figures/],
    ["an authority verb that is none", ["authority", "remove", "E08000019", "x"], /“authority add” is/],
  ];
  for (const [what, args, says] of wrong) {
    it(`is ${what}: exit 2 and one sentence`, async () => {
      const { status, out, err } = await run(args);
      assert.equal(status, 2);
      assert.equal(out, "");
      assert.match(err, says);
      assert.match(err, /bin\/permanence( [a-z]+)? --help$/);
      assert.equal(err.split("\n").length, 1);
    });
  }

  it("never opens a database to find out", async () => {
    const { status } = await run(["child", "R1", "--authority", "E08000019", "--today", "31/03/2026"]);
    assert.equal(status, 2);
  });
});

describe("a refusal", () => {
  it("is exit 1 and the sentence of whatever refused", async () => {
    assert.deepEqual(await run(["verify", "--json"]), { status: 1, out: "", err: "The database is not there" });
    const { status, err } = await run(["clock", "--start", "2028-12-29", "--within", "5 working days"]);
    assert.equal(status, 1);
    assert.match(err, /bank holidays are known from/);
  });

  it("of the system’s own making is one line, never a stack", async () => {
    const composition = { ...nothing, migrate: () => Promise.reject(Object.assign(new Error("connect ECONNREFUSED\nat somewhere"), { code: "ECONNREFUSED" })) };
    const { status, err } = await run(["migrate"], composition);
    assert.equal(status, 1);
    assert.equal(err, "Something went wrong: connect ECONNREFUSED. DEBUG=1 before the command shows where");
  });
});

describe("clock", () => {
  it("answers a machine", async () => {
    const { status, out, err } = await run([...CLOCK, "--json"]);
    assert.deepEqual([status, err], [0, ""]);
    assert.deepEqual(JSON.parse(out), {
      dueOn: "2026-04-13",
      why: "5 working days after 2 April 2026, not counting weekends, Good Friday (3 April 2026) and Easter Monday (6 April 2026)",
    });
  });

  it("answers a person", async () => {
    assert.match((await run([...CLOCK])).out, /^13 April 2026: 5 working days after 2 April 2026/);
  });

  it("counts the starting day, or backwards, when asked", async () => {
    assert.match((await run(["clock", "--start=2026-01-05", "--within=26 weeks", "--beginning-with"])).out, /^5 July 2026: 26 weeks beginning with/);
    assert.match((await run(["clock", "--start", "2026-12-29", "--within", "3 working days", "--before"])).out, /^22 December 2026: 3 working days before/);
  });
});

describe("serving", () => {
  it("says where, and waits until stopped", async () => {
    const asked: boolean[] = [];
    const composition: Composition = {
      ...nothing,
      serve: ({ demonstration }) => {
        asked.push(demonstration);
        return Promise.resolve({ url: "http://127.0.0.1:3000", stopped: Promise.resolve() });
      },
    };
    assert.match((await run(["demo"], composition)).out, /http:\/\/127\.0\.0\.1:3000/);
    assert.equal((await run(["serve"], composition)).status, 0);
    assert.deepEqual(asked, [true, false]);
  });
});

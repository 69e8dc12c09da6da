import assert from "node:assert/strict";
import { test } from "node:test";
import { faultIn, logLine } from "./log-line.ts";

const NOW = new Date("2026-03-02T09:08:07.006Z");

test("a line of the log is one line, and says when", () => {
  assert.equal(logLine("GET / 200 3 ms", NOW), "2026-03-02T09:08:07.006Z GET / 200 3 ms");
  for (const code of [0x0a, 0x0d, 0x1b, 0x9b, 0x2028, 0x202e]) {
    assert.equal(logLine(`wrong${String.fromCodePoint(code)}2026-03-02 signed-in, account ash`, NOW), "2026-03-02T09:08:07.006Z wrong 2026-03-02 signed-in, account ash");
  }
});

test("a fault says what and where, and nothing that was typed", () => {
  for (const message of ['invalid input syntax for type uuid: "Bramblewick"', 'Unexpected token \'B\', "Bramblewick" is not valid JSON', 'name “Bramblewick\n” is "Bramblewick"', "failed\nDetail: Key (name)=(Bramblewick)"]) {
    const told = faultIn(Object.assign(new TypeError(message), { code: "22P02" }));
    assert.doesNotMatch(told, /Bramblewick|\n/, told);
    assert.match(told, /^TypeError \(22P02\): .+ at .+log-line\.test\.ts:\d+:\d+/);
  }
  assert.match(faultIn(new TypeError("Cannot read properties of undefined (reading 'day')")), /^TypeError: Cannot read properties of undefined \(reading 'day'\) at /);
});

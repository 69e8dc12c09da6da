/**
 * Loaded before every test process: what is said with console.error or console.warn, or as a
 * warning of Node's own, and was not expected, fails the test. An expected complaint is declared:
 *
 *     const said = expectConsole(t, /the queue is full/);
 */
import assert from "node:assert/strict";
import { format } from "node:util";
import type { TestContext } from "node:test";

interface Expectation {
  readonly pattern: RegExp;
  readonly said: string[];
}

const expectations = new Set<Expectation>();
const unexpected: string[] = [];

/** Lets messages that match through until the test ends, and fails it if there was none. What was said so far. */
export function expectConsole(t: TestContext, pattern: RegExp): readonly string[] {
  const expectation: Expectation = { pattern, said: [] };
  expectations.add(expectation);
  t.after(() => {
    expectations.delete(expectation);
    assert.notEqual(expectation.said.length, 0, `nothing like ${pattern} was said on the console`);
  });
  return expectation.said;
}

/** Takes one message; throws, and remembers for the end of the process, if nobody expected it. */
function hear(message: string): void {
  const expectation = [...expectations].find(({ pattern }) => pattern.test(message));
  if (expectation !== undefined) {
    expectation.said.push(message);
    return;
  }
  unexpected.push(message);
  throw new Error(`unexpected on the console: ${message}`);
}

console.error = (...said: unknown[]): void => hear(format(...said));
console.warn = (...said: unknown[]): void => hear(format(...said));
process.on("warning", (warning) => {
  // Nobody could catch what is thrown from here: it is told at the end.
  unexpected.push(String(warning));
});

// The code that complained may have swallowed what was thrown at it.
process.on("exit", () => {
  if (unexpected.length === 0) return;
  process.stderr.write(`Unexpected on the console:\n${unexpected.map((message) => `  ${message}`).join("\n")}\n`);
  process.exitCode ||= 1;
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { progressBar } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

const quiet = { out: () => undefined, err: () => undefined };

describe("a progress bar", () => {
  it("fills as work is done, draws only what changed, and clears itself away", () => {
    const drawn: string[] = [];
    const bar = progressBar({ ...quiet, redraw: (line) => drawn.push(line) }, "Importing");
    for (const share of [0, 0.001, 0.5, 0.5, 1, 7]) bar.show(share);
    bar.end();
    assert.equal(drawn.length, 4);
    assert.match(drawn[0] ?? "", /^Importing ░{30} +0%$/);
    assert.match(drawn[1] ?? "", /^Importing █{15}░{15} +50%$/);
    assert.match(drawn[2] ?? "", /^Importing █{30} 100%$/);
    assert.equal(drawn[3], "");
  });

  it("says nothing where there is no terminal, and clears nothing it never drew", () => {
    const drawn: string[] = [];
    const silent: Terminal = { ...quiet, redraw: undefined };
    progressBar(silent, "Importing").show(0.5);
    progressBar({ ...quiet, redraw: (line) => drawn.push(line) }, "Importing").end();
    assert.deepEqual(drawn, []);
  });
});

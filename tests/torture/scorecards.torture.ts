import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { ScorecardJson } from "../../src/domain/scorecard/scorecard.ts";
import { assertSame, naiveScorecard } from "../support/naive-scorecard.ts";
import { answer, permanence } from "../support/permanence.ts";

const NO_DATABASE = { DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing" };

for (let seed = 1; seed <= 20; seed++) {
  test(`2,000 children of seed ${seed}: every window is what the rows come to, worked out another way`, async () => {
    const folder = await mkdtemp(join(tmpdir(), "permanence-torture-"));
    try {
      await permanence(["simulate", "--children", "2000", "--years", "6", "--seed", String(seed), "--year-ending", "2026", "--out", folder], NO_DATABASE);
      for (const [yearEnding, years] of [[2026, 3], [2026, 1], [2025, 2], [2024, 3], [2021, 1]] as const) {
        const ran = await permanence(["scorecard", "--ssda903", folder, "--year-ending", String(yearEnding), "--years", String(years), "--json"], NO_DATABASE);
        assertSame(answer<ScorecardJson>(ran), naiveScorecard(folder, yearEnding, years));
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { describe, test } from "node:test";
import { projectFolder } from "../src/config.ts";

/**
 * The requirements of OWASP ASVS 5.0.0 that docs/asvs.md answers, by section: those of levels 1 and 2, and after the stroke those of level 3
 * in the chapters on sessions (7), authorization (8), data protection (14) and logging (16).
 */
const SECTIONS = `
  1.1 1-2, 1.2 1-9, 1.3 1-11, 1.4 1-3, 1.5 1-2, 2.1 1-3, 2.2 1-3, 2.3 1-4, 2.4 1, 3.2 1-2, 3.3 1-4, 3.4 1-6, 3.5 1-5, 3.7 1-2,
  4.1 1-3, 4.2 1, 4.3 1-2, 4.4 1-4, 5.1 1, 5.2 1-3, 5.3 1-2, 5.4 1-3, 6.1 1-3, 6.2 1-12, 6.3 1-4, 6.4 1-4, 6.5 1-5, 6.6 1-3, 6.8 1-4,
  7.1 1-3, 7.2 1-4, 7.3 1-2, 7.4 1-5, 7.5 1-2/3-3, 7.6 1-2, 8.1 1-2/3-4, 8.2 1-3/4-4, 8.3 1-1/2-3, 8.4 1-1/2-2, 9.1 1-3, 9.2 1-4,
  10.1 1-2, 10.2 1-2, 10.3 1-4, 10.4 1-11, 10.5 1-5, 10.6 1-2, 10.7 1-3, 11.1 1-2, 11.2 1-3, 11.3 1-3, 11.4 1-4, 11.5 1, 11.6 1,
  12.1 1-3, 12.2 1-2, 12.3 1-4, 13.1 1, 13.2 1-5, 13.3 1-2, 13.4 1-5, 14.1 1-2, 14.2 1-4/5-8, 14.3 1-3, 15.1 1-3, 15.2 1-3, 15.3 1-7,
  16.1 1, 16.2 1-5, 16.3 1-4, 16.4 1-3, 16.5 1-3/4-4, 17.1 1, 17.2 1-4, 17.3 1-2`;

function idsOf(sections: string): readonly string[] {
  return sections.split(",").flatMap((text) => {
    const [section = "", ranges = ""] = text.trim().split(" ");
    return ranges.split("/").flatMap((range) => {
      const [first = NaN, last = first] = range.split("-").map(Number);
      return Array.from({ length: last - first + 1 }, (_, i) => `${section}.${first + i}`);
    });
  });
}

const read = (path: string): string => readFileSync(join(projectFolder, path), "utf8");
const rowsOf = (path: string): readonly (readonly string[])[] =>
  read(path).split("\n").filter((line) => line.startsWith("| ")).map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));

const STATES: ReadonlySet<string> = new Set(["met", "not applicable", "not met"]);
/** A test by its file, and by its title where that follows. */
const namedTests = (text: string) => [...text.matchAll(/`((?:src|tests)\/[^`]+\.(?:test\.tsx?|torture\.ts))`(?: “([^”]+)”)?/g)].map(([, file = "", title]) => ({ file, title }));

describe("the checklist of ASVS", () => {
  const rows = rowsOf("docs/asvs.md").filter(([id = ""]) => /^\d+\.\d+\.\d+$/.test(id));

  test("has every requirement of level 2, and those of level 3 that are promised, exactly once", () => {
    const ids = idsOf(SECTIONS);
    assert.deepEqual([ids.length, new Set(ids).size], [265, 265]);
    assert.deepEqual(rows.map(([id]) => id), ids);
  });

  test("says of each what is asked, its state, and a test or a reason", () => {
    for (const [id = "", asks = "", state = "", why = "", ...more] of rows) assert.ok(asks !== "" && STATES.has(state) && why !== "" && more.length === 0, id);
    const counted = [...STATES].map((state) => `${rows.filter((row) => row[2] === state).length} ${state}`).join(", ");
    assert.ok(read("docs/asvs.md").includes(counted), `Its head should say: ${counted}`);
  });
});

test("each test that the checklist and the threats name is there, by its title where they give one", () => {
  for (const document of ["docs/asvs.md", "docs/threats.md"]) {
    const named = namedTests(read(document));
    assert.ok(named.length > 40, document);
    for (const { file, title } of named) {
      assert.ok(existsSync(join(projectFolder, file)), `${document}: ${file}`);
      assert.ok(title === undefined || read(file).includes(title), `${document}: ${file} has no “${title}”`);
    }
  }
});

test("each threat has an answer, a test and what remains", () => {
  const rows = rowsOf("docs/threats.md").filter((row) => row[0] !== "Threat");
  assert.ok(rows.length > 30);
  for (const [threat = "", ...cells] of rows) {
    assert.ok(cells.length === 4 && cells.every((cell) => cell !== ""), threat);
    assert.ok(namedTests(cells[2] ?? "").some(({ title }) => title !== undefined), threat);
  }
});

test("nothing but these files speaks to another machine", () => {
  const reaching = /\bfetch\(|["']node:(?:net|tls|https?|http2|dgram|dns)["']|["'](?:nodemailer|notifications-node-client|openid-client|pg)["']/;
  const found = globSync("src/**/*.{ts,tsx}", { cwd: projectFolder }).map((file) => file.split(sep).join("/")).filter((file) => !file.includes(".test.") && !/^src\/store\/(server|sample-|schema-dump)/.test(file) && reaching.test(read(file)));
  assert.deepEqual(found.filter((file) => !file.startsWith("src/store/")).sort(), ["src/jobs/heads/mail.ts", "src/jobs/mail-server.ts", "src/jobs/post/notify.ts", "src/jobs/post/smtp.ts", "src/web/sign-in/network.ts", "src/web/sign-in/open-id.ts"]);
});

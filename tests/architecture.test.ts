import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { describe, test } from "node:test";
import { projectFolder } from "../src/config.ts";
import { COMMANDS } from "../src/domain/commands/command.ts";
import {
  importFaults, importsOf, impurities, lengthFaults, reactNames, unfinished, unpinned, unregisteredCommands, type SourceFile,
} from "./support/architecture.ts";

const read = (pattern: string): readonly SourceFile[] =>
  globSync(pattern, { cwd: projectFolder }).sort().map((file) => ({
    path: file.split(sep).join("/"),
    text: readFileSync(join(projectFolder, file), "utf8"),
  }));

const source = read("src/**/*.{ts,tsx}");
const everything = [...source, ...read("{tests,bench}/**/*.ts")];
const manifest = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")) as Parameters<typeof unpinned>[0];

describe("the house", () => {
  test("has source files", () => assert.ok(source.length > 50));

  test("lets each folder import only what the table says", () => assert.deepEqual(source.flatMap(importFaults), []));

  test("keeps the core pure", () => assert.deepEqual(source.flatMap(impurities), []));

  test("keeps a file to one idea", () => assert.deepEqual(source.flatMap(lengthFaults), []));

  test("leaves nothing unfinished and no check turned off", () => assert.deepEqual(everything.flatMap(unfinished), []));

  test("writes attributes as HTML does", () => assert.deepEqual(source.flatMap(reactNames), []));

  test("names every command", () => assert.deepEqual(unregisteredCommands(source, Object.keys(COMMANDS)), []));

  test("installs the same versions everywhere", () => assert.deepEqual(unpinned(manifest), []));
});

describe("the checks of the house", () => {
  const file = (path: string, text: string): SourceFile => ({ path, text });
  const imports = (path: string, specifier: string): readonly string[] => importFaults(file(path, `import { x } from "${specifier}";`));

  test("find imports however they are written", () => {
    const text = `import a from "a";
      import type { B } from './b.ts';
      import "c";
      export * from "d";
      import {
        e,
      } from "e";
      const f = await import("f");
      // import g from "g";
      /* import h from "h"; */`;
    assert.deepEqual([...importsOf(text)].sort(), ["./b.ts", "a", "c", "d", "e", "f"]);
  });

  test("refuse an import against the table", () => {
    for (const [path, specifier] of [
      ["src/domain/dates/day.ts", "node:fs"],
      ["src/domain/dates/day.ts", "yaml"],
      ["src/domain/dates/day.ts", "../../store/store.ts"],
      ["src/store/store.ts", "../app/app.ts"],
      ["src/store/store.ts", "hono"],
      ["src/app/app.ts", "../web/app.tsx"],
      ["src/web/app.tsx", "../store/store.ts"],
      ["src/web/app.tsx", "pg"],
      ["src/cli/main.ts", "../store/store.ts"],
      ["src/app/app.ts", "../main.ts"],
      ["src/store/store.ts", "../config.ts"],
      ["src/app/app.ts", "./app.test.ts"],
      ["src/store/store.ts", "fs"],
      ["src/somewhere/new.ts", "../domain/dates/day.ts"],
    ] as const) {
      assert.equal(imports(path, specifier).length, 1, `${path} may import ${specifier}`);
    }
  });

  test("allow what the table allows", () => {
    for (const [path, specifier] of [
      ["src/domain/dates/day.ts", "../access/role.ts"],
      ["src/store/store.ts", "pg"],
      ["src/store/store.ts", "node:fs"],
      ["src/web/app.tsx", "hono/jsx"],
      ["src/web/app.tsx", "@hono/node-server"],
      ["src/web/pages/child/view.tsx", "../../../app/app.ts"],
      ["src/main.ts", "./store/store.ts"],
      ["src/domain/dates/day.test.ts", "fast-check"],
    ] as const) {
      assert.deepEqual(imports(path, specifier), []);
    }
  });

  test("find what is impure, and not the word in a sentence", () => {
    const impure = ["Date.now()", "new Date()", "Temporal.Now.plainDateISO()", "process.env.X", "Math.random()", "async () => 1", "console.log(1)"];
    for (const code of impure) assert.equal(impurities(file("src/domain/a.ts", `export const a = ${code};`)).length, 1, code);
    assert.deepEqual(impurities(file("src/domain/a.ts", '/** await new Date() */ export const a = "the process. awaits"; // Math.random()')), []);
    assert.deepEqual(impurities(file("src/store/a.ts", "Date.now()")), []);
  });

  test("find a long file, an unfinished thought, a check turned off", () => {
    assert.equal(lengthFaults(file("src/a.ts", "\n".repeat(401))).length, 1);
    assert.deepEqual(lengthFaults(file("src/a.ts", "\n".repeat(400))), []);
    // Put together here, so that this file is not itself at fault.
    const at = String.fromCodePoint(64);
    const word = (...parts: readonly string[]): string => parts.join("");
    for (const text of [
      `// ${word("TO", "DO")}: later`, `// ${at}ts-ignore`, `/* ${word("oxlint", "-disable")} */`, `test.${word("sk", "ip")}()`,
      `({ ${word("to", "do")}: true })`, `// ${at}ts-expect-error`,
    ]) {
      assert.equal(unfinished(file("src/a.ts", text)).length, 1, text);
    }
    assert.deepEqual(unfinished(file("src/a.test.ts", `// ${at}ts-expect-error`)), []);
  });

  test("find a React name on an element, and not on a component", () => {
    assert.equal(reactNames(file("src/web/a.tsx", '<p className="x">')).length, 1);
    assert.equal(reactNames(file("src/web/a.tsx", '<path d="" strokeWidth="2" />')).length, 1);
    assert.deepEqual(reactNames(file("src/web/a.tsx", '<Page className="x"><svg viewBox="0 0 1 1">')), []);
  });

  test("find a command without a name, and a version that may move", () => {
    const command = file("src/domain/commands/move-child.ts", "export function moveChild(c: Case): Decision {");
    assert.equal(unregisteredCommands([command], ["open-record"]).length, 1);
    assert.deepEqual(unregisteredCommands([command], ["move-child"]), []);
    for (const version of ["^1.2.3", "~1.2.3", "1.x", "latest", "*", "git+https://example.test/a.git"]) {
      assert.equal(unpinned({ dependencies: { a: version } }).length, 1, version);
    }
    assert.deepEqual(unpinned({ optionalDependencies: { a: "18.4.0-beta.17" } }), []);
  });

  test("include a lint that knows the attributes of HTML, and refuses any", async () => {
    const folder = await mkdtemp(join(tmpdir(), "permanence-lint-"));
    const lint = async (attributes: string, argument = ""): Promise<number | null> => {
      const sample = join(folder, "sample.tsx");
      await writeFile(sample, `export const sample = (${argument}) => <p ${attributes}>text</p>;\n`);
      const program = join(projectFolder, "node_modules", ".bin", "oxlint");
      return spawnSync(program, ["-c", join(projectFolder, ".oxlintrc.json"), "--deny-warnings", sample], { shell: process.platform === "win32" }).status;
    };
    try {
      assert.equal(await lint('class="a" id="b" data-x="1" aria-label="c"'), 0);
      assert.notEqual(await lint('clas="a"'), 0);
      assert.notEqual(await lint('aria-lable="a"'), 0);
      assert.notEqual(await lint("", "_a: any"), 0);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

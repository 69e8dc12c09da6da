import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { withLock } from "../../src/store/server/lock.ts";
import { testDataFolder } from "./database.ts";

/** A Chromium that runs on this machine, with what it needs in its environment. */
export interface Chromium {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")));
const PARTS = ["chromium.br", "fonts.tar.br", "al2023.tar.br"];

/**
 * The Chromium that `npm ci` brought, unpacked once a version (2 seconds, 200 MB). Its package
 * only knows how to unpack for Linux on x64; anywhere else, or to try another browser, set
 * PERMANENCE_TEST_BROWSER to the path of a Chrome or Chromium.
 */
export async function findChromium(): Promise<Chromium> {
  const chosen = process.env["PERMANENCE_TEST_BROWSER"];
  if (chosen) return { executablePath: chosen, env: {} };
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("The browser tests bring their own Chromium only for Linux on x64. Set PERMANENCE_TEST_BROWSER to the path of a Chrome or Chromium.");
  }
  const folder = await unpacked();
  const executablePath = join(folder, "chromium");
  const env = { FONTCONFIG_FILE: join(folder, "fonts.conf") };
  const libraries = { LD_LIBRARY_PATH: join(folder, "al2023", "lib") };
  for (const more of [{}, libraries]) {
    if (starts(executablePath, { ...env, ...more })) return { executablePath, env: { ...env, ...more } };
  }
  throw new Error(`The Chromium in ${folder} does not start on this machine. Set PERMANENCE_TEST_BROWSER to the path of a Chrome or Chromium.`);
}

const starts = (program: string, env: Readonly<Record<string, string>>): boolean =>
  spawnSync(program, ["--version"], { env: { ...process.env, ...env }, stdio: "ignore" }).status === 0;

async function unpacked(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8")) as { version: string };
  const folder = join(testDataFolder, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(testDataFolder, { recursive: true });
  await withLock(`${folder}.lock`, async () => {
    if (!existsSync(folder)) await unpack(folder);
  });
  return folder;
}

/** The package unpacks into the temporary folder of its process, so it is given a process whose temporary folder is ours. */
async function unpack(folder: string): Promise<void> {
  const staging = await mkdtemp(`${folder}.new-`);
  try {
    const files = PARTS.map((part) => join(packageFolder, "bin", part));
    const code = `import { inflate } from "@sparticuz/chromium"; await Promise.all(${JSON.stringify(files)}.map(inflate));`;
    const env = { ...process.env, TMPDIR: staging };
    await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", code], { env, cwd: import.meta.dirname });
    await writeFile(join(staging, "fonts.conf"), fontsConfiguration(folder));
    await rename(staging, folder);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Only the typeface the package brings, so that a picture is the same on every machine, one without any fonts included. */
const fontsConfiguration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/font-cache-${basename(folder)}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <config/>
</fontconfig>
`;

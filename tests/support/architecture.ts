/**
 * What the house forbids, as functions of a file's path and text, so that each can be shown to
 * find what it looks for. A fault is a sentence that begins with the path.
 */
import { posix } from "node:path";
import { builtinModules } from "node:module";

export interface SourceFile {
  /** From the folder of the checkout, with forward slashes: `src/domain/dates/day.ts`. */
  readonly path: string;
  readonly text: string;
}

interface Layer {
  /** The folders of src it may import from, besides its own. */
  readonly folders: readonly string[];
  /** The packages it may import; `node:` stands for all that Node.js brings. */
  readonly packages: readonly string[] | "any";
}

/** Who may import whom. A folder of src that is not here is a fault, and so is what it imports. */
const LAYERS: Readonly<Record<string, Layer>> = {
  domain: { folders: [], packages: [] },
  reference: { folders: ["domain"], packages: ["node:", "yaml", "csv-parse"] },
  intake: { folders: ["domain"], packages: ["node:", "csv-parse", "@e965/xlsx"] },
  exports: { folders: ["domain"], packages: ["node:", "hucre", "docx", "ical-generator", "@resvg/resvg-js"] },
  store: { folders: ["domain"], packages: ["node:", "kysely", "pg"] },
  app: { folders: ["domain", "store", "intake", "exports", "reference"], packages: ["node:"] },
  web: { folders: ["app", "domain"], packages: "any" },
  jobs: { folders: ["app", "domain"], packages: "any" },
  cli: { folders: ["app", "domain"], packages: "any" },
};

/** A page may not reach the database by another door. */
const ONLY_IN_STORE: ReadonlySet<string> = new Set(["kysely", "pg"]);

const IMPORT =
  /(?:^|[\s;])(?:import|export)\s[^;"']*?from\s*["']([^"'\s]+)["']|(?:^|[\s;])import\s*["']([^"'\s]+)["']|\bimport\(\s*["']([^"'\s]+)["']/g;

export const importsOf = (text: string): readonly string[] =>
  [...withoutComments(text).matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");

const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/(^|\s)\/\/.*$/gm, "$1");

const layerOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1];

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);

/** Imports against the table. The composition root, which is the files of src itself, may import everything. */
export function importFaults({ path, text }: SourceFile): readonly string[] {
  const layer = layerOf(path);
  if (layer === undefined || isTest(path)) return [];
  const rule = LAYERS[layer];
  if (rule === undefined) return [`${path}: src/${layer} has no place in the table of who may import whom`];
  return importsOf(text).flatMap((specifier) => {
    const reason = specifier.startsWith(".") ? folderFault(path, layer, rule, specifier) : packageFault(rule, specifier);
    return reason === undefined ? [] : [`${path}: ${reason}`];
  });
}

function folderFault(path: string, layer: string, rule: Layer, specifier: string): string | undefined {
  const target = posix.normalize(posix.join(posix.dirname(path), specifier));
  const folder = layerOf(target);
  if (isTest(target) || target.startsWith("tests/")) return `imports a test, ${specifier}`;
  if (folder === layer) return undefined;
  if (folder === undefined) return mayImportRoot(layer, target) ? undefined : `${layer} may not import the composition root, ${specifier}`;
  return rule.folders.includes(folder) ? undefined : `${layer} may not import ${folder} (${specifier})`;
}

/** The command line starts the composition root; what it and the app's opening are told is its Config. */
const mayImportRoot = (layer: string, target: string): boolean => layer === "cli" || (layer === "app" && target === "src/config.ts");

function packageFault(rule: Layer, specifier: string): string | undefined {
  const builtin = specifier.startsWith("node:");
  if (!builtin && builtinModules.includes(specifier)) return `write node:${specifier}, not ${specifier}`;
  const name = builtin ? "node:" : specifier.split("/").slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
  const allowed = rule.packages === "any" ? !ONLY_IN_STORE.has(name) : rule.packages.includes(name);
  return allowed ? undefined : `may not import the package ${specifier}`;
}

/** What would make an answer depend on more than the question. */
const IMPURE: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\b|\bnew Date\b|\bTemporal\.Now\b|\bperformance\.now\b/, "reads the clock"],
  [/\bprocess\./, "reads the environment"],
  [/\bMath\.random\b|\bcrypto\./, "draws at random"],
  [/\bfetch\(|\bsetTimeout\(|\bsetInterval\(/, "reaches outside"],
  [/\bconsole\./, "writes to the console"],
  [/\basync\b|\bawait\b|\bPromise</, "waits"],
];

/** The core is functions of their arguments, today included. */
export function impurities({ path, text }: SourceFile): readonly string[] {
  if (layerOf(path) !== "domain" || isTest(path)) return [];
  const code = withoutStrings(withoutComments(text));
  return IMPURE.filter(([pattern]) => pattern.test(code)).map(([, reason]) => `${path}: the domain is pure, and this ${reason}`);
}

const withoutStrings = (text: string): string => text.replaceAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');

const LINES_LIMIT = 400;

/** A file that a program writes says so in its first line. */
const isGenerated = (text: string): boolean => /^.*\bDo not edit\b/i.test(text);

export function lengthFaults({ path, text }: SourceFile): readonly string[] {
  if (isGenerated(text)) return [];
  const lines = text.split("\n").length - 1;
  return lines > LINES_LIMIT ? [`${path}: ${lines} lines are more than one idea (${LINES_LIMIT} at most)`] : [];
}

const UNFINISHED: readonly (readonly [RegExp, string])[] = [
  [/\b(?:TO[D]O|FIX[M]E|X[X]X|HAC[K])\b/, "an unfinished thought"],
  [/@ts-(?:ignore|nocheck)|(?:eslint|oxlint)-disable/, "a check turned off"],
  [/\b(?:test|it|describe|suite)\.(?:skip|only|todo)\b|\b(?:skip|only|todo):\s*true/, "a test that does not run, or the only one that does"],
];
/** Only a test may expect the compiler to object: that is then what it tests. */
const EXPECTED_ERROR: readonly [RegExp, string] = [/@ts-expect[-]error/, "a check turned off"];

export function unfinished({ path, text }: SourceFile): readonly string[] {
  const wrong = isTest(path) ? UNFINISHED : [...UNFINISHED, EXPECTED_ERROR];
  return wrong.filter(([pattern]) => pattern.test(text)).map(([, what]) => `${path}: ${what}`);
}

/** Attribute names that React would take, and the web's pages would send to the browser as they stand. */
const REACT_NAMES =
  /<[a-z][^<>]*?\s(className|htmlFor|tabIndex|colSpan|rowSpan|maxLength|minLength|readOnly|autoComplete|autoFocus|encType|noValidate|inputMode|spellCheck|dateTime|srcSet|httpEquiv|charSet|strokeWidth|strokeDasharray|strokeLinecap|fontSize|fontWeight|fontFamily|textAnchor|dominantBaseline|fillOpacity)=/g;

export const reactNames = ({ path, text }: SourceFile): readonly string[] =>
  path.endsWith(".tsx") ? [...text.matchAll(REACT_NAMES)].map((match) => `${path}: ${match[1]} is React's name for an HTML attribute`) : [];

/** A function that decides is told the child's case. */
const DECIDES = /export function \w+\([^)]*\bCase\b[^)]*\): Decision\b/;

/** Each thing a person may do is a file of domain/commands, under the name by which it is permitted and audited. */
export const unregisteredCommands = (files: readonly SourceFile[], names: readonly string[]): readonly string[] =>
  files
    .filter(({ path, text }) => path.startsWith("src/domain/commands/") && !isTest(path) && DECIDES.test(text))
    .filter(({ path }) => !names.includes(posix.basename(path, ".ts")))
    .map(({ path }) => `${path}: a command without a name in COMMANDS`);

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** A version that could move between two installations. */
export const unpinned = ({ dependencies, devDependencies, optionalDependencies }: Manifest): readonly string[] =>
  Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
    .map(([name, version]) => `package.json: ${name} is not pinned to one version (${version})`);

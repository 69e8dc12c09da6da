import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { GOVUK_ROOT } from "./macros.ts";

/**
 * Writes components.ts, the types of the macros' options, from the description that each
 * GOV.UK component ships. `node --import tsx src/web/govuk/generate.ts` after an upgrade;
 * a test says when it was forgotten.
 */
interface Option {
  readonly name: string;
  readonly type: string;
  readonly isComponent?: boolean;
  readonly params?: readonly Option[];
}

const pascal = (name: string): string => name.replace(/(^|[-\s])(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());
const indent = (depth: number): string => "  ".repeat(depth);

/** Components that exist; an option that says it is a component of another name has its parts listed. */
const isFolder = (components: readonly string[], name: string): boolean => components.includes(kebab(name));
const kebab = (name: string): string => name.replace(/([A-Z])/g, (letter) => `-${letter.toLowerCase()}`);

function typeOf(option: Option, components: readonly string[], depth: number): string {
  if (option.isComponent === true && isFolder(components, option.name)) return `${pascal(kebab(option.name))}Options`;
  if (/html$/i.test(option.name) || option.type === "nunjucks-block") return "Html";
  const inner = option.params === undefined ? undefined : shapeOf(option.params, components, depth);
  switch (option.type) {
    case "array": return inner === undefined ? "readonly unknown[]" : `readonly (${inner} | Falsy)[]`;
    case "object": return inner ?? (option.name === "attributes" ? "Attributes" : "Readonly<Record<string, unknown>>");
    case "boolean": return "boolean";
    case "integer": return "number";
    default: return "string | number";
  }
}

function shapeOf(options: readonly Option[], components: readonly string[], depth: number): string {
  // An option may be described twice, once for each type it takes.
  const types = new Map<string, Set<string>>();
  for (const option of options.filter(({ name }) => name !== "caller")) {
    types.set(option.name, (types.get(option.name) ?? new Set()).add(typeOf(option, components, depth + 1)));
  }
  const lines = [...types].map(([name, of]) => {
    const key = /^\w+$/.test(name) ? name : JSON.stringify(name);
    return `${indent(depth + 1)}readonly ${key}?: ${[...of, "undefined"].join(" | ")};\n`;
  });
  return `{\n${lines.join("")}${indent(depth)}}`;
}

export function generated(): string {
  const root = join(GOVUK_ROOT, "govuk/components");
  const components = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const interfaces = components.map((name) => {
    const options = JSON.parse(readFileSync(join(root, name, "macro-options.json"), "utf8")) as Option[];
    return `export interface ${pascal(name)}Options ${shapeOf(options, components, 0)}\n`;
  });
  const names = components.map((name) => `  readonly govuk${pascal(name)}: ${pascal(name)}Options;\n`);
  return `// Written by generate.ts from the components' own descriptions. Do not edit.
import type { Attributes, Falsy, Html } from "./html.ts";
import type { MojComponentOptions } from "./moj.ts";

${interfaces.join("\n")}
export interface ComponentOptions extends MojComponentOptions {
${names.join("")}}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL("components.ts", import.meta.url), generated());
}

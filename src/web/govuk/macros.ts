import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import nunjucks from "nunjucks";
import type { ComponentOptions } from "./components.ts";
import { dateFilter } from "./date-filter.ts";

/**
 * GOV.UK and Ministry of Justice components: their own Nunjucks macros, called from
 * TypeScript. The options of every component are typed (components.ts, generated from the
 * macros' own descriptions), so a misspelt option is a compile error.
 */
const require = createRequire(import.meta.url);
export const GOVUK_ROOT = join(dirname(require.resolve("govuk-frontend/package.json")), "dist");
export const MOJ_ROOT = dirname(require.resolve("@ministryofjustice/frontend/package.json"));

const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader([GOVUK_ROOT, MOJ_ROOT]), {
  autoescape: true,
});
environment.addFilter("date", dateFilter);
environment.addFilter("mojDate", dateFilter);

type Macro = (params: object) => { toString(): string };
const macros = new Map<string, Macro>();

/** govukErrorSummary → govuk/components/error-summary/macro.njk */
export function templateOf(name: string): string {
  const [, vendor = "", component = ""] = /^(govuk|moj)(.+)$/.exec(name) ?? [];
  const folder = component.replace(/([A-Z])/g, (_, letter: string) => `-${letter.toLowerCase()}`).slice(1);
  return `${vendor}/components/${folder}/macro.njk`;
}

function macroNamed(name: string): Macro {
  const had = macros.get(name);
  if (had !== undefined) return had;
  let found: unknown;
  const template = environment.getTemplate(templateOf(name), true) as unknown as Exporting;
  template.getExported((error, exported) => {
    if (error !== null) throw error;
    found = exported?.[name];
  });
  if (typeof found !== "function") throw new Error(`There is no component ${name}`);
  macros.set(name, found as Macro);
  return found as Macro;
}

/** The part of a Nunjucks template that its types leave out: what the template exports. Calls back at once. */
interface Exporting {
  getExported(callback: (error: Error | null, exported?: Record<string, unknown>) => void): void;
}

/** One component as HTML, to be put in a page as it is. */
export function component<Name extends keyof ComponentOptions>(name: Name, options: ComponentOptions[Name]): HtmlEscapedString {
  return raw(macroNamed(name)(plain(options) as object).toString().trim());
}

/** Options as Nunjucks wants them: JSX becomes text, everything else stays. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  if ("isEscaped" in value) return written(value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

function written(html: object): string {
  const text: unknown = html.toString();
  if (typeof text !== "string") throw new Error("Only markup that needs no waiting can be put inside a component");
  return text;
}

/** Blocks of the GOV.UK stylesheet that no page has. A page that comes to use one takes it off this list: the test says so. */
const GOVUK_UNUSED = [
  "accordion", "breadcrumbs", "character-count", "cookie-banner", "exit-this-page", "feedback", "generic-header", "header", "language-navigation",
  "password-input", "phase-banner", "summary-card", "tabs", "task-list",
] as const;
/** Blocks of the Ministry of Justice stylesheet that pages have; the rest of it is left out. */
const MOJ_USED = ["sub-navigation", "timeline", "filter"] as const;

const blockOf = (prefix: "govuk" | "moj", name: string): RegExp => new RegExp(`\\.${prefix}-${name}(?![a-z0-9])(?!-[a-z0-9])`);
const unused = GOVUK_UNUSED.map((name) => blockOf("govuk", name));
const used = MOJ_USED.map((name) => blockOf("moj", name));

/** Whether the selector is of something a page may have. */
export function isWanted(selector: string): boolean {
  if (unused.some((block) => block.test(selector))) return false;
  return !/\.(moj|probation)-/.test(selector) || used.some((block) => block.test(selector));
}

/** A minified stylesheet without the rules of components that no page has: they are most of what it weighs. */
export function withoutUnused(css: string): string {
  let kept = "";
  for (let at = 0; at < css.length; ) {
    const open = css.indexOf("{", at);
    if (open < 0) return kept + css.slice(at);
    const end = closing(css, open);
    // What ends at a semicolon before the rule, such as @charset, stays before it.
    const head = css.slice(css.lastIndexOf(";", open) >= at ? css.lastIndexOf(";", open) + 1 : at, open);
    kept += css.slice(at, open - head.length) + rule(head, css.slice(open + 1, end));
    at = end + 1;
  }
  return kept;
}

function rule(head: string, body: string): string {
  if (/^@(media|supports|layer)/.test(head)) {
    const inside = withoutUnused(body);
    return inside === "" ? "" : `${head}{${inside}}`;
  }
  if (head.startsWith("@")) return `${head}{${body}}`;
  const selectors = apart(head).filter(isWanted);
  return selectors.length === 0 ? "" : `${selectors.join(",")}{${body}}`;
}

function closing(css: string, open: number): number {
  let depth = 0;
  for (let i = open; i < css.length; i++) {
    if (css[i] === "{") depth++;
    else if (css[i] === "}" && --depth === 0) return i;
  }
  return css.length;
}

/** The selectors of a list; a comma within brackets parts none. */
function apart(list: string): readonly string[] {
  const selectors: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < list.length; i++) {
    if (list[i] === "(" || list[i] === "[") depth++;
    else if (list[i] === ")" || list[i] === "]") depth--;
    else if (list[i] === "," && depth === 0) {
      selectors.push(list.slice(from, i));
      from = i + 1;
    }
  }
  return [...selectors, list.slice(from)];
}

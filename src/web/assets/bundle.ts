/**
 * One script of several, so that a page asks once: what `site.js` imports outright, or under a
 * condition as a statement of its own, stands in its place. What is imported only when it is
 * needed stays a file of its own. `read` gives the text of a file beside it.
 */
export function bundled(site: string, read: (name: string) => string): string {
  return site
    .replace(/const \{ (\w+) \} = await import\("\.\/([\w.-]+)"\);/g, (_, name: string, file: string) => `const { ${name} } = (() => {\n${exporting(read(file), name)}\n})();`)
    .replace(/^(if \(.+\)) import\("\.\/([\w.-]+)"\);$/gm, (_, condition: string, file: string) => `${condition} {\n${contained(file, read(file))}\n}`);
}

/** A module’s text as the body of a function that returns one of the things it exports. */
function exporting(text: string, name: string): string {
  const [exports] = /export\s*\{[^}]*\};?\s*$/.exec(text) ?? [];
  if (exports === undefined || !new RegExp(`\\b${name}\\b`).test(exports)) throw new Error(`A script does not export ${name}`);
  return `${text.slice(0, text.length - exports.length)}return { ${name} };`;
}

function contained(file: string, text: string): string {
  if (/^\s*(import\s+[\w{*"']|export\s)/m.test(text)) throw new Error(`${file} exports or imports: import it when it is needed`);
  return text;
}

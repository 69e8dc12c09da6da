import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from "yaml";
import type { Path } from "../domain/standards/reading.ts";

/** A YAML file: where it is, for messages, and its text. */
export interface YamlFile {
  readonly name: string;
  readonly text: string;
}

export interface ReadYaml {
  readonly value: unknown;
  /** That it is not YAML, with the line. */
  readonly fault?: string;
  /** The file and line of a place in it, or the nearest place around it that is there. */
  readonly where: (path: Path) => string;
}

export function readYaml({ name, text }: YamlFile): ReadYaml {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ""), { lineCounter: lines });
  const where = (path: Path): string => `${name}, line ${lineOf(document, lines, path)}`;
  const fault = document.errors[0];
  if (fault === undefined) return { value: document.toJS(), where };
  return { value: undefined, where, fault: `${name}, line ${lines.linePos(fault.pos[0]).line}: this is not YAML: ${fault.message.split("\n")[0]}` };
}

/** The line on which a place begins, or the nearest place around it that is there. */
export function lineOf(document: Document, lines: LineCounter, path: Path): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const start = startOf(document, path.slice(0, depth));
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}

/** Where a mapping's key begins, or a list's item. */
function startOf(document: Document, path: Path): number | undefined {
  const parent = path.length < 2 ? document.contents : document.getIn(path.slice(0, -1), true);
  const key = path.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
    return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
  }
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}

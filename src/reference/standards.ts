import { readdirSync, readFileSync } from "node:fs";
import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from "yaml";
import { checkPack } from "../domain/standards/check-pack.ts";
import type { Path } from "../domain/standards/reading.ts";
import { readStandards } from "../domain/standards/read-standard.ts";
import { LAYERS, type Standard } from "../domain/standards/standard.ts";

/** A file of standards: where it is, for messages, and its text. */
export interface StandardsFile {
  readonly name: string;
  readonly text: string;
}

/** Thrown where standards cannot be read: every fault with its file and line. */
export class UnreadableStandards extends Error {
  override name = "UnreadableStandards";
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The standards cannot be used:\n${faults.join("\n")}`);
    this.faults = faults;
  }
}

const NATIONAL = new URL("../../standards/national/", import.meta.url);
let loaded: Standard[] | undefined;

/** The national pack and the defaults beside it, from standards/national, read once. Throws UnreadableStandards. */
export function loadStandards(): Standard[] {
  loaded ??= parseStandards(
    readdirSync(NATIONAL).filter((name) => name.endsWith(".yaml")).sort()
      .map((name) => ({ name: `standards/national/${name}`, text: readFileSync(new URL(name, NATIONAL), "utf8") })),
  );
  return loaded;
}

/** Reads and checks files of standards, together: one may lean on a standard in another. Throws UnreadableStandards. */
export function parseStandards(files: readonly StandardsFile[]): Standard[] {
  const faults: string[] = [];
  const all: { standard: Standard; at: (field: string) => string }[] = [];
  for (const { name, text } of files) {
    const lines = new LineCounter();
    const document = parseDocument(text.replace(/^\uFEFF/, ""), { lineCounter: lines });
    const fault = document.errors[0];
    if (fault !== undefined) {
      faults.push(`${name}, line ${lines.linePos(fault.pos[0]).line}: this is not YAML: ${fault.message.split("\n")[0]}`);
      continue;
    }
    const where = (path: Path): string => `${name}, line ${lineOf(document, lines, path)}`;
    const { standards, problems } = readStandards(document.toJS());
    for (const { path, message } of problems) faults.push(`${where(path)}: ${message}`);
    for (const { standard, path } of standards) all.push({ standard, at: (field) => where([...path, field]) });
  }
  const standards = all.map(({ standard }) => standard);
  if (faults.length === 0) for (const { index, field, message } of checkPack(standards)) faults.push(`${all[index]!.at(field)}: ${message}`);
  if (faults.length > 0) throw new UnreadableStandards(faults);
  return standards.sort(byLayerAndId);
}

const LAYER_ORDER = Object.keys(LAYERS);

/** The national ones first; then by id, TC-9 before TC-10. */
const byLayerAndId = (a: Standard, b: Standard): number =>
  LAYER_ORDER.indexOf(a.layer) - LAYER_ORDER.indexOf(b.layer) || a.id.localeCompare(b.id, "en", { numeric: true });

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

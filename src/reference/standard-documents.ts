import { readdirSync, readFileSync } from "node:fs";
import { LineCounter, parseDocument, stringify } from "yaml";
import { readStandards } from "../domain/standards/read-standard.ts";
import type { Standard } from "../domain/standards/standard.ts";
import { lineOf } from "./yaml-file.ts";

/** A standard as a file has it: what its author wrote, before it was read. */
export type StandardDocument = Readonly<Record<string, unknown>>;

const STANDARDS = new URL("../../standards/", import.meta.url);
let loaded: Map<string, StandardDocument[]> | undefined;

/** Every version of a published standard as its file has it. */
function documents(id: string): readonly StandardDocument[] {
  loaded ??= Map.groupBy(
    readdirSync(STANDARDS, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml") && !name.endsWith("pack.yaml")).sort()
      .flatMap((name) => standardsOf(parseDocument(readFileSync(new URL(name, STANDARDS), "utf8")).toJS())),
    (document) => String(document["id"]),
  );
  return loaded.get(id) ?? [];
}

const standardsOf = (file: unknown): StandardDocument[] => ((file as { standards?: StandardDocument[] }).standards ?? []);

/** The document that a published version was read from, without its days of effect and its layer; nothing where none was. */
export function documentOf(version: Standard): StandardDocument | undefined {
  const wanted = sameText(version);
  const found = documents(version.id).find((document) => readStandards({ layer: version.layer, standards: [document] }).standards.some(({ standard }) => sameText(standard) === wanted));
  if (found === undefined) return undefined;
  const { effect: _effect, layer: _layer, ...rest } = found;
  return rest;
}

/** An authority may have cut a version’s days, or confirmed its text: it is the same for all that. */
const sameText = ({ effect: _e, lapses: _l, confirmed: _c, layer: _y, ...rest }: Standard): string => JSON.stringify(rest);

export interface ReadDocument {
  readonly document?: StandardDocument;
  /** What is wrong, by the field it is wrong in (`yaml` for all of it), with the line. */
  readonly problems: readonly { readonly field: string; readonly message: string }[];
}

/** Reads one standard as somebody typed it. */
export function parseStandard(text: string): ReadDocument {
  const lines = new LineCounter();
  const parsed = parseDocument(text.replace(/^\uFEFF/, ""), { lineCounter: lines });
  const [fault] = parsed.errors;
  if (fault !== undefined) return { problems: [{ field: "yaml", message: `Line ${lines.linePos(fault.pos[0]).line}: this is not YAML: ${fault.message.split("\n")[0]!.replace(/ at line \d+, column \d+:?$/, "")}` }] };
  const value: unknown = parsed.toJS();
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { problems: [{ field: "yaml", message: "Give one standard: its id, title, shape and the rest, each on a line" }] };
  const { problems } = readStandards({ layer: "authority", standards: [value] });
  if (problems.length === 0) return { document: value as StandardDocument, problems: [] };
  return {
    problems: problems.map(({ path, message }) => ({ field: String(path[2] ?? "yaml"), message: `Line ${lineOf(parsed, lines, path.slice(2))}: ${message}` })),
  };
}

/** A standard as a file would have it. */
export const yamlOf = (document: StandardDocument): string => stringify(document, { lineWidth: 110 });

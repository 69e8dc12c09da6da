import { readdirSync, readFileSync } from "node:fs";
import { checkPack } from "../domain/standards/check-pack.ts";
import { readStandards } from "../domain/standards/read-standard.ts";
import { LAYERS, type Standard } from "../domain/standards/standard.ts";
import { readYaml, type YamlFile } from "./yaml-file.ts";

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

/**
 * Reads and checks files of standards, together: one may lean on a standard in another, or on
 * one of `beside` that is there already. Throws UnreadableStandards.
 */
export function parseStandards(files: readonly YamlFile[], beside: readonly Standard[] = []): Standard[] {
  const faults: string[] = [];
  const all: { standard: Standard; at: (field: string) => string }[] = [];
  for (const file of files) {
    const { value, fault, where } = readYaml(file);
    if (fault !== undefined) {
      faults.push(fault);
      continue;
    }
    const { standards, problems } = readStandards(value);
    for (const { path, message } of problems) faults.push(`${where(path)}: ${message}`);
    for (const { standard, path } of standards) all.push({ standard, at: (field) => where([...path, field]) });
  }
  const standards = all.map(({ standard }) => standard);
  if (faults.length === 0) {
    for (const { index, field, message } of checkPack([...standards, ...beside])) faults.push(`${all[index]?.at(field) ?? "beside"}: ${message}`);
  }
  if (faults.length > 0) throw new UnreadableStandards(faults);
  for (const { standard, at } of all) places.set(standard, at);
  return standards.sort(byLayerAndId);
}

const places = new WeakMap<Standard, (field: string) => string>();

/** The file and line of a field of a standard that was read from a file. */
export const placeOf = (standard: Standard, field: string): string => places.get(standard)?.(field) ?? standard.id;

const LAYER_ORDER = Object.keys(LAYERS);

/** The national ones first; then by id, TC-9 before TC-10. */
const byLayerAndId = (a: Standard, b: Standard): number =>
  LAYER_ORDER.indexOf(a.layer) - LAYER_ORDER.indexOf(b.layer) || a.id.localeCompare(b.id, "en", { numeric: true });

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { coverageOf, type Covered } from "../domain/standards/coverage.ts";
import type { Pack } from "../domain/standards/pack.ts";
import { Place, Unreadable } from "../domain/standards/reading.ts";
import { readPack } from "../domain/standards/read-pack.ts";
import type { Standard } from "../domain/standards/standard.ts";
import { loadStandards, parseStandards, UnreadableStandards } from "./standards.ts";
import { readYaml, type YamlFile } from "./yaml-file.ts";

const LOCAL = new URL("../../standards/local/", import.meta.url);
let loaded: Pack[] | undefined;

/** The packs an authority may adopt, from standards/local, read once, by title. Throws UnreadableStandards. */
export function loadPacks(): Pack[] {
  loaded ??= existsSync(LOCAL)
    ? readdirSync(LOCAL, { withFileTypes: true }).filter((f) => f.isDirectory()).map((f) => f.name).sort().map((folder) => parsePack(filesOf(folder), loadStandards()))
    : [];
  return loaded;
}

function filesOf(folder: string): YamlFile[] {
  const at = new URL(`${folder}/`, LOCAL);
  return readdirSync(at).filter((name) => name.endsWith(".yaml")).sort()
    .map((name) => ({ name: `standards/local/${folder}/${name}`, text: readFileSync(new URL(name, at), "utf8") }));
}

/** Reads a pack: `pack.yaml` and its files of standards. `national`: what its standards may lean on. Throws UnreadableStandards. */
export function parsePack(files: readonly YamlFile[], national: readonly Standard[]): Pack {
  const own = files.find(({ name }) => name.endsWith("/pack.yaml"));
  if (own === undefined) throw new UnreadableStandards([`${files[0]?.name ?? "An empty folder"}: there is no pack.yaml beside it`]);
  const { value, fault, where } = readYaml(own);
  if (fault !== undefined) throw new UnreadableStandards([fault]);
  const standards = parseStandards(files.filter((file) => file !== own), national);
  try {
    return { ...readPack(new Place(value)), standards };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new UnreadableStandards([`${where(error.path)}: ${error.message}`]);
  }
}

/** How every row of the source documents is realised. */
export const coverage = (): Covered => coverageOf(loadPacks(), loadStandards());

/** The standards as published, for the command line: what needs no database. */
export { coverage, loadPacks } from "../reference/packs.ts";
export { loadStandards } from "../reference/standards.ts";

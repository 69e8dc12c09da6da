import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** The text of a file under `reference/`. */
export const referenceText = (path: string): string =>
  readFileSync(new URL(`../../reference/${path}`, import.meta.url), "utf8").replace(/^\uFEFF/, "");

export const referenceYaml = (path: string): unknown => parse(referenceText(path));

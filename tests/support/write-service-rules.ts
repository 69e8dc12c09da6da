import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { serviceRules } from "./service-rules.ts";

/** Writes docs/service-rules anew from the tables: `node --import tsx tests/support/write-service-rules.ts`. */
const folder = new URL("../../docs/service-rules/", import.meta.url);
const pages = serviceRules();
await mkdir(folder, { recursive: true });
for (const name of await readdir(folder)) if (!pages.has(name)) await rm(new URL(name, folder));
for (const [name, text] of pages) await writeFile(new URL(name, folder), text);

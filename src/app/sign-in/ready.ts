import { loadDemonstration } from "../../reference/demonstration.ts";
import type { App } from "../app.ts";

/** Whether the demonstration region, or any of it, is in the database. */
export async function holdsDemonstration(app: App): Promise<boolean> {
  const { agency, authorities } = loadDemonstration().region;
  const invented = new Set([agency, ...authorities].map(({ organisation }) => organisation.code));
  return (await app.store.directory.organisations()).some(({ code }) => invented.has(code));
}

/** Those of the codes that are no organisation’s here. */
export async function organisationsMissing(app: App, codes: readonly string[]): Promise<readonly string[]> {
  const here = new Set((await app.store.directory.organisations()).map(({ code }) => code));
  return [...new Set(codes)].filter((code) => !here.has(code));
}

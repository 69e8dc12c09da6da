import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { Viewer } from "../../domain/access/viewer.ts";
import type { ImportPlan } from "../../domain/returns/ssda903/plan.ts";
import { listFiles, readFolders } from "../../intake/ssda903/read-folders.ts";
import type { App } from "../app.ts";
import { type LandOptions, landReturn, planReturn } from "./land.ts";

export interface FolderImportOptions extends LandOptions {
  readonly dryRun?: boolean;
}

/** Imports folders of 903 files, a year each, as the command line does. `landed` is false for a dry run or a refusal. */
export async function importFolders(
  app: App, viewer: Viewer, authority: string, folders: readonly string[], options: FolderImportOptions,
): Promise<{ readonly plan: ImportPlan; readonly landed: boolean }> {
  const given = readFolders(folders, { today: app.clock.today() });
  if (options.dryRun === true) return { plan: await planReturn(app, viewer, authority, given, options), landed: false };
  return landReturn(app, viewer, authority, given, await Promise.all(listFiles(folders).map(hashOf)), options);
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

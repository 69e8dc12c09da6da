import type { Person } from "../../domain/access/viewer.ts";
import { unwritten } from "../../domain/documents/scrutiny/typed.ts";
import { windowName } from "../../domain/scorecard/window.ts";
import type { App } from "../app.ts";
import type { WordFile } from "../meetings/word-files.ts";
import { publish } from "../publication/publish.ts";
import { openScrutiny, type ScrutinyPage, seenAs } from "./open-scrutiny.ts";
import { scrutinyFile } from "./scrutiny-file.ts";

export type PublishedScrutiny = { readonly file: WordFile } | { readonly refused: "unwritten" | "changed"; readonly page: ScrutinyPage };

/**
 * Enters the figures of the report in the register and gives its Word document, in which they stand as the register has them.
 * `seen`: what whoever publishes had read (`seenAs`). Nothing where the viewer may not, or it is no year to report on.
 */
export async function publishScrutiny(app: App, person: Person, yearEnding: number, seen: string): Promise<PublishedScrutiny | undefined> {
  const page = await openScrutiny(app, person, yearEnding);
  if (page === undefined) return undefined;
  if (seenAs(page) !== seen) return { refused: "changed", page };
  if (unwritten(page.typed).length > 0) return { refused: "unwritten", page };
  const title = `Scrutiny report, ${windowName(page.told.window)}`;
  const done = await publish(app, person, { kind: "scrutiny-report", title, tables: page.publication.tables });
  // Told anew: what was told once is told the same after it, and what somebody published meanwhile is minded.
  const told = done === undefined ? undefined : await openScrutiny(app, person, yearEnding);
  return told === undefined ? undefined : { file: await scrutinyFile(app, person, told, false) };
}

import type { Person } from "../../domain/access/viewer.ts";
import { unwritten } from "../../domain/documents/scrutiny/typed.ts";
import { windowName } from "../../domain/scorecard/window.ts";
import type { App } from "../app.ts";
import type { WordFile } from "../meetings/word-files.ts";
import { publish } from "../publication/publish.ts";
import { openScrutiny, type ScrutinyPage, seenAs } from "./open-scrutiny.ts";
import { childrenNamed } from "./children-named.ts";
import { scrutinyFile, scrutinyPreview } from "./scrutiny-file.ts";

export type PublishedScrutiny = { readonly file: WordFile } | { readonly refused: Refused; readonly page: ScrutinyPage };
/** Why a report is not published; words that look like a child’s are listed, and somebody who has looked may say that they are not. */
export type Refused = "unwritten" | "changed" | { readonly mayBeChildren: readonly string[] };

/**
 * Enters the figures of the report in the register and gives its Word document, in which they stand as the register has them.
 * `seen`: what whoever publishes had read (`seenAs`); `sure`: they say that no words of it are a child’s. Nothing where the viewer may not, or it is no year to report on.
 */
export async function publishScrutiny(app: App, person: Person, yearEnding: number, seen: string, sure = false): Promise<PublishedScrutiny | undefined> {
  const page = await openScrutiny(app, person, yearEnding);
  if (page === undefined) return undefined;
  if (seenAs(page) !== seen) return { refused: "changed", page };
  if (unwritten(page.typed).length > 0) return { refused: "unwritten", page };
  const named = sure ? [] : await childrenNamed(app, person, scrutinyPreview(app, person, page));
  if (named.length > 0) return { refused: { mayBeChildren: named }, page };
  const title = `Scrutiny report, ${windowName(page.told.window)}`;
  const done = await publish(app, person, { kind: "scrutiny-report", title, tables: page.publication.tables, known: page.known });
  // Told anew: what was told once is told the same after it, and what somebody published meanwhile is minded.
  const told = done === undefined ? undefined : await openScrutiny(app, person, yearEnding);
  return told === undefined ? undefined : { file: await scrutinyFile(app, person, told, false) };
}

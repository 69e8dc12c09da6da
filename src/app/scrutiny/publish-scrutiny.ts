import { createHash } from "node:crypto";
import type { Person } from "../../domain/access/viewer.ts";
import { unwritten } from "../../domain/documents/scrutiny/typed.ts";
import { windowName } from "../../domain/scorecard/window.ts";
import type { App } from "../app.ts";
import { type Entered, publish } from "../publication/publish.ts";
import { openScrutiny, type ScrutinyPage, seenAs } from "./open-scrutiny.ts";
import { childrenNamed } from "./children-named.ts";
import { scrutinyFile, scrutinyPreview } from "./scrutiny-file.ts";

export type PublishedScrutiny = Pick<Entered, "id" | "isAlready"> | { readonly refused: Refused; readonly page: ScrutinyPage };
/** Why a report is not published; words that look like a child’s are listed, and somebody who has looked may say that they are not. */
export type Refused = "unwritten" | "changed" | { readonly mayBeChildren: readonly string[] };

/**
 * Enters the report in the register: its figures, and its Word document, in which they stand as the register has them. `seen`:
 * what whoever publishes had read (`seenAs`); `sure`: they say that no words of it are a child’s. Nothing where the viewer may not, or it is no year to report on.
 */
export async function publishScrutiny(app: App, person: Person, yearEnding: number, seen: string, sure = false): Promise<PublishedScrutiny | undefined> {
  const page = await openScrutiny(app, person, yearEnding);
  if (page === undefined) return undefined;
  if (seenAs(page) !== seen) return { refused: "changed", page };
  if (unwritten(page.typed).length > 0) return { refused: "unwritten", page };
  const named = sure ? [] : await childrenNamed(app, person, page, scrutinyPreview(app, person, page));
  if (named.length > 0) return { refused: { mayBeChildren: named }, page };
  const title = `Scrutiny report, ${windowName(page.told.window)}`;
  const { tables, told } = page.publication;
  const { bytes } = await scrutinyFile(app, person, page, false);
  const done = await publish(app, person, { kind: "scrutiny-report", title, tables, known: page.known, document: { bytes, madeOf: madeOf(page), told } });
  if (done === undefined || !("moved" in done)) return done;
  const now = await openScrutiny(app, person, yearEnding);
  return now === undefined ? undefined : { refused: "changed", page: now };
}

/** Of what a report is made, but for who makes it and when: told and written alike, it is the same report. */
const madeOf = ({ told, typed, drawings }: ScrutinyPage): string => createHash("sha256").update(JSON.stringify([told, typed, drawings])).digest("hex");

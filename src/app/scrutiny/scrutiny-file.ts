import type { Person } from "../../domain/access/viewer.ts";
import { scrutinyReport } from "../../domain/documents/scrutiny/report.ts";
import type { DrawnPicture } from "../../domain/documents/scrutiny/told.ts";
import type { WordDocument } from "../../domain/documents/word.ts";
import { pictureOf } from "../../exports/picture/picture.ts";
import { writeWord } from "../../exports/word/document.ts";
import type { App } from "../app.ts";
import { madeBy, madeOn } from "../meetings/minutes-read.ts";
import { fileName, type WordFile } from "../meetings/word-files.ts";
import type { ScrutinyPage } from "./open-scrutiny.ts";

/** The report as it would be, to be read on a page: its charts are drawn there, in the order of its pictures. */
export function scrutinyPreview(app: App, person: Person, { told, typed, drawings }: ScrutinyPage): WordDocument {
  const pictures = drawings.map((drawing): DrawnPicture => ({ ...drawing, png: NOTHING, width: 480, height: 300 }));
  return scrutinyReport(told, typed, pictures, { madeBy: madeBy(person), madeOn: madeOn(app), isDraft: true });
}
const NOTHING = new Uint8Array();

/** The report as a Word document, with its charts; on every page of a draft stands that it is one. */
export async function scrutinyFile(app: App, person: Person, { told, typed, drawings, today }: ScrutinyPage, isDraft: boolean): Promise<WordFile> {
  const pictures = await Promise.all(drawings.map(async ({ svg, ...drawing }): Promise<DrawnPicture> => ({ ...drawing, ...await pictureOf(svg) })));
  const document = scrutinyReport(told, typed, pictures, { madeBy: madeBy(person), madeOn: madeOn(app), isDraft });
  return { name: fileName(isDraft ? "scrutiny-report-draft" : "scrutiny-report", today), bytes: await writeWord(document) };
}

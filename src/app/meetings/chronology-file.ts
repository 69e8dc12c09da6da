import type { Person } from "../../domain/access/viewer.ts";
import type { AsAt } from "../../domain/chronology/fold.ts";
import { chronologyOf } from "../../domain/documents/chronology.ts";
import { writeWord } from "../../exports/word/document.ts";
import type { App } from "../app.ts";
import { openChild } from "../open-child.ts";
import { madeBy, madeOn } from "./minutes-read.ts";
import { fileName, type WordFile } from "./word-files.ts";

/** A chronology of a child as this person may see them, on the day asked for. Nothing where they may not; that it was taken is written down first. */
export async function chronologyFile(app: App, person: Person, recordId: string, asAt: AsAt = {}): Promise<WordFile | undefined> {
  const child = await openChild(app, person, recordId, asAt);
  if (child === undefined) return undefined;
  await app.store.accessLog(person).opened(child.recordId, "take-away-chronology");
  const document = chronologyOf({
    localId: child.localId, name: child.name, case: child.case, today: child.today, asAt: child.asAt, organisation: child.authority.name,
    names: child.workerNames, madeBy: madeBy(person), madeOn: madeOn(app),
  });
  return { name: fileName("chronology", child.today, child.localId), bytes: await writeWord(document) };
}

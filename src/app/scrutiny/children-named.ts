import type { Person } from "../../domain/access/viewer.ts";
import { fold } from "../../domain/chronology/fold.ts";
import type { WordDocument } from "../../domain/documents/word.ts";
import { mentionsIn, untoldIn } from "../../domain/meetings/others.ts";
import { nameOf } from "../../domain/permanence/summarise.ts";
import type { App } from "../app.ts";

const NOBODY = { localId: "", name: null };

/**
 * Words of a report that are the whole name of a child, or the shape of a local id: of the children whose records whoever makes it
 * may open, for of others nothing may be told. None may leave in a committee’s papers.
 */
export async function childrenNamed(app: App, person: Person, document: WordDocument): Promise<readonly string[]> {
  const rows = await app.store.reader(person).entriesOfKinds(person.organisation.code, ["particulars"]);
  const children = rows.map(({ localId, entries }) => ({ localId, name: nameOf(fold(entries)) }));
  const ids = mentionsIn(document, NOBODY, children.map(({ localId }) => ({ localId, name: null }))).map(({ words }) => words);
  return [...new Set([...ids, ...untoldIn(document, NOBODY, children, [], [])])];
}

import type { Person } from "../../domain/access/viewer.ts";
import { fold } from "../../domain/chronology/fold.ts";
import { namesOfChildren } from "../../domain/documents/scrutiny/names.ts";
import { UNWRITTEN } from "../../domain/documents/scrutiny/typed.ts";
import { paragraph, type WordDocument } from "../../domain/documents/word.ts";
import { mentionsIn } from "../../domain/meetings/others.ts";
import type { App } from "../app.ts";
import type { ScrutinyPage } from "./open-scrutiny.ts";

const NOBODY = { localId: "", name: null };

/**
 * Words of a report that may be a child’s: of the shape of a local id, a whole name however it is written, or in what people wrote a
 * rare first or family name alone. Of the children whose records whoever makes it may open, for of others nothing may be told. None
 * may leave in a committee’s papers unlooked at.
 */
export async function childrenNamed(app: App, person: Person, { typed, told: { plan } }: Pick<ScrutinyPage, "typed" | "told">, document: WordDocument): Promise<readonly string[]> {
  return childrenIn(app, person, document, typed, (plan?.objectives ?? []).flatMap(({ objective, actions }) => [objective, ...actions.flatMap(({ what, progress }) => [what, progress])]));
}

/** The same of what people write in the action plan. */
export const childrenNamedInPlan = (app: App, person: Person, words: readonly string[]): Promise<readonly string[]> =>
  childrenIn(app, person, { title: "Action plan", subject: "", organisation: person.organisation.name, header: "", footer: "", blocks: words.map((text) => paragraph(text)) }, UNWRITTEN, words);

async function childrenIn(app: App, person: Person, document: WordDocument, typed: ScrutinyPage["typed"], planned: readonly string[]): Promise<readonly string[]> {
  const rows = await app.store.reader(person).entriesOfKinds(person.organisation.code, ["particulars"]);
  const ids = mentionsIn(document, NOBODY, rows.map(({ localId }) => ({ localId, name: null }))).map(({ words }) => words);
  const names = rows.map(({ entries }) => {
    const { givenName, familyName } = fold(entries).of("particulars").at(-1)?.detail ?? {};
    return { given: typeof givenName === "string" ? givenName : "", family: typeof familyName === "string" ? familyName : "" };
  });
  return [...new Set([...ids, ...namesOfChildren(document, typed, planned, names)])];
}

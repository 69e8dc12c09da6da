import { isDeepStrictEqual } from "node:util";
import type { Person } from "../../domain/access/viewer.ts";
import type { PublicationKind } from "../../domain/scorecard/publication/kinds.ts";
import { protect } from "../../domain/scorecard/publication/protect.ts";
import type { Publication, Tables, Told } from "../../domain/scorecard/publication/tables.ts";
import type { Day } from "../../domain/dates/day.ts";
import type { KeptDocument, PublicationRow } from "../../store/publications.ts";
import type { Reader } from "../../store/reader.ts";
import { type App, forbids } from "../app.ts";
import { londonDay } from "../london-time.ts";
import { namesOf } from "../meetings/in-room.ts";

/** A line of the register. */
export interface Published {
  readonly id: string;
  readonly kind: PublicationKind;
  readonly title: string;
  /** By name, where they are still known. */
  readonly by: string;
  readonly on: Day;
  readonly told: Told;
  /** Its Word document is kept with it, as it was published. */
  readonly hasDocument: boolean;
  /** What was told, as it was called, by key. */
  readonly words: ReadonlyMap<string, string>;
}

/** What an authority published before: what is published next is protected against it. Nothing where the viewer may not publish. */
export const publishedBefore = (reader: Pick<Reader, "publications">, authority: string): Promise<readonly Publication[]> => reader.publications(authority);

/** What is to be published of the viewer’s own authority. */
export interface ToPublish {
  readonly kind: PublicationKind;
  readonly title: string;
  readonly tables: Tables;
  /** What every reader has already of others’ publishing, which it is protected against too. */
  readonly known?: Publication;
  /** Its document, kept with it, and what the document tells: where that may no longer be told, nothing is published. */
  readonly document?: KeptDocument & { readonly told: Told };
}
/** Its id in the register and what is told; `isAlready`: the very same was published before, and stands there once. */
export interface Entered {
  readonly id: string;
  readonly told: Told;
  readonly isAlready: boolean;
}

/**
 * Publishes figures of the viewer’s own authority: protected against all that it published before, and put in the register for
 * good. `moved`: its document tells what may not be told any more. Nothing where the viewer may not publish.
 */
export async function publish(app: App, person: Person, what: ToPublish): Promise<Entered | { readonly moved: true } | undefined> {
  if (forbids(person, "publish") !== undefined || person.organisation.type !== "local-authority") return undefined;
  const { code } = person.organisation;
  return app.store.inTransaction(person, async (writer) => {
    await writer.lockPublications(code);
    const { known, ...entered } = what;
    const before = await writer.publications(code);
    const told = protect(what.tables, [...before, ...(known === undefined ? [] : [known])]);
    if (what.document !== undefined && !isDeepStrictEqual(told, what.document.told)) return { moved: true };
    const same = before.find((one) => isSame(one, what, told));
    if (same !== undefined) return { id: same.id, told, isAlready: true };
    return { id: await writer.addPublication(code, { ...entered, told, at: app.clock.now() }), told, isAlready: false };
  });
}

/** Whether a line of the register is this very publication: of the same figures, told alike, in a document made of the same. */
const isSame = (one: PublicationRow, { kind, title, tables, document }: ToPublish, told: Told): boolean =>
  one.kind === kind && one.title === title && one.madeOf === (document?.madeOf ?? null) && isDeepStrictEqual([one.tables, one.told], JSON.parse(JSON.stringify([tables, told])));

/** The register of the viewer’s authority, the newest first; nothing where they may not publish. */
export async function openPublished(app: App, person: Person): Promise<readonly Published[] | undefined> {
  if (forbids(person, "publish") !== undefined || person.organisation.type !== "local-authority") return undefined;
  return lines(app, await app.store.reader(person).publications(person.organisation.code));
}

/** One publication of the viewer’s authority. */
export async function openPublication(app: App, person: Person, id: string): Promise<Published | undefined> {
  if (forbids(person, "publish") !== undefined || person.organisation.type !== "local-authority") return undefined;
  const row = await app.store.reader(person).publication(person.organisation.code, id);
  return row === undefined ? undefined : (await lines(app, [row]))[0];
}

async function lines(app: App, rows: readonly PublicationRow[]): Promise<readonly Published[]> {
  const names = await namesOf(app, rows.map(({ by }) => by));
  return rows.map(({ id, kind, title, by, at, hasDocument, tables: { counts, shares = [], averages = [] }, told }) => ({
    id, kind, title, told, hasDocument, by: names.get(by) ?? by, on: londonDay(at),
    words: new Map([...counts.filter(({ printed }) => printed !== false), ...shares, ...averages].map(({ key, words }) => [key, words])),
  }));
}

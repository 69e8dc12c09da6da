import type { Person } from "../../domain/access/viewer.ts";
import type { PublicationKind } from "../../domain/scorecard/publication/kinds.ts";
import { protect } from "../../domain/scorecard/publication/protect.ts";
import type { Publication, Tables, Told } from "../../domain/scorecard/publication/tables.ts";
import type { Day } from "../../domain/dates/day.ts";
import type { PublicationRow } from "../../store/publications.ts";
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
  /** What was told, as it was called, by key. */
  readonly words: ReadonlyMap<string, string>;
}

/** What an authority published before: what is published next is protected against it. Nothing where the viewer may not publish. */
export const publishedBefore = (reader: Pick<Reader, "publications">, authority: string): Promise<readonly Publication[]> => reader.publications(authority);

/**
 * Publishes figures of the viewer’s own authority: protected against all that it published before, and put in the register for
 * good. `known`: what every reader has already of others’ publishing, which it is protected against too. What is told of them, and the id in the register; nothing where the viewer may not publish.
 */
export async function publish(app: App, person: Person, what: { readonly kind: PublicationKind; readonly title: string; readonly tables: Tables; readonly known?: Publication }): Promise<{ readonly id: string; readonly told: Told } | undefined> {
  if (forbids(person, "publish") !== undefined || person.organisation.type !== "local-authority") return undefined;
  const { code } = person.organisation;
  return app.store.inTransaction(person, async (writer) => {
    await writer.lockPublications(code);
    const { known, ...entered } = what;
    const told = protect(what.tables, [...await publishedBefore(writer, code), ...(known === undefined ? [] : [known])]);
    return { id: await writer.addPublication(code, { ...entered, told, at: app.clock.now() }), told };
  });
}

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
  return rows.map(({ id, kind, title, by, at, tables: { counts, shares = [], averages = [] }, told }) => ({
    id, kind, title, told, by: names.get(by) ?? by, on: londonDay(at),
    words: new Map([...counts.filter(({ printed }) => printed !== false), ...shares, ...averages].map(({ key, words }) => [key, words])),
  }));
}

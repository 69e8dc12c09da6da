import { may } from "../../domain/access/policy.ts";
import type { Person, Viewer } from "../../domain/access/viewer.ts";
import type { MeetingDetail } from "../../domain/meetings/meeting.ts";
import { HERE_MS } from "../../domain/meetings/pen.ts";
import type { ItemRow } from "../../store/meetings/rows.ts";
import type { Reader } from "../../store/reader.ts";
import type { App } from "../app.ts";

/** Somebody in the room, or who was. */
export interface SeenThere {
  readonly account: string;
  readonly name: string;
  /** Milliseconds since they were last seen there. */
  readonly ago: number;
  readonly isHere: boolean;
}

/** Whether somebody may hold meetings of an organisation, and so its pen. */
export const mayHoldIn = (viewer: Viewer, organisation: string): boolean => viewer.type === "person" && viewer.organisation.code === organisation && may(viewer.role, "hold-meetings").allowed;

/** Taken off an agenda for safety: nothing more is typed of it, and nobody but those who hold the meeting sees it. */
export const isOff = ({ mode }: Pick<ItemRow, "mode">): boolean => mode === "removed";

/** Whether an item that somebody may see by its child is there for them by its agenda too. */
export const isThereFor = (viewer: Viewer, item: Pick<ItemRow, "mode" | "organisation">): boolean => !isOff(item) || mayHoldIn(viewer, item.organisation);

/** An item to be read; nothing where there is none for them. */
export async function itemFor(reader: Reader, viewer: Viewer, id: string): Promise<ItemRow | undefined> {
  const item = await reader.meetings.item(id);
  return item !== undefined && isThereFor(viewer, item) ? item : undefined;
}

const REMEMBERED_MS = 60_000;
const known = new WeakMap<App, Map<string, { readonly person: Person | undefined; readonly until: number }>>();

/** Somebody of whichever organisation, asked of the directory once a minute at most: those in one room are often asked for. */
export async function whoIs(app: App, account: string): Promise<Person | undefined> {
  const people = known.get(app) ?? new Map<string, { person: Person | undefined; until: number }>();
  known.set(app, people);
  const had = people.get(account);
  if (had !== undefined && had.until > performance.now()) return had.person;
  const person = await app.store.directory.person(account);
  people.set(account, { person, until: performance.now() + REMEMBERED_MS });
  return person;
}

/** The names of accounts; of whoever has left, that. */
export async function namesOf(app: App, accounts: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const account of new Set(accounts)) names.set(account, (await whoIs(app, account))?.name ?? "Somebody who has left");
  return names;
}

/** What is said of a meeting with those who stand in by name, where they are kept by their account. */
export async function standInsNamed(app: App, detail: MeetingDetail): Promise<MeetingDetail> {
  if (detail.attendance === undefined) return detail;
  const attendance: Record<string, NonNullable<MeetingDetail["attendance"]>[string]> = {};
  for (const [key, said] of Object.entries(detail.attendance)) attendance[key] = said.standIn === undefined ? said : { ...said, standIn: (await whoIs(app, said.standIn))?.name ?? said.standIn };
  return { ...detail, attendance };
}

/** Everybody who was ever in the room, by name. */
export async function seenIn(app: App, reader: Reader, meeting: string): Promise<readonly SeenThere[]> {
  const now = Date.parse(app.clock.now());
  const rows = await reader.meetings.seen(meeting);
  const names = await namesOf(app, rows.map(({ account }) => account));
  return rows
    .map(({ account, seenAt }): SeenThere => {
      const ago = now - Date.parse(seenAt);
      return { account, name: names.get(account) ?? account, ago, isHere: ago < HERE_MS };
    })
    .sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
}

/** Says that somebody is in the room. Nothing where there is no such meeting for them. */
export async function comeIn(app: App, person: Person, meeting: string): Promise<boolean> {
  return app.store.inTransaction(person, async (writer) => {
    const found = await writer.meetings.meeting(meeting);
    if (found !== undefined) await writer.meetings.seeIn(found.organisation, found.id, app.clock.now());
    return found !== undefined;
  });
}

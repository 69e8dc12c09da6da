import type { Person } from "../../domain/access/viewer.ts";
import { type PostWords, postInWords } from "../../domain/post/in-words.ts";
import type { InboxRow } from "../../store/inbox.ts";
import type { App } from "../app.ts";

/** A message as its reader sees it. */
export interface InboxMessage extends PostWords {
  readonly id: string;
  /** Where it leads, of this site. */
  readonly path: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

export interface InboxPage {
  readonly unread: readonly InboxMessage[];
  readonly read: readonly InboxMessage[];
  /** There are more of either than are shown. */
  readonly more: boolean;
}

const MOST = 100;

/** Somebody’s own messages, the latest first. */
export async function openInbox(app: App, person: Person): Promise<InboxPage> {
  const rows = await app.store.inbox(person).list(MOST + 1);
  const [unread, read] = [rows.filter(({ readAt }) => readAt === null), rows.filter(({ readAt }) => readAt !== null)];
  const shown = (some: readonly InboxRow[]): readonly InboxMessage[] => some.slice(0, MOST).map(({ id, template, detail, path, at }) => ({ id, path, at, ...inWords(template, detail) }));
  return { unread: shown(unread), read: shown(read), more: unread.length > MOST || read.length > MOST };
}

/** Says that one was read; gives where it leads, or nothing where it is no message of theirs. */
export const readMessage = (app: App, person: Person, id: string): Promise<string | undefined> => app.store.inbox(person).read(id, app.clock.now());

/** Says that all were read; gives how many. */
export const readAllMessages = (app: App, person: Person): Promise<number> => app.store.inbox(person).readAll(app.clock.now());

/** Words that this version no longer has are not a reason to keep somebody from the page that the message is about. */
function inWords(template: string, detail: InboxRow["detail"]): PostWords {
  try {
    return postInWords(template, detail);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { subject: "About a meeting", paragraphs: ["What this message said is no longer kept here. Its link still leads to what it was about."], link: "See what it was about" };
  }
}

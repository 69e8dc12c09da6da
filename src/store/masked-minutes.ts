import { NOT_SHOWN } from "../domain/chronology/in-words.ts";
import type { Entry } from "../domain/chronology/entry.ts";
import { detailOfBox, entryOfBox, isWords, type TypedWords } from "../domain/meetings/words-of-box.ts";
import type { Reader } from "./reader.ts";
import type { RecordWithEntries } from "./rows.ts";

type Mask = (record: Pick<RecordWithEntries, "type" | "authority" | "entries">) => readonly Entry[];
type Meetings = Reader["meetings"];

/** Which of what was typed of an item somebody reads. */
type Read = (typed: TypedWords) => boolean;
interface OfItem {
  readonly item: string;
  readonly box: string;
  readonly text: string;
}

/**
 * What was typed at meetings, as somebody reads it: each box passes as the entry that it becomes, so that no words stand in
 * the room, in minutes or in a file that are hidden on the child’s own record.
 */
export function maskedMinutes(reader: Reader, ask: () => Promise<Mask>): Meetings {
  const { meetings } = reader;

  async function readingOf(itemId: string, typed: readonly TypedWords[]): Promise<Read> {
    const item = await meetings.item(itemId);
    if (item?.recordId == null || item.authority === null) return () => true;
    const [mask, entries, meeting] = [await ask(), await reader.entriesOf(item.recordId), await meetings.meeting(item.meeting)];
    if (meeting === undefined) return () => false;
    const at = { considered: meeting.organisation === item.authority ? "tracking-meeting" : "agency-meeting", heldOn: meeting.heldOn } as const;
    const owners = new Map((await meetings.texts(itemId)).filter(({ box }) => box.endsWith("/who")).map(({ box, text }) => [box, text.trim()]));
    const words = typed.map((one, i) => entryOfBox(one, owners.get(one.box.replace(/[^/]*$/, "who")), at, -1 - i));
    const shown = new Map(mask({ type: "child", authority: item.authority, entries: [...entries, ...words] }).map((e) => [e.number, e]));
    const read = new Set(typed.filter((one, i) => shown.get(-1 - i)?.detail[detailOfBox(one.box)] !== undefined));
    return (one) => one.text.trim() === "" || read.has(one);
  }

  /** Rows as they are read: words that may not be are replaced by saying so, anything else is left out. */
  async function shown<T extends OfItem>(rows: readonly T[], by: (row: T) => string, more: (row: T) => T = (row) => row): Promise<T[]> {
    const kept = new Map<T, T>();
    for (const [item, own] of Map.groupBy(rows, (row) => row.item)) {
      const typed = own.map((row): TypedWords => ({ box: row.box, text: row.text, by: by(row) }));
      const reads = await readingOf(item, typed);
      own.forEach((row, i) => {
        if (reads(typed[i]!)) kept.set(row, row);
        else if (isWords(row.box)) kept.set(row, more({ ...row, text: NOT_SHOWN }));
      });
    }
    return rows.flatMap((row) => kept.get(row) ?? []);
  }

  return {
    ...meetings,
    texts: async (item, boxes) => shown(await meetings.texts(item, boxes), ({ savedBy }) => savedBy),
    textsOf: async (meeting) => shown(await meetings.textsOf(meeting), ({ savedBy }) => savedBy),
    beside: async (item) => shown(await meetings.beside(item), ({ typedBy }) => typedBy),
    besideById: async (id) => {
      const row = await meetings.besideById(id);
      return row === undefined ? undefined : (await shown([row], ({ typedBy }) => typedBy))[0];
    },
    correctionsOf: async (meeting) => shown(await meetings.correctionsOf(meeting), ({ typedBy }) => typedBy, (row) => (row.why === null ? row : { ...row, why: NOT_SHOWN })),
    comments: async (item) => {
      const rows = (await meetings.comments(item)).map((row) => ({ ...row, box: "other" }));
      return (await shown(rows, ({ saidBy }) => saidBy)).map(({ box: _box, ...row }) => row);
    },
  };
}

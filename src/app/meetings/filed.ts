import type { Entry } from "../../domain/chronology/entry.ts";
import { type Case, fold } from "../../domain/chronology/fold.ts";
import type { Day } from "../../domain/dates/day.ts";
import type { MeetingRow, SeriesRow } from "../../store/meetings/rows.ts";
import type { Writer } from "../../store/writer.ts";

/** The last entry by which the record of the meeting of a day was put on the case record; nothing where nobody noted it. */
export const filedIn = (c: Case, heldOn: Day): Entry | undefined => c.of("tracking-record-uploaded").findLast(({ detail }) => detail["evidenceOn"] === heldOn);

/** Whoever put the record of a meeting on a child’s case record is told that it says something else since; nobody where it was not filed. */
export async function tellFiler(writer: Writer, { definition }: Pick<SeriesRow, "definition">, { id, heldOn }: MeetingRow, item: string, recordId: string, at: string): Promise<void> {
  const filed = filedIn(fold(await writer.entriesOf(recordId)), heldOn);
  if (filed === undefined) return;
  await writer.addMessages([{ account: filed.recordedBy, template: "record-changed", detail: { title: definition.neutralTitle, heldOn }, path: `/meetings/${id}/minutes#item-${item}`, key: `record-changed/${item}/${at}` }], at);
}

import type { Person } from "../../domain/access/viewer.ts";
import type { Day } from "../../domain/dates/day.ts";
import { leadsOf } from "../../domain/meetings/leads.ts";
import { isAhead } from "../../domain/meetings/meeting.ts";
import { missingPapers, type PaperName } from "../../domain/meetings/papers.ts";
import type { AskedBecause } from "../../domain/meetings/whom.ts";
import type { MeetingRow, SeriesRow } from "../../store/meetings/rows.ts";
import type { UpdateRow, WaitingUpdateRow } from "../../store/meetings/updates.ts";
import { type App } from "../app.ts";
import { isHolder } from "./asking.ts";
import { peopleOf } from "./told.ts";
import { whomOf } from "./whom.ts";

/** How far the update of one child is. */
export interface AnsweredLine {
  readonly item: string;
  readonly recordId: string;
  readonly localId: string;
  readonly part: string;
  /** Nothing while nobody has been asked. */
  readonly update: UpdateRow | null;
  /** Who was asked, by name; and why them, where they would be asked today. */
  readonly asked: string | null;
  readonly because: AskedBecause | null;
  /** Somebody else would be asked today, by name: whoever was asked is away, has left or has the child no longer. */
  readonly nowBy: string | null;
  readonly answeredBy: string | null;
  /** Nothing of children whose papers go to another organisation’s meeting. */
  readonly missing: readonly PaperName[];
}

export interface AnsweredPage {
  readonly today: Day;
  readonly meeting: MeetingRow;
  readonly series: SeriesRow;
  readonly dueOn: Day;
  /** Those who have not answered first. */
  readonly lines: readonly AnsweredLine[];
  /** Whether whoever looks holds the meeting, and it is still to come: then they may ask and remind. */
  readonly mayAsk: boolean;
}

/** Who of a meeting’s children has been answered for and who has not; nothing where there is no such meeting for this person. */
export async function openUpdates(app: App, person: Person, meetingId: string): Promise<AnsweredPage | undefined> {
  const today = app.clock.today();
  return app.store.reading(person, async (reader) => {
    const meeting = await reader.meetings.meeting(meetingId);
    const series = meeting === undefined ? undefined : await reader.meetings.seriesById(meeting.series);
    if (meeting === undefined || series === undefined) return undefined;
    const rows = new Map((await reader.meetings.updatesOf(meetingId)).map((row) => [row.item, row]));
    const names = new Map((await peopleOf(reader)).map(({ account, name }) => [account, name]));
    const nameOf = (account: string | null | undefined): string | null => (account == null ? null : names.get(account) ?? account);
    const before = isAhead(meeting.state);
    const lines = (await whomOf(reader, meeting, series, today)).flatMap(({ item, asked }): readonly AnsweredLine[] => {
      if (item.recordId === null || item.localId === null) return [];
      const update = rows.get(item.id) ?? null;
      return [{
        item: item.id, recordId: item.recordId, localId: item.localId, part: item.part, update, asked: nameOf(update?.asked ?? null), answeredBy: nameOf(update?.answeredBy),
        because: asked !== undefined && (update === null || update.asked === asked.account) ? asked.because : null,
        nowBy: before && update !== null && update.answeredAt === null && asked !== undefined && asked.account !== update.asked ? nameOf(asked.account) : null,
        missing: item.authority === meeting.organisation ? missingPapers(update?.papers ?? {}) : [],
      }];
    });
    const rank = ({ update, missing }: AnsweredLine): number => (update === null ? 0 : update.answeredAt === null ? 1 : missing.length > 0 ? 2 : 3);
    return {
      today, meeting, series, dueOn: leadsOf(series.definition, meeting.heldOn, app.calendar).papers,
      lines: lines.toSorted((a, b) => rank(a) - rank(b) || (a.localId < b.localId ? -1 : 1)),
      mayAsk: before && isHolder(person, meeting),
    };
  });
}

/** One update that waits for somebody, with the day by which it is to be given. */
export interface WaitingUpdate extends WaitingUpdateRow {
  readonly dueOn: Day;
  /** Whose it is where it was asked of somebody whom the viewer covers for: their name. */
  readonly forWhom: string | null;
}

/** What waits for somebody before meetings: asked of them, or of those whose work they do today. The soonest first. */
export async function waitingUpdatesOf(app: App, person: Person): Promise<readonly WaitingUpdate[]> {
  const today = app.clock.today();
  return app.store.reading(person, async (reader) => {
    const covered = new Map((await reader.covered(today)).map(({ account, name }) => [account, name]));
    const rows = await reader.meetings.waitingUpdates([person.account, ...covered.keys()], today);
    return rows.map((row) => ({ ...row, dueOn: leadsOf(row.definition, row.heldOn, app.calendar).papers, forWhom: row.asked === person.account ? null : covered.get(row.asked) ?? null }));
  });
}

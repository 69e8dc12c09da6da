import { randomUUID } from "node:crypto";
import type { App } from "../../src/app/app.ts";
import type { Person } from "../../src/domain/access/viewer.ts";
import type { Day } from "../../src/domain/dates/day.ts";
import type { MeetingState, Member, SeriesDefinition } from "../../src/domain/meetings/meeting.ts";

const days = (count: number) => ({ count, unit: "day" as const });

/** A series that meets when it is told to, in two parts. */
export const seriesOf = (members: readonly Member[]): SeriesDefinition => ({
  name: "Tracking meeting", neutralTitle: "Monthly meeting", purpose: "", terms: "", accountableTo: "", rhythm: { every: "never" }, startsAt: "09:30", place: "Room 2",
  parts: [{ id: "adoption", name: "Adoption", minutes: 45 }, { id: "plans", name: "Other plans", minutes: 60 }], members, quorum: 2,
  leads: { build: days(14), updates: days(10), remind: days(8), papers: days(7), "extra-items": days(4), agenda: days(3) },
  rules: [], chase: { daysBefore: 3, everyDays: 7, escalateAfterDays: 14 },
});

export interface Sat {
  readonly series: string;
  readonly meeting: string;
  /** One item a child, in the order given. */
  readonly items: readonly string[];
}

/** A meeting of children, sat down to already unless another state is said: `holder` has the pen, and it is on the first of them. */
export async function sitDown(app: App, holder: Person, heldOn: Day, children: readonly string[], members: readonly Member[], state: MeetingState = "open"): Promise<Sat> {
  const items = children.map(() => randomUUID());
  const at = app.clock.now();
  const { code } = holder.organisation;
  return app.store.inTransaction(holder, async (writer) => {
    const series = await writer.meetings.addSeries(code, seriesOf(members), at);
    const meeting = await writer.meetings.addMeeting(code, series, heldOn, { state, ...(state === "open" ? { openedAt: at, pen: holder.account } : {}) });
    if (meeting === undefined) throw new Error("It meets on that day already");
    await writer.meetings.putItems(code, meeting, children.map((recordId, i) => ({
      id: items[i]!, authority: code, recordId, title: null, part: i % 2 === 0 ? "adoption" : "plans", position: i + 1, minutes: 10, mode: "discuss", presenter: null, changedBy: null, why: null,
      reasons: [{ rule: "placement-order-8-months", because: "A placement order made 8 months ago, and not placed", start: null, arithmetic: null, limitOn: null, entries: [], source: "SHEF-T01" }],
    })));
    if (state === "open") await writer.meetings.changeRoom(meeting, { currentItem: items[0] ?? null, currentSince: at });
    return { series, meeting, items };
  });
}

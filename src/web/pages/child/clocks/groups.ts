import type { ExplainedClock } from "../../../../app/views.ts";
import { counts } from "../../../../domain/standards/clock.ts";

/** The clocks of a child under the headings a page shows them by. Every clock is in exactly one. */
export interface ClockGroups {
  readonly late: readonly ExplainedClock[];
  readonly soon: readonly ExplainedClock[];
  readonly running: readonly ExplainedClock[];
  readonly checklist: readonly ExplainedClock[];
  readonly advisory: readonly ExplainedClock[];
  readonly metLate: readonly ExplainedClock[];
  readonly met: readonly ExplainedClock[];
  readonly moot: readonly ExplainedClock[];
  readonly notRecorded: readonly ExplainedClock[];
}

type Name = keyof ClockGroups;

export const groupNameOf = (clock: ExplainedClock): Name => {
  switch (clock.state) {
    case "overdue": return counts(clock) ? "late" : uncounted(clock);
    case "due-soon": return counts(clock) ? "soon" : uncounted(clock);
    case "running": return counts(clock) ? "running" : uncounted(clock);
    case "met": return "met";
    case "met-late": return clock.flags.includes("checklist") ? "met" : "metLate";
    case "moot": return "moot";
    case "not-recorded": return "notRecorded";
  }
};

/** An open clock that makes nobody late: because its text is not confirmed, or it is of a checklist, or it only says how soon is too soon. */
const uncounted = ({ flags }: ExplainedClock): Name => (flags.includes("advisory") ? "advisory" : flags.includes("checklist") ? "checklist" : "running");

export function groupClocks(clocks: readonly ExplainedClock[]): ClockGroups {
  const groups: Record<Name, ExplainedClock[]> = { late: [], soon: [], running: [], checklist: [], advisory: [], metLate: [], met: [], moot: [], notRecorded: [] };
  for (const clock of clocks) groups[groupNameOf(clock)].push(clock);
  return groups;
}

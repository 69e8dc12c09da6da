import { addDays, type Day } from "../dates/day.ts";
import { type Clock, counts, judge } from "../standards/clock.ts";
import { mondayOf } from "./week.ts";

/** How work is laid out on a desk, in this order. */
export const DESK_GROUPS = {
  late: "Late",
  week: "Due in the next 7 days",
  later: "Due later",
  unseen: "Due, and nothing recorded since the last return",
  undated: "To be done, and never counted late",
} as const;
export type DeskGroup = keyof typeof DESK_GROUPS;
export const DESK_GROUP_CODES = Object.keys(DESK_GROUPS) as readonly DeskGroup[];

/** The last of the days that “in the next 7 days” means, today the first. */
export const lastOfWeek = (today: Day): Day => addDays(today, 6);

/** Where an open clock stands on a desk. Lines of checklists, advisory clocks and first lawful days are never late. */
export function deskGroupOf(clock: Clock, today: Day): DeskGroup {
  if (!counts(clock) || clock.dueOn === null) return "undated";
  const { state } = judge(clock, today);
  if (state === "overdue") return "late";
  if (state === "not-recorded") return "unseen";
  return clock.dueOn <= lastOfWeek(today) ? "week" : "later";
}

/** What is listed: enough to lay it out. */
export interface Listed {
  readonly recordId: string;
  readonly group: DeskGroup;
  readonly dueOn: Day | null;
  /** The sibling groups that the child is in. */
  readonly families: readonly string[];
}

/** Children of one family, or one child, with what is listed of each. */
export interface Together<T> {
  readonly children: readonly (readonly T[])[];
}

/**
 * A list in its groups; in each, siblings together and what is one child’s together, where the first of them stands: of
 * what is due later only within a week, so that the sooner stays before the later. A child in several sibling groups is
 * with that which comes first.
 */
export function laidOut<T extends Listed>(items: readonly T[]): readonly { readonly group: DeskGroup; readonly families: readonly Together<T>[] }[] {
  return DESK_GROUP_CODES.flatMap((group) => {
    const own = items.filter((item) => item.group === group);
    const apart = group === "later" || group === "unseen" ? [...Map.groupBy(own, ({ dueOn }) => dueOn && mondayOf(dueOn)).values()] : [own];
    return own.length === 0 ? [] : [{ group, families: apart.flatMap(familiesOf) }];
  });
}

function familiesOf<T extends Listed>(items: readonly T[]): readonly Together<T>[] {
  const familyOf = new Map<string, string>();
  for (const { recordId, families } of items) {
    if (familyOf.has(recordId)) continue;
    const known = families.find((family) => [...familyOf.values()].includes(family));
    familyOf.set(recordId, known ?? families[0] ?? recordId);
  }
  const byFamily = Map.groupBy(items, ({ recordId }) => familyOf.get(recordId));
  return [...byFamily.values()].map((own) => ({ children: [...Map.groupBy(own, ({ recordId }) => recordId).values()] }));
}

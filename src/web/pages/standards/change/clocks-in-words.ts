import type { ChangePreview, StandardsPage } from "../../../../app/standards/views.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { CLOCK_STATES, type ClockState } from "../../../../domain/standards/clock.ts";
import type { WhatIfClock } from "../../../../domain/standards/what-if.ts";

/** What each standard is called, in packs that are not adopted too. */
export function titlesOf({ standard }: Extract<ChangePreview, { outcome: "preview" }>, { standards, packs }: StandardsPage): ReadonlyMap<string, string> {
  return new Map([
    ...packs.flatMap(({ pack }) => pack.standards.map((s) => [s.id, s.title] as const)),
    ...standards.map(({ id, now }) => [id, now.standard.title] as const),
    ...(standard === null ? [] : [[standard.after.id, standard.after.title] as const]),
  ]);
}

/** Clocks of one child told one by one; more are told together, by what becomes of them. */
const ONE_BY_ONE = 4;

/** What becomes of the clocks of one child, in the order given. */
export function clocksInWords(clocks: readonly WhatIfClock[], titles: ReadonlyMap<string, string>): readonly string[] {
  if (clocks.length <= ONE_BY_ONE) return clocks.map((clock) => clockInWords(clock, titles));
  return [...Map.groupBy(clocks, becomes)].map(([words, own]) => `${own.length} ${own.length === 1 ? "clock" : "clocks"} ${words}: ${[...new Set(own.map(({ standard }) => standard))].join(", ")}`);
}

function clockInWords(clock: WhatIfClock, titles: ReadonlyMap<string, string>): string {
  const { standard, occurrence, dueBefore, dueAfter, to } = clock;
  const days = [
    dueAfter === null || to === null ? "" : `due ${dayInWords(dueAfter)}`,
    dueBefore === null || dueBefore === dueAfter ? "" : `was due ${dayInWords(dueBefore)}`,
  ].filter((part) => part !== "");
  const title = titles.get(standard);
  return [`${standard}${title === undefined ? "" : ` ${title}`}${occurrence > 1 ? `, clock ${occurrence}` : ""}: ${becomes(clock)}`, ...days].join("; ");
}

const stateOf = (state: ClockState): string => CLOCK_STATES[state].toLowerCase();

/** “from on track to overdue”; “new and overdue”; “no longer there (was on track)”; where only its weight changes, what that does. */
function becomes({ from, to, countsBefore, countsAfter }: WhatIfClock): string {
  if (to === null) return `no longer there${from === null ? "" : ` (was ${stateOf(from)})`}`;
  if (from === null) return `new and ${stateOf(to)}${to === "overdue" && !countsAfter ? ", never making the child late" : ""}`;
  if (from !== to) return `from ${stateOf(from)} to ${stateOf(to)}`;
  if (countsBefore === countsAfter) return `still ${stateOf(to)}`;
  if (to === "overdue") return `overdue as before, and ${countsAfter ? "now" : "no longer"} making the child late`;
  return `still ${stateOf(to)}, and ${countsAfter ? "now" : "no longer"} counted`;
}

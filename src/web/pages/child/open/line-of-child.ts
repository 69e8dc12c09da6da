import type { ChildPage } from "../../../../app/views.ts";
import { addDays, dayInWords } from "../../../../domain/dates/day.ts";
import { journeyOf } from "../../../../domain/scorecard/journey-of.ts";
import { counts } from "../../../../domain/standards/clock.ts";
import { asAtQuery } from "../../../as-at/as-at.ts";
import { whyPath } from "../why/due-link.tsx";
import { lineOf, type LineModel, type Threshold } from "../line/model.ts";

/** The line of a child’s page: the case, what is late, and the scorecard’s thresholds where they are counting. */
export function lineOfChild(child: ChildPage): LineModel {
  const late = child.clocks.flatMap((c) => (c.state === "overdue" && counts(c) && c.dueOn !== null ? [{ title: c.title, dueOn: c.dueOn, why: whyPath(child.recordId, c, asAtQuery(child.asAt)) }] : []));
  const line = lineOf(child.case, child.today, late, thresholdsOf(child));
  return child.asAt.knownOn === undefined && child.asAt.stoodOn === undefined ? line : { ...line, todayLabel: dayInWords(child.today) };
}

function thresholdsOf(child: ChildPage): Threshold[] {
  const journey = journeyOf(child.case);
  return child.counted.flatMap(({ indicator, threshold, running }) => {
    const from = indicator === "A2" ? journey.placementOrder : journey.careStarted;
    if (threshold === null || !running || !("on" in from)) return [];
    return [{ on: addDays(from.on, threshold), label: `${indicator} threshold: ${threshold} days` }];
  });
}

import type { ChildPage, ExplainedClock } from "../../../../app/views.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { type Day, dayInWords, latest } from "../../../../domain/dates/day.ts";
import type { Html } from "../../../govuk/html.ts";
import { asAtQuery } from "../../../as-at/as-at.ts";

interface Props {
  readonly child: ChildPage;
  readonly notRecorded: readonly ExplainedClock[];
}

/** How far what is known of the child reaches, where a return is all that is known: silence after it, or beside it, is not good news. */
export function HowMuchIsKnown({ child, notRecorded }: Props): Html | null {
  const reach = knownUpTo(child.case.entries);
  const upTo = reach !== undefined && reach < child.today ? reach : undefined;
  if (upTo === undefined && notRecorded.length === 0) return null;
  return (
    <p class="govuk-body-s pt-known">
      {upTo === undefined ? null : <>Known up to {dayInWords(upTo)}, from a return. </>}
      {notRecorded.length === 0 ? null : <><a class="govuk-link" href={`/children/${child.recordId}/clocks${asAtQuery(child.asAt)}#notRecorded`}>{notRecorded.length} {notRecorded.length === 1 ? "clock" : "clocks"}</a> cannot be judged: {why(notRecorded)}.</>}
    </p>
  );
}

/** The last day that any return speaks of; nothing where anything was entered otherwise, or there is nothing at all. */
export function knownUpTo(entries: readonly Entry[]): Day | undefined {
  const days = entries.flatMap(({ source }) => (source.type === "ssda903" ? [source.upTo] : []));
  return days.length === 0 || days.length < entries.length ? undefined : days.reduce(latest);
}

const why = (notRecorded: readonly ExplainedClock[]): string =>
  notRecorded.every((c) => c.notRecorded)
    ? "the return they come from does not hold what would stop them"
    : "the return they come from does not hold what would stop them, or ends before they were due";

import type { ChildPage, ExplainedClock } from "../../../../app/views.ts";
import { KINDS } from "../../../../domain/chronology/kinds.ts";
import { stateInWords } from "../../../../domain/standards/clock.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { whenInWords } from "../words.ts";

interface Props {
  readonly child: ChildPage;
  /** The number of the entry just written, from the address. */
  readonly saved: string | undefined;
}

/** After a change: what was written, and which clocks answered. Told from the record itself, so a made-up address says nothing. */
export function SavedBanner({ child, saved }: Props): Html | null {
  if (saved === undefined || !/^\d{1,12}$/.test(saved)) return null;
  const number = Number(saved);
  const entry = child.case.entries.find((e) => e.number === number);
  const gone = child.case.withdrawn.find((e) => e.number === number);
  const written = entry ?? gone;
  if (written === undefined) return null;
  const what = `${KINDS[written.kind].label}, ${whenInWords(written)}`;
  const verb = gone !== undefined ? "Withdrawn" : written.supersedes === undefined ? "Recorded" : "Corrected";
  const answers = clocksAnswering(child.clocks, number);
  return component("govukNotificationBanner", {
    type: "success", titleText: "Saved",
    html: (
      <>
        <p class="govuk-notification-banner__heading">{verb}: {what}</p>
        {answers.length === 0 ? null : <ul class="govuk-list govuk-list--bullet">{answers.map((says) => <li>{says}</li>)}</ul>}
      </>
    ),
  });
}

function clocksAnswering(clocks: readonly ExplainedClock[], number: number): readonly string[] {
  return [
    ...clocks.filter((c) => c.stoppedBy === number).map((c) => `${c.title}: ${stateInWords(c).toLowerCase()}`),
    ...clocks.filter((c) => c.startedBy === number && c.stoppedBy === null && c.dueOn !== null).map((c) => `${c.title}: now due ${dayInWords(c.dueOn!)}`),
  ];
}

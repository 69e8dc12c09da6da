import { CERTAINTIES } from "../../../domain/chronology/entry.ts";
import { KINDS } from "../../../domain/chronology/kinds.ts";
import { dayInWords, type Day } from "../../../domain/dates/day.ts";
import { type ClockState, stateInWords } from "../../../domain/standards/clock.ts";
import type { Example, ExpectedClock } from "../../../domain/standards/standard.ts";
import type { Html } from "../../govuk/html.ts";

/** A worked example: what the record says, and the clocks that come of it on a day. */
export const Worked = ({ example }: { readonly example: Example }): Html => (
  <section class="pt-example">
    <h3 class="govuk-heading-s pt-section__heading">{example.says}</h3>
    <div class="pt-example__sides">
      <div>
        <p class="pt-small pt-quiet">The record</p>
        <ul class="govuk-list pt-small">
          {example.chronology.map((e) => (
            <li>{KINDS[e.kind].label}, {dayInWords(e.on)}{e.until === null ? "" : ` to ${dayInWords(e.until)}`} ({CERTAINTIES[e.certainty].toLowerCase()}){detail(e.detail)}</li>
          ))}
        </ul>
      </div>
      <div>
        <p class="pt-small pt-quiet">Judged on {dayInWords(example.today)}</p>
        <ul class="govuk-list pt-small">{example.clocks.length === 0 ? <li>No clock runs</li> : example.clocks.map((clock) => <li>{expected(clock)}</li>)}</ul>
      </div>
    </div>
  </section>
);

const detail = (values: Example["chronology"][number]["detail"]): string => {
  const told = Object.entries(values).map(([name, value]) => `${name} ${String(value)}`);
  return told.length === 0 ? "" : `: ${told.join(", ")}`;
};

function expected({ occurrence, startedOn, dueOn, stoppedOn, mootOn, state, days }: ExpectedClock): string {
  const on = (label: string, d: Day | null | undefined): string => (d === undefined || d === null ? "" : `${label} ${dayInWords(d)}`);
  const parts = [
    state === undefined ? "" : stateSaid(state, days),
    on("started", startedOn), on("due", dueOn), on("stopped", stoppedOn), on("ended without being met", mootOn),
  ].filter((part) => part !== "");
  const which = occurrence !== undefined && occurrence > 1 ? `Clock ${occurrence}: ` : "";
  return `${which}${parts.join("; ")}`;
}

const stateSaid = (state: ClockState, days: number | null | undefined): string => stateInWords({ state, days: days ?? null });

import type { Counted } from "../../../domain/scorecard/counted-so-far.ts";
import type { IndicatorCode } from "../../../domain/scorecard/window.ts";
import { capital } from "../../../domain/words.ts";
import type { Html } from "../../govuk/html.ts";

interface Props {
  readonly counted: readonly Counted[];
  readonly indicator: IndicatorCode;
}

/** A scorecard clock: the days against the threshold as a number, as a bar, and in words. */
export function CountedCell({ counted, indicator }: Props): Html {
  const count = counted.find((c) => c.indicator === indicator);
  if (count === undefined) return <span class="pt-tracker__quiet">Not counted</span>;
  const { days, missing, threshold, running } = count;
  if (days === undefined) return <span class="pt-tracker__quiet">{capital(missing ?? "Not recorded")}</span>;
  const goes = running ? "still counting" : "finished";
  if (threshold === null) return <><b class="pt-days">{daysOf(days)}</b><span class="pt-tracker__quiet">{goes}</span></>;
  return (
    <>
      <span class="pt-days"><b>{days.toLocaleString("en-GB")}</b> of {threshold} days</span>
      <Bar days={days} threshold={threshold} />
      <span class="pt-tracker__quiet">{days > threshold ? <b class="pt-over">over by {daysOf(days - threshold)}</b> : running ? `${daysOf(threshold - days)} left` : "within"}, {goes}</span>
    </>
  );
}

const daysOf = (n: number): string => `${n.toLocaleString("en-GB")} ${n === 1 ? "day" : "days"}`;

const WIDTH = 108;
/** The threshold stands in one column for every child; what is longer than the picture ends at its edge. */
const THRESHOLD_AT = 72;

function Bar({ days, threshold }: { readonly days: number; readonly threshold: number }) {
  const width = Math.min(WIDTH, Math.round(days / threshold * THRESHOLD_AT));
  return (
    <svg class="pt-bar" viewBox={`0 0 ${WIDTH} 12`} aria-hidden="true">
      <path class="pt-meter__ground" d={`M0 2h${WIDTH}v8H0z`} />
      <path class={days > threshold ? "pt-meter__over" : "pt-meter__days"} d={`M0 2h${width}v8H0z`} />
      <path class="pt-line__today" d={`M${THRESHOLD_AT} 0v12`} />
    </svg>
  );
}

import { type Day, dayInWords } from "../../../../domain/dates/day.ts";
import type { Clock } from "../../../../domain/standards/clock.ts";
import type { Html } from "../../../govuk/html.ts";

type Which = Pick<Clock, "standard" | "occurrence">;

/** Where why of one clock of a child is told. `asAt`: the question about another day as the address carries it, “?known-on=…”, or nothing. */
export const whyPath = (recordId: string, { standard, occurrence }: Which, asAt = ""): string =>
  `/children/${recordId}/clocks/${encodeURIComponent(standard)}/${occurrence}${asAt}`;

interface Props {
  readonly recordId: string;
  readonly clock: Which;
  readonly on: Day;
  readonly asAt?: string | undefined;
}

/** The due day of a clock, which leads to why it is that day. */
export const DueLink = ({ recordId, clock, on, asAt }: Props): Html => (
  <a class="govuk-link govuk-link--no-visited-state pt-nowrap" href={whyPath(recordId, clock, asAt)} aria-label={`${dayInWords(on)}: why`}>{dayInWords(on)}</a>
);

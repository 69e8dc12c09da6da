import { LEGAL_STATUSES } from "../../../domain/chronology/codes.ts";
import { CERTAINTIES } from "../../../domain/chronology/entry.ts";
import { KINDS } from "../../../domain/chronology/kinds.ts";
import { addMonths, type Day, dayFrom, dayInWords, partsOf } from "../../../domain/dates/day.ts";
import type { LineBand, LineMark } from "../../../domain/permanence/summary.ts";
import type { Html } from "../../govuk/html.ts";
import { type Scale, scaleOf } from "../child/line/scale.ts";
import { legalTone } from "../child/line/tones.ts";

const WIDTH = 240;
const HEIGHT = 26;
const MIDDLE = HEIGHT / 2;
const MONTHS_BACK = 30;
const MONTHS_AHEAD = 8;

/** Every line of the list is drawn on one scale, so that today stands in one column. */
export const windowScale = (today: Day): Scale => scaleOf(addMonths(today, -MONTHS_BACK), addMonths(today, MONTHS_AHEAD), 8, WIDTH - 16);

interface Props {
  readonly today: Day;
  readonly bands: readonly LineBand[];
  readonly marks: readonly LineMark[];
  readonly late: LateThing | null;
}

/** The longest overdue of what is late, and how many more are. */
interface LateThing {
  readonly title: string;
  readonly dueOn: Day;
  readonly more: number;
}

/**
 * The child’s line as a small picture: bands are legal status, told apart by texture; a symbol for
 * each step; today a bar. Fifty stand on a page, so all symbols of one certainty are one element.
 */
export function SmallLine({ today, bands, marks, late }: Props): Html {
  const scale = windowScale(today);
  const at = (on: Day): number => Math.round(scale.x(on));
  const places = (certainty: LineMark["certainty"]): readonly number[] =>
    [...new Set(marks.filter((m) => m.certainty === certainty && m.on >= scale.from && m.on <= scale.to).map((m) => at(m.on)))];
  const [actual, provisional, planned] = [places("actual"), places("provisional"), places("planned")];
  return (
    <svg class="pt-small-line" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={smallLineInWords({ today, bands, marks, late })}>
      {bands.filter((b) => b.from < scale.to && (b.until ?? today) > scale.from).map((b) => <SmallBand band={b} scale={scale} today={today} />)}
      <path class="pt-line__today" d={`M${at(today)} 1V${HEIGHT - 1}`} />
      {actual.length === 0 ? null : <><path class="pt-dots--rim" d={dots(actual)} /><path class="pt-dots--actual" d={dots(actual)} /></>}
      {provisional.length === 0 ? null : <path class="pt-mark" d={rings(provisional)} />}
      {planned.length === 0 ? null : <path class="pt-mark pt-mark--planned" d={rings(planned)} />}
      {late === null ? null : <path class="pt-mark pt-mark--late" d={`M${at(late.dueOn < scale.from ? scale.from : late.dueOn)} ${MIDDLE - 7}l7 12h-14z`} />}
    </svg>
  );
}

/** A line of no length with round ends is a dot as wide as its stroke. */
const dots = (xs: readonly number[]): string => xs.map((x) => `M${x} ${MIDDLE}h0`).join("");
const rings = (xs: readonly number[]): string => xs.map((x) => `M${x - 4.5} ${MIDDLE}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0`).join("");

/** A status that began before the picture does ends in a point at the left edge. */
function SmallBand({ band, scale, today }: { readonly band: LineBand; readonly scale: Scale; readonly today: Day }) {
  const before = band.from < scale.from;
  const from = Math.round(before ? scale.left : scale.x(band.from));
  const until = Math.round(scale.x(band.until ?? today));
  const [top, bottom] = [MIDDLE - 6, MIDDLE + 6];
  const left = before ? `M${from} ${bottom}l-7-6 7-6` : `M${from} ${bottom}V${top}`;
  return <path class={`pt-band pt-band--${legalTone(band.status)}`} d={`${left}H${Math.max(from + 2, until)}V${bottom}z`} />;
}

/** The head of the column: where the years begin, and today. */
export function SmallAxis({ today }: { readonly today: Day }): Html {
  const scale = windowScale(today);
  const years = [-2, -1, 0, 1].map((n) => dayFrom(partsOf(today).year + n, 1, 1)).filter((d): d is Day => d !== undefined && d > scale.from && d < scale.to);
  const now = scale.x(today);
  return (
    <svg class="pt-small-line" viewBox={`0 0 ${WIDTH} 18`} aria-hidden="true" focusable="false">
      {years.filter((d) => Math.abs(scale.x(d) + 12 - now) > 32).map((d) => (
        <>
          <line class="pt-line__base" x1={scale.x(d)} x2={scale.x(d)} y1={4} y2={18} />
          <text class="pt-line__tick" x={scale.x(d) + 3} y={14}>{String(partsOf(d).year)}</text>
        </>
      ))}
      <text class="pt-line__today-label" x={now} y={14} text-anchor="middle">today</text>
    </svg>
  );
}

/** The picture in a few sentences, what is late first, for whoever does not see it. */
export function smallLineInWords({ today, bands, marks, late }: Props): string {
  const now = bands.find((b) => b.until === null) ?? bands.at(-1);
  const labels: Readonly<Record<string, string>> = LEGAL_STATUSES;
  const status = now === undefined ? "No legal status recorded" : `${labels[now.status] ?? now.status} since ${dayInWords(now.from)}${now.until === null ? "" : ` until ${dayInWords(now.until)}`}`;
  const say = (word: string, m: LineMark | undefined): string =>
    m === undefined ? "" : `. ${word}: ${KINDS[m.kind].label}, ${dayInWords(m.on)} (${CERTAINTIES[m.certainty].toLowerCase()})`;
  const overdue = late === null ? "" : `Late: ${late.title}, due ${dayInWords(late.dueOn)}${late.more > 0 ? `, and ${late.more} more` : ""}. `;
  return `${overdue}${status}${say("Last step", marks.findLast((m) => m.on <= today && m.certainty === "actual"))}${say("Next step", marks.find((m) => m.certainty !== "actual"))}`;
}

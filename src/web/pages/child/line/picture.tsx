import { addDays, type Day, earliest, epochDay, latest } from "../../../../domain/dates/day.ts";
import type { Html } from "../../../govuk/html.ts";
import { bandInWords, MarkDrawn, sameDayTogether, SYMBOL } from "./drawn.tsx";
import { fitted, raised, staircase, textWidth, thinned } from "./labels.ts";
import type { Band, LineModel, Mark } from "./model.ts";
import { type Scale, scaleOf, ticksOf } from "./scale.ts";
import { shortDay } from "./upright.tsx";

const ROW = 15;
const BAND = 22;
const GAP = 12;
const RAISE = 13;
const TITLES = 104;
const MOST_ROWS = 8;

interface Props {
  readonly model: LineModel;
  /** Units across; the picture is scaled to its place, and text is 12 units high. */
  readonly width: number;
  /** Which size of screen shows this drawing: a class. */
  readonly sized: string;
}

/**
 * The line: lanes and marks on one scale of time, with today and the thresholds drawn
 * through. Drawn with attributes and classes only, as the content policy requires. What it
 * shows is said again, date by date, in the table beside it.
 */
export function LinePicture({ model, width, sized }: Props): Html {
  const gutter = TITLES;
  const steps = model.marks.filter((m) => m.step);
  const labelled = sameDayTogether(steps).map((m) => ({ ...m, label: labelInFull(m) }));
  const scale = fittedScale(model, labelled, gutter, width);
  const laneHeight = BAND + GAP;

  const above = [
    ...model.thresholds.map((t) => ({ ...t, late: true })),
    { on: model.today, label: model.todayLabel, late: false },
  ].filter(({ on }) => on >= scale.from && on <= scale.to).sort((a, b) => epochDay(a.on) - epochDay(b.on));
  const aboveRows = staircase(above.map(({ on, label }) => ({ x: scale.x(on), width: textWidth(label) })));
  const axis = (Math.max(-1, ...aboveRows) + 1) * ROW + ROW;
  const lanesTop = axis + 10;
  const marksTop = lanesTop + laneHeight * model.lanes.length;

  const levels = raised(steps.map((m) => scale.x(m.on)), 2 * SYMBOL + 2);
  const line = marksTop + Math.max(0, ...levels) * RAISE + SYMBOL + 3;
  const rows = thinned(labelled.map((m) => ({ x: scale.x(m.on), width: textWidth(m.label) + 4, keep: m.turning })), MOST_ROWS);
  const bottom = line + 12;
  const height = bottom + (Math.max(-1, ...rows.values()) + 1) * ROW + 6;

  return (
    <svg class={`pt-line ${sized}`} viewBox={`0 0 ${width} ${height}`} role="img" aria-label="Picture of the child’s line. The same dates are in the table below it.">
      <rect class="pt-line__ahead" x={scale.x(model.today)} y={axis} width={Math.max(0, width - scale.x(model.today))} height={line + 8 - axis} />
      {ticksOf(scale, 66).map(({ on, label }) => (
        <>
          <line class="pt-line__grid" x1={scale.x(on)} x2={scale.x(on)} y1={axis} y2={line + 8} />
          <text class="pt-line__tick" x={scale.x(on) + 3} y={axis + 2}>{label}</text>
        </>
      ))}
      {model.lanes.map(({ title, bands }, i) => {
        const top = lanesTop + laneHeight * i;
        return (
          <>
            <text class="pt-line__lane" x={0} y={top + 15}>{title}</text>
            {bands.length === 0 ? <text class="pt-line__none" x={gutter} y={top + 15}>Nothing recorded</text> : null}
            {bands.map((band) => <BandDrawn band={band} scale={scale} today={model.today} top={top} />)}
          </>
        );
      })}
      <text class="pt-line__lane" x={0} y={line + 4}>Milestones</text>
      <line class="pt-line__base" x1={scale.left} x2={width} y1={line} y2={line} />
      {above.map(({ on, label, late }, i) => (
        <>
          <line class={late ? "pt-line__threshold" : "pt-line__today"} x1={scale.x(on)} x2={scale.x(on)} y1={axis - ROW - 12 - aboveRows[i]! * ROW + ROW} y2={line + 10} />
          <text class={late ? "pt-line__threshold-label" : "pt-line__today-label"} x={scale.x(on) + 3} y={axis - ROW - 2 - aboveRows[i]! * ROW}>{label}</text>
        </>
      ))}
      {[...rows].map(([place, row]) => {
        const m = labelled[place]!;
        const x = scale.x(m.on);
        const y = bottom + row * ROW + 10;
        return (
          <>
            <line class="pt-line__leader" x1={x} x2={x} y1={line + 4} y2={y} />
            <text class={m.state === "late" ? "pt-line__label pt-line__label--late" : "pt-line__label"} x={x + 3} y={y}>{m.label}</text>
          </>
        );
      })}
      {model.marks.filter((m) => !m.step).map((m) => <MarkDrawn mark={m} x={scale.x(m.on)} y={line} />)}
      {steps.map((m, i) => <MarkDrawn mark={m} x={scale.x(m.on)} y={line - levels[i]! * RAISE} />)}
    </svg>
  );
}

/** What changes where a child stands is said with its day; the day of anything else is in the table, and told on the way through the steps. */
function labelInFull({ label, on, turning }: Mark): string {
  const text = fitted(label, 210) ?? label.split(",")[0]!;
  return turning ? `${text} ${shortDay(on)}` : text;
}

/** From the first thing drawn to the last, or today; stopping short of the edge by as much as the last labels need. */
function fittedScale(model: LineModel, labelled: readonly Mark[], gutter: number, width: number): Scale {
  const bands = model.lanes.flatMap((lane) => lane.bands);
  const starts = [...bands.map((b) => b.from), ...model.marks.map((m) => m.on)];
  const ends = [...bands.map((b) => b.until ?? latest(b.from, model.today)), ...model.marks.map((m) => m.on), model.today, ...model.thresholds.map((t) => t.on)];
  const from = addDays(starts.reduce(earliest, model.today), -8);
  const to = addDays(ends.reduce(latest, model.today), 8);
  const span = epochDay(to) - epochDay(from);
  const texts = [...labelled, ...model.thresholds, { on: model.today, label: model.todayLabel }];
  const room = width - gutter - 4;
  const across = texts.reduce((least, { on, label }) => {
    const share = (epochDay(on) - epochDay(from)) / span;
    return share <= 0 ? least : Math.min(least, (room - textWidth(label) - 4) / share);
  }, room);
  return scaleOf(from, to, gutter, Math.max(across, room / 2));
}

function BandDrawn({ band, scale, today, top }: { readonly band: Band; readonly scale: Scale; readonly today: Day; readonly top: number }) {
  const from = scale.x(band.from);
  const width = Math.max(2, scale.x(band.until ?? latest(today, band.from)) - from - 1);
  const text = fitted(band.label, width - 10) ?? (textWidth(band.code) <= width - 4 ? band.code : undefined);
  return (
    <g>
      <title>{bandInWords(band)}</title>
      <rect class={`pt-band pt-band--${band.tone} pt-band--${band.certainty}`} x={from} y={top} width={width} height={BAND} />
      {band.startUnknown ? <path class="pt-band__unknown" d={`M${from + 6} ${top} l-5 5 5 6 -5 6 5 5`} /> : null}
      {text === undefined ? null : <text class={`pt-band__label pt-band__label--${band.tone}`} x={from + (band.startUnknown ? 10 : 5)} y={top + 15}>{text}</text>}
    </g>
  );
}

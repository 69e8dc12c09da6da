import { addDays, type Day, dayInWords, earliest, epochDay, latest } from "../../../../domain/dates/day.ts";
import type { Html } from "../../../govuk/html.ts";
import { bandInWords, MarkDrawn, sameDayTogether, SYMBOL } from "./drawn.tsx";
import { fitted, raised, settled, textWidth, wrapped } from "./labels.ts";
import type { LineModel } from "./model.ts";
import { type Scale, scaleOf, ticksOf } from "./scale.ts";

const WIDTH = 320;
const TEXT = 14;
const HEAD = 90;
const TICKS = 32;

interface Label {
  readonly on: Day;
  readonly lines: readonly string[];
  readonly tone: "step" | "late" | "threshold" | "today";
}

const LABEL_CLASSES = { step: "pt-line__label", late: "pt-line__label pt-line__label--late", threshold: "pt-line__threshold-label", today: "pt-line__today-label" } as const;

/**
 * The line stood upright, for a narrow screen or a page magnified four times: time runs down,
 * a lane is a column, and every step stands beside its mark with its date.
 */
export function LineUpright({ model, sized }: { readonly model: LineModel; readonly sized: string }): Html {
  const lane = model.lanes.length > 3 ? 18 : 22;
  const axis = TICKS + model.lanes.length * (lane + 3) + 26;
  const left = axis + 16;
  const steps = model.marks.filter((m) => m.step);
  const labels = labelsOf(model, WIDTH - left);
  const heights = labels.map(({ lines }) => lines.length * TEXT + 4);
  const tall = Math.max(340, heights.reduce((sum, h) => sum + h, 0) * 1.12);
  const scale = spanOf(model, tall);
  const tops = settled(labels.map(({ on }, i) => ({ at: scale.x(on) - TEXT / 2, height: heights[i]! })), HEAD, HEAD + tall);
  const levels = raised(steps.map((m) => scale.x(m.on)), 2 * SYMBOL + 1).map((level) => Math.min(level, 2));
  const height = Math.max(HEAD + tall, ...tops.map((top, i) => top + heights[i]!)) + 14;
  return (
    <svg class={`pt-line ${sized}`} viewBox={`0 0 ${WIDTH} ${Math.ceil(height)}`} role="img" aria-label="Picture of the child’s line, from top to bottom. The same dates are in the table below it.">
      <rect class="pt-line__ahead" x={TICKS} y={scale.x(model.today)} width={axis + 8 - TICKS} height={Math.max(0, HEAD + tall - scale.x(model.today))} />
      {ticksOf(scale, 26).map(({ on, label }) => (
        <>
          <line class="pt-line__grid" x1={0} x2={axis} y1={scale.x(on)} y2={scale.x(on)} />
          <text class="pt-line__tick" x={0} y={scale.x(on) + 11}>{/\d{4}/.exec(label)?.[0] ?? label}</text>
        </>
      ))}
      {model.lanes.map(({ title, bands }, i) => {
        const x = TICKS + i * (lane + 3);
        return (
          <>
            <text class="pt-line__lane" transform={`translate(${x + lane - 6} ${HEAD - 6}) rotate(-90)`}>{fitted(title, HEAD) ?? title}</text>
            {bands.map((band) => <BandUpright band={band} x={x} width={lane} scale={scale} today={model.today} />)}
          </>
        );
      })}
      <line class="pt-line__base" x1={axis} x2={axis} y1={HEAD} y2={HEAD + tall} />
      {labels.map(({ on, lines, tone }, i) => (
        <>
          {tone === "step" || tone === "late" ? null : <line class={tone === "today" ? "pt-line__today" : "pt-line__threshold"} x1={TICKS} x2={axis + 8} y1={scale.x(on)} y2={scale.x(on)} />}
          <path class="pt-line__leader" d={`M${axis + 6} ${scale.x(on)} L${left - 3} ${round(tops[i]! + TEXT / 2 + 1)}`} />
          {lines.map((text, n) => (
            <text class={LABEL_CLASSES[tone]} x={left} y={round(tops[i]! + TEXT * (n + 1) - 3)}>{text}</text>
          ))}
        </>
      ))}
      {model.marks.filter((m) => !m.step).map((m) => <MarkDrawn mark={m} x={axis} y={scale.x(m.on)} />)}
      {steps.map((m, i) => <MarkDrawn mark={m} x={axis - levels[i]! * 11} y={scale.x(m.on)} />)}
    </svg>
  );
}

const round = (n: number): number => Math.round(n * 10) / 10;

/** Every step with its date, and today and the thresholds among them: each in as many lines as it needs. */
function labelsOf(model: LineModel, width: number): readonly Label[] {
  const label = (on: Day, text: string, tone: Label["tone"]): Label => ({ on, tone, lines: wrapped(`${shortDay(on)} ${text}`, width) });
  return [
    ...sameDayTogether(model.marks.filter((m) => m.step)).map((m) => label(m.on, m.label, m.state === "late" ? "late" : "step")),
    ...model.thresholds.map((t) => label(t.on, t.label, "threshold")),
    label(model.today, model.todayLabel, "today"),
  ].sort((a, b) => epochDay(a.on) - epochDay(b.on));
}

/** 8 October 2025 → 8 Oct 2025 */
export const shortDay = (on: Day): string => dayInWords(on).replace(/([A-Z][a-z]{2})[a-z]+/, "$1");

/** Days to units downwards, from the first thing drawn to the last. */
function spanOf(model: LineModel, tall: number): Scale {
  const bands = model.lanes.flatMap((lane) => lane.bands);
  const starts = [...bands.map((b) => b.from), ...model.marks.map((m) => m.on), model.today];
  const ends = [...bands.map((b) => b.until ?? b.from), ...model.marks.map((m) => m.on), ...model.thresholds.map((t) => t.on), model.today];
  return scaleOf(addDays(starts.reduce(earliest), -8), addDays(ends.reduce(latest), 8), HEAD, tall);
}

interface BandProps {
  readonly band: LineModel["lanes"][number]["bands"][number];
  readonly x: number;
  readonly width: number;
  readonly scale: Scale;
  readonly today: Day;
}

function BandUpright({ band, x, width, scale, today }: BandProps) {
  const from = scale.x(band.from);
  const height = Math.max(2, round(scale.x(band.until ?? latest(today, band.from)) - from - 1));
  const text = fitted(band.label, height - 8) ?? (textWidth(band.code) <= height - 4 ? band.code : undefined);
  return (
    <g>
      <title>{bandInWords(band)}</title>
      <rect class={`pt-band pt-band--${band.tone} pt-band--${band.certainty}`} x={x} y={from} width={width} height={height} />
      {band.startUnknown ? <path class="pt-band__unknown" d={`M${x} ${from + 6} l5 -5 6 5 6 -5 5 5`} /> : null}
      {text === undefined ? null : <text class={`pt-band__label pt-band__label--${band.tone}`} transform={`translate(${x + width / 2 + 4} ${round(from + height - 4)}) rotate(-90)`}>{text}</text>}
    </g>
  );
}

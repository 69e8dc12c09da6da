import type { TrendPoint } from "../../../app/open-scorecard.ts";
import type { Day } from "../../../domain/dates/day.ts";
import { quotient } from "../../../domain/scorecard/rounding.ts";
import { daysToldAs, percentToldAs } from "../../../domain/scorecard/suppression.ts";
import { type IndicatorCode, INDICATORS } from "../../../domain/scorecard/window.ts";
import { figureInWords, isJudged, isSoFar, toldOfFigure, windowInWords } from "../../../app/scorecard-words.ts";

/** Each a chart of its own: those in days, then A3, which is a share and has no threshold. */
export const CHARTED = ["A1", "A2", "A10", "A3"] as const satisfies readonly IndicatorCode[];
export type Charted = (typeof CHARTED)[number];
export const isCharted = (text: string): text is Charted => (CHARTED as readonly string[]).includes(text);

const BLUE = "#8fb6d9";
const RED = "#b3261e";
const INK = "#0b0c0c";
/** Bars are striped, for paper and for whoever does not tell colours apart. */
const STRIPES = { symbol: "rect", color: "rgba(11, 12, 12, 0.35)", dashArrayX: [1, 0], dashArrayY: [1, 6], rotation: -Math.PI / 4 } as const;

/**
 * One indicator over the windows as a picture: bars for the figure, a stepped line for the
 * threshold, where there is one for windows so long. An SVG document, to be served as an image. The drawing library is loaded the
 * first time it is asked for.
 */
export async function drawTrend(indicator: Charted, years: number, trend: readonly TrendPoint[], today: Day): Promise<string> {
  const [{ init, use }, { BarChart, LineChart }, { GridComponent }, { SVGRenderer }] = await Promise.all([
    import("echarts/core"), import("echarts/charts"), import("echarts/components"), import("echarts/renderers"),
  ]);
  use([BarChart, LineChart, GridComponent, SVGRenderer]);
  const chart = init(null, null, { renderer: "svg", ssr: true, width: 440, height: 230 });
  try {
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif", fontSize: 12, color: INK },
      grid: { left: 44, right: 12, top: 14, bottom: trend.some((point) => isSoFar(point, today)) ? 42 : 26 },
      xAxis: { type: "category", data: trend.map(({ yearEnding }) => windowInWords({ yearEnding, years }, today).replace(" ", "\n")), axisTick: { show: false }, axisLine: { lineStyle: { color: INK } }, axisLabel: { color: INK } },
      yAxis: { type: "value", min: 0, ...(indicator === "A3" ? { max: 100 } : {}), axisLabel: { color: INK, ...(indicator === "A3" ? { formatter: "{value}%" } : {}) }, splitLine: { lineStyle: { color: "#dfe3e6" } } },
      series: [
        {
          type: "bar", barMaxWidth: 44, itemStyle: { color: BLUE, borderColor: INK, borderWidth: 1, decal: STRIPES }, data: trend.map((point) => valueTold(indicator, point)),
          label: { show: true, position: "insideBottom", color: INK, fontWeight: "bold", backgroundColor: "#fff", padding: [2, 3], ...(indicator === "A3" ? { formatter: "{c}%" } : {}) },
        },
        ...(indicator === "A3" || !isJudged({ years }) ? [] : [{
          type: "line" as const, step: "middle" as const, symbol: "none", lineStyle: { color: RED, width: 2, type: "dashed" as const }, itemStyle: { color: RED },
          data: trend.map(({ thresholds }) => thresholds[indicator].days),
        }]),
      ],
    });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

function valueTold(indicator: Charted, { figures, telling }: TrendPoint): number | null {
  const told = toldOfFigure(indicator, figures, telling);
  if (told === "none") return null;
  if (indicator === "A3") return figures.A3.children === 0 ? null : percentToldAs(quotient(figures.A3.within * 100, figures.A3.children, 0), told);
  const { days } = figures[indicator];
  return days === null ? null : daysToldAs(days, told);
}

/** As the table says it, in the chart’s own words where there is nothing. */
function pointInWords(indicator: Charted, { figures, telling }: Pick<TrendPoint, "figures" | "telling">): string {
  if (toldOfFigure(indicator, figures, telling) === "none") return "not shown";
  return figures[indicator].children === 0 ? "no children" : figureInWords(indicator, figures, telling).replace(" days", "");
}

/** The chart in a sentence, for whoever does not see it. The table says the rest. */
export function chartInWords(indicator: Charted, years: number, trend: readonly TrendPoint[], today: Day): string {
  const told = trend.map(({ yearEnding, figures, telling }) => `${windowInWords({ yearEnding, years }, today)}: ${pointInWords(indicator, { figures, telling })}`);
  return `${indicator}. ${INDICATORS[indicator]}. ${told.join("; ")}. The same figures are in the table.`;
}

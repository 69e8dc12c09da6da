import { type Month, monthInWords } from "../../../../domain/standards/performance.ts";

const BLUE = "#8fb6d9";
const INK = "#0b0c0c";

/** The share met in time in a month; null where nothing finished in it. */
export interface MonthShare {
  readonly month: Month;
  readonly percent: number | null;
}

/**
 * The share met in time month by month: a bar for each month in which anything finished, with its
 * per cent on it. An SVG document, to be served as an image. The drawing library is loaded the
 * first time it is asked for.
 */
export async function drawMonths(months: readonly MonthShare[]): Promise<string> {
  const [{ init, use }, { BarChart }, { GridComponent }, { SVGRenderer }] = await Promise.all([
    import("echarts/core"), import("echarts/charts"), import("echarts/components"), import("echarts/renderers"),
  ]);
  use([BarChart, GridComponent, SVGRenderer]);
  const chart = init(null, null, { renderer: "svg", ssr: true, width: WIDTH, height: HEIGHT });
  try {
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif", fontSize: 12, color: INK },
      grid: { left: 44, right: 8, top: 14, bottom: 40 },
      xAxis: { type: "category", data: months.map(({ month }) => shortMonth(month)), axisTick: { show: false }, axisLine: { lineStyle: { color: INK } }, axisLabel: { color: INK } },
      yAxis: { type: "value", min: 0, max: 100, interval: 25, axisLabel: { color: INK, formatter: "{value}%" }, splitLine: { lineStyle: { color: "#dfe3e6" } } },
      series: [{
        type: "bar", barMaxWidth: 40, itemStyle: { color: BLUE, borderColor: "#24517f", borderWidth: 1 }, data: months.map(({ percent }) => percent),
        label: { show: months.length <= 18, position: "insideBottom", color: INK, fontWeight: "bold" },
      }],
    });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

export const WIDTH = 680;
export const HEIGHT = 230;

/** “Mar” over “2026”. */
const shortMonth = (month: Month): string => monthInWords(month).replace(/^(...)\w* /, "$1\n");

/** The chart in a sentence, for whoever does not see it. The table says the rest. */
export function monthsInWords(months: readonly MonthShare[]): string {
  const told = months.map(({ month, percent }) => `${monthInWords(month)}: ${percent === null ? "none finished" : `${percent}%`}`);
  return `Share met in time by month. ${told.join("; ")}. The same figures are in the table.`;
}

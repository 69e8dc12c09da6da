import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { type Figure, median, wholeProcess } from "./measure.ts";
import { hasOffice, recalculate, writeWorkbook } from "./scorecard-office.ts";
import { WINDOWS } from "./scorecard-children.ts";
import type { Said } from "./scorecard-said.ts";

const CHILDREN = 10_000;
const TIMES = 3;
const once = (who: "ours" | "theirs"): string => fileURLToPath(new URL(`scorecard-${who}-once.ts`, import.meta.url));

/** One process after the other, each alone with its own: the machine may be busier in one minute than in the next. */
async function sideBySide(): Promise<readonly (readonly [ours: Said, theirs: Said])[]> {
  const run = async (who: "ours" | "theirs"): Promise<Said> => JSON.parse((await wholeProcess(process.execPath, ["--expose-gc", once(who), String(CHILDREN)])).output) as Said;
  const pairs: (readonly [Said, Said])[] = [];
  for (let i = 0; i < TIMES; i++) {
    const pair = [await run("ours"), await run("theirs")] as const;
    assert.deepEqual(pair[0].worked, pair[1].worked, "the figures and lists are not the same");
    pairs.push(pair);
  }
  return pairs;
}

/** The scorecard against a tracker kept in a workbook: all indicators, stages and windows, and behind each indicator its children. */
export async function benchWorkbook(folder: string): Promise<readonly Figure[]> {
  const pairs = await sideBySide();
  const of = (who: 0 | 1, pick: (said: Said) => number): number => median(pairs.map((pair) => pick(pair[who])));
  const ratio = (pick: (said: Said) => number): string => `${(median(pairs.map(([ours, theirs]) => pick(theirs) / pick(ours)))).toFixed(pick(pairs[0]![1]) / pick(pairs[0]![0]) < 10 ? 1 : 0)} times`;
  const seconds = (pick: (said: Said) => number): string => `${of(0, pick).toFixed(2)} s; HyperFormula ${of(1, pick).toFixed(1)} s: ${ratio(pick)}`;
  const net = ({ peak, before }: Said): number => peak - before;
  return [
    { what: `Scorecard of ${CHILDREN.toLocaleString("en-GB")} children, ${WINDOWS.length} windows, and who is behind each figure: processor`, figure: seconds(({ processor }) => processor), aim: "50 times" },
    { what: "  by the clock", figure: seconds(({ wall }) => wall), aim: "50 times" },
    { what: "  most memory of the process", figure: `${of(0, ({ peak }) => peak).toFixed(0)} MiB; HyperFormula ${of(1, ({ peak }) => peak).toFixed(0)} MiB: ${ratio(({ peak }) => peak)}`, aim: "4 times" },
    { what: "  of it for working it out", figure: `${of(0, net).toFixed(0)} MiB; HyperFormula ${of(1, net).toFixed(0)} MiB: ${ratio(net)}`, aim: "" },
    ...benchOffice(folder, pairs),
  ];
}

function benchOffice(folder: string, pairs: readonly (readonly [Said, Said])[]): readonly Figure[] {
  const what = "  the same workbook in LibreOffice, without who is behind the figures";
  if (!hasOffice()) return [{ what, figure: "no soffice on this machine", aim: "" }];
  const [all, few] = [writeWorkbook(folder, CHILDREN), writeWorkbook(folder, 1)];
  recalculate(folder, few);
  const runs = pairs.map(([ours]) => {
    const [start, whole] = [recalculate(folder, few), recalculate(folder, all)];
    assert.deepEqual(whole.figures, ours.worked.figures, "LibreOffice’s figures are not the same");
    return { wall: whole.wall - start.wall, processor: whole.processor - start.processor, ours };
  });
  const took = (name: "wall" | "processor"): string => `${median(runs.map((run) => run[name])).toFixed(1)} s, ${median(runs.map((run) => run[name] / run.ours[name])).toFixed(0)} times`;
  return [{ what, figure: `processor ${took("processor")}; by the clock ${took("wall")}`, aim: "" }];
}

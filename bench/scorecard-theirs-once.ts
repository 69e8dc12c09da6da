import { HyperFormula } from "hyperformula";
import { said } from "./scorecard-said.ts";
import { checkOf, childrenOf, type Worked } from "./scorecard-children.ts";
import { childrenSheet, listFormulas, scorecardSheet } from "./scorecard-workbook.ts";

/** A process that has HyperFormula work out a workbook of the same children: the same indicators, stages, windows and lists of children. */
const COUNT = Number(process.argv[2]);
const sheets = { Children: childrenSheet(childrenOf(COUNT)), Scorecard: scorecardSheet(COUNT), Lists: [listFormulas(COUNT).flatMap(({ ids, days }) => [ids, days])] };

const asNumber = (value: unknown): number | null => (typeof value === "number" ? value : null);

function workOut(): Worked {
  const engine = HyperFormula.buildFromSheets(sheets, { licenseKey: "gpl-v3", maxRows: 50_000 });
  const valuesOf = (sheet: string): unknown[][] => engine.getSheetValues(engine.getSheetId(sheet)!);
  const lists = valuesOf("Lists");
  return {
    figures: valuesOf("Scorecard").map((row) => row.slice(2).map(asNumber)),
    lists: listFormulas(COUNT).map((_, i) => checkOf(lists.flatMap((row) => (typeof row[2 * i + 1] === "number" ? [[String(row[2 * i]), Number(row[2 * i + 1])] as const] : [])))),
  };
}

said(workOut);

import type { FigureCell, FigureTable } from "../../domain/documents/figures-book.ts";
import { comparedInWords } from "../../domain/scorecard/equity/in-words.ts";
import { TOO_FEW } from "../../domain/scorecard/equity/told.ts";
import type { EquityPage } from "../open-equity.ts";
import { SUPPRESSED } from "../scorecard-words.ts";
import { countCell } from "./cells.ts";

/** Waits by group, as they are told to everybody; no child is in it. */
export const equityTables = ({ told, children, middle }: EquityPage): readonly FigureTable[] => [{
  key: "waits", name: "Waits by group", heads: ["By", "Group", "Children", "Half had moved in by, days", "Range from, days", "Range to, days", "Beside the others"],
  note: `From the decision to moving in, to the nearest 10 days; those who still wait count as waiting longer. Of ${TOO_FEW} children or fewer no wait is told. A range without an end has none yet.`,
  rows: told === null || middle === null ? [] : [
    ["Everybody", "All", children === null ? SUPPRESSED : countCell(children), middle.days, middle.low, middle.high, null],
    ...told.characteristics.flatMap(({ label, groups, notRecorded }) => [
      ...groups.map((group): readonly FigureCell[] => [
        label, group.label, group.children === null ? SUPPRESSED : countCell(group.children),
        ...(group.middle === null ? (group.children === "0" ? [null, null, null] : [SUPPRESSED, SUPPRESSED, SUPPRESSED]) : [group.middle.days, group.middle.low, group.middle.high]), comparedInWords(group),
      ]),
      [label, "Not recorded", notRecorded === null ? SUPPRESSED : countCell(notRecorded), null, null, null, null] satisfies readonly FigureCell[],
    ]),
  ],
}];

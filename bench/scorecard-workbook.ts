import { type ChildRow, DAY_COLUMNS, WINDOWS } from "./scorecard-children.ts";

/** Day 0 of workbooks is 30 December 1899. */
const serial = (year: number, month: number, date: number): number => Date.UTC(year, month - 1, date) / 86_400_000 + 25_569;

export type WorkbookCell = string | number | null;

/** Columns of days behind the indicators and stages, and how each is worked out in a row. */
const DERIVED: readonly (readonly [column: string, formula: (row: number) => string])[] = [
  ["J", (r) => `=IF(OR(ISBLANK(C${r}),ISBLANK(H${r})),"",IF(H${r}<C${r},"",H${r}-C${r}))`],
  ["K", (r) => `=IF(OR(ISBLANK(F${r}),ISBLANK(G${r}),ISBLANK(H${r})),"",MAX(0,G${r}-F${r}))`],
  ["L", (r) => `=IF(J${r}="","",IF(H${r}<EDATE(C${r},14),1,0))`],
  ["M", (r) => `=IF(OR(ISBLANK(C${r}),ISBLANK(H${r}),ISBLANK(I${r})),"",IF(I${r}<C${r},"",I${r}-C${r}))`],
  ...([["N", "C", "D"], ["O", "D", "E"], ["P", "E", "F"], ["Q", "F", "H"], ["R", "H", "B"]] as const).map(([column, from, to]) =>
    [column, (r: number) => `=IF(OR(ISBLANK(${from}${r}),ISBLANK(${to}${r})),"",MAX(0,${to}${r}-${from}${r}))`] as const),
];

/** Of each indicator the column of days that its drill-down lists. */
const LISTED = ["J", "K", "J", "M"] as const;
const NAMES = ["A1", "A2", "A3", "A10"] as const;

/** The tracker’s sheet: a row a child, their days, and the days between them. */
export const childrenSheet = (children: readonly ChildRow[]): WorkbookCell[][] => children.map((child, i) => [child.id, ...DAY_COLUMNS.map((name) => child[name]), ...DERIVED.map(([, formula]) => formula(i + 1))]);

/** The scorecard’s sheet: a row a window with its first and last day, then of every indicator and stage how many children, and their average or, for A3, how many within. */
export function scorecardSheet(children: number): WorkbookCell[][] {
  const whole = (column: string): string => `Children!$${column}$1:$${column}$${children}`;
  return WINDOWS.map(({ yearEnding, years }, i) => {
    const inWindow = `${whole("B")},">="&$A${i + 1},${whole("B")},"<="&$B${i + 1}`;
    const counted = (column: string): string => `=COUNTIFS(${inWindow},${whole(column)},">=0")`;
    const average = (column: string): string => `=IFERROR(ROUND(SUMIFS(${whole(column)},${inWindow})/COUNTIFS(${inWindow},${whole(column)},">=0"),0),"")`;
    return [
      serial(yearEnding - years, 4, 1), serial(yearEnding, 3, 31),
      ...NAMES.flatMap((name, n) => [counted(LISTED[n]!), name === "A3" ? `=SUMIFS(${whole("L")},${inWindow})` : average(LISTED[n]!)]),
      ...["N", "O", "P", "Q", "R"].flatMap((column) => [counted(column), average(column)]),
    ];
  });
}

/**
 * The drill-downs as lists: of every window and indicator the children counted, and beside them their days. A column of formulas for each
 * would be five times slower yet.
 */
export function listFormulas(children: number): readonly { readonly ids: string; readonly days: string }[] {
  const whole = (column: string): string => `Children!$${column}$1:$${column}$${children}`;
  return WINDOWS.flatMap((_, w) => LISTED.map((column) => {
    const counted = `${whole("B")}>=Scorecard!$A$${w + 1},${whole("B")}<=Scorecard!$B$${w + 1},ISNUMBER(${whole(column)})`;
    return { ids: `=ARRAYFORMULA(FILTER(${whole("A")},${counted}))`, days: `=ARRAYFORMULA(FILTER(${whole(column)},${counted}))` };
  }));
}

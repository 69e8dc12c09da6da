import type { ParsedReturn } from "../parsed-return.ts";
import type { Problem } from "../problem.ts";
import type { ReturnYear, TableName } from "../tables.ts";
import { hasTable } from "../years.ts";

/** What cannot be known without a table, and since when the return has it. */
const WITHOUT: readonly { readonly table: TableName; readonly loses: string; readonly from?: number }[] = [
  { table: "Reviews", loses: "when children were reviewed" },
  { table: "AD1", loses: "when matches were decided (A2), and which children were adopted by their foster carers (A10)" },
  { table: "PlacedAdoption", loses: "when it was decided that children should be placed for adoption, and which decisions were reversed" },
  { table: "PrevPerm", loses: "which children had a permanent home before", from: 2017 },
  { table: "Missing", loses: "when children were missing" },
  { table: "SWEpisodes", loses: "which social workers the children had", from: 2024 },
  { table: "DoLo", loses: "which children were deprived of their liberty", from: 2027 },
];

/** Nothing can be told without the Header and the Episodes; without others, something cannot. */
export function checkTables({ years, problems: had }: ParsedReturn): Problem[] {
  const said = (severity: Problem["severity"], message: string): Problem => ({ severity, file: null, row: null, column: null, message });
  if (years.length === 0) return had.length > 0 ? [] : [said("error", "There is nothing to import: none of these files holds a row of the return.")];
  return years.flatMap((year) => [
    ...(["Header", "Episodes"] as const).filter((table) => !hasTable(year, table)).map((table) =>
      said("error", `The ${table} table is missing for the year ending 31 March ${year.yearEnding}. Nothing can be imported without it.`)),
    ...WITHOUT.filter(({ table, from = 0 }) => year.yearEnding >= from && !hasTable(year, table)).map(({ table, loses }) =>
      said("warning", `The ${table} table is missing for the year ending 31 March ${year.yearEnding}: ${loses} cannot be known from these files.`)),
    ...twice(year),
  ]);
}

function twice(year: ReturnYear): Problem[] {
  return year.files.flatMap((file, i) => {
    const before = year.files.slice(0, i).find((f) => f.table === file.table);
    if (before === undefined) return [];
    return [{ severity: "warning", file: file.name, row: null, column: null, message: `The ${file.table} table for the year ending 31 March ${year.yearEnding} is also in ${before.name}. The two are read together.` }];
  });
}

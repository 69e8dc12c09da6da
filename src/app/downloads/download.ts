import { ROLES } from "../../domain/access/role.ts";
import type { Viewer } from "../../domain/access/viewer.ts";
import type { AsAt } from "../../domain/chronology/fold.ts";
import type { Day } from "../../domain/dates/day.ts";
import type { FiguresBook, FigureTable } from "../../domain/documents/figures-book.ts";
import { asAtInShort } from "../../domain/tracker/taken.ts";
import { writeFiguresCsv } from "../../exports/figures/csv.ts";
import type { App } from "../app.ts";
import { instantInWords } from "../london-time.ts";

/** Figures to be taken away: which tables, of what. */
export interface Download {
  readonly of: string;
  readonly title: string;
  readonly asAt: AsAt;
  readonly today: Day;
  readonly tables: readonly FigureTable[];
}

/** The book of a page of figures. Written down first, for each child who is told apart in it. */
export async function bookOf(app: App, viewer: Viewer, { of, title, asAt, today, tables }: Download, as: "csv" | "xlsx"): Promise<FiguresBook> {
  const ids = [...new Set(tables.flatMap(({ children = [] }) => children))].sort();
  if (ids.length > 0) await app.store.accessLog(viewer).openedAll(ids, `take-away-${as}`);
  return {
    of, title, tables, asAt: asAtInShort(asAt, today), hasChildren: ids.length > 0,
    takenBy: viewer.type === "person" ? `${viewer.name}, ${ROLES[viewer.role].toLowerCase()}, ${viewer.organisation.name}` : "the machine’s operator",
    takenOn: instantInWords(app.clock.now()),
  };
}

/** All its tables as a workbook. What writes workbooks is loaded when the first is asked for. */
export const workbookOf = async (book: FiguresBook): Promise<Uint8Array> => (await import("../../exports/figures/workbook.ts")).writeFiguresWorkbook(book);

/** One table as CSV. */
export const csvOfTable = (book: FiguresBook, table: FigureTable): Uint8Array => new TextEncoder().encode(writeFiguresCsv(book, table));

import type { Entry } from "../../../domain/chronology/entry.ts";
import { isDecidable } from "../../../domain/decisions/decidable.ts";

/** Where a decision is taken: of the decision-maker’s on a page of its own, of a manager’s in the entry’s form. */
export const decidePath = (recordId: string, { kind, number }: Pick<Entry, "kind"> & { readonly number?: number }): string =>
  isDecidable(kind) ? `/children/${recordId}/decide/${kind}${number === undefined ? "" : `?entry=${number}`}`
    : number === undefined ? `/children/${recordId}/record/${kind}` : `/children/${recordId}/entries/${number}/correct`;

import { type RawBuilder, sql } from "kysely";
import type { SharedField } from "../domain/agency/agreement.ts";
import { SUMMARY_COLUMNS } from "./summary-columns.ts";

/** The columns of child_summary that tell of a field of an agreement, and what stands there where it is not shared. */
const OF_FIELD: Readonly<Record<string, readonly [field: SharedField, instead: string]>> = {
  name: ["names", "null"],
  social_worker: ["workers", "null"],
  family_finder: ["workers", "null"],
  team: ["workers", "null"],
  reviewing_officer: ["workers", "null"],
  barriers: ["barriers", "'{}'"],
};

const shared = (column: string): string => {
  const of = OF_FIELD[column];
  return of === undefined ? column : `case when authority = any (array(select viewer_not_shared('${of[0]}'))) then ${of[1]} else ${column} end as ${column}`;
};

/**
 * child_summary as an agency’s people read it, as a query of that name, which stands before the table: what an agreement
 * does not share is not there, to be shown, chosen, ordered or searched by.
 */
export const SHARED_SUMMARY: RawBuilder<unknown> = sql.raw(
  `child_summary as not materialized (select ${["authority", "record_id", "local_id", "version", "agency_visible", "wall", "revision", ...SUMMARY_COLUMNS].map(shared).join(", ")} from child_summary)`);

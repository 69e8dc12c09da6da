import { type RawBuilder, sql } from "kysely";
import type { TeamScope } from "./team.ts";

/** Whether a child `s` of child_summary is one of a scope. */
export const within = ({ authority, team, otherTeams }: TeamScope): RawBuilder<unknown> => sql`s.authority = ${authority}
  ${team === undefined ? sql`` : sql`and s.team is not distinct from ${team}`}
  ${otherTeams === undefined ? sql`` : sql`and (s.team is null or s.team <> all (${otherTeams}::text[]))`}`;

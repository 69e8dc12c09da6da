import type pg from "pg";
import { POLICY } from "../domain/access/policy.ts";
import type { Role } from "../domain/access/role.ts";
import type { Viewer } from "../domain/access/viewer.ts";
import { AGENCY, NORTH, operatorOf, personIn, type SampleRegion } from "./sample-region.ts";
import { settingsOf } from "./scope.ts";

export interface ViewerCase {
  readonly who: string;
  /** Nobody at all where there is none. */
  readonly viewer?: Viewer;
  /** The records of the sample region that they may see. */
  readonly sees: (ids: SampleRegion["ids"]) => readonly string[];
}

const all = (ids: SampleRegion["ids"]) => [ids.northInCare, ids.northWithOrder, ids.northAllocated, ids.northGroup];
const REACHES = { authority: all, allocated: (ids: SampleRegion["ids"]) => [ids.northAllocated, ids.northGroup], agreement: () => [], named: () => [], none: () => [] };

/** Every kind of viewer there is. The social worker has an account with a worker code; the family finder has none, and no child allocated. */
export const VIEWERS: readonly ViewerCase[] = [
  { who: "nobody", sees: () => [] },
  { who: "the operator, for North", viewer: operatorOf(NORTH), sees: all },
  ...(Object.keys(POLICY) as Role[]).map((role) => ({
    who: `${role} of North`, viewer: personIn(NORTH, role), sees: role === "family-finder" ? () => [] : REACHES[POLICY[role]["open-child"]],
  })),
  { who: "home finder of the agency", viewer: personIn(AGENCY, "agency-home-finder"), sees: (ids) => [ids.northWithOrder, ids.northGroup] },
  { who: "team manager of the agency", viewer: personIn(AGENCY, "team-manager"), sees: () => [] },
];

/** Runs statements as the application would for a viewer, on a connection in its role, and takes them back. */
export async function asViewer<T>(app: pg.Client, viewer: Viewer | undefined, work: (ask: pg.Client) => Promise<T>): Promise<T> {
  await app.query("begin");
  try {
    for (const [name, value] of viewer === undefined ? [] : Object.entries(settingsOf(viewer))) {
      await app.query("select set_config($1, $2, true)", [`viewer.${name}`, value]);
    }
    await app.query("select viewer_settle()");
    return await work(app);
  } finally {
    await app.query("rollback");
  }
}

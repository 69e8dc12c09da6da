import type { Viewer } from "../domain/access/viewer.ts";
import { may, type Permission } from "../domain/access/policy.ts";
import type { WorkingCalendar } from "../domain/dates/working-days.ts";
import { summarise } from "../domain/permanence/summarise.ts";
import type { CodeSets } from "../domain/returns/ssda903/code-sets.ts";
import type { CompiledPack } from "../domain/standards/evaluate.ts";
import { undecided } from "../domain/standards/change.ts";
import type { Standard } from "../domain/standards/standard.ts";
import { loadCalendar } from "../reference/calendar.ts";
import { loadCodeSets } from "../reference/ssda903.ts";
import type { Summarise } from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import type { IdentityKey } from "./identity/key.ts";
import { type Clockwork, machineClock } from "./machine-clock.ts";
import { lawOf } from "./standards/laws.ts";

/** What every verb needs: the record, the reference data, and the time of day from outside. */
export interface App {
  readonly store: Store;
  readonly calendar: WorkingCalendar;
  readonly codes: CodeSets;
  /** The national standards, by id and made ready. What an authority’s children are judged by is `lawIn`’s. */
  readonly standards: ReadonlyMap<string, Standard>;
  readonly pack: CompiledPack;
  readonly summarise: Summarise;
  readonly clock: Clockwork;
  /** The key to the adoptive side; none on the command line, which has no business there. */
  readonly identityKey: IdentityKey | undefined;
}

export function makeApp(store: Store, clock: Clockwork = machineClock, identityKey?: IdentityKey): App {
  const calendar = loadCalendar();
  const { pack, standards } = lawOf(undecided(""));
  return {
    store, calendar, clock, pack, standards, identityKey,
    codes: loadCodeSets(),
    summarise: (c, by) => summarise(c, lawOf(by).pack, calendar),
  };
}

/** Why the viewer may not do this at all, or nothing. The machine's operator may do everything for their authority. */
export function forbids(viewer: Viewer, permission: Permission): string | undefined {
  if (viewer.type === "operator") return undefined;
  const answer = may(viewer.role, permission);
  return answer.allowed ? undefined : answer.reason;
}

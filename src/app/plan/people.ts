import { ROLES } from "../../domain/access/role.ts";
import type { Person } from "../../domain/access/viewer.ts";
import type { Day } from "../../domain/dates/day.ts";
import { type ActsAs, type Choosable, OWNING_OFFICES } from "../../domain/scorecard/plan/owners.ts";
import { isPresent } from "../../domain/work/seats.ts";
import { lower } from "../../domain/words.ts";
import type { Reader } from "../../store/reader.ts";

/** As whom somebody acts in the plan today: themselves, then those whose work they do. */
export async function actingAs(reader: Reader, person: Person, today: Day): Promise<readonly ActsAs[]> {
  const covered = await reader.covered(today);
  const services = covered.length === 0 ? new Map() : new Map((await reader.workers()).map(({ account, service }) => [account, service]));
  return [{ ...person, covers: null }, ...covered.map(({ account, name, role }) => ({ account, role, service: services.get(account) ?? null, covers: name }))];
}

/** The people of an authority: those who are here and may be given something to do in its plan, by label, and everybody’s name. */
export interface PlanPeople {
  readonly choosable: readonly Choosable[];
  readonly names: ReadonlyMap<string, string>;
}

export async function planPeople(reader: Reader, authority: string, today: Day): Promise<PlanPeople> {
  const own = (await reader.workers()).filter(({ organisation }) => organisation === authority);
  const offices = new Set(OWNING_OFFICES.map(({ role }) => role));
  const here = own.filter((one) => offices.has(one.role) && isPresent(one, today));
  const labelled = here.map(({ account, name, role }) => ({ account, name, role, label: `${name}, ${lower(ROLES[role])}` }));
  const times = Map.groupBy(labelled, ({ label }) => label);
  return {
    choosable: labelled.map((one) => (times.get(one.label)!.length === 1 ? one : { ...one, label: `${one.label} (${one.account})` })).sort((a, b) => a.label.localeCompare(b.label, "en-GB")),
    names: new Map(own.map(({ account, name }) => [account, name])),
  };
}

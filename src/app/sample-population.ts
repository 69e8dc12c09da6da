import { addDays, type Day } from "../domain/dates/day.ts";
import { simulate } from "../domain/simulation/simulate.ts";
import { inForce } from "../domain/simulation/simulated.ts";
import { loadDemonstration } from "../reference/demonstration.ts";
import { NORTH, operatorOf, RECORDED_AT } from "../store/sample-region.ts";
import type { App } from "./app.ts";

/** Some dozens of invented children with their sibling groups in North, as the demonstration makes them, for tests of lists. Two of their workers have accounts. */
export async function loadSamplePopulation(app: App, children: number, today: Day): Promise<void> {
  const [like] = loadDemonstration().region.authorities;
  if (like === undefined) throw new Error("The demonstration has no authority");
  const population = simulate({ seed: "sample", children, settings: like.settings, calendar: app.calendar, from: addDays(today, -900), to: today });
  await app.store.inTransaction(operatorOf(NORTH), async (writer) => {
    await writer.addOrganisation(NORTH);
    for (const [i, account] of ["north.one", "north.two"].entries()) {
      await writer.addAccount({ account, name: `Person ${2 - i}`, role: "social-worker", organisation: NORTH.code, worker: `SW0100${i + 1}` });
    }
    const records = await writer.createRecords(NORTH.code, "child", population.children.map((c) => c.localId));
    const groups = await writer.createRecords(NORTH.code, "sibling-group", population.groups.map((g) => g.localId));
    const idOf = (localId: string): string => records.get(localId)?.id ?? "";
    const drafts = new Map(population.children.map((c) => [idOf(c.localId), inForce(c.entries)]));
    for (const { localId, entries } of population.groups) {
      const memberships = inForce(entries).filter((d) => d.kind === "sibling-membership");
      drafts.set(groups.get(localId)?.id ?? "", memberships.map((d) => ({ ...d, detail: { child: idOf(String(d.detail["child"])) } })));
    }
    const written = await writer.appendEntries(NORTH.code, drafts, RECORDED_AT);
    const grouped = new Set([...groups.values()].map(({ id }) => id));
    await writer.writeProjections(NORTH.code, [...written].map(([recordId, entries]) => (
      { recordId, type: grouped.has(recordId) ? "sibling-group" : "child", entries })), app.summarise);
  });
}

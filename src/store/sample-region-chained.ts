import type { Role } from "../domain/access/role.ts";
import { AGENCY, makeSampleRegion, NORTH, personIn, type SampleRegion, SOUTH } from "./sample-region.ts";
import { openStore } from "./store.ts";

/** The sample region, and a log of access of both authorities and an agency in several batches, some lines of it refusals. */
export async function makeChainedRegion(url: string): Promise<SampleRegion> {
  const store = openStore(url);
  try {
    const region = await makeSampleRegion(store);
    const { northInCare, northWithOrder, southInCare } = region.ids;
    const reads = [
      [NORTH, "team-manager", northInCare], [NORTH, "performance-analyst", northWithOrder], [SOUTH, "team-manager", southInCare], [AGENCY, "agency-home-finder", northWithOrder],
    ] as const satisfies readonly (readonly [typeof NORTH, Role, string])[];
    for (let batch = 0; batch < 4; batch++) {
      for (const [organisation, role, record] of reads) {
        const log = store.accessLog(personIn(organisation, role));
        await log.opened(record, "child-page");
        await log.refused(southInCare, "child-page");
      }
      await store.maintenance.chainAccess();
    }
    return region;
  } finally {
    await store.close();
  }
}

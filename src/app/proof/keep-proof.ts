import type { PublishedHead } from "../../store/published-heads.ts";
import type { App } from "../app.ts";

/** Chains what was written to the log of access and is not chained yet; gives how many lines. */
export const chainAccess = (app: App): Promise<number> => app.store.maintenance.chainAccess();

/** The heads of all chains as they are now. For the machine’s operator. */
export const headsNow = (app: App): Promise<readonly PublishedHead[]> => app.store.maintenance.heads();

/** Gives today’s heads to `publish`, where no process has done so today. Whether it was done now. */
export const publishToday = (app: App, publish: (heads: readonly PublishedHead[]) => Promise<void>): Promise<boolean> =>
  app.store.maintenance.publishHeads(app.clock.today(), publish);

import type { Progress, Verified } from "../store/maintenance.ts";
import type { App } from "./app.ts";

/** Recomputes every chain, and every projection from its chronology. Writes nothing. */
export const verify = (app: App, progress?: Progress): Promise<Verified> => app.store.maintenance.verify(app.summarise, progress);

/** Rewrites every projection from the chronology; the number of records done. */
export const rebuild = (app: App, progress?: Progress): Promise<number> => app.store.maintenance.rebuild(app.summarise, progress);

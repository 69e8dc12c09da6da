import type { Progress, Verified } from "../store/maintenance.ts";
import type { VerifyQuery } from "../store/verify-chains.ts";
import type { App } from "./app.ts";

/** Recomputes every chain, and every projection from its chronology, and compares with published heads. Writes nothing. */
export const verify = (app: App, progress?: Progress, query?: VerifyQuery): Promise<Verified> => app.store.maintenance.verify(app.summarise, progress, query);

/** Rewrites every projection from the chronology; the number of records done. */
export const rebuild = (app: App, progress?: Progress): Promise<number> => app.store.maintenance.rebuild(app.summarise, progress);

import type { Progress } from "../../store/maintenance.ts";
import type { Store } from "../../store/store.ts";
import type { App } from "../app.ts";

/** What is being made anew, by store and authority: one after the other, so that the last looks after all before it are done. */
const running = new WeakMap<Store, Map<string, Promise<void>>>();

/**
 * Makes an authority’s lists anew by its standards as they now are, slice by slice. Never throws: what went
 * wrong is kept with how far it came, and the next change or start takes it up again.
 */
export function recompute(app: App, authority: string, progress?: Progress): Promise<void> {
  const own = running.get(app.store) ?? new Map<string, Promise<void>>();
  running.set(app.store, own);
  const next = after(own.get(authority), () => guarded(app, authority, progress));
  own.set(authority, next);
  return next;
}

/** Takes up whatever was left unfinished when the program last stopped. */
export async function resumeRecomputes(app: App): Promise<void> {
  for (const authority of await app.store.maintenance.authoritiesBehind()) await recompute(app, authority);
}

/** Waits until nothing of this store is being made anew. */
export async function settled(app: App): Promise<void> {
  await Promise.all(running.get(app.store)?.values() ?? []);
}

async function after(before: Promise<void> | undefined, work: () => Promise<void>): Promise<void> {
  await before;
  await work();
}

async function guarded(app: App, authority: string, progress?: Progress): Promise<void> {
  try {
    await app.store.maintenance.recompute(authority, app.summarise, progress);
  } catch (error) {
    const kind = error instanceof Error ? error.name : "unknown";
    console.error(`making the lists of ${authority} anew stopped: ${kind}`);
    // Where the database itself has gone there is nowhere to write it down.
    await app.store.maintenance.noteFailure(authority, kind).catch(() => undefined);
  }
}

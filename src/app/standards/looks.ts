import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { actorOf, type Viewer } from "../../domain/access/viewer.ts";
import type { Store } from "../../store/store.ts";
import type { App } from "../app.ts";
import { previewChange } from "./change-standards.ts";
import type { AskedChange, ChangePreview } from "./views.ts";

/** Somebody’s look at what a change would do: under way, or done. Kept in memory only: it writes nothing. */
export interface Look {
  readonly id: string;
  readonly asked: AskedChange;
  /** What the form held, to be shown again. */
  readonly typed: Readonly<Record<string, string>>;
  readonly done: number;
  /** Children to be judged; 0 until they are counted. */
  readonly children: number;
  /** Null while it is under way. */
  readonly preview: ChangePreview | null;
  /** It ended without an answer. */
  readonly failed: boolean;
}
type Kept = { -readonly [member in keyof Look]: Look[member] } & { readonly by: string };

/** Looks are small and soon stale: so many are kept, and of one person so many. */
const MOST_KEPT = 100;
const MOST_OF_ONE = 5;

const looks = new WeakMap<Store, Map<string, Kept>>();

/** Begins a look and gives it as it is when it is done, or after so many milliseconds. */
export async function beginLook(app: App, viewer: Viewer, asked: AskedChange, typed: Readonly<Record<string, string>>, patienceMs: number): Promise<Look> {
  const kept: Kept = { id: randomUUID(), by: actorOf(viewer), asked, typed, done: 0, children: 0, preview: null, failed: false };
  keep(app.store, kept);
  const looking = previewChange(app, viewer, asked, (done, children) => Object.assign(kept, { done, children })).then(
    (preview) => void (kept.preview = preview),
    (error: unknown) => {
      kept.failed = true;
      console.error(`a look at what a change of standards would do stopped: ${error instanceof Error ? error.name : "unknown"}`);
    },
  );
  const patience = new AbortController();
  await Promise.race([looking, sleep(patienceMs, undefined, { signal: patience.signal }).catch(() => undefined)]);
  patience.abort();
  return kept;
}

/** A look that this person began; nothing where it is no longer kept. */
export function lookOf({ store }: App, viewer: Viewer, id: string): Look | undefined {
  const kept = looks.get(store)?.get(id);
  return kept?.by === actorOf(viewer) ? kept : undefined;
}

function keep(store: Store, look: Kept): void {
  const all = looks.get(store) ?? new Map<string, Kept>();
  looks.set(store, all);
  const own = [...all.values()].filter(({ by }) => by === look.by);
  for (const { id } of own.slice(0, Math.max(0, own.length - MOST_OF_ONE + 1))) all.delete(id);
  const [oldest] = all.keys();
  if (all.size >= MOST_KEPT && oldest !== undefined) all.delete(oldest);
  all.set(look.id, look);
}

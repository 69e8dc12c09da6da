import type { Context } from "hono";
import { changedBy, changeFor, type Changed, EVERYTHING, followChanges, isNothing, NOTHING, stillHere } from "../../../../app/meetings/room-live.ts";
import type { Person } from "../../../../domain/access/viewer.ts";
import type { WebEnv } from "../../../deps.ts";
import { faultIn } from "../../../log-line.ts";
import { present } from "../../../middleware/session.ts";
import { changeInJson } from "./live-parts.tsx";
import type { Looking } from "./paths.ts";

/** How often a line is sent that says nothing: so that proxies keep the connection, and it is known whether anybody is still there. */
const STILL_HERE_MS = 15_000;
/** More than this unread: whoever reads so slowly comes back for the whole. */
const MOST_UNREAD = 50;
/** How long nothing is asked about the session while much is told: signing out ends it after so long at most. */
const CHECK_EVERY_MS = 1_000;
const RETRY_MS = 1_500;

interface Following {
  readonly person: Person;
  readonly meeting: string;
  readonly item: string | undefined;
  readonly looking: Looking;
}

/**
 * Tells a page of every change of its meeting for as long as it is open and its reader signed in: the whole when it begins, also
 * after the connection was lost, then what changed. Each thing told is read as the reader may see it at that moment.
 */
export function followLive(c: Context<WebEnv>, following: Following): Response {
  const deps = c.get("deps");
  const { app, log } = deps;
  const encoder = new TextEncoder();
  const { meeting, item } = following;
  let person = following.person;
  let changed: Changed = EVERYTHING;
  let telling = false;
  let checkedAt = 0;
  const state = { ended: false };
  let stop: () => void = () => undefined;

  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string): void => controller.enqueue(encoder.encode(text));
      const end = (): void => {
        if (state.ended) return;
        state.ended = true;
        stop();
        try {
          controller.close();
        } catch {
          // Whoever read it has gone already.
        }
      };

      /** One after the other: what changes while something is being told is told next. */
      const tell = async (): Promise<void> => {
        if (telling || state.ended) return;
        telling = true;
        try {
          while (!isNothing(changed) && !state.ended) {
            const now = changed;
            changed = NOTHING;
            if (Date.now() - checkedAt >= CHECK_EVERY_MS && !(await signedIn())) return end();
            const change = await changeFor(app, person, meeting, item, now);
            if (change === undefined || (controller.desiredSize ?? 0) < -MOST_UNREAD) return end();
            if (!state.ended) send(`data: ${changeInJson(c, change, following.looking, now.boxes === "all")}\n\n`);
          }
        } finally {
          telling = false;
        }
      };
      /** Whether its reader is signed in yet, and who they are now. */
      const signedIn = async (): Promise<boolean> => {
        const session = await present(c, deps);
        if (session === undefined || session.person.account !== person.account) return false;
        person = session.person;
        checkedAt = Date.now();
        return true;
      };
      const told = (payload: string | undefined): void => {
        changed = changedBy(changed, payload, meeting, item);
        tell().catch(fault);
      };
      const fault = (error: unknown): void => {
        log(`fault live ${error instanceof Error ? faultIn(error) : "unknown"}`);
        end();
      };
      const stay = async (): Promise<void> => {
        if (state.ended) return;
        if (!(await signedIn()) || !(await stillHere(app, person, meeting))) return end();
        // Who has gone is found out by looking.
        changed = { ...changed, room: true };
        if (!state.ended) send(": here\n\n");
        await tell();
      };

      const unheard = await followChanges(app, told);
      const timer = setInterval(() => void stay().catch(fault), STILL_HERE_MS);
      timer.unref();
      stop = () => {
        clearInterval(timer);
        unheard();
      };
      if (state.ended) return stop();
      send(`retry: ${RETRY_MS}\n\n`);
      await stillHere(app, person, meeting);
      await tell();
    },
    cancel() {
      state.ended = true;
      stop();
    },
  });
  // As it is, at once: nothing on the way packs it or holds it back.
  return c.body(body, 200, { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store, no-transform", "x-accel-buffering": "no" });
}

import type { Claimed, Outcome } from "../../store/post.ts";
import type { App } from "../app.ts";
import { type Letter, letterOf } from "./letter.ts";
import { NotSent, type Transport } from "./transport.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** How long a message is ours: longer than any try takes, so that nobody else tries it at the same time. */
export const LEASE_MS = 10 * MINUTE;
/** After each try, and the last again and again. */
const WAITS_MINUTES = [1, 2, 4, 8, 15];
/** Then a message that could not be sent is given up, once it was tried often enough to say so. */
export const GIVE_UP_AFTER_MS = 3 * DAY;
const TRIES_AT_LEAST = 5;

interface Sending {
  readonly transport: Transport;
  /** Where people reach the tracker, without a slash at its end. */
  readonly address: string;
  /** Hears what went wrong, in a sentence without an address in it. */
  readonly say: (line: string) => void;
}

export interface Sender {
  /** Sends what is due, one message after the other, until nothing is, the way is closed, or it is told to stop. Gives how many were sent. */
  readonly round: () => Promise<number>;
  /** Lets what is being sent finish, and begins no more. */
  readonly stop: () => void;
}

/**
 * What sends the messages that wait; any number of processes may each have one. A message is taken for a time, sent, and then
 * noted, so that only a process that is killed between the two sends one twice, and then under the same id. Where noting
 * fails, it is kept in mind and noted before anything else is sent.
 */
export function makeSender(app: App, { transport, address, say }: Sending): Sender {
  const { post } = app.store;
  const unnoted = new Map<string, Outcome>();
  let restUntil = "";
  let ailing: string | undefined;
  let stopped = false;

  async function one(claimed: Claimed, now: string): Promise<{ readonly outcome: Outcome; readonly goOn: boolean }> {
    const { message, calendar, again, email, leftOn } = claimed;
    if (leftOn !== null && leftOn <= app.clock.today()) return { outcome: { state: "not-sent", fault: "has left" }, goOn: true };
    if (email === null) return { outcome: { state: "not-sent", fault: "no address" }, goOn: true };
    const letter = lettered(claimed, address);
    if (letter === undefined) {
      say(`mail: message ${message} is not in words that this version knows, and is given up`);
      return { outcome: { state: "failed", fault: "no such template" }, goOn: true };
    }
    try {
      await transport.send({ id: message, to: email, ...letter, calendar, again });
    } catch (error) {
      return failed(claimed, now, error instanceof NotSent ? error : new NotSent("message-for-now", kindOf(error)));
    }
    if (ailing !== undefined) say("mail: messages are sent again");
    ailing = undefined;
    return { outcome: { state: "sent", at: app.clock.now() }, goOn: true };
  }

  function failed({ message, tries, at }: Claimed, now: string, { ailing: whose, fault, waitMs }: NotSent): { readonly outcome: Outcome; readonly goOn: boolean } {
    const everything = whose === "everything-for-now";
    if (everything) {
      if (ailing !== fault) say(`mail: nothing can be sent for now (${fault}). What waits is kept, and tried again`);
      ailing = fault;
      restUntil = after(now, waitMs);
    }
    const late = Date.parse(now) - Date.parse(at) > GIVE_UP_AFTER_MS && tries >= TRIES_AT_LEAST;
    if (whose !== "message-for-good" && !late) {
      const wait = Math.max(waitMs, (WAITS_MINUTES[Math.min(tries, WAITS_MINUTES.length) - 1] ?? 1) * MINUTE);
      return { outcome: { state: "waiting", next: after(now, wait), fault }, goOn: !everything };
    }
    say(`mail: message ${message} is given up after ${tries === 1 ? "one try" : `${tries} tries`} (${fault}). It is in its reader’s inbox; bin/permanence post says how to try again`);
    return { outcome: { state: "failed", fault }, goOn: !everything };
  }

  const note = async (message: string, outcome: Outcome): Promise<void> => {
    unnoted.set(message, outcome);
    await post.note(message, outcome);
    unnoted.delete(message);
  };

  return {
    round: async () => {
      for (const [message, outcome] of unnoted) await note(message, outcome);
      let sent = 0;
      try {
        for (let goOn = true; goOn; ) {
          const now = app.clock.now();
          if (stopped || now < restUntil) break;
          const claimed = await post.claim(now, after(now, LEASE_MS));
          if (claimed === undefined) break;
          const done = await one(claimed, now);
          await note(claimed.message, done.outcome);
          if (done.outcome.state === "sent") sent += 1;
          goOn = done.goOn;
        }
      } finally {
        transport.rest();
      }
      return sent;
    },
    stop: () => void (stopped = true),
  };
}

/** Where there is no way to send: what waits is in people’s inboxes, and nowhere else. */
export const setPostAside = (app: App): Promise<number> => app.store.post.setAside(app.clock.now(), "no mail server");

const after = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

function lettered({ template, detail, path }: Claimed, address: string): Letter | undefined {
  try {
    return letterOf(template, detail, path, address);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const kindOf = (error: unknown): string => (error instanceof Error ? (error as NodeJS.ErrnoException).code ?? error.name : "unknown");

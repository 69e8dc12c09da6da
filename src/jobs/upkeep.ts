import type { App } from "../app/app.ts";
import { chaseOnceADay } from "../app/meetings/chase.ts";
import { keepBuilding } from "../app/meetings/build-agenda.ts";
import { keepAsking } from "../app/meetings/keep-asking.ts";
import { planOnceADay } from "../app/meetings/plan.ts";
import { headLines } from "../app/proof/head-lines.ts";
import { chainAccess, publishToday } from "../app/proof/keep-proof.ts";
import { writeHeads } from "../app/proof/write-once.ts";
import { copyOnceADay } from "../app/reporting/readers.ts";
import { forgetOldPost } from "../app/post/queue.ts";
import { makeSender, setPostAside } from "../app/post/send-waiting.ts";
import type { Transport } from "../app/post/transport.ts";
import { mailHeads } from "./heads/mail.ts";
import type { HeadsSettings } from "./heads/settings.ts";

export interface Upkeep {
  /** Lets what has begun finish, chains what is left, and does no more. */
  readonly stop: () => Promise<void>;
}

interface UpkeepOptions {
  readonly heads?: HeadsSettings | undefined;
  /** How people’s messages leave; without it they are in their inboxes alone. */
  readonly post?: PostWay | undefined;
  /** Milliseconds between one round and the next: 20 seconds unless told, so that nothing waits for a minute to be chained. */
  readonly every?: number;
  /** Hears what went wrong, in a sentence with nothing of a child in it. */
  readonly say: (line: string) => void;
}

export interface PostWay {
  readonly transport: Transport;
  /** Where people reach the tracker, without a slash at its end. */
  readonly address: string;
}

/** How many rounds pass after heads could not be published: five minutes, as the rounds are. */
const ROUNDS_AFTER_FAILURE = 15;
/** Old messages are let go about once an hour. */
const ROUNDS_AFTER_FORGETTING = 180;

/** How many of the other rounds pass between two about meetings, which go by the day: five minutes. */
const ROUNDS_OF_MEETINGS = 15;

/**
 * What a serving process does in the background, however many there are: the log of access is chained, the heads of the day are
 * published, and people’s messages are sent, these in rounds of their own so that a slow mail server keeps nothing else waiting.
 */
export function keepUp(app: App, { heads, post, every = 20_000, say }: UpkeepOptions): Upkeep {
  const told = async <T>(what: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      say(`${what}: ${reasonOf(error)}`);
      return undefined;
    }
  };
  let passing = 0;
  const proof = rounds(every, async () => {
    await told("the log of access was not chained", () => chainAccess(app));
    if (heads === undefined || (heads.folder === undefined && heads.mail === undefined) || passing-- > 0) return;
    const done = await told("the heads of the chains were not published", () => publishToday(app, (now) => publishing(heads, app.clock.today(), headLines(now))));
    passing = done === undefined ? ROUNDS_AFTER_FAILURE : 0;
  });
  const sender = post === undefined ? undefined : makeSender(app, { ...post, say });
  let untilForgetting = 0;
  const sending = rounds(every, async () => {
    await told("messages were not sent", () => (sender === undefined ? setPostAside(app) : sender.round()));
    if (untilForgetting-- > 0) return;
    untilForgetting = ROUNDS_AFTER_FORGETTING;
    await told("old messages were not let go", () => forgetOldPost(app));
  });
  const meetings = rounds(every * ROUNDS_OF_MEETINGS, async () => {
    await told("meetings were not planned ahead", () => planOnceADay(app));
    await told("agendas were not built", () => keepBuilding(app));
    await told("workers were not asked for their updates", () => keepAsking(app));
    await told("the actions of meetings were not followed up", () => chaseOnceADay(app));
  });
  const copying = rounds(every * ROUNDS_OF_MEETINGS, async () => {
    await told("what reports read was not made anew", () => copyOnceADay(app));
  });
  return {
    stop: async () => {
      sender?.stop();
      await Promise.all([proof.stop(), sending.stop(), meetings.stop(), copying.stop()]);
      await told("the log of access was not chained", () => chainAccess(app));
    },
  };
}

/** Works now and every so many milliseconds, never twice at once; stopping waits for what is at work. */
function rounds(every: number, work: () => Promise<void>): Upkeep {
  let current: Promise<void> = Promise.resolve();
  let busy = false;
  const next = (): void => {
    if (busy) return;
    busy = true;
    current = work().finally(() => (busy = false));
  };
  next();
  const timer = setInterval(next, every);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await current;
    },
  };
}

async function publishing({ folder, mail }: HeadsSettings, day: string, lines: string): Promise<void> {
  if (folder !== undefined) await writeHeads(folder, day, lines);
  if (mail !== undefined) await mailHeads(mail, day, lines);
}

/** A mail server's words may hold addresses; the kind of error is enough to look for. */
const reasonOf = (error: unknown): string => (error instanceof Error ? (error as NodeJS.ErrnoException).code ?? error.name : "unknown");

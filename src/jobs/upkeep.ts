import type { App } from "../app/app.ts";
import { headLines } from "../app/proof/head-lines.ts";
import { chainAccess, publishToday } from "../app/proof/keep-proof.ts";
import { writeHeads } from "../app/proof/write-once.ts";
import { mailHeads } from "./heads/mail.ts";
import type { HeadsSettings } from "./heads/settings.ts";

export interface Upkeep {
  /** Lets what has begun finish, chains what is left, and does no more. */
  readonly stop: () => Promise<void>;
}

interface UpkeepOptions {
  readonly heads?: HeadsSettings | undefined;
  /** Milliseconds between one round and the next: 20 seconds unless told, so that nothing waits for a minute to be chained. */
  readonly every?: number;
  /** Hears what went wrong, in a sentence with nothing of a child in it. */
  readonly say: (line: string) => void;
}

/** How many rounds pass after heads could not be published: five minutes, as the rounds are. */
const ROUNDS_AFTER_FAILURE = 15;

/** What a serving process does in the background, however many there are: the log of access is chained, and the heads of the day are published. */
export function keepUp(app: App, { heads, every = 20_000, say }: UpkeepOptions): Upkeep {
  let passing = 0;
  const round = async (): Promise<void> => {
    await told("the log of access was not chained", () => chainAccess(app));
    if (heads === undefined || (heads.folder === undefined && heads.mail === undefined) || passing-- > 0) return;
    const done = await told("the heads of the chains were not published", () => publishToday(app, (now) => publishing(heads, app.clock.today(), headLines(now))));
    passing = done === undefined ? ROUNDS_AFTER_FAILURE : 0;
  };
  const told = async <T>(what: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      say(`${what}: ${reasonOf(error)}`);
      return undefined;
    }
  };
  let current: Promise<void> = Promise.resolve();
  // A round that takes longer than the time between two is not joined by the next.
  let busy = false;
  const next = (): void => {
    if (busy) return;
    busy = true;
    current = round().finally(() => (busy = false));
  };
  next();
  const timer = setInterval(next, every);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await current;
      await told("the log of access was not chained", () => chainAccess(app));
    },
  };
}

async function publishing({ folder, mail }: HeadsSettings, day: string, lines: string): Promise<void> {
  if (folder !== undefined) await writeHeads(folder, day, lines);
  if (mail !== undefined) await mailHeads(mail, day, lines);
}

/** A mail server's words may hold addresses; the kind of error is enough to look for. */
const reasonOf = (error: unknown): string => (error instanceof Error ? (error as NodeJS.ErrnoException).code ?? error.name : "unknown");

import type { QueueStanding } from "../../store/post.ts";
import type { App } from "../app.ts";

/** How long what people were told is kept: as long as anybody would ask who was told what of a meeting of the year before. */
const KEPT_MONTHS = 13;

/** How the queue of mail stands. For the machine’s operator. */
export const queueStanding = (app: App): Promise<QueueStanding> => app.store.post.standing();

/** Tries those again that were given up; gives how many. */
export const tryAgain = (app: App): Promise<number> => app.store.post.again(app.clock.now());

/** Lets go of messages that are older than they are kept; gives how many. */
export function forgetOldPost(app: App): Promise<number> {
  const before = new Date(app.clock.now());
  before.setUTCMonth(before.getUTCMonth() - KEPT_MONTHS);
  return app.store.post.forget(before.toISOString());
}

import type { Person } from "../../domain/access/viewer.ts";
import type { App } from "../app.ts";
import type { SignInEvent, SignInOutcome } from "../../store/sign-ins.ts";

export type { SignInEvent, SignInOutcome };

/** Whether a session of the account that began at `signedInAt` (milliseconds) was ended since, wherever that was done. */
export async function wasEnded(app: App, account: string, signedInAt: number): Promise<boolean> {
  const endedAt = await app.store.signIns.endedAt(account);
  return endedAt !== undefined && signedInAt <= Date.parse(endedAt);
}

/** Signs somebody out wherever they are signed in. The time is the machine’s, as that of sessions is. */
export const endOwnSessions = (app: App, { account }: Person): Promise<void> =>
  app.store.signIns.end(account, new Date().toISOString());

/** Writes down somebody’s signing in or out, or being refused it, in the access log. */
export const logSignIn = (app: App, event: SignInEvent): Promise<void> => app.store.signIns.log(event);

import type { Role } from "../../domain/access/role.ts";
import type { Person } from "../../domain/access/viewer.ts";
import type { App } from "../app.ts";
import { openChallenges } from "../challenges/open.ts";
import { openDecisions } from "../decisions/open.ts";
import { listForms } from "../forms/list.ts";
import { waitingReleases } from "../identity/releases.ts";
import { actionsMine } from "../meetings/actions.ts";
import { waitingUpdatesOf } from "../meetings/answered.ts";
import { recommendedTo } from "../meetings/recommended.ts";

/** What a desk says twice, in its first sentence and in a section of its own: each is asked once, and only where somebody asks. */
export interface Asks {
  readonly actions: () => ReturnType<typeof actionsMine>;
  readonly updates: () => ReturnType<typeof waitingUpdatesOf>;
  /** Of all the roles that the person acts in. */
  readonly recommended: () => ReturnType<typeof recommendedTo>;
  readonly challenges: () => ReturnType<typeof openChallenges>;
  readonly decisions: () => ReturnType<typeof openDecisions>;
  readonly forms: () => ReturnType<typeof listForms>;
  readonly releases: () => ReturnType<typeof waitingReleases>;
}

/** What one look at a desk asks; for another look, others. `roles`: those the person acts in today. */
export const asksOf = (app: App, person: Person, roles: readonly Role[]): Asks => ({
  actions: once(() => actionsMine(app, person)),
  updates: once(() => waitingUpdatesOf(app, person)),
  recommended: once(() => recommendedTo(app, person, roles)),
  challenges: once(() => openChallenges(app, person)),
  decisions: once(() => openDecisions(app, person)),
  forms: once(() => listForms(app, person)),
  releases: once(() => waitingReleases(app, person)),
});

/** Asks the first time, and gives the same answer after that. */
export function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => (asked ??= ask());
}

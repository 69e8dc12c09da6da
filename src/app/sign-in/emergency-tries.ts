import type { App } from "../app.ts";

/** From one network, in so many minutes. A person who copies a passphrase from paper needs a few; guessing needs very many more. */
const MOST_TRIES = 10;
const MINUTES = 5;

/** Whether the passphrase may be tried from a network once more, as all the processes before the database count together. */
export const mayTryEmergency = (app: App, network: string): Promise<boolean> => app.store.signIns.mayTry(network, MOST_TRIES, MINUTES);

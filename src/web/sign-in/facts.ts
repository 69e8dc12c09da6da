/** How somebody came to be signed in: what a session holds besides whose it is and since when. */
export interface Facts {
  /** The provider’s id, or `break-glass`. */
  readonly by: string;
  /** When the provider last said who it is and what roles they have; milliseconds. */
  readonly checkedAt: number;
  /** The network it was begun from, and is good for. */
  readonly network: string;
  /** New with each sign-in, so that no two sessions are the same. */
  readonly id: string;
}

export const BREAK_GLASS = "break-glass";

/** Not to be taken for the numbers before it in the cookie. */
const MARK = "~";

export const factsInCookie = (facts: Facts): string => MARK + Buffer.from(JSON.stringify(facts), "utf8").toString("base64url");

/** The facts that a cookie of ours holds; its signature has been checked. */
export function factsFrom(text: string | undefined): Facts | undefined {
  if (text === undefined || !text.startsWith(MARK)) return undefined;
  const { by, checkedAt, network, id } = JSON.parse(Buffer.from(text.slice(1), "base64url").toString("utf8")) as Facts;
  return { by, checkedAt, network, id };
}

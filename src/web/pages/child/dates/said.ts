import type { Context } from "hono";
import { deleteCookie, getSignedCookie, setSignedCookie } from "hono/cookie";
import type { WebEnv } from "../../../deps.ts";
import { HOST_PATH, hostCookie, keyFor } from "../../../middleware/host-cookie.ts";

/** What was just done, shown once: to a child’s dates, on that child’s line, or to the list as a whole. No child’s name is in it. */
export interface Said {
  /** The child’s; none where it is about the list. */
  readonly recordId?: string;
  readonly text: string;
}

const nameOf = (c: Context<WebEnv>): string => hostCookie(c.get("deps").secure, "permanence-said");
const SECONDS = 60;
const THE_LIST = "-";

/** Keeps what was done until the tracker is shown next. */
export const keepSaid = (c: Context<WebEnv>, { recordId, text }: Said): Promise<void> =>
  setSignedCookie(c, nameOf(c), `${recordId ?? THE_LIST}.${encodeURIComponent(text)}`, keyFor(c.get("deps").sessionKey, "said"), {
    path: HOST_PATH, httpOnly: true, sameSite: "Lax", secure: c.get("deps").secure, maxAge: SECONDS,
  });

/** What was done last, to be shown now and not again. */
export async function takeSaid(c: Context<WebEnv>): Promise<Said | undefined> {
  const { sessionKey, secure } = c.get("deps");
  const value = await getSignedCookie(c, keyFor(sessionKey, "said"), nameOf(c));
  if (value === undefined) return undefined;
  deleteCookie(c, nameOf(c), { path: HOST_PATH, secure });
  const [, recordId, text] = value === false ? [] : /^([0-9a-f-]{36}|-)\.(.+)$/.exec(value) ?? [];
  if (recordId === undefined || text === undefined) return undefined;
  return { ...(recordId === THE_LIST ? {} : { recordId }), text: decodeURIComponent(text) };
}

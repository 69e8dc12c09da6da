import type { Context } from "hono";
import { deleteCookie, getSignedCookie, setSignedCookie } from "hono/cookie";
import type { WebEnv } from "../deps.ts";
import type { Html } from "../govuk/html.ts";
import { component } from "../govuk/macros.ts";
import { HOST_PATH, hostCookie, keyFor } from "../middleware/host-cookie.ts";

const nameOf = (c: Context<WebEnv>): string => hostCookie(c.get("deps").secure, "permanence-notice");
const SECONDS = 60;

/** Keeps what was just done until the page that somebody goes back to is shown. `path`: of this site. No child’s name is in it. */
export async function keepNotice(c: Context<WebEnv>, path: string, text: string): Promise<void> {
  const [page = "/"] = path.split(/[?#]/);
  await setSignedCookie(c, nameOf(c), `${page}|${encodeURIComponent(text)}`, keyFor(c.get("deps").sessionKey, "notice"), { path: HOST_PATH, httpOnly: true, sameSite: "Lax", secure: c.get("deps").secure, maxAge: SECONDS });
}

/** What was just done, to be shown now and not again. */
export async function takeNotice(c: Context<WebEnv>): Promise<string | undefined> {
  const { sessionKey, secure } = c.get("deps");
  const value = await getSignedCookie(c, keyFor(sessionKey, "notice"), nameOf(c));
  const [, page, text] = typeof value === "string" ? /^([^|]+)\|(.+)$/.exec(value) ?? [] : [];
  if (page === undefined || text === undefined || !isOn(page, c.req.path)) return undefined;
  deleteCookie(c, nameOf(c), { path: HOST_PATH, secure });
  return decodeURIComponent(text);
}

const isOn = (page: string, path: string): boolean => path === page || path.startsWith(page.endsWith("/") ? page : `${page}/`);

/** What was just done, above the page. */
export const Notice = ({ text }: { readonly text: string | undefined }): Html | null =>
  text === undefined ? null : component("govukNotificationBanner", { type: "success", titleText: "Saved", html: <p class="govuk-notification-banner__heading">{text}</p> });

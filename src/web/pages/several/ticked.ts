import { NotFound } from "../../middleware/permission.ts";

const RECORD_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const BYTES = 16;

/** Record ids as an address carries two hundred of them: their bytes end to end. What is no record id is left out. */
export const packIds = (ids: readonly string[]): string =>
  Buffer.from(ids.filter((id) => RECORD_ID.test(id)).map((id) => id.replaceAll("-", "")).join(""), "hex").toString("base64url");

/** The ids packed in an address or a form, each once. Throws NotFound where there are none, or what is there is none. */
export function unpackIds(packed: string): readonly string[] {
  const hex = /^[A-Za-z0-9_-]+$/.test(packed) ? Buffer.from(packed, "base64url").toString("hex") : "";
  if (hex === "" || hex.length % (2 * BYTES) !== 0) throw new NotFound();
  const ids = hex.match(/.{32}/g) ?? [];
  return [...new Set(ids.map((id) => id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")))];
}

/** The tracker to go back to: an address of this site’s tracker, or the whole of it. */
export const trackerOf = (text: string | undefined): string => listOf(text, ["/tracker"]) ?? "/tracker";

/** The list that a change to several children was made from: an address of the tracker or of a team’s page, or the whole tracker. */
export const madeFrom = (text: string | undefined): string => listOf(text, ["/tracker", "/team", "/team/children"]) ?? "/tracker";

/** An address of this site at one of these paths; nothing where it is none. */
export function listOf(text: string | undefined, paths: readonly string[]): string | undefined {
  const url = text === undefined || !URL.canParse(text, "http://here") ? undefined : new URL(text, "http://here");
  return url?.origin === "http://here" && paths.includes(url.pathname) ? `${url.pathname}${url.search}` : undefined;
}

/** “HM-0101, HM-0102 and 18 more” */
export function inShort(localIds: readonly string[], most = 6): string {
  const more = localIds.length - most;
  if (more > 1) return `${localIds.slice(0, most).join(", ")} and ${more} more`;
  return localIds.length < 2 ? localIds.join("") : `${localIds.slice(0, -1).join(", ")} and ${localIds.at(-1)}`;
}

export const childrenInWords = (n: number): string => (n === 1 ? "1 child" : `${n} children`);

import { createHmac, timingSafeEqual } from "node:crypto";

/** The name of the field by which a form says whose page it is on. */
export const PAGE_OF = "page-of";

/** Signed, so that nobody can have a form kept for somebody else; and always the same for one person, so that two pages differ by nothing but what they say. */
const signed = (key: string, account: string): string => createHmac("sha256", key).update(`page of ${account}`).digest("base64url").slice(0, 22);

export const pageTag = (key: string, account: string): string => `${Buffer.from(account, "utf8").toString("base64url")}.${signed(key, account)}`;

/** The account whose page it was; nothing for what is no tag of ours. */
export function accountOfTag(key: string, tag: string): string | undefined {
  const [text = "", signature = ""] = tag.split(".");
  const account = Buffer.from(text, "base64url").toString("utf8");
  const [given, right] = [Buffer.from(signature), Buffer.from(signed(key, account))];
  return given.length === right.length && timingSafeEqual(given, right) ? account : undefined;
}

/** Every form of a page that changes something, with whose page it is. Attributes are escaped: no “>” is in one. */
export function withPageTags(html: string, key: string, account: string): string {
  const field = `<input type="hidden" name="${PAGE_OF}" value="${pageTag(key, account)}"/>`;
  return html.replaceAll(/<form\b[^>]*\bmethod="post"[^>]*>/g, (form) => form + field);
}

/** Paths whose letters no browser reads as anything else. */
const PLAIN = /^\/[\w.~%-]+(?:\/[\w.~%-]+)*\/?$|^\/$/;

/** The path of an address on this very site, with its query and its place on the page; nothing for any other address. */
export function localPath(text: string | undefined): string | undefined {
  if (text === undefined || text.length > 2000 || !text.startsWith("/") || !URL.canParse(text, "http://here")) return undefined;
  const { origin, pathname, search, hash } = new URL(text, "http://here");
  return origin === "http://here" && PLAIN.test(pathname) ? `${pathname}${search}${hash}` : undefined;
}

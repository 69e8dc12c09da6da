import { isIPv6 } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/**
 * The network that a request comes from: the address’s first three numbers of four, or first three groups of an
 * IPv6 one. Wide enough that a person whose address changes within their office stays signed in. `proxies` of our own
 * each add the address they were asked from; what stands before those in the header was written by whoever asks.
 */
export function networkOf(c: Context, proxies: number): string {
  const socket = socketAddress(c);
  const asked = [...(c.req.header("x-forwarded-for") ?? "").split(",").map((a) => a.trim()).filter((a) => a !== ""), socket];
  return networkOfAddress(asked[Math.max(0, asked.length - 1 - proxies)] ?? "");
}

function socketAddress(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? "";
  } catch {
    // A request that came by no socket, as a test’s may.
    return "";
  }
}

export function networkOfAddress(address: string): string {
  const bare = address.replace(/^::ffff:/i, "").replace(/^\[?([^\]%]*).*$/, "$1");
  if (isIPv6(bare)) return `${groupsOf(bare).slice(0, 3).join(":")}::/48`;
  const [, three] = /^(\d+\.\d+\.\d+)\.\d+(:\d+)?$/.exec(bare) ?? [];
  return three === undefined ? "unknown" : `${three}.0/24`;
}

/** All eight groups, those left out by “::” too. */
function groupsOf(address: string): readonly string[] {
  const [before = "", after = ""] = address.toLowerCase().split("::");
  const [head, tail] = [before, after].map((part) => (part === "" ? [] : part.split(":"))) as [string[], string[]];
  const all = address.includes("::") ? [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => "0"), ...tail] : head;
  return all.map((group) => Number.parseInt(group, 16).toString(16));
}

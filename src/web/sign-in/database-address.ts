const HERE: ReadonlySet<string> = new Set(["", "127.0.0.1", "localhost", "[::1]", "::1"]);

/**
 * Whether what goes to the database at this address stays on this machine, or is encrypted for a server that proves by its
 * certificate that it is the one named. Other modes of TLS are believed by some clients and not by others.
 */
export function keepsToItself(databaseUrl: string): boolean {
  const { hostname, searchParams } = new URL(databaseUrl);
  const host = searchParams.getAll("host").at(-1) ?? hostname;
  return HERE.has(host) || host.startsWith("/") || searchParams.getAll("sslmode").at(-1) === "verify-full";
}

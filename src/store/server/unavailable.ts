/** The database cannot be reached or started. The message says why and what to do about it. */
export class DatabaseUnavailable extends Error {
  override readonly name = "DatabaseUnavailable";
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The code Node or PostgreSQL gives an error: ENOENT, ECONNREFUSED, 57P03. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

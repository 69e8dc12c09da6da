import type { Context } from "hono";

/** A form’s text fields. Files, and the second of two fields of one name, are left out. */
export async function readBody(c: Context): Promise<Readonly<Record<string, string>>> {
  const body = await c.req.parseBody();
  return Object.fromEntries(Object.entries(body).filter((field): field is [string, string] => typeof field[1] === "string"));
}

import type { Context } from "hono";

/** Which page of a list an address asks for, from 1. */
export const pageAsked = (c: Context): number => (/^[1-9]\d{0,5}$/.test(c.req.query("page") ?? "") ? Number(c.req.query("page")) : 1);

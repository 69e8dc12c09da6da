import { createHmac } from "node:crypto";

/**
 * A cookie’s name. Over https it is one that a browser takes from this very host alone, so that no other site of the council’s
 * domain can plant it; such a cookie is for every path (`HOST_PATH`).
 */
export const hostCookie = (secure: boolean, name: string): string => (secure ? `__Host-${name}` : name);

export const HOST_PATH = "/";

/** What signs the cookies of one purpose, so that none is ever taken for one of another. */
export const keyFor = (sessionKey: string, purpose: "notice" | "said"): string => createHmac("sha256", sessionKey).update(`cookie of ${purpose}`).digest("base64url");

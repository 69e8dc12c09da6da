import type { MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import type { WebDeps } from "../deps.ts";

/** Everything from this site and nothing from elsewhere; no script or style inside a page. */
export const securityHeaders = (deps: WebDeps): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      objectSrc: ["'none'"],
      styleSrc: ["'self'"],
      scriptSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    xFrameOptions: "DENY",
    referrerPolicy: "same-origin",
    strictTransportSecurity: deps.secure ? "max-age=31536000; includeSubDomains" : false,
    permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [], usb: [] },
    crossOriginOpenerPolicy: "same-origin",
    crossOriginResourcePolicy: "same-origin",
    xXssProtection: "0",
  });

/** Pages about children are kept by no browser and no proxy. Assets say otherwise for themselves. */
export const noStore: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
};

/** Whatever changes something is a form: nothing else is read, so that no other kind of request slips past the check on where it came from. */
export const formsOnly: MiddlewareHandler = async (c, next) => {
  const type = c.req.header("content-type") ?? "";
  const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type);
  if (!["GET", "HEAD"].includes(c.req.method) && !isForm) throw new HTTPException(415);
  await next();
};

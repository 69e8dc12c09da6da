import { randomBytes } from "node:crypto";
import type { Context, ErrorHandler, NotFoundHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import { noteRefusedPage } from "../../../app/access/refused-page.ts";
import type { Person } from "../../../domain/access/viewer.ts";
import type { WebEnv } from "../../deps.ts";
import { faultIn } from "../../log-line.ts";
import { page } from "../../layout/page.tsx";
import { Forbidden, NotFound } from "../../middleware/permission.ts";
import { FaultView, ForbiddenView, NotFoundView, RefusedFormView } from "./view.tsx";

export const onNotFound: NotFoundHandler<WebEnv> = (c) =>
  page(c, { title: "Not found", status: 404, narrow: true }, <NotFoundView />);

/** The one place where anything thrown becomes a page. Faults get a reference, which the operator finds in the log. */
export const onError: ErrorHandler<WebEnv> = async (error, c) => {
  if (error instanceof NotFound) return onNotFound(c);
  if (error instanceof Forbidden) {
    await noted(c);
    return page(c, { title: "You cannot do this", status: 403, narrow: true }, <ForbiddenView reason={error.message} byRole={error.byRole} />);
  }
  if (error instanceof HTTPException && (error.status === 400 || error.status === 403 || error.status === 415)) {
    return page(c, { title: "This form could not be accepted", status: error.status, narrow: true }, <RefusedFormView />);
  }
  const reference = randomBytes(4).toString("hex");
  c.get("deps").log(`fault ${reference} ${c.req.method} ${faultIn(error)}`);
  return page(c, { title: "Something went wrong", status: 500, narrow: true }, <FaultView reference={reference} />);
};

/** Who asked for it goes into the log of access. Where it cannot, they are refused all the same. */
async function noted(c: Context<WebEnv>): Promise<void> {
  const [{ app, log }, person] = [c.get("deps"), c.get("person") as Person | undefined];
  try {
    if (person !== undefined) await noteRefusedPage(app, person, c.req.path);
  } catch (error) {
    log(`a refusal was not written down: ${error instanceof Error ? faultIn(error) : "unknown"}`);
  }
}

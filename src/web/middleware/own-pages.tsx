import type { MiddlewareHandler } from "hono";
import { noteForeignForm } from "../../app/sign-in/foreign-form.ts";
import { personOf } from "../../app/people.ts";
import type { WebEnv } from "../deps.ts";
import { page } from "../layout/page.tsx";
import { SomebodyElseView } from "../pages/errors/view.tsx";
import { keepWhatWasSent } from "./kept-form.ts";
import { takePageOwner } from "./page-owner.ts";

/** For a script, whose page still has what was typed. */
const IN_PLACE = "Somebody else has signed in since this page was opened. What you typed is still here and not saved: sign in as yourself in another tab, then save.";

/**
 * A form of a page that was opened while somebody else was signed in is not done by whoever is signed in now: nothing is changed,
 * it is kept for whose it is, and it is written down. One that says no page goes by the session alone.
 */
export const ownPagesOnly: MiddlewareHandler<WebEnv> = async (c, next) => {
  if (c.req.method !== "POST") return next();
  const [deps, person] = [c.get("deps"), c.get("person")];
  const owner = await takePageOwner(c, deps);
  if (owner === undefined || owner === person.account) return next();
  if (c.req.header("x-in-place") !== undefined) {
    await noteForeignForm(deps.app, person, { owner, path: c.req.path });
    return c.text(IN_PLACE, 412);
  }
  const whose = await personOf(deps.app, owner);
  const kept = whose !== undefined && (await keepWhatWasSent(c, deps, whose));
  await noteForeignForm(deps.app, person, { owner, path: c.req.path });
  return page(c, { title: "Somebody else has signed in since", status: 409, narrow: true }, <SomebodyElseView person={person} kept={kept} />);
};

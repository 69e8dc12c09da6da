import { type Context, Hono } from "hono";
import { checkOffer, offerChild, otherAuthorities, withdrawOffer } from "../../../../app/moves/offer.ts";
import { openMoves } from "../../../../app/moves/open.ts";
import type { ChildPage, Outcome } from "../../../../app/views.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { parseDay } from "../../../../domain/dates/day.ts";
import { whyNotMove } from "../../../../domain/moves/offer.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { keepNotice, Notice, takeNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { basedOn, type FormBody } from "../entry-form/form.ts";
import { childOf } from "../open/route.tsx";
import { offerErrors, readOfferForm, type TypedOffer } from "./form.ts";
import { CheckOfferView, OfferedView, OfferView } from "./view.tsx";

interface Shown {
  readonly typed?: TypedOffer;
  readonly errors?: readonly FieldError[];
  readonly since?: readonly Entry[];
}

async function show(c: Context<WebEnv>, child: ChildPage, { typed = readOfferForm({}).typed, errors = [], since = [] }: Shown = {}) {
  const { app } = c.get("deps");
  const status = since.length > 0 ? 409 : errors.length > 0 ? 422 : 200;
  const offered = (await openMoves(app, c.get("person"))).byUs.find(({ recordId }) => recordId === child.recordId);
  const never = whyNotMove(child.case);
  if (offered === undefined && never !== undefined) throw new Forbidden(`This child cannot be moved to another authority. ${never}`, { byRole: false });
  return page(
    c, { title: offered === undefined ? `Move ${child.localId} to another authority` : `${child.localId} is offered to ${offered.other}`, section: "tracker", back: { href: `/children/${child.recordId}`, text: child.localId }, error: status !== 200, status },
    <>
      <Notice text={await takeNotice(c)} />
      {offered === undefined ? <OfferView child={child} authorities={await otherAuthorities(app, c.get("person"))} typed={typed} errors={errors} since={since} /> : <OfferedView child={child} move={offered} />}
    </>,
  );
}

async function check(c: Context<WebEnv>, child: ChildPage, body: FormBody) {
  const { app } = c.get("deps");
  const { typed, input, unreadable } = readOfferForm(body);
  const refusals = await checkOffer(app, c.get("person"), child, input);
  if (refusals.length > 0) return show(c, child, { typed, errors: offerErrors(refusals, unreadable) });
  const authority = (await otherAuthorities(app, c.get("person"))).find(({ code }) => code === input.to);
  const movesOn = parseDay(input.movesOn);
  if (authority === undefined || movesOn === undefined) throw new NotFound();
  return page(c, { title: `Offer ${child.localId} to ${authority.name}?`, section: "tracker", back: { href: `/children/${child.recordId}/move`, text: "Back" } }, <CheckOfferView child={child} authority={authority} movesOn={movesOn} typed={typed} />);
}

async function done(c: Context<WebEnv>, child: ChildPage, outcome: Outcome, said: string, typed?: TypedOffer) {
  const path = `/children/${child.recordId}/move`;
  switch (outcome.outcome) {
    case "done":
      await keepNotice(c, path, said);
      return c.redirect(path, 303);
    case "refused": return show(c, child, { ...(typed === undefined ? {} : { typed }), errors: offerErrors(outcome.refusals) });
    case "overtaken": return show(c, await childOf(c), { ...(typed === undefined ? {} : { typed }), since: outcome.since });
    case "forbidden": throw new Forbidden(outcome.reason);
    case "not-found": throw new NotFound();
  }
}

/** Offering a child of one’s own authority to another, and taking that back. */
export const movePages = new Hono<WebEnv>()
  .use("/children/:child/move", requirePermission("move-child"))
  .get("/children/:child/move", async (c) => show(c, await childOf(c)))
  .post("/children/:child/move", async (c) => {
    const [child, body] = [await childOf(c), await readBody(c)];
    const { app } = c.get("deps");
    const { typed, input } = readOfferForm(body);
    switch (body["step"]) {
      case "offer": return done(c, child, await offerChild(app, c.get("person"), child.recordId, basedOn(body), input), "Offered. You can take the offer back until they take the child over", typed);
      case "withdraw": return done(c, child, await withdrawOffer(app, c.get("person"), child), "The offer is taken back");
      case "back": return show(c, child, { typed });
      default: return check(c, child, body);
    }
  });

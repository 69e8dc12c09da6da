import { type Context, Hono } from "hono";
import { concludeItem, type ConfirmPage, openConfirm } from "../../../../app/meetings/conclude.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import { keepNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../../middleware/permission.ts";
import { basedOn } from "../../child/entry-form/form.ts";
import { ConfirmView } from "./view.tsx";

type Ctx = Context<WebEnv>;

async function pageOf(c: Ctx): Promise<ConfirmPage> {
  const found = await openConfirm(c.get("deps").app, c.get("person"), c.req.param("item") ?? "");
  if (found === undefined) throw new NotFound();
  return found;
}

function show(c: Ctx, found: ConfirmPage, since: readonly Entry[] = [], tried = false, fewMissing = false) {
  const { localId, meeting, item, conclusion } = found;
  const wrong = fewMissing || (tried && !conclusion.accepted);
  const back = { href: `/meetings/${meeting.id}/room/${item.id}`, text: `The meeting on ${localId}` };
  return page(c, { title: `Confirm what was agreed, ${localId}`, back, error: wrong, status: since.length > 0 ? 409 : wrong ? 422 : 200 }, <ConfirmView page={found} since={since} fewMissing={fewMissing} />);
}

/** What a meeting comes to for one child: what will be written, what is missing, whom it goes to; then it is confirmed. */
export const confirmPages = new Hono<WebEnv>()
  .get("/meetings/items/:item/confirm", requirePermission("follow-meetings"), async (c) => show(c, await pageOf(c)))
  .post("/meetings/items/:item/confirm", requirePermission("hold-meetings"), async (c) => {
    const [found, body] = [await pageOf(c), await readBody(c)];
    const outcome = await concludeItem(c.get("deps").app, c.get("person"), found.item.id, basedOn(body), { few: body["few"] === "yes" });
    switch (outcome.outcome) {
      case "done": {
        const back = `/meetings/${found.meeting.id}/room/${found.item.id}`;
        await keepNotice(c, back, outcome.entries.length === 0 ? `Nothing had changed of ${found.localId}, so nothing was written` : `Confirmed for ${found.localId}, and written on the child’s record`);
        return c.redirect(back, 303);
      }
      case "refused": return show(c, await pageOf(c), [], true, outcome.refusals.some(({ field }) => field === "few"));
      case "overtaken": return show(c, await pageOf(c), outcome.since);
      case "forbidden": throw new Forbidden(outcome.reason, { byRole: false });
      case "not-found": throw new NotFound();
    }
  });

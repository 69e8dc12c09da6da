import { type Context, Hono } from "hono";
import { openRestriction, previewRestriction, type RuleTyped, saveRestriction } from "../../../../app/administration/restriction.ts";
import type { Refusal } from "../../../../domain/commands/command.ts";
import type { WebEnv } from "../../../deps.ts";
import { keepNotice, takeNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound } from "../../../middleware/permission.ts";
import { errorsOf, every } from "../fields.tsx";
import { RestrictionPreviewView, RestrictionView } from "./view.tsx";

type Ctx = Context<WebEnv>;
const RESTRICTION = "/administration/restriction";

async function showForm(c: Ctx, typed?: RuleTyped, refusals: readonly Refusal[] = []) {
  const open = await openRestriction(c.get("deps").app, c.get("person"));
  const errors = errorsOf(refusals);
  return page(
    c, { title: "When records are restricted", section: "administration", back: { href: "/administration", text: "Administration" }, error: errors.length > 0, status: errors.length > 0 ? 422 : 200, narrow: true },
    <RestrictionView page={open} typed={typed ?? open.rule} errors={errors} saved={await takeNotice(c)} />,
  );
}

async function look(c: Ctx, typed: RuleTyped, overtaken = false) {
  const looked = await previewRestriction(c.get("deps").app, c.get("person"), typed);
  if (looked.outcome === "refused") return showForm(c, typed, looked.refusals);
  return page(c, { title: "Check what will change", section: "administration", back: { href: RESTRICTION }, status: overtaken ? 409 : 200, narrow: true }, <RestrictionPreviewView preview={looked.preview} overtaken={overtaken} />);
}

function ofAuthority(c: Ctx): void {
  if (c.get("person").organisation.type !== "local-authority") throw new Forbidden("When a child’s record is restricted is for the child’s authority to say: this is the administration of an agency", { byRole: false });
}

/** From which stage an authority’s records restrict themselves, and whom that admits. */
export const restrictionPages = new Hono<WebEnv>()
  .get(RESTRICTION, (c) => {
    ofAuthority(c);
    return showForm(c);
  })
  .post(RESTRICTION, async (c) => {
    ofAuthority(c);
    const body = await c.req.parseBody({ all: true });
    const [[fromStage = ""], [step = ""], [basedOn = ""]] = [every(body["fromStage"]), every(body["step"]), every(body["basedOn"])];
    const typed: RuleTyped = { fromStage, roles: every(body["roles"]) };
    if (step === "edit") return showForm(c, typed);
    if (step !== "save") return look(c, typed);
    const made = await saveRestriction(c.get("deps").app, c.get("person"), typed, basedOn);
    switch (made.outcome) {
      case "done":
        await keepNotice(c, RESTRICTION, "The rule is saved, and holds from now on.");
        return c.redirect(RESTRICTION, 303);
      case "refused": return showForm(c, typed, made.refusals);
      case "overtaken": return look(c, typed, true);
      case "not-found": throw new NotFound();
    }
  });

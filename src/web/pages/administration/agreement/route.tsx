import { type Context, Hono } from "hono";
import { type AgreementTyped, previewAgreement, saveAgreement } from "../../../../app/administration/agreement.ts";
import { openOrganisations } from "../../../../app/administration/organisations.ts";
import type { AgreementPreview } from "../../../../app/administration/views.ts";
import { EXPOSED } from "../../../../domain/administration/sharing.ts";
import { USUAL_TERMS } from "../../../../domain/agency/agreement.ts";
import type { Refusal } from "../../../../domain/commands/command.ts";
import type { WebEnv } from "../../../deps.ts";
import { keepNotice, takeNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { Forbidden, NotFound } from "../../../middleware/permission.ts";
import { errorsOf, every } from "../fields.tsx";
import { AgreementFormView } from "./form-view.tsx";
import { AgreementPreviewView } from "./preview-view.tsx";
import { AgreementView } from "./view.tsx";

type Ctx = Context<WebEnv>;
const AGREEMENT = "/administration/agreement";

async function showForm(c: Ctx, typed?: AgreementTyped, refusals: readonly Refusal[] = []) {
  const open = await openOrganisations(c.get("deps").app, c.get("person"));
  const agreed = open.agreements[0]?.agreement;
  const regional = open.agencies.find(({ type }) => type === "regional-agency");
  const begun: AgreementTyped = typed ?? agreed ?? { agency: regional?.code ?? "", fromStage: "placement-order", ...USUAL_TERMS };
  const errors = errorsOf(refusals, { [EXPOSED]: "fromStage" });
  return page(
    c, { title: agreed === undefined ? "Agree what is shared" : "Change the agreement", section: "agreement", back: { href: AGREEMENT }, error: errors.length > 0, status: errors.length > 0 ? 422 : 200, narrow: true },
    <AgreementFormView page={open} typed={begun} errors={errors} />,
  );
}

const showPreview = (c: Ctx, preview: AgreementPreview, overtaken = false) =>
  page(c, { title: "Check what will change", section: "agreement", back: { href: AGREEMENT }, status: overtaken ? 409 : 200 }, <AgreementPreviewView preview={preview} overtaken={overtaken} />);

async function look(c: Ctx, typed: AgreementTyped, overtaken = false) {
  const looked = await previewAgreement(c.get("deps").app, c.get("person"), typed);
  return looked.outcome === "refused" ? showForm(c, typed, looked.refusals) : showPreview(c, looked.preview, overtaken);
}

/** An agreement is an authority’s to make. */
function ofAuthority(c: Ctx): void {
  if (c.get("person").organisation.type !== "local-authority") throw new Forbidden("An agreement about children is their authority’s to make and change: this is the administration of an agency", { byRole: false });
}

/** What an authority shares with its regional agency, seen before it is changed. */
export const agreementPages = new Hono<WebEnv>()
  .get(AGREEMENT, async (c) => {
    const open = await openOrganisations(c.get("deps").app, c.get("person"));
    return page(c, { title: open.own.type === "local-authority" ? "Sharing agreement" : "Sharing agreements", section: "agreement", narrow: true }, <AgreementView page={open} saved={await takeNotice(c)} />);
  })
  .get(`${AGREEMENT}/change`, (c) => {
    ofAuthority(c);
    return showForm(c);
  })
  .post(`${AGREEMENT}/change`, async (c) => {
    ofAuthority(c);
    const body = await c.req.parseBody({ all: true });
    const [[agency = ""], [fromStage = ""], [step = ""], [basedOn = ""]] = [every(body["agency"]), every(body["fromStage"]), every(body["step"]), every(body["basedOn"])];
    const typed: AgreementTyped = { agency, fromStage, fields: every(body["fields"]), functions: every(body["functions"]) };
    if (step === "edit") return showForm(c, typed);
    if (step !== "save") return look(c, typed);
    const made = await saveAgreement(c.get("deps").app, c.get("person"), typed, basedOn);
    switch (made.outcome) {
      case "done":
        await keepNotice(c, AGREEMENT, "The agreement is saved, and holds from now on.");
        return c.redirect(AGREEMENT, 303);
      case "refused": return showForm(c, typed, made.refusals);
      case "overtaken": return look(c, typed, true);
      case "not-found": throw new NotFound();
    }
  });

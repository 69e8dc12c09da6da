import { type Context, Hono } from "hono";
import { openOrganisations, renameOrganisation } from "../../../../app/administration/organisations.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { keepNotice, takeNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { NotFound } from "../../../middleware/permission.ts";
import { errorsOf } from "../fields.tsx";
import { OrganisationView } from "./view.tsx";

const PATH = "/administration/organisations";

async function show(c: Context<WebEnv>, typed?: string, errors: readonly FieldError[] = []) {
  const open = await openOrganisations(c.get("deps").app, c.get("person"));
  return page(
    c, { title: "Organisations", section: "administration", back: { href: "/administration", text: "Administration" }, error: errors.length > 0, status: errors.length > 0 ? 422 : 200, narrow: true },
    <OrganisationView page={open} typed={typed ?? open.own.name} errors={errors} saved={await takeNotice(c)} />,
  );
}

/** The administrator’s own organisation by name, and the agencies that there are. */
export const organisationPages = new Hono<WebEnv>()
  .get(PATH, (c) => show(c))
  .post(PATH, async (c) => {
    const { name = "", basedOn = "" } = await readBody(c);
    const made = await renameOrganisation(c.get("deps").app, c.get("person"), name, basedOn);
    switch (made.outcome) {
      case "done":
        await keepNotice(c, PATH, `It is called “${made.done}” from now on.`);
        return c.redirect(PATH, 303);
      case "refused": return show(c, name, errorsOf(made.refusals));
      case "overtaken": return show(c, name, [{ id: "name", text: "Somebody else renamed it while you were at it. Look at what it is called now, and save again if yours is right" }]);
      case "not-found": throw new NotFound();
    }
  });

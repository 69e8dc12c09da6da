import { Hono } from "hono";
import { listChanges, openAdministration } from "../../../app/administration/home.ts";
import type { WebEnv } from "../../deps.ts";
import { page } from "../../layout/page.tsx";
import { requirePermission } from "../../middleware/permission.ts";
import { agreementPages } from "./agreement/route.tsx";
import { Changes } from "./changes.tsx";
import { whosePages } from "./children/route.tsx";
import { AdministrationView } from "./home-view.tsx";
import { organisationPages } from "./organisation/route.tsx";
import { peoplePages } from "./people/route.tsx";
import { restrictionPages } from "./restriction/route.tsx";
import { teamsPages } from "./teams/route.tsx";

/** Looking after an organisation: its people, teams, agreement and rule. */
export const administrationPages = new Hono<WebEnv>()
  .use("/administration", requirePermission("administer"))
  .use("/administration/*", requirePermission("administer"))
  .get("/administration", async (c) => {
    const { deps, person } = { deps: c.get("deps"), person: c.get("person") };
    return page(c, { title: "Administration", section: "administration" }, <AdministrationView home={await openAdministration(deps.app, person)} organisation={person.organisation} demonstration={deps.signIn === undefined} />);
  })
  .get("/administration/changes", async (c) => {
    const before = c.req.query("before") ?? "";
    const { changes, next } = await listChanges(c.get("deps").app, c.get("person"), /^[1-9]\d{0,14}$/.test(before) ? Number(before) : undefined);
    return page(
      c, { title: "What was changed", section: "administration", back: { href: "/administration", text: "Administration" }, narrow: true },
      <>
        <span class="govuk-caption-l">{c.get("person").organisation.name}</span>
        <h1 class="govuk-heading-l">What was changed</h1>
        <Changes changes={changes} about none="Nothing yet." />
        {next === undefined ? null : <p class="govuk-body"><a class="govuk-link" href={`/administration/changes?before=${next}`}>Earlier</a></p>}
      </>,
    );
  })
  .route("/", peoplePages)
  .route("/", teamsPages)
  .route("/", whosePages)
  .route("/", agreementPages)
  .route("/", restrictionPages)
  .route("/", organisationPages);

import { type Context, Hono } from "hono";
import { listTeams, previewRename, renameTeam } from "../../../../app/administration/teams.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import { keepNotice, takeNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { NotFound } from "../../../middleware/permission.ts";
import { errorsOf } from "../fields.tsx";
import { RenamePreviewView, RenameView, TeamsView } from "./view.tsx";

type Ctx = Context<WebEnv>;
const TEAMS = "/administration/teams";

const showForm = (c: Ctx, was: string, typed: string, errors: readonly FieldError[] = []) =>
  page(c, { title: "Rename a team", section: "administration", back: { href: TEAMS }, error: errors.length > 0, status: errors.length > 0 ? 422 : 200, narrow: true }, <RenameView was={was} typed={typed} errors={errors} />);

async function look(c: Ctx, was: string, typed: string, overtaken = false) {
  const looked = await previewRename(c.get("deps").app, c.get("person"), was, typed);
  if (looked.outcome === "not-found") throw new NotFound();
  if (looked.outcome === "refused") return showForm(c, was, typed, errorsOf(looked.refusals));
  return page(c, { title: "Check what will change", section: "administration", back: { href: TEAMS }, status: overtaken ? 409 : 200, narrow: true }, <RenamePreviewView preview={looked.preview} overtaken={overtaken} />);
}

/** The teams of an administrator’s organisation, and another name for one. */
export const teamsPages = new Hono<WebEnv>()
  .get(TEAMS, async (c) => page(c, { title: "Teams", section: "administration", back: { href: "/administration", text: "Administration" } }, <TeamsView page={await listTeams(c.get("deps").app, c.get("person"))} saved={await takeNotice(c)} />))
  .get(`${TEAMS}/rename`, async (c) => {
    const was = c.req.query("team") ?? "";
    const { teams } = await listTeams(c.get("deps").app, c.get("person"));
    if (!teams.some(({ team }) => team === was)) throw new NotFound();
    return showForm(c, was, was);
  })
  .post(`${TEAMS}/rename`, async (c) => {
    const { was = "", team = "", step, basedOn = "" } = await readBody(c);
    if (step === "edit") return showForm(c, was, team);
    if (step !== "save") return look(c, was, team);
    const made = await renameTeam(c.get("deps").app, c.get("person"), was, team, basedOn);
    switch (made.outcome) {
      case "done":
        await keepNotice(c, TEAMS, `“${was}” is called “${made.done.now}”.`);
        return c.redirect(TEAMS, 303);
      case "refused": return showForm(c, was, team, errorsOf(made.refusals));
      case "overtaken": return look(c, was, team, true);
      case "not-found": throw new NotFound();
    }
  });

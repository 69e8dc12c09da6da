import { Hono } from "hono";
import { type FormList, isFormList, listForms } from "../../../app/forms/list.ts";
import type { WebEnv } from "../../deps.ts";
import { page } from "../../layout/page.tsx";
import { NotFound, requirePermission } from "../../middleware/permission.ts";
import { FormsView } from "./view.tsx";

/** The milestones forms that business support opens, chases and closes. */
export const formsPages = new Hono<WebEnv>()
  .get("/forms", requirePermission("manage-forms"), async (c) => {
    const forms = await listForms(c.get("deps").app, c.get("person"));
    if (forms === undefined) throw new NotFound();
    const asked = c.req.query("list") ?? "";
    const list: FormList = isFormList(asked) ? asked : "packs";
    const number = /^\d{1,4}$/.test(c.req.query("page") ?? "") ? Number(c.req.query("page")) : 1;
    return page(c, { title: "Milestones forms", section: "forms" }, <FormsView forms={forms} list={list} page={number} opened={c.req.query("did") === "opened"} />);
  });

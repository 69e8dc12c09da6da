import { type Context, Hono } from "hono";
import { inquire, inquiries, openInquiry } from "../../../app/records/inquiries.ts";
import type { WebEnv } from "../../deps.ts";
import { readBody } from "../../forms/body.ts";
import { readDateParts } from "../../forms/date-input.ts";
import { type FieldError, readParts } from "../../forms/fields.tsx";
import { page } from "../../layout/page.tsx";
import { NotFound, requirePermission } from "../../middleware/permission.ts";
import { AskInquiryView, InquiryView, type TypedInquiry } from "./inquiry-view.tsx";

const NOTHING = { day: "", month: "", year: "" };

async function ask(c: Context<WebEnv>, typed: TypedInquiry = { about: "", from: NOTHING, until: NOTHING, why: "" }, errors: readonly FieldError[] = []) {
  const found = await inquiries(c.get("deps").app, c.get("person"));
  if (found === undefined) throw new NotFound();
  return page(c, { title: "What one person opened", section: "records", back: { href: "/records", text: "Records" }, narrow: true, error: errors.length > 0, status: errors.length > 0 ? 422 : 200 }, <AskInquiryView {...found} typed={typed} errors={errors} />);
}

/** What one person opened in some days, asked with a reason. */
export const inquiryPages = new Hono<WebEnv>()
  .use("/records/inquiries", requirePermission("see-access-log"))
  .use("/records/inquiries/*", requirePermission("see-access-log"))
  .get("/records/inquiries", (c) => ask(c))
  .post("/records/inquiries", async (c) => {
    const body = await readBody(c);
    const typed: TypedInquiry = { about: body["about"] ?? "", from: readParts(body, "from"), until: readParts(body, "until"), why: (body["why"] ?? "").replaceAll("\0", "").replaceAll("\r\n", "\n") };
    const dayOf = (parts: TypedInquiry["from"]): string => {
      const read = readDateParts(parts);
      return "on" in read ? read.on : "";
    };
    const outcome = await inquire(c.get("deps").app, c.get("person"), { about: typed.about, from: dayOf(typed.from), until: dayOf(typed.until), why: typed.why });
    if ("id" in outcome) return c.redirect(`/records/inquiries/${outcome.id}`, 303);
    return ask(c, typed, outcome.refusals.map(({ field, message }) => ({ id: field === "from" || field === "until" ? `${field}-day` : field, text: message })));
  })
  .get("/records/inquiries/:inquiry", async (c) => {
    const found = await openInquiry(c.get("deps").app, c.get("person"), c.req.param("inquiry"));
    if (found === undefined) throw new NotFound();
    return page(c, { title: `What ${found.aboutName} opened`, section: "records", back: { href: "/records/inquiries", text: "What one person opened" } }, <InquiryView page={found} />);
  });

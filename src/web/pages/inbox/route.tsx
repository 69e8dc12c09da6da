import { Hono } from "hono";
import { openInbox, readAllMessages, readMessage } from "../../../app/post/inbox.ts";
import type { WebEnv } from "../../deps.ts";
import { readBody } from "../../forms/body.ts";
import { localPath } from "../../forms/local-path.ts";
import { page } from "../../layout/page.tsx";
import { NotFound } from "../../middleware/permission.ts";
import { InboxView } from "./view.tsx";

/** What somebody was told, whether or not it went to them by mail as well: the same words. */
export const inboxPages = new Hono<WebEnv>()
  .get("/inbox", async (c) => {
    const inbox = await openInbox(c.get("deps").app, c.get("person"));
    return page(c, { title: "Inbox", narrow: true }, <InboxView inbox={inbox} />);
  })
  .post("/inbox", async (c) => {
    const { app, person } = { app: c.get("deps").app, person: c.get("person") };
    const { message, then } = await readBody(c);
    if (message === undefined) {
      await readAllMessages(app, person);
      return c.redirect("/inbox", 303);
    }
    const path = await readMessage(app, person, message);
    if (path === undefined) throw new NotFound();
    return c.redirect(then === "open" ? localPath(path) ?? "/inbox" : "/inbox", 303);
  });

import { type Context, Hono } from "hono";
import { challengesOfChild, openChallenges } from "../../../app/challenges/open.ts";
import { runChallenge } from "../../../app/challenges/run.ts";
import type { ChildPage } from "../../../app/views.ts";
import type { Entry } from "../../../domain/chronology/entry.ts";
import { COMMANDS } from "../../../domain/commands/command.ts";
import type { WebEnv } from "../../deps.ts";
import { readBody } from "../../forms/body.ts";
import type { FieldError } from "../../forms/fields.tsx";
import { page } from "../../layout/page.tsx";
import { Forbidden, NotFound, requirePermission } from "../../middleware/permission.ts";
import { basedOn } from "../child/entry-form/form.ts";
import { childOf } from "../child/open/route.tsx";
import { ChildChallengesView } from "./child-view.tsx";
import { challengeErrors, readChallenge, type TypedChallenge } from "./form.ts";
import { ChallengesView } from "./list-view.tsx";

interface Shown {
  readonly typed?: TypedChallenge;
  readonly errors?: readonly FieldError[];
  readonly since?: readonly Entry[];
}

async function show(c: Context<WebEnv>, child: ChildPage, { typed, errors = [], since = [] }: Shown = {}) {
  const status = since.length > 0 ? 409 : errors.length > 0 ? 422 : 200;
  const challenges = await challengesOfChild(c.get("deps").app, c.get("person"), child);
  return page(
    c, { title: `Challenges, ${child.localId}`, section: "challenges", back: { href: `/children/${child.recordId}`, text: child.localId }, error: status !== 200, status },
    <ChildChallengesView child={child} page={challenges} typed={typed} errors={errors} since={since} />,
  );
}

/** Formal challenges: of one child, and of all. */
export const challengePages = new Hono<WebEnv>()
  .get("/challenges", requirePermission("open-child"), async (c) => {
    const challenges = await openChallenges(c.get("deps").app, c.get("person"));
    if (challenges === undefined) throw new Forbidden("Challenges are listed for reviewing officers and for the managers who answer them. Those of one child are on the child’s page");
    return page(c, { title: "Challenges", section: "challenges" }, <ChallengesView page={challenges} />);
  })
  .use("/children/:child/challenges", requirePermission("open-child"))
  .get("/children/:child/challenges", async (c) => show(c, await childOf(c)))
  .post("/children/:child/challenges", async (c) => {
    const [child, body] = [await childOf(c), await readBody(c)];
    const { typed, command, unreadable } = readChallenge(body);
    const outcome = await runChallenge(c.get("deps").app, c.get("person"), child.recordId, basedOn(body), command);
    switch (outcome.outcome) {
      case "done": {
        const number = command.name === "raise-challenge" ? outcome.entries.at(-1)?.number : command.input.challenge;
        return c.redirect(`/children/${child.recordId}/challenges#challenge-${number ?? ""}`, 303);
      }
      case "refused": return show(c, child, { typed, errors: challengeErrors(typed, outcome.refusals, unreadable) });
      case "overtaken": return show(c, await childOf(c), { typed, since: outcome.since });
      case "forbidden": throw new Forbidden(`${COMMANDS[command.name].label}: ${outcome.reason}`);
      case "not-found": throw new NotFound();
    }
  });

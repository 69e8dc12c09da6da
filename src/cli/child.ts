import { openChildByLocalId } from "../app/open-child.ts";
import type { ChildPage } from "../app/views.ts";
import { type Command, DONE, Refused } from "./command.ts";
import { dayOption, flag, optional, required, words } from "./options.ts";
import { printJson } from "./terminal.ts";
import { withApp } from "./with-app.ts";

export const child: Command = {
  usage: "bin/permanence child LOCAL-ID --authority CODE [--known-at DAY] [--today DAY] [--json]",
  help: `
Shows a child’s stage, everything on their line and every clock, those that are open each with
its explanation; --json explains them all. The opening is written down, as opening the page would be.

  LOCAL-ID           the authority’s own id for the child
  --authority CODE   the authority’s ONS code
  --known-at DAY     as we knew it: only what had been written down by the end of that day
  --today DAY        judge the clocks as on that day
  --json             {"child", "stage", "entries", "clocks"}

  bin/permanence child R100030 --authority E08000019
  bin/permanence child R100030 --authority E08000019 --today 2026-03-31 --json`,
  options: {
    authority: { type: "string" },
    "known-at": { type: "string" },
    today: { type: "string" },
    json: { type: "boolean" },
  },
  async run(call) {
    const [localId] = words(call, ["LOCAL-ID"]) as [string];
    const authority = required(call, "authority", "the ONS code of the child’s authority");
    const knownAt = optional(call, "known-at");
    const today = optional(call, "today");
    const query = {
      ...(knownAt === undefined ? {} : { knownOn: dayOption(knownAt, "known-at") }),
      ...(today === undefined ? {} : { today: dayOption(today, "today") }),
    };
    const page = await withApp(call, (app) => openChildByLocalId(app, { type: "operator", authority }, authority, localId, query));
    if (page === undefined) throw new Refused(`There is no child ${localId} in ${authority}`);
    if (flag(call, "json")) printJson(call.terminal, childJson(page));
    else call.terminal.out((await import("./child-table.ts")).childTable(page));
    return DONE;
  },
};

/** The child as machines read it; days left or early are above zero, days late below. */
export const childJson = ({ localId, stage, case: c, clocks }: ChildPage): object => ({
  child: localId,
  stage,
  entries: c.entries,
  clocks: clocks.map(({ standard, occurrence, startedOn, dueOn, stoppedOn, state, flags, days, why }) => ({
    standard, occurrence, startedOn, dueOn, stoppedOn, state, flags, days, why,
  })),
});

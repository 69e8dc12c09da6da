import { OWNERS } from "../domain/access/role.ts";
import { ROW_FORMS } from "../domain/standards/pack.ts";
import { SHAPES } from "../domain/standards/standard.ts";
import { columns } from "./columns.ts";
import { type Command, DONE, REFUSED } from "./command.ts";
import { flag, words } from "./options.ts";
import { printJson } from "./terminal.ts";

const FORMS: Readonly<Record<string, string>> = { ...SHAPES, ...ROW_FORMS };

export const standards: Command = {
  usage: "bin/permanence standards [--coverage] [--json]",
  help: `
Lists the national standards; or how every practice standard of the source documents is realised.

  --coverage   every row, what realises it and where, and how many worked examples it has
  --json       the same for a machine: [{"id", "title", "shape", "owner"}], or of the
               coverage [{"id", "realisedAs", "where", "examples", "planned"}]

Exit status 1 where a row of the source documents is realised by nothing.`,
  options: { coverage: { type: "boolean" }, json: { type: "boolean" } },
  async run(call) {
    words(call, []);
    if (flag(call, "coverage")) {
      const { coverage } = await import("../app/practice-standards.ts");
      const { rows, missing, twice } = coverage();
      if (flag(call, "json")) printJson(call.terminal, rows);
      else call.terminal.out(columns([["Row", "Realised as", "Examples", "Waits for", "Where"], ...rows.map((r) => [r.id, FORMS[r.realisedAs] ?? "", String(r.examples), r.planned ?? "", r.where])]));
      for (const [ids, what] of [[missing, "realised by nothing"], [twice, "claimed twice"]] as const) {
        if (ids.length > 0) call.terminal.err(`${what}: ${ids.join(", ")}`);
      }
      return missing.length + twice.length === 0 ? DONE : REFUSED;
    }
    const { loadStandards } = await import("../app/practice-standards.ts");
    if (flag(call, "json")) printJson(call.terminal, loadStandards().map(({ id, title, shape, owner }) => ({ id, title, shape, owner })));
    else call.terminal.out(columns([["Standard", "Shape", "Owner", "Title"], ...loadStandards().map((s) => [s.id, SHAPES[s.shape], OWNERS[s.owner], s.title])]));
    return DONE;
  },
};

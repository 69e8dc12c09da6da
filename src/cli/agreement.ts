import { type AgreementTyped, previewAsOperator, saveAgreement } from "../app/administration/agreement.ts";
import type { AgreementPreview } from "../app/administration/views.ts";
import { authorityOr } from "../app/authorities.ts";
import { settled } from "../app/standards/recompute.ts";
import { FIELD_CODES, termsInWords } from "../domain/agency/agreement.ts";
import { FUNCTION_CODES } from "../domain/agency/functions.ts";
import { columns } from "./columns.ts";
import { type Command, DONE, Refused } from "./command.ts";
import { flag, optional, required, words } from "./options.ts";
import { plural } from "./problems.ts";
import { printJson } from "./terminal.ts";
import { withApp } from "./with-app.ts";

export const agreement: Command = {
  usage: "bin/permanence agreement AUTHORITY AGENCY --from STAGE [--fields LIST] [--functions LIST] [--dry-run] [--json]",
  help: `
Says from which stage a regional agency sees an authority’s children, which fields of them, and which
adoption functions the authority has given to it: in the place of what was agreed before. Says who
appears and who vanishes, and whose work passes to whom. An authority’s administrator does the same
in the browser.

  AUTHORITY          its ONS code
  AGENCY             the agency’s code
  --from STAGE       early-alert, adoption-plan, decision, placement-order, matched, placed, applied or adopted
  --fields LIST      divided by commas, of ${FIELD_CODES.join(", ")}; all unless told
  --functions LIST   divided by commas, of ${FUNCTION_CODES.join(", ")};
                     none unless told
  --dry-run          says what would change, and changes nothing
  --json             {"appear", "vanish", "stay", "owners", "saved"}

  bin/permanence agreement E08000019 RAA-THREE-RIVERS --from decision --dry-run
  bin/permanence agreement E08000019 RAA-THREE-RIVERS --from decision --functions family-finding,matching`,
  options: { from: { type: "string" }, fields: { type: "string" }, functions: { type: "string" }, "dry-run": { type: "boolean" }, json: { type: "boolean" } },
  async run(call) {
    const [authority, agency] = words(call, ["The authority’s code", "The agency’s code"]) as [string, string];
    const fields = optional(call, "fields");
    const typed: AgreementTyped = {
      agency, fromStage: required(call, "from", "the stage from which children are shared, such as decision"),
      fields: fields === undefined ? FIELD_CODES : listed(fields), functions: listed(optional(call, "functions") ?? ""),
    };
    const dry = flag(call, "dry-run");
    const preview = await withApp(call, async (app) => {
      const here = await authorityOr(app, authority);
      if ("refused" in here) throw new Refused(here.refused);
      // The clocks follow before the command ends.
      const made = dry ? await previewAsOperator(app, authority, typed) : await saveAgreement(app, { type: "operator", authority }, typed, undefined);
      await settled(app);
      switch (made.outcome) {
        case "preview": return made.preview;
        case "done": return made.done;
        case "refused": throw new Refused(made.refusals.map(({ message }) => message).join(". "));
        default: throw new Refused("This could not be saved. Try again");
      }
    });
    if (flag(call, "json")) printJson(call.terminal, asJson(preview, !dry));
    else call.terminal.out(inWords(preview, dry));
    return DONE;
  },
};

const listed = (text: string): readonly string[] => text.split(",").map((part) => part.trim()).filter((part) => part !== "");

const asJson = ({ change: { appear, vanish, stay }, owners }: AgreementPreview, saved: boolean): object =>
  ({ appear: appear.map(({ localId }) => localId), vanish: vanish.map(({ localId }) => localId), stay, owners: owners.map(({ id, from, to }) => ({ standard: id, from, to })), saved });

function inWords({ after, agency, change: { appear, vanish, stay }, owners }: AgreementPreview, dry: boolean): string {
  return [
    `With ${agency.name}:`, ...termsInWords(after).map((line) => `  ${line}`),
    `${plural(appear.length, "child", "children")} ${dry ? "would appear" : "appeared"}, ${vanish.length} ${dry ? "would vanish" : "vanished"}, ${stay} ${dry ? "would stay" : "stayed"} shared`,
    ...(owners.length === 0 ? [] : [`${plural(owners.length, "standard")} ${dry ? "would pass" : "passed"} to somebody else:`, columns(owners.map(({ id, from, to }) => [id, from, "→", to]))]),
    dry ? "Nothing was changed" : "Saved",
  ].join("\n");
}

import type { RestrictionPage, RestrictionPreview } from "../../../../app/administration/views.ts";
import { ROLES } from "../../../../domain/access/role.ts";
import type { RestrictionRule } from "../../../../domain/access/wall.ts";
import { ADMISSIBLE, RESTRICTED_FROM } from "../../../../domain/administration/restriction.ts";
import { STAGES } from "../../../../domain/permanence/stage.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { Notice } from "../../../layout/notice.tsx";
import { StackedTable } from "../../../layout/stacked-table.tsx";
import { ChangedMeanwhile, CheckboxesField, RadiosField } from "../fields.tsx";
import { listed, lower } from "../../../../domain/words.ts";
import { childrenInWords } from "../words.ts";
import type { RuleTyped } from "../../../../app/administration/restriction.ts";

const ACTION = "/administration/restriction";

interface FormProps {
  readonly page: RestrictionPage;
  readonly typed: RuleTyped;
  readonly errors: readonly FieldError[];
  readonly saved: string | undefined;
}

/** When records restrict themselves, and whom that admits. */
export const RestrictionView = ({ page: { organisation, rule, stages }, typed, errors, saved }: FormProps): Html => (
  <>
    <ErrorSummary errors={errors} />
    <Notice text={saved} />
    <span class="govuk-caption-l">{organisation.name}</span>
    <h1 class="govuk-heading-l">When records are restricted</h1>
    <p class="govuk-body">{ruleInWords(rule)}</p>
    <p class="govuk-body">A restricted record is opened by the child’s social worker, family finder and reviewing officer, the manager of the child’s team, people named on it, the adoption records officer, and the roles below. To everybody else it is not there.</p>
    <form method="post" action={ACTION} novalidate autocomplete="off">
      <RadiosField
        id="fromStage" label="From which stage?" hint="From the adoption order itself every record is restricted, whatever is chosen" errors={errors} chosen={[typed.fromStage]}
        choices={RESTRICTED_FROM.map((stage) => ({ value: stage, text: STAGES[stage], hint: `${childrenInWords(stages.find((s) => s.stage === stage)?.children ?? 0)} now` }))}
      />
      <CheckboxesField id="roles" label="Which roles does it admit?" hint="People of the regional agency open only what the agreement shares, and only where a function is given to it" errors={errors} chosen={typed.roles} choices={ADMISSIBLE.filter((role) => role !== "adoption-records").map((role) => ({ value: role, text: ROLES[role] }))} />
      {component("govukButton", { text: "See what will change", name: "step", value: "look", preventDoubleClick: true })}
    </form>
  </>
);

const ruleInWords = ({ fromStage, roles }: RestrictionRule): string =>
  `Now records are restricted from: ${lower(STAGES[fromStage])}. The rule admits ${listed(roles.map((role) => lower(ROLES[role])))}.`;

/** How many records another rule restricts or opens, and who gains or loses what. */
export const RestrictionPreviewView = ({ preview: { after, change, version }, overtaken }: { readonly preview: RestrictionPreview; readonly overtaken: boolean }): Html => (
  <>
    <ChangedMeanwhile shown={overtaken} what="Somebody else changed the rule while you were at it." />
    <h1 class="govuk-heading-l">Check what will change</h1>
    <p class="govuk-body">{ruleInWords(after).replace("Now records are", "Records would be").replace("The rule admits", "The rule would admit")}</p>
    <h2 class="govuk-heading-m">Records</h2>
    <p class="govuk-body">{change.closes === 0 ? "No record" : `${childrenInWords(change.closes)}’s ${change.closes === 1 ? "record" : "records"}`} would become restricted, and {change.opens === 0 ? "none" : change.opens.toLocaleString("en-GB")} would open to everybody of the authority; {childrenInWords(change.restricted)} would be restricted in all. Those restricted by hand, and those sealed, stay as they are.</p>
    {change.byStage.length === 0 ? null : (
      <div class="pt-compact"><StackedTable caption="Children by stage" heads={["Stage", "Become restricted", "Open"]} rows={change.byStage.map(({ stage, closes, opens }) => [STAGES[stage], String(closes), String(opens)])} /></div>
    )}
    <h2 class="govuk-heading-m">Who can open how many</h2>
    {change.people.length === 0 ? <p class="govuk-body">Nothing changes for anybody of the authority.</p> : (
      <div class="pt-compact"><StackedTable caption="Who can open how many children" heads={["Person", "Role", "Now", "Then"]} rows={change.people.map(({ name, role, before, after: then }) => [name, ROLES[role], String(before), <>{then} <span class="pt-small">({then < before ? `${before - then} fewer` : `${then - before} more`})</span></>])} /></div>
    )}
    <p class="govuk-body-s">Beside these, people open the records on which they are named, and those of whom they cover for.</p>
    <form method="post" action={ACTION}>
      <input type="hidden" name="fromStage" value={after.fromStage} />
      {after.roles.map((role) => <input type="hidden" name="roles" value={role} />)}
      <input type="hidden" name="basedOn" value={version} />
      <div class="govuk-button-group">
        {component("govukButton", { text: "Save the rule", name: "step", value: "save", preventDoubleClick: true })}
        {component("govukButton", { text: "Change what you chose", name: "step", value: "edit", classes: "govuk-button--secondary" })}
        <a class="govuk-link" href="/administration">Cancel, and change nothing</a>
      </div>
    </form>
  </>
);

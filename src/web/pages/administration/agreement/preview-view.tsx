import type { AgreementPreview } from "../../../../app/administration/views.ts";
import { OWNERS, ROLES } from "../../../../domain/access/role.ts";
import type { Shareable } from "../../../../domain/administration/sharing.ts";
import { termsInWords } from "../../../../domain/agency/agreement.ts";
import { STAGES } from "../../../../domain/permanence/stage.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { StackedTable } from "../../../layout/stacked-table.tsx";
import { ChangedMeanwhile } from "../fields.tsx";
import { counted, listed, lower } from "../../../../domain/words.ts";
import { childrenInWords } from "../words.ts";

interface Props {
  readonly preview: AgreementPreview;
  readonly overtaken: boolean;
}

/** Which children an agreement would show or hide, and whose work would pass to whom. */
export function AgreementPreviewView({ preview, overtaken }: Props): Html {
  const { before, after, agency, agencyBefore, change, owners, people, version } = preview;
  const seers = people.filter(({ role }) => role === "agency-home-finder" || role === "agency-lead").map(({ role, number }) => `${number.toLocaleString("en-GB")} ${lower(ROLES[role])}${number === 1 ? "" : "s"}`);
  return (
    <>
      <ChangedMeanwhile shown={overtaken} what="The agreement, or a child within it, changed while you were at it." />
      <span class="govuk-caption-l">{agency.name}</span>
      <h1 class="govuk-heading-l">Check what will change</h1>
      <Terms before={before === undefined ? null : [`With ${agencyBefore?.name ?? before.agency}.`, ...termsInWords(before)]} after={[`With ${agency.name}.`, ...termsInWords(after)]} />
      <h2 class="govuk-heading-m">Children</h2>
      <p class="govuk-body">
        {summary(preview)}{" "}
        {seers.length === 0 ? `Nobody of ${agency.name} would see them yet: no home finder or lead has an account there.` : `At ${agency.name} ${listed(seers)} see them.`}
      </p>
      {change.byStage.length === 0 ? null : (
        <div class="pt-compact"><StackedTable caption="Children by stage" heads={["Stage", "Appear", "Vanish", "Stay"]} rows={change.byStage.map(({ stage, appear, vanish, stay }) => [STAGES[stage], String(appear), String(vanish), String(stay)])} /></div>
      )}
      <Ids title={`Appear to ${agency.name}`} of={change.appear} />
      <Ids title={`Vanish from ${(agencyBefore ?? agency).name}`} of={change.vanish} />
      <h2 class="govuk-heading-m">Whose work</h2>
      {owners.length === 0 ? <p class="govuk-body">No standard passes to anybody else.</p> : (
        <>
          <p class="govuk-body">{counted(owners.length, "standard is", "standards are")} another’s to see to. The clocks and desks follow in the background once it is saved.</p>
          <Owners owners={owners} />
        </>
      )}
      <form method="post" action="/administration/agreement/change">
        <input type="hidden" name="agency" value={after.agency} />
        <input type="hidden" name="fromStage" value={after.fromStage} />
        {after.fields.map((code) => <input type="hidden" name="fields" value={code} />)}
        {after.functions.map((code) => <input type="hidden" name="functions" value={code} />)}
        <input type="hidden" name="basedOn" value={version} />
        <div class="govuk-button-group">
          {component("govukButton", { text: "Save the agreement", name: "step", value: "save", preventDoubleClick: true })}
          {component("govukButton", { text: "Change what you chose", name: "step", value: "edit", classes: "govuk-button--secondary" })}
          <a class="govuk-link" href="/administration/agreement">Cancel, and change nothing</a>
        </div>
      </form>
    </>
  );
}

/** “12 children would appear and none would vanish; 30 stay.” */
function summary({ change: { appear, vanish, stay } }: AgreementPreview): string {
  if (appear.length + vanish.length === 0) return `No child would appear or vanish; ${childrenInWords(stay)} ${stay === 1 ? "stays" : "stay"} shared.`;
  return `${appear.length === 0 ? "No child" : childrenInWords(appear.length)} would appear, and ${vanish.length === 0 ? "none" : vanish.length.toLocaleString("en-GB")} would vanish; ${stay.toLocaleString("en-GB")} ${stay === 1 ? "stays" : "stay"} shared.`;
}

const Terms = ({ before, after }: { readonly before: readonly string[] | null; readonly after: readonly string[] }): Html => (
  <div class="pt-admin-terms">
    {before === null ? null : <section><h2 class="govuk-heading-s">Now</h2>{before.map((line) => <p class="govuk-body">{line}</p>)}</section>}
    <section><h2 class="govuk-heading-s">{before === null ? "The agreement" : "Then"}</h2>{after.map((line) => <p class="govuk-body">{line}</p>)}</section>
  </div>
);

/** Standards by who has them now and then. */
const Owners = ({ owners }: Pick<AgreementPreview, "owners">): Html => (
  <>
    {[...Map.groupBy(owners, ({ from, to }) => `From ${lower(OWNERS[from])} to ${lower(OWNERS[to])}`)].map(([words, of]) => (
      <>
        <h3 class="govuk-heading-s">{words}</h3>
        <ul class="govuk-list pt-admin-owners">{of.map(({ id, title }) => <li><strong class="pt-nowrap">{id}</strong> {title}</li>)}</ul>
      </>
    ))}
  </>
);

const AT_FIRST = 30;

/** Children by local id; the rest of many behind a click. */
function Ids({ title, of: children }: { readonly title: string; readonly of: readonly Shareable[] }): Html | null {
  if (children.length === 0) return null;
  // Whom one may not open is counted, and not named even by a number.
  const open = children.filter(({ wall }) => wall === 0);
  const walled = children.length - open.length;
  const list = (some: readonly Shareable[]): Html => <ul class="govuk-list pt-admin-ids">{some.map(({ localId }) => <li>{localId}</li>)}</ul>;
  return (
    <>
      <h3 class="govuk-heading-s">{title}</h3>
      {open.length === 0 ? null : list(open.slice(0, AT_FIRST))}
      {open.length <= AT_FIRST ? null : component("govukDetails", { summaryText: `The other ${open.length - AT_FIRST}`, html: list(open.slice(AT_FIRST)) })}
      {walled === 0 ? null : <p class="govuk-body">{open.length === 0 ? childrenInWords(walled) : `And ${childrenInWords(walled)}`} whose {walled === 1 ? "record is" : "records are"} restricted, for those whom the restriction rule admits.</p>}
    </>
  );
}

import type { WhosePage } from "../../../../app/administration/views.ts";
import { ROLES } from "../../../../domain/access/role.ts";
import { INVOLVEMENTS } from "../../../../domain/chronology/codes.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { STAGES } from "../../../../domain/permanence/stage.ts";
import { DateInput, ErrorSummary, type FieldError, readParts } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { Notice } from "../../../layout/notice.tsx";
import { StackedTable } from "../../../layout/stacked-table.tsx";
import { partsOfDay } from "../../child/entry-form/form.ts";
import { SelectField, TextField } from "../fields.tsx";
import { personPath } from "../people/query.ts";
import { listed } from "../../../../domain/words.ts";

/** The box for a local id. */
export const FindChildView = ({ typed, errors }: { readonly typed: string; readonly errors: readonly FieldError[] }): Html => (
  <>
    <ErrorSummary errors={errors} />
    <h1 class="govuk-heading-l">Who works with a child</h1>
    <p class="govuk-body">You see who works with the child, and not the child’s record. That you asked is written down.</p>
    <form method="post" action="/administration/children" novalidate autocomplete="off">
      <TextField id="localId" label="The child’s local id" hint="As your authority numbers children, whole" value={typed} errors={errors} />
      {component("govukButton", { text: "Find", preventDoubleClick: true })}
    </form>
  </>
);

interface Props {
  readonly page: WhosePage;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  readonly saved: string | undefined;
  readonly overtaken: boolean;
}

/** Who has a child and who is named on the record; naming somebody, or ending that. */
export function WhoseView({ page, typed, errors, saved, overtaken }: Props): Html {
  const { child, organisation, people, named, nameable, managers, version } = page;
  const path = `/administration/children/${child.recordId}`;
  return (
    <>
      <ErrorSummary errors={errors} />
      <Notice text={saved} />
      {overtaken ? component("govukNotificationBanner", { titleText: "Not saved yet", text: "Somebody wrote on this record while you were at it. Look at who is named now, and save again." }) : null}
      <span class="govuk-caption-l">{organisation.name}</span>
      <h1 class="govuk-heading-l">Who works with {child.localId}</h1>
      <p class="govuk-body">{STAGES[child.stage]}. {child.team === null ? "No team is recorded." : `Team: ${child.team}.`}{child.wall === 1 ? " The record is restricted." : ""}</p>
      <StackedTable caption="Who has the child" heads={["As", "Who"]} rows={people.map(({ as, who, account, isHere }) => [as, account === null ? who : <><a class="govuk-link govuk-link--no-visited-state" href={personPath(account)}>{who}</a>{isHere ? null : <span class="pt-work__more">No longer here</span>}</>])} />
      <p class="govuk-body">{managers.length === 0 ? "A team manager or service manager" : listed(managers)} gives the child to another worker, from the child’s page or at <span class="pt-address">/team</span>.</p>
      <h2 class="govuk-heading-m">Named on the record</h2>
      {named.length === 0 ? <p class="govuk-body">Nobody is.</p> : (
        <StackedTable
          caption="Named on the record" heads={["Who", "As", "Days", "Why", "End it"]}
          rows={named.map(({ number, name, as, from, until, why, isHere }) => [
            <>{name}{isHere ? null : <span class="pt-work__more">No longer here</span>}</>, INVOLVEMENTS[as], `${dayInWords(from)}${until === null ? ", no end yet" : ` to ${dayInWords(until)}`}`, why,
            <a class="govuk-link govuk-link--no-visited-state" href={`${path}/end/${number}`}>End it<span class="govuk-visually-hidden">: {name}</span></a>,
          ])}
        />
      )}
      <h2 class="govuk-heading-m" id="name">Name somebody</h2>
      <p class="govuk-body">Whoever is named opens the record on those days, also where it is restricted.</p>
      <form method="post" action={path} novalidate autocomplete="off">
        <input type="hidden" name="basedOn" value={String(version)} />
        <SelectField id="account" label="Who?" value={typed["account"] ?? ""} errors={errors} choices={[{ value: "", text: "Choose" }, ...nameable.map(({ account, name, role, team }) => ({ value: account, text: [name, ROLES[role].toLowerCase(), team].filter((part) => part !== null).join(", ") }))]} />
        <SelectField id="as" label="As what?" value={typed["as"] ?? ""} errors={errors} choices={[{ value: "", text: "Choose" }, ...Object.entries(INVOLVEMENTS).map(([value, text]) => ({ value, text }))]} />
        <DateInput id="from" legend="From which day?" value={Object.keys(typed).length === 0 ? partsOfDay(page.today) : readParts(typed, "from")} error={errors.find(({ id }) => id === "from-day")?.text} small />
        <DateInput id="until" legend="The day it ends (leave empty until you know)" hint="" value={readParts(typed, "until")} error={errors.find(({ id }) => id === "until-day")?.text} small />
        <TextField id="why" label="Why?" hint="For whoever asks later" value={typed["why"] ?? ""} errors={errors} />
        {component("govukButton", { text: "Name them", preventDoubleClick: true })}
      </form>
    </>
  );
}

interface EndProps {
  readonly page: WhosePage;
  readonly number: number;
  readonly why: string;
  readonly errors: readonly FieldError[];
}

/** Ends that somebody is named on the record. */
export const EndNamedView = ({ page: { child, named, version }, number, why, errors }: EndProps): Html => (
  <>
    <ErrorSummary errors={errors} />
    <span class="govuk-caption-l">{child.localId}</span>
    <h1 class="govuk-heading-l">End that {named.find((one) => one.number === number)?.name ?? "they"} works with the child</h1>
    <form method="post" action={`/administration/children/${child.recordId}/end/${number}`} novalidate autocomplete="off">
      <input type="hidden" name="basedOn" value={String(version)} />
      <TextField id="why" label="Why?" hint="For whoever asks later. From today they no longer open the record by being named on it" value={why} errors={errors} />
      <div class="govuk-button-group">
        {component("govukButton", { text: "End it", preventDoubleClick: true })}
        <a class="govuk-link" href={`/administration/children/${child.recordId}`}>Cancel</a>
      </div>
    </form>
  </>
);

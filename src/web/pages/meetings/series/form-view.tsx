import type { MeetingPerson } from "../../../../app/meetings/series.ts";
import { LEAD_NAMES } from "../../../../domain/meetings/leads.ts";
import { LEADS, MEMBER_KINDS } from "../../../../domain/meetings/meeting.ts";
import { NTHS, WEEKDAYS } from "../../../../domain/meetings/rhythm.ts";
import type { SeriesTyped } from "../../../../domain/meetings/series.ts";
import type { Differs } from "../../../../domain/meetings/series-words.ts";
import { capital } from "../../../../domain/words.ts";
import { DateInput, ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { StackedTable } from "../../../layout/stacked-table.tsx";
import { RadiosField } from "../../administration/fields.tsx";
import { Box, Choice, errorOf, Words } from "./fields.tsx";
import type { SeriesBoxes } from "./form.ts";

interface Props {
  readonly title: string;
  readonly action: string;
  readonly back: string;
  readonly boxes: SeriesBoxes;
  readonly people: readonly MeetingPerson[];
  readonly errors: readonly FieldError[];
  /** The revision that the form is based on; 0 of a new series. */
  readonly basedOn: number;
  /** Rows asked for, beside the one that is empty anyhow. */
  readonly more?: "more-parts" | "more-members" | undefined;
  /** What somebody else saved meanwhile. */
  readonly theirs?: { readonly by: string; readonly differs: readonly Differs[] } | undefined;
}

const PEOPLE = "meeting-people";
const UNITS = [["working day", "working days"], ["day", "days"], ["week", "weeks"]] as const;

/** All that is said of a series of meetings. Rows are added without a script; one that is left empty is taken out. */
export function SeriesFormView({ title, action, back, boxes: { typed, from }, people, errors, basedOn, more, theirs }: Props): Html {
  const choices = <T extends object>(of: T): readonly { readonly value: string; readonly text: string }[] => Object.entries(of).map(([value, text]) => ({ value, text: String(text) }));
  return (
    <>
      <Theirs theirs={theirs} />
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <form method="post" action={action} novalidate autocomplete="off" class="pt-series">
        <input type="hidden" name="basedOn" value={String(basedOn)} />
        {/* Enter in a box saves, and does not add a row. */}
        <button class="govuk-visually-hidden" type="submit" name="do" value="save" tabindex={-1} aria-hidden="true">Save</button>
        <datalist id={PEOPLE}>{people.map(({ label }) => <option value={label}>{label}</option>)}</datalist>
        <section>
          <h2 class="govuk-heading-m">What it is</h2>
          <Box id="name" label="Name" value={typed.name} errors={errors} />
          <Box id="neutralTitle" label="Title in calendars and mail" hint="It is seen on phones and shared screens. Use words that tell nothing of a child, such as “Tracking meeting”: no name, and neither “adoption” nor “permanence”" value={typed.neutralTitle} errors={errors} />
          <Words id="purpose" label="Purpose" rows={3} value={typed.purpose} errors={errors} />
          <Words id="terms" label="Terms of reference" rows={6} value={typed.terms} errors={errors} />
          <Box id="accountableTo" label="Accountable to" hint="Whoever receives its report each quarter" value={typed.accountableTo} errors={errors} />
        </section>
        <section>
          <h2 class="govuk-heading-m">When and where</h2>
          <RadiosField id="every" label="How often does it meet?" hint="A meeting on a bank holiday moves to the next working day" errors={errors} chosen={[typed.every]} choices={[{ value: "weeks", text: "Every so many weeks" }, { value: "month", text: "Once a month" }, { value: "never", text: "Only when it is called" }]} />
          <div class="pt-series__row">
            <Box id="weeks" label="Weeks from one to the next" classes="govuk-input--width-2" value={typed.weeks} errors={errors} />
            <DateInput id="from" legend="Counted from the meeting on" small hint="" value={from} error={errorOf(errors, "from-day")?.text} />
          </div>
          <div class="pt-series__row">
            <Choice id="nth" label="Which in the month" value={typed.nth} errors={errors} choices={[{ value: "", text: "Choose" }, ...Object.entries(NTHS).map(([value, text]) => ({ value, text: capital(text) }))]} />
            <Choice id="weekday" label="Day of the week" value={typed.weekday} errors={errors} choices={[{ value: "", text: "Choose" }, ...choices(WEEKDAYS)]} />
          </div>
          <div class="pt-series__row">
            <Box id="startsAt" label="Starts at" classes="govuk-input--width-5" value={typed.startsAt} errors={errors} />
            <Box id="place" label="Place" classes="govuk-input--width-20" value={typed.place} errors={errors} />
          </div>
        </section>
        <Parts typed={typed} errors={errors} action={action} more={more === "more-parts"} />
        <section>
          <h2 class="govuk-heading-m" id="members">Who belongs to it</h2>
          <p class="govuk-body">Begin to type a name and choose from the list. Who has no account is written by the office alone, and hears of the meeting from somebody else. Leave a row empty to take it out.</p>
          {withEmpty(typed.members, EMPTY_MEMBER, more === "more-members").map((member, i) => (
            <fieldset class="govuk-fieldset pt-series__member">
              <legend class="govuk-visually-hidden">Member {i + 1}</legend>
              <Choice id={`members-${i}-as`} label="As" value={member.as} errors={errors} choices={choices(MEMBER_KINDS)} />
              <Box id={`members-${i}-account`} label="Person" list={PEOPLE} value={people.find(({ account }) => account === member.account)?.label ?? member.account} errors={errors} />
              <Box id={`members-${i}-office`} label="Office" value={member.office} errors={errors} />
            </fieldset>
          ))}
          <p><button class="govuk-button govuk-button--secondary" type="submit" name="do" value="more-members" formaction={`${action}#members`}>Add another member</button></p>
          <Box id="quorum" label="How many members does it take to meet?" hint="Chair and minute taker among them; those only invited left out" classes="govuk-input--width-2" value={typed.quorum} errors={errors} />
        </section>
        <section>
          <h2 class="govuk-heading-m">How long before the meeting</h2>
          {LEAD_NAMES.map((lead) => (
            <div class="pt-series__row pt-series__lead">
              <Box id={`lead-${lead}`} label={LEADS[lead]} classes="govuk-input--width-2" value={typed.leads[lead].count} errors={errors} />
              <Choice id={`lead-${lead}-unit`} quiet label={`${LEADS[lead]}: counted in`} value={typed.leads[lead].unit} errors={errors} choices={UNITS.map(([value, text]) => ({ value, text: `${text} before` }))} />
            </div>
          ))}
        </section>
        <section>
          <h2 class="govuk-heading-m">Following up actions</h2>
          <Box id="chase-daysBefore" label="Days before an action is due that its owner is told" classes="govuk-input--width-3" value={typed.chase.daysBefore} errors={errors} />
          <Box id="chase-everyDays" label="Days between one reminder and the next, once it is late" classes="govuk-input--width-3" value={typed.chase.everyDays} errors={errors} />
          <Box id="chase-escalateAfterDays" label="Days late at which it is taken further, once" classes="govuk-input--width-3" value={typed.chase.escalateAfterDays} errors={errors} />
        </section>
        <p class="govuk-body">Saving plans the meetings of the next three months, and asks members to those in the next four weeks.</p>
        <div class="govuk-button-group">
          {component("govukButton", { text: theirs === undefined ? "Save" : "Save mine over it", name: "do", value: "save", preventDoubleClick: true })}
          <a class="govuk-link" href={back}>Cancel</a>
        </div>
      </form>
    </>
  );
}

const EMPTY_MEMBER = { as: "member", account: "", office: "" };
const EMPTY_PART = { id: "", name: "", minutes: "" };

/** The rows that something stands in, with an empty one after them; three where more were asked for. */
function withEmpty<Row extends Readonly<Record<string, string>>>(rows: readonly Row[], empty: Row, more: boolean): readonly Row[] {
  const last = rows.findLastIndex((row) => Object.entries(row).some(([name, text]) => name !== "as" && name !== "id" && text.trim() !== ""));
  return [...rows.slice(0, last + 1), ...Array.from({ length: more ? 3 : 1 }, () => empty)];
}

const Parts = ({ typed, errors, action, more }: { readonly typed: SeriesTyped; readonly errors: readonly FieldError[]; readonly action: string; readonly more: boolean }): Html => (
  <section>
    <h2 class="govuk-heading-m" id="parts">Its parts</h2>
    <p class="govuk-body">Children are talked about in parts, each with its own time. Leave a row empty to take it out.</p>
    {withEmpty(typed.parts, EMPTY_PART, more).map((part, i) => (
      <fieldset class="govuk-fieldset pt-series__part">
        <legend class="govuk-visually-hidden">Part {i + 1}</legend>
        <input type="hidden" name={`parts-${i}-id`} value={part.id} />
        <Box id={`parts-${i}-name`} label={`Part ${i + 1}`} value={part.name} errors={errors} />
        <Box id={`parts-${i}-minutes`} label="Minutes" classes="govuk-input--width-3" value={part.minutes} errors={errors} />
      </fieldset>
    ))}
    <p><button class="govuk-button govuk-button--secondary" type="submit" name="do" value="more-parts" formaction={`${action}#parts`}>Add another part</button></p>
  </section>
);

/** What somebody else saved while this one was at it, beside what this one typed. */
const Theirs = ({ theirs }: Pick<Props, "theirs">): Html | null => (theirs === undefined ? null : (
  <div class="govuk-error-summary" data-module="govuk-error-summary" id="overtaken">
    <div role="alert">
      <h2 class="govuk-error-summary__title">{theirs.by} changed this series while you were at it</h2>
      <div class="govuk-error-summary__body">
        <p>What you typed is below, and not saved yet. {theirs.differs.length === 0 ? "It is the same as what is saved now." : "Where the two differ, put in what is right, and save."}</p>
        {theirs.differs.length === 0 ? null : <StackedTable caption="What differs" heads={["", "Saved now", "Yours"]} rows={theirs.differs.map(({ label, text, yours }) => [label, text, yours])} />}
      </div>
    </div>
  </div>
));

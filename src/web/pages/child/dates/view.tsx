import type { ChildPage } from "../../../../app/views.ts";
import { whoDecides } from "../../../../domain/access/decides.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { type Kind, KINDS } from "../../../../domain/chronology/kinds.ts";
import { DateInput, ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { isDecidable } from "../../../../domain/decisions/decidable.ts";
import { decidePath } from "../../decisions/paths.ts";
import { errorAt } from "../entry-form/form.ts";
import { Overtaken } from "../entry-form/overtaken.tsx";
import { detailsInWords, whenInWords } from "../words.ts";
import { AddDate } from "./add.tsx";
import { aheadOf, idOf, NOTHING_TYPED, type TypedDate, typedOf } from "./form.ts";
import { Hidden } from "./hidden.tsx";
import { History } from "./history.tsx";

export interface DatesProps {
  readonly child: ChildPage;
  /** The tracker to go back to. */
  readonly returnTo: string;
  /** The kinds that the child’s open clocks wait for, first. */
  readonly awaited: readonly Kind[];
  readonly typed?: TypedDate | undefined;
  readonly errors: readonly FieldError[];
  /** What somebody else saved since this was read. */
  readonly since: readonly Entry[];
  /** It stands under a line of the tracker, not on a page of its own. */
  readonly inPlace: boolean;
}

/** What is ahead for a child, each date to be confirmed, moved or taken back; and a new one to be added. */
export const DatesView = ({ child, returnTo, awaited, typed, errors, since, inPlace }: DatesProps): Html => {
  const Heading = inPlace ? "h2" : "h1";
  const ahead = aheadOf(child);
  const lost = typed !== undefined && typed.entry !== "add" && !ahead.some((e) => e.number === typed.entry) ? typed : undefined;
  const shared = { child, returnTo, typed, errors, level: inPlace ? "h3" as const : "h2" as const };
  return (
    <div class="pt-dates" data-dates={child.recordId}>
      {since.length > 0 ? <Overtaken since={since} names={child.workerNames} /> : <ErrorSummary errors={errors} />}
      <Heading class={inPlace ? "govuk-heading-s" : "govuk-heading-l"} tabindex={-1} data-dates-heading>Dates to come for {child.localId}</Heading>
      {lost === undefined ? null : <p class="govuk-inset-text">That date is no longer among those to come. You typed: {[lost.on.day, lost.on.month, lost.on.year].filter((part) => part !== "").join(" ")}{lost.reason === "" ? "" : `; ${lost.reason}`}. It is in the form below, to be added again if it still holds.</p>}
      {ahead.length === 0 ? <p class="govuk-body">Nothing is planned for this child.</p> : ahead.map((e) => <OneDate entry={e} {...shared} />)}
      <AddDate {...shared} awaited={awaited} typed={lost === undefined ? typed ?? NOTHING_TYPED : { ...lost, entry: "add" }} />
      <p class="govuk-body">
        {inPlace ? <button class="pt-link-button" type="button" data-dates-close>Close</button> : <a class="govuk-link" href={`${returnTo}#line-${child.recordId}`}>Back to the tracker</a>}
      </p>
    </div>
  );
};

interface OneProps extends Pick<DatesProps, "child" | "returnTo" | "typed" | "errors"> {
  readonly entry: Entry;
  readonly level: "h2" | "h3";
}

function OneDate({ child, returnTo, entry, typed: anyTyped, errors, level: Heading }: OneProps) {
  const typed = anyTyped?.entry === entry.number ? anyTyped : typedOf(entry);
  const id = idOf(child, entry.number);
  const error = errorAt(errors, `${id}-reason`);
  const birth = entry.kind === "birth";
  const { decidedBy } = KINDS[entry.kind];
  const button = (value: string, text: string) => component("govukButton", { text, name: "do", value, classes: "govuk-button--secondary pt-button--small", preventDoubleClick: true });
  return (
    <form class="pt-dates__one" method="post" action={`/children/${child.recordId}/dates`} novalidate aria-labelledby={`${id}-what`}>
      <Heading class="govuk-heading-s pt-dates__heading" id={`${id}-what`}>{KINDS[entry.kind].label}: {whenInWords(entry)}{entry.happenedOn < child.today ? <span class="pt-status pt-status--due-soon pt-dates__passed">the day has passed</span> : null}</Heading>
      {detailsInWords(entry).map(([label, text]) => <p class="pt-dates__history">{label}: {text}</p>)}
      <History c={child.case} entry={entry} names={child.workerNames} />
      <Hidden child={child} returnTo={returnTo} entry={entry.number} />
      <div class="pt-dates__fields">
        <DateInput id={id} legend="Day" hint="" small value={typed.on} error={errorAt(errors, `${id}-day`)} />
        <div class="pt-dates__why">
          {component("govukInput", {
            id: `${id}-reason`, name: "reason", value: typed.reason, label: { text: birth ? "Why it moves" : "Why it moves, or is not going ahead", classes: "govuk-label--s" },
            errorMessage: error === undefined ? undefined : { text: error }, autocomplete: "off",
          })}
        </div>
      </div>
      {decidedBy === undefined ? null : <p class="pt-dates__history">Only {whoDecides(decidedBy)} says that this was decided.{isDecidable(entry.kind) ? <> <a class="govuk-link" href={decidePath(child.recordId, entry)}>Decide, or see whose it is<span class="govuk-visually-hidden">: {KINDS[entry.kind].label}</span></a></> : null}</p>}
      <div class="pt-dates__buttons">
        {button("move", "Move to this day")}
        {isDecidable(entry.kind) ? null : button("happened", birth ? "Born on this day" : "It happened on this day")}
        {entry.certainty === "planned" && !birth ? button("fixed", "This day is now provisional") : null}
        {birth ? null : button("stop", "Not going ahead")}
        <a class="govuk-link pt-small" href={`/children/${child.recordId}/entries/${entry.number}/correct`}>Say more<span class="govuk-visually-hidden"> about {KINDS[entry.kind].label}</span></a>
      </div>
    </form>
  );
}

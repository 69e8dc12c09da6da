import type { UpdatePage, UpdateRow } from "../../../../app/meetings/updates.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { missingPapers, PAPER_NAMES, type PaperName, PAPERS } from "../../../../domain/meetings/papers.ts";
import { proofInWords } from "../../../../domain/chronology/in-words.ts";
import { listed, lower } from "../../../../domain/words.ts";
import { DateInput, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorAt } from "../../child/entry-form/form.ts";
import type { TypedPapers } from "./form.ts";
import { updatePath } from "./paths.ts";

interface Props {
  readonly page: UpdatePage;
  readonly update: UpdateRow;
  readonly typed: TypedPapers;
  readonly errors: readonly FieldError[];
}

/** Care plan and chronology: where they are, never the papers themselves, and nothing twice. */
export function PapersPart(props: Props): Html | null {
  const { page: { child, meeting, may, item }, update } = props;
  if (child.authority.code !== meeting.organisation) return null;
  const missing = missingPapers(update.papers);
  return (
    <section aria-labelledby="papers" class="pt-papers">
      <h2 class="govuk-heading-m" id="papers">Care plan and chronology</h2>
      <p class="govuk-body">{missing.length === 0 ? "Both have been received." : `Still to come: ${listed(missing.map((name) => lower(PAPERS[name])))}.`} <a class="govuk-link" href={`/children/${child.recordId}/chronology.docx`}>Make a chronology from the record (Word)</a></p>
      <Received update={update} page={props.page} />
      {may.papers && missing.length > 0 ? (
        <form method="post" action={updatePath(item.id)} novalidate>
          <OnRecord page={props.page} />
          <div class="pt-papers__both">{PAPER_NAMES.filter((name) => missing.includes(name)).map((name) => <PaperFields {...props} name={name} />)}</div>
          {component("govukButton", { text: "Save where they are", name: "do", value: "papers", classes: "govuk-button--secondary", preventDoubleClick: true })}
        </form>
      ) : null}
    </section>
  );
}

function Received({ update: { papers }, page: { child } }: Pick<Props, "update" | "page">): Html | null {
  const entry = papers.entry === undefined ? undefined : child.case.of("care-plan-submitted").find(({ number }) => number === papers.entry);
  const rows = PAPER_NAMES.flatMap((name) => {
    const paper = papers[name];
    return paper === undefined ? [] : [[PAPERS[name], `${paper.system}, ${paper.place}, of ${dayInWords(paper.on)}. Received on ${dayInWords(paper.receivedOn)}`] as const];
  });
  const all = rows.length === 0 && entry !== undefined ? [["On record", `Submitted on ${dayInWords(entry.happenedOn)}${proofInWords(entry) === "" ? "" : `: ${proofInWords(entry)}`}`] as const] : rows;
  return all.length === 0 ? null : <dl class="pt-item-known">{all.map(([label, text]) => <><dt>{label}</dt><dd>{text}</dd></>)}</dl>;
}

/** What the record has already and is recent enough: to be used again rather than sent again. */
function OnRecord({ page: { onRecord } }: Pick<Props, "page">): Html | null {
  if (onRecord === undefined) return null;
  const { entry, since } = onRecord;
  return component("govukInsetText", {
    html: (
      <>
        <p>The record says that care plan and chronology were submitted on {dayInWords(entry.happenedOn)}{proofInWords(entry) === "" ? "" : ` (${proofInWords(entry)})`}. {since.length === 0 ? "Nothing that they would show has changed since." : `Since then: ${since.join("; ")}.`}</p>
        {component("govukButton", { text: "These are still up to date", name: "do", value: `use-${entry.number}`, classes: "govuk-button--secondary pt-button--small" })}
      </>
    ),
  });
}

function PaperFields({ name, typed, errors }: Props & { readonly name: PaperName }): Html {
  const input = (field: "system" | "place", label: string, hint: string): Html => {
    const error = errorAt(errors, `${name}-${field}`);
    return component("govukInput", { id: `${name}-${field}`, name: `${name}-${field}`, value: typed[name][field], label: { text: label }, hint: { text: hint }, classes: "govuk-input--width-20", autocomplete: "off", errorMessage: error === undefined ? undefined : { text: error } });
  };
  return component("govukFieldset", {
    legend: { text: PAPERS[name], classes: "govuk-fieldset__legend--s" },
    html: (
      <>
        {input("system", "Kept in", "Such as the case management system")}
        {input("place", "Where in it", "Such as Documents, care plan")}
        <DateInput id={`${name}-on`} legend={`Day of the ${lower(PAPERS[name])}`} hint="The day it was written or last brought up to date" value={typed[name].on} error={errorAt(errors, `${name}-on-day`)} small />
      </>
    ),
  });
}

import type { MilestonesPage } from "../../../../app/forms/milestones.ts";
import { CERTAINTIES } from "../../../../domain/chronology/entry.ts";
import { CHAPTERS, FORM_CHAPTERS } from "../../../../domain/chronology/kinds.ts";
import { dayInWords, parseDay } from "../../../../domain/dates/day.ts";
import { type Asked, type Part, partOf } from "../../../../domain/forms/asked.ts";
import { ownerInWords, SECTIONS } from "../../../../domain/forms/questions.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { standingInWords } from "../../../../domain/permanence/standing.ts";
import { TargetDates } from "../targets/view.tsx";
import { answersOf } from "./boxes.ts";
import { FormFrame, FormStanding, pathOf } from "./frame.tsx";
import { ColourTag } from "./owner.tsx";
import { Derived, Recorded } from "./recorded.tsx";

interface Props {
  readonly milestones: MilestonesPage;
}

/** Everything that the form says, with what the viewer has typed and not finished marked as such. */
export const PreviewView = ({ milestones }: Props): Html => (
  <FormFrame milestones={milestones} page="preview" title={SECTIONS.preview}>
    <p class="govuk-body">
      <a class="govuk-link" href={`${pathOf(milestones.child.recordId, "overview")}/report`}>Milestones report</a>: what is on the record, without anything typed and not finished, for paper.
    </p>
    {milestones.draft !== null && milestones.may.answer ? (
      <form method="post" action={pathOf(milestones.child.recordId, "preview")}>
        <input type="hidden" name="basedOn" value={String(milestones.child.version)} />
        {component("govukButton", { text: "Finish: put my answers on the record", name: "do", value: "finish", preventDoubleClick: true })}
      </form>
    ) : null}
    <Everything milestones={milestones} drafts />
  </FormFrame>
);

/** The milestones report: what is on the record, for the decision-maker and for paper. */
export const ReportView = ({ milestones }: Props): Html => (
  <>
    <span class="govuk-caption-l">{milestones.child.authority.name}, {dayInWords(milestones.child.today)}</span>
    <h1 class="govuk-heading-l">Milestones report: {milestones.child.localId}</h1>
    <div class="pt-report__print" data-prints hidden>{component("govukButton", { text: "Print", type: "button", classes: "govuk-button--secondary pt-button--small", preventDoubleClick: false })}</div>
    <p class="govuk-body">{standingInWords(milestones.child.case).join(" · ")}</p>
    {milestones.form.state === "none" ? null : <FormStanding milestones={{ ...milestones, draft: null }} />}
    <Everything milestones={milestones} drafts={false} />
  </>
);

function Everything({ milestones, drafts }: Props & { readonly drafts: boolean }): Html {
  const { child, asked } = milestones;
  const parts: readonly (readonly [Part, string])[] = [...FORM_CHAPTERS.map((chapter) => [chapter, CHAPTERS[chapter]] as const), ["breakdown", SECTIONS.breakdown]];
  return (
    <div class="pt-report">
      <Derived child={child} />
      {parts.map(([part, title]) => <PartTable milestones={milestones} asked={partOf(asked, part)} title={title} drafts={drafts} />)}
      <TargetDates child={child} />
    </div>
  );
}

function PartTable({ milestones, asked, title, drafts }: Props & { readonly asked: readonly Asked[]; readonly title: string; readonly drafts: boolean }): Html {
  const typed = new Map(drafts ? answersOf(milestones.draft?.answers ?? {}).map(({ answer }) => [answer.question.kind, answer]) : []);
  const shown = asked.filter(({ answers, question }) => answers.length > 0 || typed.has(question.kind));
  const empty = asked.filter((one) => !shown.includes(one));
  return (
    <section class="pt-section">
      <h2 class="govuk-heading-m">{title}</h2>
      {shown.length === 0 ? null : (
        <table class="govuk-table pt-table pt-report__table">
          <caption class="govuk-visually-hidden">{title}: what is answered</caption>
          <thead><tr><th scope="col">Question</th><th scope="col">Whose</th><th scope="col">Answer</th></tr></thead>
          <tbody>
            {shown.map((one) => {
              const mine = typed.get(one.question.kind);
              return (
                <tr>
                  <td>{one.question.label}</td>
                  <td><ColourTag colour={one.question.colour} />{one.question.colour === "others" ? <span class="pt-report__owner"> {ownerInWords(one.question)}</span> : null}</td>
                  <td>
                    <Recorded asked={one} child={milestones.child} links={false} />
                    {mine === undefined ? null : <p class="pt-report__mine"><strong>Not yet on the record:</strong> {typedInWords(mine.input.happenedOn, mine.input.certainty)}</p>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {empty.length === 0 ? null : <p class="govuk-body-s pt-quiet">Not answered: {empty.map(({ question }) => question.label).join("; ")}.</p>}
    </section>
  );
}

function typedInWords(text: string, certainty: string): string {
  const on = parseDay(text);
  const how = (CERTAINTIES as Readonly<Record<string, string>>)[certainty]?.toLowerCase() ?? "certainty not chosen";
  return on === undefined ? `${text.trim() === "" ? "no day yet" : `“${text.trim()}”`} (${how})` : `${dayInWords(on)} (${how})`;
}

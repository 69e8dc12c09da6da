import type { Checklist, ChecklistLine, LineState } from "../../../../app/answers/checklists.ts";
import { LINE_STATES } from "../../../../app/answers/checklists.ts";
import type { ChildPage } from "../../../../app/views.ts";
import { counts } from "../../../../domain/standards/clock.ts";
import { type Checkpoint, CHECKPOINT_NAMES, CHECKPOINTS } from "../../../../domain/work/checkpoints.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import type { TypedLine } from "./form.ts";
import { DeclinedLines, DoneLines, EndedLines, NotStartedLines } from "./lines.tsx";
import { OpenLines } from "./open-lines.tsx";

export const checklistPath = (recordId: string, point: Checkpoint): string => `/children/${recordId}/checklists/${point}`;

/** Every point of the way, with how far its checklist has come. */
export const ChecklistsView = ({ child, checklists }: { readonly child: ChildPage; readonly checklists: readonly Checklist[] }): Html => (
  <>
    <h2 class="govuk-heading-m">Checklists</h2>
    <p class="govuk-body pt-measure">All that the authority’s standards ask, by the points of the way from the decision to the closing of the case. A line that is only on a checklist never makes a child late.</p>
    <ol class="pt-points">
      {checklists.map(({ point, lines, count }) => (
        <li class="pt-points__point">
          <h3 class="pt-points__name"><a class="govuk-link govuk-link--no-visited-state" href={checklistPath(child.recordId, point)}>{CHECKPOINTS[point].label}</a></h3>
          <p class="pt-points__says">{CHECKPOINTS[point].says}</p>
          <p class="pt-points__count">{lines.length === 0 ? "No standards in force ask anything here" : progressInWords(count, lines)}</p>
        </li>
      ))}
    </ol>
  </>
);

/** “5 done, 1 not appropriate, 3 still open (1 late), 4 not started”. */
export function progressInWords(count: Checklist["count"], lines: readonly ChecklistLine[]): Html {
  const late = lines.filter(isLate).length;
  const said = (Object.keys(LINE_STATES) as LineState[]).filter((state) => count[state] > 0).map((state) => (
    <>{count[state]} {state === "no-longer" && count[state] > 1 ? "no longer apply" : LINE_STATES[state].toLowerCase()}{state === "open" && late > 0 ? <span class="pt-check__late"> ({late} late)</span> : null}</>
  ));
  return <>{said.map((part, i) => <>{i === 0 ? null : ", "}{part}</>)}</>;
}

const isLate = ({ clock }: ChecklistLine): boolean => clock?.state === "overdue" && counts(clock);

interface Props {
  readonly child: ChildPage;
  readonly checklist: Checklist;
  readonly typed: ReadonlyMap<string, TypedLine>;
  readonly errors: readonly FieldError[];
}

/** One checklist: what is still open, to be answered there; then what was done, by whom and where the proof is. */
export function ChecklistView({ child, checklist: { point, lines, count }, typed, errors }: Props): Html {
  const inState = (state: LineState): readonly ChecklistLine[] => lines.filter((line) => line.state === state);
  const path = checklistPath(child.recordId, point);
  const open = [...inState("open"), ...inState("not-recorded")];
  return (
    <>
      <h2 class="govuk-heading-m pt-check__heading">Checklist: {CHECKPOINTS[point].label.toLowerCase()}</h2>
      <p class="govuk-body pt-measure">{CHECKPOINTS[point].says}.{lines.length === 0 ? " No standards in force ask anything here." : <> <strong>{progressInWords(count, lines)}.</strong></>}</p>
      <Points child={child} here={point} />
      {open.length === 0 ? null : <Part name="open" heading={`Still open${count["not-recorded"] > 0 ? ", or not recorded" : ""}: ${open.length}`}><OpenLines child={child} path={path} lines={open} typed={typed} errors={errors} /></Part>}
      {count.done === 0 ? null : <Part name="done" heading={`Done: ${count.done}`}><DoneLines child={child} lines={inState("done")} /></Part>}
      {count["not-appropriate"] === 0 ? null : <Part name="not-appropriate" heading={`Not appropriate: ${count["not-appropriate"]}`}><DeclinedLines child={child} lines={inState("not-appropriate")} /></Part>}
      {count["no-longer"] === 0 ? null : <Part name="no-longer" heading={`No longer applies: ${count["no-longer"]}`}><EndedLines child={child} lines={inState("no-longer")} /></Part>}
      {count["not-started"] === 0 ? null : <Part name="not-started" heading={`Not started: ${count["not-started"]}`}><NotStartedLines child={child} lines={inState("not-started")} /></Part>}
    </>
  );
}

const Part = ({ name, heading, children }: { readonly name: string; readonly heading: string; readonly children: Html }): Html => (
  <section class="pt-section" aria-labelledby={`${name}-heading`}>
    <h3 class="govuk-heading-s pt-section__heading" id={`${name}-heading`}>{heading}</h3>
    {children}
  </section>
);

/** The other points, to go from one to the next. */
const Points = ({ child, here }: { readonly child: ChildPage; readonly here: Checkpoint }): Html => (
  <nav aria-label="Checklists">
    <ul class="pt-jump">
      {CHECKPOINT_NAMES.map((point) => <li>{point === here ? <strong aria-current="page">{CHECKPOINTS[point].label}</strong> : <a class="govuk-link govuk-link--no-visited-state" href={checklistPath(child.recordId, point)}>{CHECKPOINTS[point].label}</a>}</li>)}
    </ul>
  </nav>
);

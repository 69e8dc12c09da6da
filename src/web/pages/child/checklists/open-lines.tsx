import type { ChecklistLine } from "../../../../app/answers/checklists.ts";
import type { ChildPage, ExplainedClock } from "../../../../app/views.ts";
import { OWNERS } from "../../../../domain/access/role.ts";
import { KINDS } from "../../../../domain/chronology/kinds.ts";
import { isOpen } from "../../../../domain/standards/clock.ts";
import { wayInWords } from "../../../../domain/work/answers.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { answerPath } from "../answer/link.tsx";
import { ClockStatus } from "../clocks/clock-item.tsx";
import { DueLink, whyPath } from "../why/due-link.tsx";
import { whenInWords } from "../words.ts";
import { formOf, lineId, NOTHING_TYPED, type TypedLine } from "./form.ts";
import { LineFields } from "./line-fields.tsx";
import { What } from "./lines.tsx";

interface Props {
  readonly child: ChildPage;
  /** The address of the checklist. */
  readonly path: string;
  readonly lines: readonly ChecklistLine[];
  readonly typed: ReadonlyMap<string, TypedLine>;
  readonly errors: readonly FieldError[];
}

/** What is still open: one form for all of it, for those who may record. */
export function OpenLines(props: Props): Html {
  const { child, path, lines } = props;
  const list = <ol class="pt-check__lines">{lines.map((line) => <OpenLine {...props} line={line} />)}</ol>;
  if (!child.may.record || !lines.some((line) => formOf(line) !== undefined)) return list;
  return (
    <form method="post" action={path} novalidate autocomplete="off">
      <p class="govuk-body pt-measure pt-check__how">Fill in as many lines as you can answer and leave the rest empty. A day may be written “12 May 2026” or “12/5/26”. All you fill in is saved together, or, if something is wrong, none of it.</p>
      <input type="hidden" name="basedOn" value={String(child.version)} />
      {list}
      <div class="govuk-button-group">
        {component("govukButton", { text: "Save all the answers", preventDoubleClick: true })}
        <a class="govuk-link" href={`/children/${child.recordId}/checklists`}>Cancel</a>
      </div>
    </form>
  );
}

function OpenLine({ child, path, lines, line, typed, errors }: Props & { readonly line: ChecklistLine }) {
  const { clock } = line;
  const form = child.may.record ? formOf(line) : undefined;
  const id = lineId(line);
  return (
    <li class="pt-check__line" id={id}>
      <fieldset class="pt-check__set" aria-describedby={`${id}-about`}>
        <legend class="pt-check__title"><What line={line} /></legend>
        <div class="pt-check__about" id={`${id}-about`}>
          <p class="pt-check__stands">{clock === null ? null : <Stands child={child} clock={clock} />}</p>
          <p class="pt-check__whose">{OWNERS[line.owner]}{line.theirs || form === undefined ? null : <span class="pt-check__behalf">: you answer on their behalf, and it is recorded so</span>}{line.answers.ways.length === 1 ? ` · ${wayInWords(line.answers.ways[0]!)}` : ""}</p>
          {line.ahead.map((e) => <p class="pt-check__whose">{KINDS[e.kind].label}: {whenInWords(e)}{child.may.record ? <>, <a class="govuk-link govuk-link--no-visited-state" href={`/children/${child.recordId}/dates`}>move it or take it back<span class="govuk-visually-hidden">: {line.standard.title}</span></a></> : null}</p>)}
          {form === undefined ? null : <Too line={line} lines={lines} />}
          {line.answers.keptTo === null ? null : <p class="pt-check__whose">{line.answers.keptTo}.</p>}
        </div>
        {form === undefined ? null : <LineFields form={form} typed={typed.get(id) ?? NOTHING_TYPED} errors={errors} />}
        {clock === null || !isOpen(clock) ? null : <Links child={child} path={path} line={line} clock={clock} />}
      </fieldset>
    </li>
  );
}

/** What else the same entry answers: one of them is enough. */
function Too({ line, lines }: { readonly line: ChecklistLine; readonly lines: readonly ChecklistLine[] }) {
  const usual = JSON.stringify(line.answers.ways[0]);
  const others = line.answers.ways.length === 0 ? [] : lines.filter((other) => other !== line && other.answers.ways.some((way) => JSON.stringify(way) === usual));
  return others.length === 0 ? null : <p class="pt-check__whose">What is recorded here answers {others.map(({ standard }) => standard.id).join(" and ")} too</p>;
}

const Stands = ({ child, clock }: { readonly child: ChildPage; readonly clock: ExplainedClock }) => (
  <>{clock.dueOn === null ? "No day of its own" : <>{clock.flags.includes("not-before") ? "Not before" : "Due"} <DueLink recordId={child.recordId} clock={clock} on={clock.dueOn} /></>} <ClockStatus clock={clock} /></>
);

const Links = ({ child, path, line, clock }: { readonly child: ChildPage; readonly path: string; readonly line: ChecklistLine; readonly clock: ExplainedClock }) => (
  <p class="pt-check__links">
    <a class="govuk-link govuk-link--no-visited-state" href={whyPath(child.recordId, clock)}>Why<span class="govuk-visually-hidden">: {line.standard.title}</span></a>
    {child.may.record && line.answers.keptTo === null ? <a class="govuk-link govuk-link--no-visited-state" href={answerPath(child.recordId, clock, { back: path })}>On a page of its own<span class="govuk-visually-hidden">: {line.standard.title}</span></a> : null}
  </p>
);

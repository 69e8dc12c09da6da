import type { PlanPage } from "../../../../app/plan/open-plan.ts";
import type { PlanTemplate } from "../../../../domain/scorecard/plan/template.ts";
import { outsideOf, outsidersIn, ownersInWords } from "../../../../domain/scorecard/plan/owners.ts";
import { actionsOf } from "../../../../domain/scorecard/plan/plan.ts";
import { counted } from "../../../../domain/words.ts";
import { DateInput, ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorOf, Words } from "../../meetings/series/fields.tsx";
import type { ActionBoxes } from "./form.ts";
import { OwnerBoxes } from "./owner-boxes.tsx";
import { Sure } from "./sure.tsx";
import { PLAN, Theirs } from "./view.tsx";

interface FormProps {
  readonly action: string;
  readonly basedOn: number;
  readonly errors: readonly FieldError[];
  readonly theirs: { readonly by: string; readonly words: string } | undefined;
}

/** One objective, put down or worded otherwise. */
export const ObjectiveForm = ({ title, action, basedOn, errors, theirs, value }: FormProps & { readonly title: string; readonly value: string }): Html => (
  <>
    <Theirs theirs={theirs} />
    <ErrorSummary errors={errors} />
    <h1 class="govuk-heading-l">{title}</h1>
    <form method="post" action={action} novalidate autocomplete="off">
      <input type="hidden" name="basedOn" value={String(basedOn)} />
      <Words id="title" label="What is to get better" hint="One sentence, with nothing of one child in it" rows={3} value={value} errors={errors} />
      <Sure errors={errors} />
      {component("govukButton", { text: "Save the objective", preventDoubleClick: true })}
    </form>
  </>
);

/** One action, put down or worded otherwise. */
export const ActionForm = ({ title, objective, action, basedOn, errors, theirs, boxes, page }: FormProps & { readonly title: string; readonly objective: string; readonly boxes: ActionBoxes; readonly page: PlanPage }): Html => (
  <>
    <Theirs theirs={theirs} />
    <ErrorSummary errors={errors} />
    <span class="govuk-caption-l">{objective}</span>
    <h1 class="govuk-heading-l">{title}</h1>
    <form method="post" action={action} novalidate autocomplete="off">
      <input type="hidden" name="basedOn" value={String(basedOn)} />
      <Words id="words" label="What is to be done" hint="With nothing of one child in it" rows={3} value={boxes.words} errors={errors} />
      <OwnerBoxes legend="Owners" hint="People, or offices such as “Service manager of fieldwork”: begin to type and choose from the list; whoever it is finds the action on their desk. Somebody outside is written by name" owners={boxes.owners} people={page.choosable} errors={errors} outside={outsideTyped(boxes, page)} />
      <DateInput id="dueOn" legend="By when (leave empty where it goes on)" small value={boxes.due} error={errorOf(errors, "dueOn-day")?.text} />
      <Words id="shownBy" label="What will show that it was done (optional)" rows={2} value={boxes.shownBy} errors={errors} />
      <Sure errors={errors} sure={boxes.sure} />
      {component("govukButton", { text: "Save the action", preventDoubleClick: true })}
    </form>
  </>
);

const outsideTyped = ({ owners, outside = [] }: ActionBoxes, { choosable, plan }: PlanPage) => outsideOf(owners, choosable, outsidersIn(actionsOf(plan))).map((name) => ({ name, said: outside.includes(name) }));

/** A plan to start from, objective by objective: which to take. */
export const StartView = ({ template, errors, chosen }: { readonly template: PlanTemplate; readonly errors: readonly FieldError[]; readonly chosen: readonly number[] }): Html => (
  <>
    <ErrorSummary errors={errors} />
    <h1 class="govuk-heading-l">Start from a plan</h1>
    <p class="govuk-body">{template.source}, in other words. Take the objectives that are yours too: each comes with its actions, owned by offices here. Change words, owners and days afterwards as you like.</p>
    <form method="post" action={`${PLAN}/start`} autocomplete="off">
      {component("govukCheckboxes", {
        idPrefix: "objectives", name: "objectives", fieldset: { legend: { text: "Objectives", classes: "govuk-fieldset__legend--m" } }, ...(errorOf(errors, "objectives") === undefined ? {} : { errorMessage: errorOf(errors, "objectives") }),
        items: template.objectives.map(({ title, actions }, i) => ({
          value: String(i), id: i === 0 ? "objectives" : `objectives-${i}`, name: `objective-${i}`, checked: chosen.includes(i), text: title,
          hint: { html: <>{counted(actions.length, "action")}: {actions.map(({ words, owners }) => <span class="pt-plan__offered">{words} <span class="pt-quiet">({ownersInWords(owners, new Map())})</span></span>)}</> },
        })),
      })}
      {component("govukButton", { text: "Start with these", preventDoubleClick: true })}
    </form>
  </>
);

/** Why something is taken out: it stays in the history, and can be put back. */
export const TakeOutView = ({ id, words, type, why, errors }: { readonly id: string; readonly words: string; readonly type: "objective" | "action"; readonly why: string; readonly errors: readonly FieldError[] }): Html => (
  <>
    <ErrorSummary errors={errors} />
    <h1 class="govuk-heading-l">Take this {type} out of the plan</h1>
    <p class="govuk-body-l">{words}</p>
    <p class="govuk-body">{type === "objective" ? "Its actions go with it. " : ""}What was said of it stays in the history, and it can be put back. An action that was done, or is no longer needed, stays in the plan: say so as its progress.</p>
    <form method="post" action={`${PLAN}/take-out/${id}`} novalidate autocomplete="off">
      <Words id="why" label="Why it is taken out" rows={3} value={why} errors={errors} />
      <Sure errors={errors} />
      {component("govukButton", { text: "Take it out", classes: "govuk-button--warning", preventDoubleClick: true })}
    </form>
  </>
);

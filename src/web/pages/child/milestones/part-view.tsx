import { isPressing } from "../../../../app/forms/due.ts";
import { obstaclesTo, type MilestonesPage } from "../../../../app/forms/milestones.ts";
import { FORM_CHAPTERS } from "../../../../domain/chronology/kinds.ts";
import { type Asked, type Part, partOf } from "../../../../domain/forms/asked.ts";
import { notTheirSection } from "../../../../domain/forms/questions.ts";
import { ErrorSummary } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { answersOf, boxId, formErrors } from "./boxes.ts";
import { FormFrame, PART_TITLES, pathOf } from "./frame.tsx";
import { ColourKey } from "./owner.tsx";
import { QuestionView } from "./question.tsx";
import { Derived } from "./recorded.tsx";

interface Props {
  readonly milestones: MilestonesPage;
  readonly part: Part;
  /** A question of somebody else’s, or answered already, that the viewer asked to answer. */
  readonly opened: string | undefined;
  readonly saved: boolean;
}

/** One page of the form: the questions of a chapter, those of the viewer with boxes. */
export function PartView({ milestones, part, opened, saved }: Props): Html {
  const asked = partOf(milestones.asked, part);
  const kinds = new Set(asked.map(({ question }) => question.kind));
  const read = answersOf(milestones.draft?.answers ?? {}).filter(({ answer }) => kinds.has(answer.question.kind));
  const { conflicts, refusals } = obstaclesTo(milestones, answersOf(milestones.draft?.answers ?? {}).map(({ answer }) => answer));
  const errors = formErrors(refusals, read);
  const [first] = asked;
  const closedOff = first === undefined ? undefined : notTheirSection(first.question, milestones.role);
  return (
    <>
      <ErrorSummary errors={errors} />
      {saved ? <Saved wrong={errors.length} /> : null}
      <FormFrame milestones={milestones} page={part} title={PART_TITLES[part]}>
        <ColourKey />
        {part === "planning" ? <Derived child={milestones.child} /> : null}
        {part === "breakdown" && closedOff !== undefined ? <p class="govuk-body">The adoption service fills in this section. You can read it.</p> : null}
        <AnswerForm milestones={milestones} action={pathOf(milestones.child.recordId, part)} nextIn={nextOf(part)}>
          {asked.map((one) => (
            <QuestionView
              milestones={milestones} asked={one} errors={errors.filter(({ id }) => id.startsWith(`${boxId(one.question.kind)}-`))}
              open={isOpen(milestones, one, opened)} typed={milestones.draft?.answers[one.question.kind]?.fields ?? {}} conflict={conflicts.get(one.question.kind)}
            />
          ))}
        </AnswerForm>
      </FormFrame>
    </>
  );
}

/** The page after a part, for going on; nothing after the last. */
export function nextOf(part: Part): Part | undefined {
  const at = (FORM_CHAPTERS as readonly string[]).indexOf(part);
  return at === -1 ? undefined : FORM_CHAPTERS[at + 1];
}

/** Boxes are shown for the viewer’s own that wait or press, for what they have begun, and for what they asked to answer. */
function isOpen({ may, draft, role, due }: MilestonesPage, { own, waits, asks, question }: Asked, opened: string | undefined): boolean {
  if (!may.answer || notTheirSection(question, role) !== undefined) return false;
  if (draft?.answers[question.kind] !== undefined) return true;
  return asks && (opened === question.kind || (own && (waits || isPressing(due.get(question.kind))) && question.section === "milestones"));
}

/** What was typed is kept. Where something is wrong with it, that has the focus, and this is said beside it. */
const Saved = ({ wrong }: { readonly wrong: number }): Html =>
  wrong > 0
    ? component("govukInsetText", { text: `${KEPT} ${wrong === 1 ? "One thing has" : `${wrong} things have`} to be put right before you finish.` })
    : component("govukNotificationBanner", { type: "success", titleText: "Kept", html: <p class="govuk-notification-banner__heading">{KEPT}</p> });

const KEPT = "What you typed is kept. Nothing is on the record until you finish.";

interface FormProps {
  readonly milestones: MilestonesPage;
  readonly action: string;
  readonly nextIn: Part | undefined;
  readonly children: readonly Html[];
}

/** The form around questions, with its ways of saving at the head and the foot; nothing but the questions for those who may not answer. */
export function AnswerForm({ milestones: { may, child }, action, nextIn, children }: FormProps): Html {
  if (!may.answer) return <>{children}</>;
  return (
    <form method="post" action={action} novalidate data-keeps={pathOf(child.recordId, "overview")}>
      <input type="hidden" name="basedOn" value={String(child.version)} />
      <div class="govuk-button-group pt-milestones__buttons">
        {component("govukButton", { text: "Save", name: "do", value: "save", classes: "govuk-button--secondary pt-button--small", preventDoubleClick: true })}
        {component("govukButton", { text: "Save and exit", name: "do", value: "exit", classes: "govuk-button--secondary pt-button--small", preventDoubleClick: true })}
      </div>
      {children}
      <div class="govuk-button-group">
        {nextIn === undefined ? null : component("govukButton", { text: `Save and go on to ${PART_TITLES[nextIn].toLowerCase()}`, name: "do", value: "next", preventDoubleClick: true })}
        {component("govukButton", { text: "Save", name: "do", value: "save", classes: "govuk-button--secondary", preventDoubleClick: true })}
        {component("govukButton", { text: "Save and exit", name: "do", value: "exit", classes: "govuk-button--secondary", preventDoubleClick: true })}
        {component("govukButton", { text: "Finish", name: "do", value: "finish", ...(nextIn === undefined ? {} : { classes: "govuk-button--secondary" }), preventDoubleClick: true })}
      </div>
    </form>
  );
}

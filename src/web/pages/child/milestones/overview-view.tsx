import { isPressing } from "../../../../app/forms/due.ts";
import type { MilestonesPage } from "../../../../app/forms/milestones.ts";
import { CHAPTERS, FORM_CHAPTERS } from "../../../../domain/chronology/kinds.ts";
import { colourOfRole } from "../../../../domain/forms/colours.ts";
import { partOf } from "../../../../domain/forms/asked.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { FormFrame, pathOf } from "./frame.tsx";
import { ColourTag } from "./owner.tsx";

interface Props {
  readonly milestones: MilestonesPage;
  /** What came of the last thing done, from the address. */
  readonly did: "kept" | "finished" | "opened" | "closed" | "dropped" | undefined;
}

/** The head of the form: what is the viewer’s to answer, what they have begun, and what they can do with the form. */
export function OverviewView({ milestones, did }: Props): Html {
  const { child, asked, role, form, may } = milestones;
  const mine = asked.filter(({ own }) => own);
  const waiting = mine.filter(({ waits }) => waits).length;
  const colour = colourOfRole(role);
  return (
    <>
      {did === undefined ? null : <Did did={did} />}
      <FormFrame milestones={milestones} page="overview" title="Milestones form">
        <p class="govuk-body">{firstLine(milestones, mine.length, waiting)}{colour === undefined ? null : <> Your questions have the colour <ColourTag colour={colour} />.</>}</p>
        <h2 class="govuk-heading-m" id="chapters-heading">Adoption milestones</h2>
        <div class="pt-scroll" role="region" aria-labelledby="chapters-heading" tabindex={0}>
        <table class="govuk-table pt-table pt-milestones__table">
          <caption class="govuk-visually-hidden">Adoption milestones by chapter</caption>
          <thead><tr><th scope="col">Chapter</th><th scope="col" class="pt-figures">Yours, late or due soon</th><th scope="col" class="pt-figures">Yours to answer</th><th scope="col" class="pt-figures">Answered, of all</th></tr></thead>
          <tbody>
            {FORM_CHAPTERS.map((chapter) => {
              const here = partOf(asked, chapter);
              return (
                <tr>
                  <td><a class="govuk-link govuk-link--no-visited-state" href={pathOf(child.recordId, chapter)}>{CHAPTERS[chapter]}</a></td>
                  <td class="pt-figures">{here.filter(({ own, question }) => own && isPressing(milestones.due.get(question.kind))).length}</td>
                  <td class="pt-figures">{here.filter(({ own, waits }) => own && waits).length}</td>
                  <td class="pt-figures">{here.filter(({ answers }) => answers.length > 0).length} of {here.length}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
        </div>
        <Begun milestones={milestones} />
        <h2 class="govuk-heading-m">The form itself</h2>
        <ul class="govuk-list">
          <li><a class="govuk-link" href={`${pathOf(child.recordId, "overview")}/report`}>Milestones report, for paper and for the decision-maker</a></li>
          <li><a class="govuk-link" href={`/children/${child.recordId}`}>{child.localId}: the child’s own page</a></li>
        </ul>
        {may.manage ? <Manage milestones={milestones} /> : <p class="govuk-body-s pt-quiet">If adoption is no longer pursued, or the order is made, tell adoption business support: they {form.state === "closed" ? "closed" : "close"} the form.</p>}
      </FormFrame>
    </>
  );
}

function firstLine(milestones: MilestonesPage, mine: number, waiting: number): string {
  const { may, child, form, asked } = milestones;
  if (!may.answer) return form.state === "closed" ? "This form is closed: its answers can be read." : child.may.record ? "" : "You can read this form. Your role does not answer it.";
  if (mine === 0) return "No question of this form is yours. You can read all of them, and answer on somebody’s behalf.";
  if (waiting === 0) return "All of your questions are answered.";
  const pressing = asked.filter(({ own, question }) => own && isPressing(milestones.due.get(question.kind))).length;
  if (pressing > 0) return `${pressing} of your ${mine} questions ${pressing === 1 ? "is" : "are"} late or due soon: answer ${pressing === 1 ? "that" : "those"} first.`;
  return `${waiting} of your ${mine} questions ${waiting === 1 ? "is" : "are"} not yet answered with what happened.`;
}

/** What the viewer has typed and not finished: by question, with what to do about it. */
function Begun({ milestones: { draft, child, may, asked } }: Pick<Props, "milestones">): Html | null {
  if (draft === null) return null;
  const begun = asked.flatMap(({ question: { kind, label } }) => (draft.answers[kind] === undefined ? [] : [label]));
  return (
    <section aria-labelledby="begun-heading">
      <h2 class="govuk-heading-m" id="begun-heading">Begun and not finished</h2>
      <p class="govuk-body">Only you see these until you finish: {begun.join("; ")}.</p>
      <form method="post" action={pathOf(child.recordId, "overview")} class="govuk-button-group">
        <input type="hidden" name="basedOn" value={String(child.version)} />
        {may.answer ? component("govukButton", { text: "Finish", name: "do", value: "finish", preventDoubleClick: true }) : null}
        <a class="govuk-link" href={pathOf(child.recordId, "preview")}>Preview all</a>
        {component("govukButton", { text: "Throw these away", name: "do", value: "drop", classes: "govuk-button--secondary", preventDoubleClick: true })}
      </form>
    </section>
  );
}

/** Opening, closing and opening again, by those who manage forms. */
const Manage = ({ milestones: { form, child } }: Pick<Props, "milestones">): Html => (
  form.state === "open" ? <p class="govuk-body"><a class="govuk-link" href={`${pathOf(child.recordId, "overview")}/close`}>Close this form</a></p> : (
    <form method="post" action={`${pathOf(child.recordId, "overview")}/open`}>
      <input type="hidden" name="basedOn" value={String(child.version)} />
      {component("govukButton", { text: form.state === "closed" ? "Open this form again" : "Open this form", classes: "govuk-button--secondary", preventDoubleClick: true })}
    </form>
  )
);

const DID = {
  kept: ["Kept", "What you typed is kept. Nothing is on the record until you finish."],
  finished: ["Finished", "Your answers are on the record, and the clocks have answered."],
  opened: ["Opened", "The form is open from today."],
  closed: ["Closed", "The form is closed. What it says can still be read."],
  dropped: ["Thrown away", "What you had begun is thrown away. The record is as it was."],
} as const;

const Did = ({ did }: { readonly did: keyof typeof DID }): Html =>
  component("govukNotificationBanner", { type: "success", titleText: DID[did][0], html: <p class="govuk-notification-banner__heading">{DID[did][1]}</p> });

export const isDid = (text: string | undefined): text is keyof typeof DID => text !== undefined && Object.hasOwn(DID, text);

import type { MilestonesPage } from "../../../../app/forms/milestones.ts";
import { FORM_END_REASONS } from "../../../../domain/chronology/codes.ts";
import { CHAPTERS, FORM_CHAPTERS } from "../../../../domain/chronology/kinds.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { type Part, partOf } from "../../../../domain/forms/asked.ts";
import { SECTIONS } from "../../../../domain/forms/questions.ts";
import { instantInWords } from "../../../govuk/date-filter.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";

/** The pages of the form: its overview, a page for each chapter of the milestones, and the other sections. */
export type FormPage = Part | "overview" | "targets" | "preview";

export const pathOf = (recordId: string, page: FormPage): string => `/children/${recordId}/milestones${page === "overview" ? "" : `/${page}`}`;

export const PART_TITLES: Readonly<Record<Part, string>> = {
  ...Object.fromEntries(FORM_CHAPTERS.map((chapter) => [chapter, CHAPTERS[chapter]])) as Record<(typeof FORM_CHAPTERS)[number], string>,
  breakdown: `${SECTIONS.breakdown} (adoption service only)`,
};

interface Props {
  readonly milestones: MilestonesPage;
  readonly page: FormPage;
  readonly title: string;
  readonly children: Html | readonly (Html | null)[];
}

const isChapter = (page: FormPage): page is (typeof FORM_CHAPTERS)[number] => (FORM_CHAPTERS as readonly string[]).includes(page);

/** What stands around each page of the form: whose form it is and how it stands, and its sections. */
export function FormFrame({ milestones, page, title, children }: Props): Html {
  const { child: { recordId, localId } } = milestones;
  return (
    <>
      <span class="govuk-caption-l">{localId} · milestones form</span>
      <h1 class="govuk-heading-l pt-milestones__title">{title}</h1>
      <FormStanding milestones={milestones} />
      {component("mojSubNavigation", {
        label: "Sections of the form", classes: "pt-tabs",
        items: [
          { text: "Overview", href: pathOf(recordId, "overview"), active: page === "overview" },
          { text: SECTIONS.milestones, href: pathOf(recordId, FORM_CHAPTERS[0]), active: isChapter(page) },
          { text: SECTIONS.targets, href: pathOf(recordId, "targets"), active: page === "targets" },
          { text: SECTIONS.breakdown, href: pathOf(recordId, "breakdown"), active: page === "breakdown" },
          { text: SECTIONS.preview, href: pathOf(recordId, "preview"), active: page === "preview" },
        ],
      })}
      {isChapter(page) ? <Chapters milestones={milestones} page={page} /> : null}
      {children}
    </>
  );
}

/** Whether the form is open, and what the viewer has begun on it. */
export function FormStanding({ milestones: { child, form, draft } }: Pick<Props, "milestones">): Html {
  const begun = draft === null ? 0 : Object.keys(draft.answers).length;
  return (
    <p class="pt-milestones__standing">
      {form.state === "open" ? <>Open since {dayInWords(form.entry.happenedOn)}.</> : null}
      {form.state === "none" ? <>Not yet opened by adoption business support. It can be filled in all the same.</> : null}
      {form.state === "closed" ? <><strong>Closed on {dayInWords(form.on)}</strong>: {endReasonInWords(form.entry.detail["endReason"])}. It can be read{child.wall === 3 ? "" : ", and opened again by adoption business support"}.</> : null}
      {draft === null ? null : <> <strong>You have {begun} {begun === 1 ? "answer" : "answers"} not yet on the record</strong>, kept {instantInWords(draft.changedAt)}.</>}
    </p>
  );
}

export const endReasonInWords = (code: unknown): string => {
  const reason = (FORM_END_REASONS as Readonly<Record<string, string>>)[String(code)];
  return reason === undefined ? "no reason recorded" : `${reason.charAt(0).toLowerCase()}${reason.slice(1)}`;
};

/** The chapters of the milestones, each with what waits for the viewer there. */
const Chapters = ({ milestones: { child, asked }, page }: Pick<Props, "milestones" | "page">): Html => (
  <nav aria-label="Chapters of the milestones">
    <ul class="pt-jump pt-milestones__chapters">
      {FORM_CHAPTERS.map((chapter) => {
        const mine = partOf(asked, chapter).filter(({ own, waits }) => own && waits).length;
        const says = <>{CHAPTERS[chapter]}{mine === 0 ? "" : ` (${mine})`}<span class="govuk-visually-hidden">{mine === 0 ? "" : `: ${mine} of yours to answer`}</span></>;
        return <li>{chapter === page ? <strong aria-current="page">{says}</strong> : <a class="govuk-link govuk-link--no-visited-state" href={pathOf(child.recordId, chapter)}>{says}</a>}</li>;
      })}
    </ul>
  </nav>
);

import type { ReleasePage } from "../../../../app/identity/releases.ts";
import { instantInWords } from "../../../../app/london-time.ts";
import type { ChildPage } from "../../../../app/views.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorAt } from "../entry-form/form.ts";
import { Overtaken } from "../entry-form/overtaken.tsx";
import { HitList, MarkedText } from "./hits.tsx";
import { Blind, recipientInWords, standsInWords } from "./view.tsx";

export interface TypedReleaseDecision {
  readonly agreed: string;
  readonly because: string;
  readonly read: string;
}

interface Props {
  readonly child: ChildPage;
  readonly release: ReleasePage;
  /** Nobody has put down who the adopters are. */
  readonly blind: boolean;
  readonly typed: TypedReleaseDecision;
  readonly errors: readonly FieldError[];
  readonly since: readonly Entry[];
}

/** One thing to go to the birth family: all of it, for the second person to read and decide. */
export const ReleaseDecideView = (props: Props): Html => {
  const { child, release, blind, errors, since } = props;
  return (
    <>
      {since.length > 0 ? <Overtaken since={since} names={child.workerNames} /> : <ErrorSummary errors={errors} />}
      <span class="govuk-caption-l">{child.localId}, to go to the birth family</span>
      <h1 class="govuk-heading-l">{release.what}</h1>
      <div class="pt-measure">
        {component("govukSummaryList", {
          classes: "pt-summary",
          rows: rowsOf(release).map(([key, text]) => ({ key: { text: key }, value: { text } })),
        })}
        {release.text === null ? null : (
          <>
            {blind ? <Blind /> : release.hits.length === 0 ? <p class="govuk-body">The check found no family name, address, telephone or email of the adoptive family. It does not know their given names alone, names that are misspelt or written with figures, part of a street’s name, or what a story or a photograph gives away: read it for those.</p> : (
              <section class="pt-hits" aria-labelledby="hits-heading">
                <h2 class="govuk-heading-m" id="hits-heading">Said to mean something else</h2>
                <HitList text={release.text} hits={release.hits} />
              </section>
            )}
            <h2 class="govuk-heading-m">All of its text</h2>
            <MarkedText text={release.text} hits={release.hits} />
          </>
        )}
        {release.whyNotDecide === null ? <Decide {...props} /> : release.agreed === null ? <p class="govuk-body">{release.whyNotDecide}.</p> : null}
      </div>
    </>
  );
};

const rowsOf = (release: ReleasePage): readonly (readonly [string, string])[] => [
  ["To", recipientInWords(release.recipient)], ["Asked by", `${release.askedByName}, ${instantInWords(release.askedAt)}`],
  ...(release.reference === "" ? [] : [["Kept in", release.reference] as const]),
  ["Text", release.textLength === null ? "Not pasted: nothing was checked but by whoever reads it" : `${release.textLength.toLocaleString("en-GB")} characters${release.agreed === null ? "" : ", not kept"}`],
  ...(release.excused === 0 ? [] : [["Words that mean something else", `${release.excused} ${release.excused === 1 ? "place" : "places"}: ${release.excuse}`] as const]),
  ["How it stands", standsInWords(release)],
];

const optional = (text: string | undefined) => (text === undefined ? undefined : { text });

const Decide = ({ child, release, typed, errors }: Props): Html => (
  <form method="post" action={`/children/${child.recordId}/release/${release.id}`} novalidate>
    <input type="hidden" name="basedOn" value={String(child.version)} />
    {component("govukRadios", {
      idPrefix: "agreed", name: "agreed", classes: "govuk-radios--inline", errorMessage: optional(errorAt(errors, "agreed")),
      fieldset: { legend: { text: "May it go?", classes: "govuk-fieldset__legend--m" } },
      items: [{ value: "yes", text: "Yes", checked: typed.agreed === "yes" }, { value: "no", text: "No", checked: typed.agreed === "no" }],
    })}
    {component("govukCheckboxes", { idPrefix: "read", name: "read", errorMessage: optional(errorAt(errors, "read")), items: [{ value: "yes", text: release.text === null ? "I have read the document itself, all of it" : "I have read all of it", checked: typed.read === "yes" }] })}
    {component("govukTextarea", { id: "because", name: "because", rows: "2", value: typed.because, label: { text: "If not, why?", classes: "govuk-label--s" }, errorMessage: optional(errorAt(errors, "because")) })}
    {component("govukButton", { text: "Save", preventDoubleClick: true })}
  </form>
);

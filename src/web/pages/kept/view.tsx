import type { KeptForm } from "../../../app/kept-forms.ts";
import { instantInWords } from "../../govuk/date-filter.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { KEPT } from "../../middleware/kept-form.ts";
import { formInWords } from "./words.ts";

interface Props {
  readonly title: string;
  readonly kept: readonly KeptForm[];
  /** Where somebody was going when they signed in. */
  readonly then: string;
}

export const KeptView = ({ title, kept, then }: Props): Html => (
  <>
    <h1 class="govuk-heading-l">{title}</h1>
    {kept.length === 0
      ? <p class="govuk-body">What you send after you were signed out is kept for a day, for you alone, until you send it again or throw it away.</p>
      : <p class="govuk-body">Nothing below has been saved yet. It is kept for a day after you sent it, and nobody else sees it. If the record has changed since, you are shown both before anything is saved.</p>}
    {kept.map((form) => <KeptItem form={form} />)}
    <p class="govuk-body"><a class="govuk-link" href={then}>{kept.length === 0 ? "Go on" : "Leave it for now and go on"}</a></p>
  </>
);

function KeptItem({ form }: { readonly form: KeptForm }) {
  const { id, path, fields: { typed, files }, keptAt } = form;
  const what = formInWords(form);
  const heading = `kept-${id}`;
  return (
    <section aria-labelledby={heading}>
      <h2 class="govuk-heading-m" id={heading}>{what}</h2>
      <p class="govuk-body">Sent {instantInWords(keptAt)}, after you had been signed out.</p>
      {files > 0
        ? <p class="govuk-body">{files === 1 ? "A file was sent with it" : `${files} files were sent with it`}, and files are not kept. <a class="govuk-link" href={path}>Open the page</a> and choose {files === 1 ? "the file" : "them"} again.</p>
        : (
          <form method="post" action={`${path}${path.includes("?") ? "&" : "?"}${KEPT}=${id}`}>
            {typed.map(([name, value]) => <input type="hidden" name={name} value={value} />)}
            {component("govukButton", { text: "Send it again", preventDoubleClick: true, attributes: { "aria-label": `Send it again: ${what}` } })}
          </form>
        )}
      <form method="post" action={`/kept/${id}/throw-away`}>
        {component("govukButton", { text: "Throw it away", classes: "govuk-button--secondary", attributes: { "aria-label": `Throw it away: ${what}` } })}
      </form>
    </section>
  );
}

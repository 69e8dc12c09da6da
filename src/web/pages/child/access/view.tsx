import type { Entry } from "../../../../domain/chronology/entry.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { ErrorSummary } from "../../../forms/fields.tsx";
import { Notice } from "../../../layout/notice.tsx";
import { Overtaken } from "../entry-form/overtaken.tsx";
import { type FormsProps, NameSomebody, Restrict, Unrestrict } from "./forms.tsx";
import { OtherDays, WhoOpens } from "./who.tsx";
import { wallInWords } from "./words.ts";

interface Props extends FormsProps {
  readonly since: readonly Entry[];
  readonly notice: string | undefined;
}

/** Who may open a record and why, and what can be changed of it. */
export function AccessView({ since, notice, ...props }: Props): Html {
  const { page, errors } = props;
  const why = page.restriction?.detail["why"];
  return (
    <>
      {since.length > 0 ? <Overtaken since={since} names={page.names} /> : <ErrorSummary errors={errors} />}
      <Notice text={notice} />
      <span class="govuk-caption-l">{page.localId}</span>
      <h1 class="govuk-heading-l">Who may open this record</h1>
      <p class="govuk-body pt-measure">{page.wall === 0 ? null : <strong class="pt-restricted">{page.wall !== 3 ? "Restricted" : page.closed === "moved" ? "Left behind" : "Sealed"}</strong>} {wallInWords(page)}</p>
      {why === undefined ? null : component("govukInsetText", { text: `Why: ${String(why)}` })}
      <h2 class="govuk-heading-m">Today</h2>
      <WhoOpens {...props} />
      <OtherDays {...props} />
      {page.wall === 3 ? null : (
        <>
          <NameSomebody {...props} />
          {page.wall === 2 ? <Unrestrict {...props} /> : <Restrict {...props} />}
        </>
      )}
    </>
  );
}

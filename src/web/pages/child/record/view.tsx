import type { ChildPage } from "../../../../app/views.ts";
import { type Owner, OWNERS } from "../../../../domain/access/role.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { type Kind, KINDS } from "../../../../domain/chronology/kinds.ts";
import { openOf } from "../../../../domain/permanence/moments.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { DecideElsewhere } from "../../decisions/elsewhere.tsx";
import { onBehalfInWords } from "../answer/words.ts";
import { EntryFields } from "../entry-form/fields.tsx";
import { EvidencePart } from "../entry-form/evidence.tsx";
import type { TypedWhole } from "../entry-form/whole.ts";
import { Overtaken } from "../entry-form/overtaken.tsx";
import { detailsInWords, whenInWords } from "../words.ts";

interface Props {
  readonly child: ChildPage;
  readonly kind: Kind;
  /** Whose question it is, where it is not the viewer’s. */
  readonly behalf: Owner | undefined;
  readonly typed: TypedWhole;
  readonly errors: readonly FieldError[];
  readonly since: readonly Entry[];
}

export function RecordView({ child, kind, behalf, typed, errors, since }: Props): Html {
  const row = KINDS[kind];
  return (
    <>
      {since.length > 0 ? <Overtaken since={since} names={child.workerNames} /> : <ErrorSummary errors={errors} />}
      <span class="govuk-caption-l">{child.localId} · record what happened</span>
      <h1 class="govuk-heading-l">{row.label}</h1>
      <p class="govuk-body pt-quiet">
        Whose question: {OWNERS[row.asks]}.{row.alsoCalled === undefined ? "" : ` Also called: ${row.alsoCalled.join(", ")}.`}
      </p>
      {behalf === undefined ? null : <p class="govuk-body">{onBehalfInWords(behalf)}</p>}
      <DecideElsewhere recordId={child.recordId} kind={kind} />
      <Before child={child} kind={kind} />
      <form method="post" novalidate>
        <input type="hidden" name="basedOn" value={String(child.version)} />
        <EntryFields kind={kind} typed={typed} errors={errors} />
        <EvidencePart typed={typed.evidence} errors={errors} />
        <div class="govuk-button-group">
          {component("govukButton", { text: "Save", preventDoubleClick: true })}
          <a class="govuk-link" href={`/children/${child.recordId}`}>Cancel</a>
        </div>
      </form>
    </>
  );
}

/** What the record already says of this kind, so that nothing is written twice and a plan is confirmed rather than doubled. */
function Before({ child, kind }: { readonly child: ChildPage; readonly kind: Kind }) {
  const had = child.case.of(kind);
  const ahead = had.filter((e) => e.certainty !== "actual");
  const open = KINDS[kind].track === undefined ? undefined : openOf(child.case, kind);
  if (had.length === 0) return null;
  return component("govukInsetText", {
    html: (
      <>
        {open === undefined ? null : <p>{[...detailsInWords(open).map(([, text]) => text), whenInWords(open)].join(", ")}. Recording another ends it on the day the new one begins.</p>}
        {ahead.map((e) => <p>Already {e.certainty} for {whenInWords(e)}. If this is that one, <a class="govuk-link" href={`/children/${child.recordId}/entries/${e.number}/correct`}>confirm or move it</a> instead.</p>)}
        {open === undefined && ahead.length === 0 ? <p>Already recorded: {had.slice(-3).reverse().map((e) => whenInWords(e)).join("; ")}{had.length > 3 ? ` and ${had.length - 3} earlier` : ""}.</p> : null}
      </>
    ),
  });
}

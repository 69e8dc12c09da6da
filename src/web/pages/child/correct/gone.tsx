import type { ChildPage } from "../../../../app/views.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { COMMON_DETAIL, KINDS } from "../../../../domain/chronology/kinds.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { fieldsOf } from "../entry-form/form.ts";
import type { TypedWhole } from "../entry-form/whole.ts";
import { Overtaken } from "../entry-form/overtaken.tsx";
import type { TypedChange } from "./view.tsx";

interface Props {
  readonly child: ChildPage;
  /** The withdrawal that took the entry away. */
  readonly gone: Entry;
  readonly typed: TypedWhole | undefined;
  readonly change: TypedChange | undefined;
}

/** The entry was withdrawn by somebody while its form was open: theirs is shown, and what was typed is given back. */
export const EntryGoneView = ({ child, gone, typed, change }: Props): Html => (
  <>
    <Overtaken since={[gone]} names={child.workerNames} />
    <h1 class="govuk-heading-l">This entry has been withdrawn</h1>
    <p class="govuk-body">It cannot be changed any more, so what you typed has not been saved. If it did happen, record it again.</p>
    {typed === undefined ? null : <WhatWasTyped gone={gone} typed={typed} change={change} />}
    <p class="govuk-body"><a class="govuk-link" href={`/children/${child.recordId}/record/${gone.kind}`}>Record {KINDS[gone.kind].label.toLowerCase()}</a></p>
    <p class="govuk-body"><a class="govuk-link" href={`/children/${child.recordId}/chronology`}>See what the chronology says now</a></p>
  </>
);

function WhatWasTyped({ gone, typed, change }: Pick<Props, "gone" | "change"> & { readonly typed: TypedWhole }) {
  const date = ({ day, month, year }: TypedWhole["happenedOn"]): string => [day, month, year].filter((part) => part !== "").join(" ");
  const rows: readonly (readonly [string, string])[] = [
    ["Day", date(typed.happenedOn)], ["Ended", date(typed.until)], ["Certainty", typed.certainty],
    ...fieldsOf(gone.kind).map(([name, field]) => [field.label, typed.detail[name] ?? ""] as const),
    ...(["evidenceSystem", "evidencePlace", "evidenceBy"] as const).map((name) => [COMMON_DETAIL[name].label, typed.evidence[name]] as const),
    [COMMON_DETAIL.evidenceOn.label, date(typed.evidence.evidenceOn)],
    ["Reason", change?.reason ?? ""],
  ];
  return (
    <>
      <h2 class="govuk-heading-m">What you typed</h2>
      {component("govukSummaryList", { rows: rows.filter(([, text]) => text !== "").map(([key, text]) => ({ key: { text: key }, value: { text } })) })}
    </>
  );
}

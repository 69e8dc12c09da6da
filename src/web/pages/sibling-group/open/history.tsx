import type { SiblingGroupPage } from "../../../../app/views.ts";
import { CERTAINTIES, type Entry } from "../../../../domain/chronology/entry.ts";
import { KINDS } from "../../../../domain/chronology/kinds.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { Changes, Details, Provenance, Withdrawn } from "../../child/chronology/view.tsx";
import { daysInWords } from "../../child/words.ts";
import { addressOf } from "../group-of.ts";

/** Every decision and membership, the latest first, each with what it replaced; then what was withdrawn. */
export function History({ group }: { readonly group: SiblingGroupPage }): Html {
  const { entries, withdrawn } = group.case;
  return (
    <section aria-labelledby="history-heading">
      <h2 class="govuk-heading-m" id="history-heading">What was recorded</h2>
      <div class="pt-scroll" role="region" aria-label="Decisions and memberships" tabindex={0}>
        <table class="govuk-table pt-table pt-chronology" role="table">
          <caption class="govuk-visually-hidden">Decisions and memberships in force</caption>
          <thead role="rowgroup"><tr role="row">
            <th role="columnheader" scope="col">Date</th><th role="columnheader" scope="col">Certainty</th><th role="columnheader" scope="col">What</th>
            <th role="columnheader" scope="col">Where from, and who wrote it down</th>{group.may.correct ? <th role="columnheader" scope="col">Change</th> : null}
          </tr></thead>
          <tbody role="rowgroup">{[...entries].reverse().map((entry) => <Row group={group} entry={entry} />)}</tbody>
        </table>
      </div>
      <Withdrawn withdrawn={withdrawn} />
    </section>
  );
}

function Row({ group, entry }: { readonly group: SiblingGroupPage; readonly entry: Entry }) {
  const before = group.case.history.get(entry.number) ?? [];
  const { label } = KINDS[entry.kind];
  const what = `${label}${entry.kind === "sibling-membership" ? ` (${String(entry.detail["child"])})` : ""}, ${daysInWords(entry)}`;
  const change = (verb: string) => addressOf(group, `/entries/${entry.number}/${verb}`);
  return (
    <tr role="row" id={`entry-${entry.number}`}>
      <td role="cell" class="pt-chronology__when">{daysInWords(entry)}</td>
      <td role="cell">{CERTAINTIES[entry.certainty]}</td>
      <td role="cell">
        <strong>{label}</strong>
        <Details entry={entry} />
        {before.length === 0 ? null : component("govukDetails", { summaryHtml: <>Changed {before.length === 1 ? "once" : `${before.length} times`}<span class="govuk-visually-hidden">: {what}</span></>, classes: "pt-clock__why", html: <Changes entry={entry} before={before} /> })}
      </td>
      <td role="cell" class="pt-small"><Provenance entry={entry} /></td>
      {group.may.correct ? (
        <td role="cell" class="pt-small pt-nowrap pt-chronology__change">
          <a class="govuk-link govuk-link--no-visited-state" href={change("correct")}>Correct<span class="govuk-visually-hidden"> {what}</span></a>{" "}
          <a class="govuk-link govuk-link--no-visited-state" href={change("withdraw")}>Withdraw<span class="govuk-visually-hidden"> {what}</span></a>
        </td>
      ) : null}
    </tr>
  );
}

import type { SiblingGroupPage } from "../../../../app/views.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { KINDS } from "../../../../domain/chronology/kinds.ts";
import type { Html } from "../../../govuk/html.ts";
import { linksByHand } from "../../child/chronology/change-links.ts";
import { EntryRow, Withdrawn } from "../../child/chronology/view.tsx";
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
      <Withdrawn withdrawn={withdrawn} names={group.workerNames} />
    </section>
  );
}

function Row({ group, entry }: { readonly group: SiblingGroupPage; readonly entry: Entry }) {
  const member = entry.kind === "sibling-membership" ? ` (${String(entry.detail["child"])})` : "";
  const what = `${KINDS[entry.kind].label}${member}, ${daysInWords(entry)}`;
  return (
    <EntryRow
      entry={entry} before={group.case.history.get(entry.number) ?? []} changed={what} what={what} names={group.workerNames}
      change={group.may.correct ? linksByHand(group.case, entry, addressOf(group, `/entries/${entry.number}`)) : null}
    />
  );
}

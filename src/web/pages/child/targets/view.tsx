import type { ChildPage } from "../../../../app/views.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { TARGET_STATES, type TargetDate } from "../../../../domain/permanence/target-dates.ts";
import { asAtQuery } from "../../../as-at/as-at.ts";
import type { Html } from "../../../govuk/html.ts";
import { DueLink } from "../why/due-link.tsx";

/** The days this child should keep, each with what it comes from and whether it still can be. */
export function TargetDates({ child }: { readonly child: ChildPage }): Html | null {
  const { targetDates, recordId, asAt } = child;
  if (targetDates.length === 0) return null;
  return (
    <section aria-labelledby="targets-heading" class="pt-section">
      <h2 class="govuk-heading-m" id="targets-heading">Target dates</h2>
      <table class="govuk-table pt-table pt-targets">
        <caption class="govuk-visually-hidden">Target dates for this child</caption>
        <thead><tr><th scope="col">Target</th><th scope="col">By</th><th scope="col">How it stands</th></tr></thead>
        <tbody>
          {targetDates.map((target) => (
            <tr>
              <td>{target.what}{target.setBy === null ? null : <strong> (target for this child)</strong>}<span class="pt-target__from">{fromInWords(target, child)}</span></td>
              <td>{target.on === null ? "–" : target.clock === null ? dayInWords(target.on) : <DueLink recordId={recordId} clock={target.clock} on={target.on} asAt={asAtQuery(asAt)} />}</td>
              <td><span class={`pt-status ${target.advisory ? "pt-status--quiet" : CLASS_OF[target.state]}`}>{TARGET_STATES[target.state]}</span><span class="pt-target__from">{sinceInWords(target)}</span></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What the day comes from; of one that somebody set, who did. */
function fromInWords({ from, setBy }: TargetDate, { individualTargets }: ChildPage): string {
  const set = individualTargets.find(({ entry }) => entry === setBy);
  return set === undefined ? from : `Set by ${set.setBy} on ${dayInWords(set.setOn)}${set.why === null ? "" : `: ${set.why}`}`;
}

const CLASS_OF: Readonly<Record<TargetDate["state"], string>> = {
  possible: "", met: "pt-status--quiet", "met-late": "pt-status--quiet", "not-possible": "pt-status--late", waiting: "pt-status--quiet", unknown: "pt-status--quiet",
};

function sinceInWords({ state, since, days }: TargetDate): string {
  const count = days === null ? "" : `${days.toLocaleString("en-GB")} ${days === 1 ? "day" : "days"}`;
  switch (state) {
    case "possible": return days === 0 ? "Today is the last day" : `${count} left`;
    case "met": return since === null ? "" : `on ${dayInWords(since)}`;
    case "met-late": return since === null ? "" : `done ${dayInWords(since)}, ${count} after`;
    case "not-possible": return since === null ? "" : `since ${dayInWords(since)}`;
    case "waiting": case "unknown": return "";
  }
}

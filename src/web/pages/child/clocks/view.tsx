import type { ChildPage, ExplainedClock } from "../../../../app/views.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import type { Html } from "../../../govuk/html.ts";
import { BesideClock } from "../extensions/beside.tsx";
import { ClockItem, ClockLinks, ClockStatus, Why } from "./clock-item.tsx";
import { type ClockGroups, groupClocks } from "./groups.ts";

/** Every clock of the child, those that want something done first. */
export function ClocksView({ child }: { readonly child: ChildPage }): Html {
  const groups = groupClocks(child.clocks);
  return (
    <>
      <h2 class="govuk-heading-m">Every clock</h2>
      <p class="govuk-body pt-measure">Each standard that has run for this child, with what started it, when it is due and what stopped it.</p>
      <nav aria-label="Clocks by state">
        <ul class="pt-jump">
          {SECTIONS.map(({ name, heading }) => <li>{groups[name].length === 0 ? <span class="pt-quiet">{heading}: none</span> : <a class="govuk-link govuk-link--no-visited-state" href={`#${name}`}>{heading}: {groups[name].length}</a>}</li>)}
        </ul>
      </nav>
      {SECTIONS.map((section) => groups[section.name].length === 0 ? null : <Section {...section} child={child} clocks={groups[section.name]} />)}
    </>
  );
}

interface SectionProps {
  readonly name: keyof ClockGroups;
  readonly heading: string;
  readonly says: string;
  readonly asList?: boolean;
}

const SECTIONS: readonly SectionProps[] = [
  { name: "late", heading: "Late", says: "Past the day they were due.", asList: true },
  { name: "soon", heading: "Due soon", says: "Due within the days in which their standards warn, 14 unless a standard says otherwise.", asList: true },
  { name: "running", heading: "Running", says: "Due later, or open with no day of their own.", asList: true },
  { name: "checklist", heading: "Checklist", says: "To be done, or answered with why it is not appropriate. Open for however long, they never make a child late." },
  { name: "advisory", heading: "Advisory", says: "The text of these standards is not yet confirmed by the authority’s lead: shown, never counted as late." },
  { name: "notRecorded", heading: "Not recorded", says: "The source of these dates cannot carry what would stop these clocks, so nobody can say whether they were met. They are never late." },
  { name: "metLate", heading: "Met late", says: "Done, after the day they were due." },
  { name: "met", heading: "Met", says: "Done in time." },
  { name: "moot", heading: "No longer apply", says: "What they waited for is no longer to come: an order was made, the plan changed or a decision was reversed." },
];

const Section = ({ name, heading, says, asList, child, clocks }: SectionProps & { readonly child: ChildPage; readonly clocks: readonly ExplainedClock[] }) => (
  <section id={name} aria-labelledby={`${name}-heading`} class="pt-section">
    <h3 class="govuk-heading-s pt-section__heading" id={`${name}-heading`}>{heading}: {clocks.length}</h3>
    <p class="pt-section__says">{says}</p>
    {asList === true ? <ul class="pt-clocks">{clocks.map((clock) => <ClockItem child={child} clock={clock} level={4} />)}</ul> : <ClockTable child={child} clocks={clocks} caption={heading} />}
  </section>
);

const ClockTable = ({ child, clocks, caption }: { readonly child: ChildPage; readonly clocks: readonly ExplainedClock[]; readonly caption: string }) => (
  <div class="pt-scroll" role="region" aria-label={`${caption} clocks`} tabindex={0}>
    <table class="govuk-table pt-table">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead><tr><th scope="col">Standard</th><th scope="col">Started</th><th scope="col">Due</th><th scope="col">Stopped</th><th scope="col">State</th><th scope="col">Why</th></tr></thead>
      <tbody>
        {clocks.map((clock) => (
          <tr>
            <td><a class="govuk-link govuk-link--no-visited-state" href={`/standards/${clock.standard}`}>{clock.standard}</a> {clock.title}{clock.occurrence > 1 ? ` (${clock.occurrence})` : ""}<ClockLinks child={child} clock={clock} /><BesideClock child={child} clock={clock} /></td>
            <td class="pt-nowrap">{clock.startedOn === null ? "–" : dayInWords(clock.startedOn)}</td>
            <td class="pt-nowrap">{clock.dueOn === null ? "–" : dayInWords(clock.dueOn)}</td>
            <td class="pt-nowrap">{clock.stoppedOn === null ? (clock.mootOn === null ? "–" : dayInWords(clock.mootOn)) : dayInWords(clock.stoppedOn)}</td>
            <td class="pt-nowrap"><ClockStatus clock={clock} /></td>
            <td class="pt-small"><Why child={child} clock={clock} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

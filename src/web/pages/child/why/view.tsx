import type { ChildPage, ExplainedClock } from "../../../../app/views.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { answerLink } from "../answer/link.tsx";
import { ClockStatus } from "../clocks/clock-item.tsx";
import { BesideClock, extendLink, targetLink } from "../extensions/beside.tsx";

interface Props {
  readonly child: ChildPage;
  readonly clock: ExplainedClock;
}

/** Why of one clock: every part of the answer under its own question, and what can be done about it. */
export const WhyView = ({ child, clock }: Props): Html => (
  <section aria-labelledby="why-heading" class="pt-why">
    <h2 class="govuk-heading-m" id="why-heading">{clock.title}{clock.occurrence > 1 ? ` (${clock.occurrence})` : ""}</h2>
    <p class="pt-why__stands">{clock.dueOn === null ? null : <strong>{dayLabel(clock)} {dayInWords(clock.dueOn)}</strong>} <ClockStatus clock={clock} /></p>
    <BesideClock child={child} clock={clock} />
    {component("govukSummaryList", {
      classes: "pt-summary",
      rows: [
        ...rowsOf(clock).map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
        { key: { text: "Source" }, value: { html: <>{clock.told.source} <a class="govuk-link" href={`/standards/${clock.standard}`}>What {clock.standard} asks for</a></> } },
        ...lastRows(clock).map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
      ],
    })}
    <Ways child={child} clock={clock} />
  </section>
);

/** Of a limit or a first lawful day the arithmetic says what the day is; of all others it is when the thing is due. */
const dayLabel = ({ flags }: ExplainedClock): string => (flags.includes("not-before") ? "Not before" : "Due");

const rowsOf = ({ told, stoppedOn, mootOn }: ExplainedClock): readonly (readonly [string, string])[] => [
  ["What started it", told.started],
  ["How the day is counted", told.arithmetic],
  [stoppedOn !== null ? "What stopped it" : mootOn !== null ? "Why it no longer applies" : "What would stop it", told.end],
  ...(told.known === "" ? [] : [["How sure it is", told.known] as const]),
  ["Version in force", told.version],
];

const lastRows = ({ told }: ExplainedClock): readonly (readonly [string, string])[] => [
  ["Whose it is", told.owner],
  ["Where the evidence should be", told.evidence],
];

function Ways({ child, clock }: Props): Html {
  const ways = [[answerLink({ child, clock }), "Answer it"], [extendLink({ child, clock }), "Ask for more time"], [targetLink({ child, clock }), "Set a target for this child"]] as const;
  return <ul class="govuk-list pt-why__ways">{ways.map(([href, text]) => (href === undefined ? null : <li><a class="govuk-link" href={href}>{text}</a></li>))}</ul>;
}

import type { ChildPage, ExplainedClock } from "../../../../app/views.ts";
import { OWNERS } from "../../../../domain/access/role.ts";
import { CLOCK_FLAGS, counts, stateInWords } from "../../../../domain/standards/clock.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { asAtQuery } from "../../../as-at/as-at.ts";
import { whyPath } from "../why/due-link.tsx";
import { BesideClock, extendLink, targetLink } from "../extensions/beside.tsx";
import { proofInWords } from "../words.ts";
import { answerLink } from "../answer/link.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";

interface Props {
  readonly child: ChildPage;
  readonly clock: ExplainedClock;
  /** Level of the heading it stands under, plus one. */
  readonly level: 3 | 4;
}

/** One clock: what, whose and how it stands, with why behind it. */
export const ClockItem = ({ child, clock, level }: Props): Html => (
  <li class="pt-clock">
    <div class="pt-clock__head">
      {level === 3 ? <h3 class="pt-clock__title">{clock.title}</h3> : <h4 class="pt-clock__title">{clock.title}</h4>}
      <ClockStatus clock={clock} />
    </div>
    <p class="pt-clock__whose">
      {OWNERS[clock.owner]}{clock.dueOn === null ? "" : ` · due ${dayInWords(clock.dueOn)}`}{clock.moved === null ? "" : ` (${clock.moved})`} · <a class="govuk-link govuk-link--no-visited-state" href={`/standards/${clock.standard}`}>{clock.standard}</a>
      <ClockLinks child={child} clock={clock} />
    </p>
    <BesideClock child={child} clock={clock} />
    <Proof child={child} clock={clock} />
    <Why child={child} clock={clock} />
  </li>
);

/** Where the proof is of what stopped it. */
function Proof({ child, clock }: Pick<Props, "child" | "clock">) {
  const stop = clock.stoppedBy === null ? undefined : child.case.entries.find((e) => e.number === clock.stoppedBy);
  const proof = stop === undefined ? "" : proofInWords(stop);
  return proof === "" ? null : <p class="pt-clock__whose">Evidence: {proof}</p>;
}

/** What can be done about a clock that runs: an answer given, more time asked for, a target set. */
export function ClockLinks({ child, clock }: { readonly child: ChildPage; readonly clock: ExplainedClock }): Html | null {
  const links = [[answerLink({ child, clock }), "Answer"], [extendLink({ child, clock }), "Ask for more time"], [targetLink({ child, clock }), "Set a target"]] as const;
  if (links.every(([href]) => href === undefined)) return null;
  return <>{links.map(([href, text]) => (href === undefined ? null : <> · <a class="govuk-link govuk-link--no-visited-state" href={href}>{text}<span class="govuk-visually-hidden">: {clock.title}</span></a></>))}</>;
}

/** Why, behind a word that opens it. */
export const Why = ({ child, clock }: { readonly child: ChildPage; readonly clock: ExplainedClock }): Html =>
  component("govukDetails", {
    summaryHtml: <>Why<span class="govuk-visually-hidden">: {clock.title}{clock.occurrence > 1 ? ` (${clock.occurrence})` : ""}</span></>,
    classes: "pt-clock__why",
    html: <><p>{clock.why}</p><p><a class="govuk-link" href={whyPath(child.recordId, clock, asAtQuery(child.asAt))}>This on a page of its own<span class="govuk-visually-hidden">: {clock.title}</span></a></p></>,
  });

const CLASS_OF: Readonly<Record<ExplainedClock["state"], string>> = {
  overdue: "pt-status--late", "due-soon": "pt-status--due-soon", running: "",
  met: "pt-status--quiet", "met-late": "pt-status--quiet", moot: "pt-status--quiet", "not-recorded": "pt-status--quiet",
};

/** The state in words. What makes nobody late is never red. */
export function ClockStatus({ clock }: { readonly clock: ExplainedClock }): Html {
  const flags = clock.flags.map((flag) => CLOCK_FLAGS[flag].toLowerCase());
  return (
    <span class="pt-clock__status">
      <span class={`pt-status ${counts(clock) ? CLASS_OF[clock.state] : "pt-status--quiet"}`}>{stateInWords(clock)}</span>
      {flags.length === 0 ? null : <span class="pt-quiet pt-small">, {flags.join(", ")}</span>}
    </span>
  );
}

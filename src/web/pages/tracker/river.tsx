import type { RiverStage, TrackerPage } from "../../../app/views.ts";
import { STAGES } from "../../../domain/permanence/stage.ts";
import type { Html } from "../../govuk/html.ts";
import { chosenFilters } from "./filter-words.ts";
import { trackerAddress } from "./query.ts";

interface Props {
  readonly tracker: TrackerPage;
}

/** How many children are at each stage and how many of them late: the first filter. The counts keep the other filters out, and say so. */
export function River({ tracker }: Props): Html {
  const { river, query } = tracker;
  const chosen = query.view.filters.stage;
  const sum = (of: (r: RiverStage) => number): number => river.reduce((total, r) => total + of(r), 0);
  const others = chosenFilters(tracker).some(({ filter }) => filter !== "Stage" && filter !== "Authority");
  return (
    <nav class="pt-stages" aria-label="Stages">
      <ol class="pt-river">
        <Reach text="All stages" children_={sum((r) => r.children)} late={sum((r) => r.late)} href={trackerAddress(query, { filters: { stage: [] } })} chosen={chosen.length === 0} />
        {river.map(({ stage, children, late }) => (
          <Reach text={STAGES[stage]} children_={children} late={late} href={trackerAddress(query, { filters: { stage: [stage] } })} chosen={chosen.includes(stage)} />
        ))}
      </ol>
      {others ? <p class="pt-river__says">These figures count every child you may see. Only the list below is narrowed by the other filters.</p> : null}
    </nav>
  );
}

interface ReachProps {
  readonly text: string;
  readonly children_: number;
  readonly late: number;
  readonly href: string;
  readonly chosen: boolean;
}

/** A name that takes three lines where the others take two has a wider place. */
const LONG = 18;

const Reach = ({ text, children_, late, href, chosen }: ReachProps) => (
  <li class={`pt-river__stage${text.length > LONG ? " pt-river__stage--long" : ""}${chosen ? " pt-river__stage--chosen" : ""}`}>
    <a class="pt-river__link" href={href} {...(chosen ? { "aria-current": "true" } : {})}>
      <span class="pt-river__name">{text}</span>
      <span class="pt-river__figures"><span class="pt-river__count">{children_.toLocaleString("en-GB")}<span class="govuk-visually-hidden"> children, </span></span>
      <span class={late > 0 ? "pt-river__late" : "pt-river__none"}>{late > 0 ? `${late.toLocaleString("en-GB")} late` : "none late"}</span></span>
    </a>
  </li>
);

import type { RiverStage, TrackerPage } from "../../../app/views.ts";
import { STAGES } from "../../../domain/permanence/stage.ts";
import type { Html } from "../../govuk/html.ts";
import { trackerAddress } from "./query.ts";

interface Props {
  readonly tracker: TrackerPage;
}

/** How many children are at each stage and how many of them late: the first filter. The counts are of all children, so a link to one leaves the search out. */
export function River({ tracker: { river, query } }: Props): Html {
  const sum = (of: (r: RiverStage) => number): number => river.reduce((total, r) => total + of(r), 0);
  return (
    <nav aria-label="Stages">
      <ol class="pt-river">
        <Reach text="All children" children_={sum((r) => r.children)} late={sum((r) => r.late)} href={trackerAddress(query, { stage: undefined, localId: undefined })} chosen={query.stage === undefined} />
        {river.map(({ stage, children, late }) => (
          <Reach text={STAGES[stage]} children_={children} late={late} href={trackerAddress(query, { stage, localId: undefined })} chosen={query.stage === stage} />
        ))}
      </ol>
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

const Reach = ({ text, children_, late, href, chosen }: ReachProps) => (
  <li class={`pt-river__stage${chosen ? " pt-river__stage--chosen" : ""}`}>
    <a class="pt-river__link" href={href} {...(chosen ? { "aria-current": "true" } : {})}>
      <span class="pt-river__name">{text}</span>
      <span class="pt-river__count">{children_}<span class="govuk-visually-hidden"> children, </span></span>
      <span class={late > 0 ? "pt-river__late" : "pt-river__none"}>{late > 0 ? `${late} late` : "none late"}</span>
    </a>
  </li>
);

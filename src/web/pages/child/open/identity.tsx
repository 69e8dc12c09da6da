import type { ChildPage } from "../../../../app/views.ts";
import { differencesOf, isUnsettled } from "../../../../domain/agency/differences.ts";
import { TOGETHER_OR_APART } from "../../../../domain/chronology/codes.ts";
import { openOf } from "../../../../domain/permanence/moments.ts";
import { type Stage, STAGES } from "../../../../domain/permanence/stage.ts";
import { ageOfChild, standingInWords } from "../../../../domain/permanence/standing.ts";
import { overInWords } from "../../../../domain/scorecard/counted-so-far.ts";
import { counts } from "../../../../domain/standards/clock.ts";
import type { Html } from "../../../govuk/html.ts";

/** Who this is and, in one sentence, where they stand. */
export function Identity({ child }: { readonly child: ChildPage }): Html {
  const late = child.clocks.filter((c) => c.state === "overdue" && counts(c)).length;
  const soon = child.clocks.filter((c) => c.state === "due-soon" && counts(c)).length;
  const differ = differencesOf(child.case).filter(isUnsettled).length;
  const unjudged = child.clocks.some((c) => c.state === "not-recorded");
  const over = late + soon === 0 ? overInWords(child.counted) : [];
  const worker = openOf(child.case, "allocated-worker")?.detail["worker"];
  const stage = SAID_BY_PLAN.has(child.stage) ? [] : [STAGES[child.stage]];
  const phrases = [...stage, ...standingInWords(child.case), ...(worker === undefined ? [] : [`Social worker ${child.workerNames.get(String(worker)) ?? worker}`])];
  return (
    <div class="pt-identity">
      <div class="pt-identity__who">
        <div class="pt-identity__row">
          <h1 class="pt-identity__id">{child.localId}</h1>
          <span>{ageOfChild(child.case, child.today)}</span>
          {child.siblings === null || child.siblings.members.length < 2 ? null : <span>{siblingsInWords(child.siblings)}</span>}
          <span>{child.authority.name}</span>
          {child.name === null ? null : <details class="pt-identity__name"><summary>Name</summary> {child.name}</details>}
        </div>
        <p class="pt-identity__stands">{unrepeated(phrases).join(" · ")}</p>
      </div>
      <p class="pt-identity__tags">
        {late > 0 ? <span class="pt-status pt-status--late">{late} late</span> : null}
        {soon > 0 ? <span class="pt-status pt-status--due-soon">{soon} due soon</span> : null}
        {late + soon === 0 ? <span class={unjudged ? "pt-status pt-status--quiet" : "pt-status"}>{unjudged ? "Nothing known to be late" : over.length > 0 ? "Nothing due late" : "Nothing late"}</span> : null}
        {differ === 0 ? null : <a class="pt-status pt-status--due-soon" href={`/children/${child.recordId}/agency`}>{differ === 1 ? "1 date differs" : `${differ} dates differ`} from the agency’s</a>}
        {over.map((said) => <b class="pt-over">{said}</b>)}
      </p>
    </div>
  );
}

/** Stages that the plan says by itself. */
const SAID_BY_PLAN: ReadonlySet<Stage> = new Set<Stage>(["adoption-plan", "other-plan"]);

/** “Placement order” is said once: not as a stage and again as a legal status. */
const unrepeated = (phrases: readonly string[]): readonly string[] =>
  phrases.filter((phrase, i) => !phrases.some((other, j) => j !== i && other.startsWith(phrase)));

/** “with 2 siblings”; to those who may not see all of them, how many they may see. */
export function siblingsInWords({ members, decision, whole }: NonNullable<ChildPage["siblings"]>): string {
  const others = Math.max(0, members.length - 1);
  const counted = `with ${others} ${others === 1 ? "sibling" : "siblings"}`;
  const group = whole ? counted : others === 0 ? "nobody else in the group now whom you may see" : `${counted} you may see`;
  const decided = decision?.detail["decision"];
  const labels: Readonly<Record<string, string>> = TOGETHER_OR_APART;
  return decided === undefined ? group : `${group}, to be placed ${(labels[String(decided)] ?? String(decided)).toLowerCase()}`;
}

import type { ComparePage } from "../../../app/compare.ts";
import { STAGES } from "../../../domain/permanence/stage.ts";
import type { Html } from "../../govuk/html.ts";
import { shortDay } from "./entry-words.ts";

const HALF = 110;
const HEIGHT = 16;

/** Stage by stage, how many went and how many came: bars to the left and to the right, each with its number in the same table. */
export function Flow({ page: { flow, query } }: { readonly page: ComparePage }): Html {
  const most = Math.max(1, ...flow.flatMap(({ went, came }) => [went, came]));
  const width = (n: number): number => Math.round((n / most) * (HALF - 2));
  return (
    <div class="pt-scroll" role="region" aria-label="Stages" tabindex={0}>
      <table class="govuk-table pt-table pt-flow">
        <caption class="govuk-visually-hidden">How many children went from each stage and came to it</caption>
        <thead>
          <tr>
            <th scope="col">Stage</th><th scope="col" class="pt-figures">{shortDay(query.from, query.to)}</th>
            <th scope="col" class="pt-figures">Went</th>
            <td class="pt-flow__bars" aria-hidden="true">went | came</td>
            <th scope="col">Came</th><th scope="col" class="pt-figures">{shortDay(query.to, query.from)}</th>
          </tr>
        </thead>
        <tbody>
          {flow.map(({ stage, were, went, came, are }) => (
            <tr>
              <th scope="row">{STAGES[stage]}</th>
              <td class="pt-figures">{were}</td>
              <td class="pt-figures">{went === 0 ? "–" : went}</td>
              <td class="pt-flow__bars" aria-hidden="true">
                <svg viewBox={`0 0 ${HALF * 2} ${HEIGHT}`} width={HALF * 2} height={HEIGHT} preserveAspectRatio="none" focusable="false">
                  <rect class="pt-flow__went" x={HALF - width(went)} y="2" width={width(went)} height={HEIGHT - 4} />
                  <rect class="pt-flow__came" x={HALF} y="2" width={width(came)} height={HEIGHT - 4} />
                  <path class="pt-flow__axis" d={`M${HALF} 0v${HEIGHT}`} />
                </svg>
              </td>
              <td class="pt-flow__number">{came === 0 ? "–" : came}</td>
              <td class="pt-figures">{are}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

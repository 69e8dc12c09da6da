import type { DriftGroup } from "../../../app/open-drift.ts";
import type { Html } from "../../govuk/html.ts";
import { driftAddress, type DriftQuery } from "./query.ts";

interface Props {
  readonly groups: readonly DriftGroup[];
  readonly query: DriftQuery;
}

const WIDTH = 220;
const HEIGHT = 16;

/** How many children meet each rule: a bar beside its numbers, full for those past the limit and empty for those near it. */
export function Bars({ groups, query }: Props): Html {
  const most = Math.max(1, ...groups.map(({ lines }) => lines.length));
  const width = (n: number): number => Math.round((n / most) * (WIDTH - 2));
  return (
    <table class="govuk-table pt-table pt-drift-bars">
      <caption class="govuk-visually-hidden">How many meet each rule</caption>
      <thead><tr><th scope="col">Rule</th><th scope="col" class="pt-figures">Past the limit</th><th scope="col" class="pt-figures">Near it</th><td class="pt-drift-bars__bar" aria-hidden="true" /></tr></thead>
      <tbody>
        {groups.map(({ rule, title, lines, past, near }) => (
          <tr>
            <th scope="row">{lines.length === 0 ? title : <a class="govuk-link govuk-link--no-visited-state" href={driftAddress(query, { rule })} {...(query.rule === rule ? { "aria-current": "true" } : {})}>{title}</a>}</th>
            <td class="pt-figures">{past === 0 ? "–" : past}</td>
            <td class="pt-figures">{near === 0 ? "–" : near}</td>
            <td class="pt-drift-bars__bar" aria-hidden="true">
              <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} preserveAspectRatio="none" focusable="false">
                <rect class="pt-drift-bars__past" x="1" y="2" width={width(past)} height={HEIGHT - 4} />
                <rect class="pt-drift-bars__near" x={1 + width(past)} y="2" width={width(near)} height={HEIGHT - 4} />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

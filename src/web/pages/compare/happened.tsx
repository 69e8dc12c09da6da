import type { ComparedChild, ComparePage } from "../../../app/compare.ts";
import { type Kind, KIND_CODES, KINDS } from "../../../domain/chronology/kinds.ts";
import { type Day, dayInWords } from "../../../domain/dates/day.ts";
import type { Difference } from "../../../domain/tracker/compare.ts";
import type { Html } from "../../govuk/html.ts";
import { valueInWords } from "./entry-words.ts";
import { ChildLink } from "./child-link.tsx";

interface Happening {
  readonly child: ComparedChild;
  readonly kind: Kind;
  readonly on: Day;
  readonly ended: boolean;
  readonly about: readonly string[];
}

/** What happened, began or ended between the days, in the order it happened. */
export const happeningsOf = (page: ComparePage): readonly Happening[] =>
  page.differences.flatMap(({ child, differences }) => differences.flatMap((d) => happeningOf(child, d, page))).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

function happeningOf(child: ComparedChild, d: Difference, { workerNames }: ComparePage): readonly Happening[] {
  if (d.type === "ended") return [{ child, kind: d.now.kind, on: d.now.until ?? d.now.happenedOn, ended: true, about: some(valueInWords(d.now, workerNames)) }];
  if (d.type !== "happened") return [];
  const value = valueInWords(d.now, workerNames);
  const before = d.ended === undefined ? undefined : valueInWords(d.ended, workerNames);
  return [{
    child, kind: d.now.kind, on: d.now.happenedOn, ended: false,
    about: [...some(before !== undefined && value !== undefined && before !== value ? `${before}, then ${value}` : value), ...some(d.days === undefined ? undefined : againstPlan(d.days))],
  }];
}

const some = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);
const againstPlan = (days: number): string => (days === 0 ? "as planned" : `${Math.abs(days)} ${Math.abs(days) === 1 ? "day" : "days"} ${days > 0 ? "later" : "sooner"} than planned`);

/** A row for each kind of thing, with the children and the days. */
export function Happened({ page, happenings, asAt }: { readonly page: ComparePage; readonly happenings: readonly Happening[]; readonly asAt: string }): Html {
  const kinds = KIND_CODES.flatMap((kind) => [false, true].map((ended) => ({ kind, ended, of: happenings.filter((h) => h.kind === kind && h.ended === ended) }))).filter(({ of }) => of.length > 0);
  return (
    <section aria-labelledby="happened">
      <h2 class="govuk-heading-m" id="happened" tabindex={-1}>What happened <span class="pt-quiet">({happenings.length})</span></h2>
      <div class="pt-scroll" role="region" aria-label="What happened" tabindex={0}>
        <table class="govuk-table pt-table pt-happened">
          <caption class="govuk-visually-hidden">What happened, with the children and the days</caption>
          <thead><tr><th scope="col">What</th><th scope="col" class="pt-figures">Times</th><th scope="col">Children, and the day (actual)</th></tr></thead>
          <tbody>
            {kinds.map(({ kind, ended, of }) => (
              <tr>
                <th scope="row">{KINDS[kind].label}{ended ? ": ended" : ""}</th>
                <td class="pt-figures">{of.length}</td>
                <td><ul class="pt-happened__children">{of.map(({ child, on, about }) => <li><ChildLink child={child} page={page} asAt={asAt} /> {dayInWords(on)}{about.length === 0 ? "" : ` (${about.join(", ")})`}</li>)}</ul></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

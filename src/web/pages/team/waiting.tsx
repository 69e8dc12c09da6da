import type { Awaiting, TeamPage, WantingFinder } from "../../../app/team/views.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import type { Html } from "../../govuk/html.ts";
import { missingInWords, requestPath } from "../child/extensions/beside.tsx";
import { DueLink } from "../child/why/due-link.tsx";
import { packIds } from "../several/ticked.ts";
import { teamPath } from "./paths.ts";

export const childrenOf = (n: number): string => `${n.toLocaleString("en-GB")} ${n === 1 ? "child" : "children"}`;

/** Where one child is given to a family finder. */
export const allocatePath = ({ recordId }: Pick<WantingFinder, "recordId">, team: string | undefined): string =>
  `/team/reassign?${new URLSearchParams({ children: packIds([recordId]), track: "family-finder", from: teamPath(team) })}`;

export const papersPath = ({ recordId }: Pick<Awaiting, "recordId">, team: string | undefined): string =>
  `/team/papers/${recordId}?${new URLSearchParams({ back: teamPath(team) })}`;

/** What waits for whoever manages the team; what there is none of takes no room. */
export function Waiting({ team }: { readonly team: TeamPage }): Html | null {
  const { wanting, papers, summaries, extensions, asked, mayReassign } = team;
  if (wanting.length + papers.length + summaries.length + extensions.length === 0) return <p class="govuk-body">Nobody waits for a family finder, and nothing waits to be checked or signed off.</p>;
  return (
    <>
      {wanting.length === 0 ? null : (
        <section aria-labelledby="wanting">
          <h2 class="govuk-heading-m" id="wanting">Decided on, and no family finder: {wanting.length}</h2>
          <table class="govuk-table pt-table pt-stacked">
            <caption class="govuk-visually-hidden">Children without a family finder</caption>
            <thead><tr><th scope="col">Child</th><th scope="col">Decision</th><th scope="col">Family finder due by</th>{mayReassign ? <th scope="col">Do</th> : null}</tr></thead>
            <tbody>{wanting.map((child) => (
              <tr>
                <th scope="row"><ChildLink child={child} />{child.name === null ? null : <span class="pt-work__more">{child.name}</span>}{child.was === null ? null : <span class="pt-work__more">Was with {child.was}</span>}</th>
                <td data-label="Decision">{child.decidedOn === null ? <span class="pt-quiet">No day recorded</span> : dayInWords(child.decidedOn)}</td>
                <td data-label="Due by"><WeekEnds child={child} /></td>
                {mayReassign ? <td><a class="govuk-link govuk-link--no-visited-state" href={allocatePath(child, asked)}>Allocate<span class="govuk-visually-hidden"> a family finder for {child.localId}</span></a></td> : null}
              </tr>
            ))}</tbody>
          </table>
        </section>
      )}
      <List id="papers" heading="Papers for panel to check" list={papers} says={(one) => `sent ${dayInWords(one.since)} by ${one.by}${one.note === null ? "" : `. Sent back: ${one.note}`}`}
        act={(one) => [papersPath(one, asked), "Check the papers"]} />
      <List id="summaries" heading="Closure summaries to sign off" list={summaries} says={(one) => `put down for ${dayInWords(one.since)} by ${one.by}`}
        act={(one) => [`/children/${one.recordId}/record/closure-summary`, "Sign off"]} />
      {extensions.length === 0 ? null : (
        <section aria-labelledby="extensions">
          <h2 class="govuk-heading-m" id="extensions">More time asked for: {extensions.length}</h2>
          <ul class="govuk-list pt-team__list">{extensions.map(({ recordId, localId, request }) => (
            <li><ChildLink child={{ recordId, localId }} />: {request.title}, until {dayInWords(request.newDay)} in place of {request.dueOn === null ? "no day" : dayInWords(request.dueOn)}. It waits for {missingInWords(request)}. <a class="govuk-link govuk-link--no-visited-state" href={requestPath(recordId, request)}>{request.signAs === null ? "See the request" : "Sign or refuse"}<span class="govuk-visually-hidden"> of {localId}: {request.title}</span></a></li>
          ))}</ul>
        </section>
      )}
    </>
  );
}

export const ChildLink = ({ child: { recordId, localId } }: { readonly child: Pick<Awaiting, "recordId" | "localId"> }): Html =>
  <a class="govuk-link govuk-link--no-visited-state pt-nowrap" href={`/children/${recordId}`}>{localId}</a>;

const WeekEnds = ({ child: { recordId, clock } }: { readonly child: WantingFinder }): Html => (clock === null ? <span class="pt-quiet">No day is set for this one</span> : (
  <><DueLink recordId={recordId} clock={clock} on={clock.dueOn} /> {clock.late ? <span class="pt-status pt-status--late">Late</span> : null}</>
));

interface ListProps {
  readonly id: string;
  readonly heading: string;
  readonly list: readonly Awaiting[];
  readonly says: (one: Awaiting) => string;
  readonly act: (one: Awaiting) => readonly [href: string, text: string];
}

/** Things of one sort that wait, each with the way to it. */
export const List = ({ id, heading, list, says, act }: ListProps): Html | null => (list.length === 0 ? null : (
  <section aria-labelledby={id}>
    <h2 class="govuk-heading-m" id={id}>{heading}: {list.length}</h2>
    <ul class="govuk-list pt-team__list">{list.map((one) => {
      const [href, text] = act(one);
      return <li><ChildLink child={one} />, {says(one)}. <a class="govuk-link govuk-link--no-visited-state" href={href}>{text}<span class="govuk-visually-hidden">: {one.localId}</span></a></li>;
    })}</ul>
  </section>
));

import type { TeamPage } from "../../../app/team/views.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import type { Html } from "../../govuk/html.ts";
import { childrenPath, itemsPath } from "./paths.ts";
import { allocatePath, papersPath } from "./waiting.tsx";

/** What a manager does next, in one sentence with its link: who has nobody, then what waits for them, then where most is late. */
export function nextForTeam(team: TeamPage): Html {
  const { wanting, papers, summaries, holders, totals, asked } = team;
  const child = wanting.find(({ clock }) => clock !== null);
  if (child?.clock != null) {
    const by = child.clock.late ? `The week ended on ${dayInWords(child.clock.dueOn)}.` : `The week ends on ${dayInWords(child.clock.dueOn)}.`;
    return <>Do first: {team.mayReassign ? <a class="govuk-link govuk-link--no-visited-state" href={allocatePath(child, asked)}>allocate a family finder for {child.localId}</a> : <>a family finder for {child.localId}</>}. {by}</>;
  }
  const [paper] = papers;
  if (paper !== undefined) return <>Do first: <a class="govuk-link govuk-link--no-visited-state" href={papersPath(paper, asked)}>check the papers for panel of {paper.localId}</a>, sent to you on {dayInWords(paper.since)}.</>;
  const nobody = holders.find(({ type, late, week }) => type === "nobody" && late + week > 0);
  if (nobody !== undefined) return <>Do first: <a class="govuk-link govuk-link--no-visited-state" href={childrenPath(nobody.holder, asked)}>give {nobody.children === 1 ? "1 child" : `${nobody.children} children`} to somebody</a>. Nobody who is here has them, and {nobody.late === 0 ? `${nobody.week} of what is theirs falls due in 7 days` : `${nobody.late} of what is theirs is late`}.</>;
  const [summary] = summaries;
  if (summary !== undefined) return <>Do next: <a class="govuk-link govuk-link--no-visited-state" href={`/children/${summary.recordId}/record/closure-summary`}>sign off the closure summary of {summary.localId}</a>.</>;
  const worst = holders.find(({ late }) => late > 0);
  if (worst !== undefined) return <>Nothing waits for you here. Most is late with <a class="govuk-link govuk-link--no-visited-state" href={itemsPath({ team: asked, who: worst.holder, group: "late" })}>{worst.name}: {worst.late} of the {totals.late} late</a>.</>;
  return <>Nothing is late and nothing waits for you. {totals.week === 0 ? "Nothing is due in the next 7 days." : `${totals.week} ${totals.week === 1 ? "thing is" : "things are"} due in the next 7 days.`}</>;
}

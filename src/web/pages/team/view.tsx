import type { TeamPage } from "../../../app/team/views.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { AmountsTable } from "./amounts.tsx";
import { nextForTeam } from "./next.tsx";
import { childrenPath, itemsPath, teamPath } from "./paths.ts";
import { childrenOf, Waiting } from "./waiting.tsx";

interface Props {
  readonly team: TeamPage;
}

/** Standards that stand on the page; the rest are behind a word that opens them. */
const SHOWN = 10;

/** A manager’s team: what to do next, who has what is late, by which standard, and what waits for the manager. */
export function TeamView({ team }: Props): Html {
  const { label, asked, totals, holders } = team;
  return (
    <>
      <div class="pt-heading">
        <h1 class="govuk-heading-l pt-heading__title">Team: {label}</h1>
        <p class="pt-heading__beside pt-work__ways"><a class="govuk-link" href="/work">My work</a></p>
      </div>
      <p class="pt-work__next">{nextForTeam(team)}</p>
      <Teams team={team} />
      <Waiting team={team} />
      <h2 class="govuk-heading-m" id="by-worker">Late and due, by worker</h2>
      {holders.length === 0 ? <p class="govuk-body pt-measure">Nothing is due of these children, and nobody who is here has any of them. Children come to a team by “Team responsible” on their record, and to a worker by “Allocated social worker” or “Family finder allocated”.</p> : (
        <>
          <p class="govuk-body">{totals.late === 0 ? "Nothing is late." : <><a class="govuk-link govuk-link--no-visited-state" href={itemsPath({ team: asked, group: "late" })}>{things(totals.late)}</a> late, of {childrenOf(totals.children)} you may see for whom anything is due.</>} Every figure opens its list.</p>
          <AmountsTable caption="Late and due, by whoever has it" head="Who" rows={holders.map((line) => ({
            ...line, of: line.name, head: line.name,
            children: line.type === "role" ? String(line.children) : <a class="govuk-link govuk-link--no-visited-state pt-amounts__figure" href={childrenPath(line.holder, asked)}>{line.children}<span class="govuk-visually-hidden"> {line.children === 1 ? "child" : "children"} of {line.name}{team.mayReassign ? ", to give to another worker" : ""}</span></a>,
            href: (group) => itemsPath({ team: asked, who: line.holder, group }),
          }))} />
        </>
      )}
      <Standards team={team} />
    </>
  );
}

const things = (n: number): string => `${n.toLocaleString("en-GB")} ${n === 1 ? "thing is" : "things are"}`;

/** Another team, where there are several. */
function Teams({ team: { teams, asked } }: Props): Html | null {
  if (teams.length === 0) return null;
  const ways: readonly (readonly [string | undefined, string])[] = [["all", "Every team"], ...teams.map((name) => [name, name] as const), ["none", "No team"]];
  return (
    <nav aria-label="Teams" class="pt-work__parts">
      <ul>{ways.map(([value, text]) => <li><a class="govuk-link govuk-link--no-visited-state" href={teamPath(value)} {...(value === asked ? { "aria-current": "true" } : {})}>{text}</a></li>)}</ul>
    </nav>
  );
}

function Standards({ team }: Props): Html | null {
  const pressing = team.standards.filter(({ late, week }) => late + week > 0);
  if (pressing.length === 0) return null;
  const table = (lines: typeof pressing, caption: string): Html => (
    <AmountsTable caption={caption} head="Standard" rows={lines.map((line) => ({
      ...line, of: line.title, children: String(line.children), href: (group) => itemsPath({ team: team.asked, standard: line.standard, group }),
      head: <>{line.title} <a class="govuk-link govuk-link--no-visited-state pt-nowrap pt-small" href={`/standards/${line.standard}`}>{line.standard}</a></>,
    }))} />
  );
  return (
    <>
      <h2 class="govuk-heading-m" id="by-standard">Late and due in 7 days, by standard</h2>
      {table(pressing.slice(0, SHOWN), "Late and due, by standard")}
      {pressing.length <= SHOWN ? null : component("govukDetails", { summaryText: pressing.length === SHOWN + 1 ? "1 more standard" : `${pressing.length - SHOWN} more standards`, html: table(pressing.slice(SHOWN), "Late and due, by the other standards") })}
      <p class="govuk-body"><a class="govuk-link" href="/standards/performance">How each standard was met over time</a></p>
    </>
  );
}

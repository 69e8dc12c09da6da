import type { ServicePage } from "../../../app/team/views.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import type { Html } from "../../govuk/html.ts";
import { requestPath } from "../child/extensions/beside.tsx";
import { DueLink } from "../child/why/due-link.tsx";
import { recorderInWords } from "../child/words.ts";
import { AmountsTable } from "../team/amounts.tsx";
import { itemsPath, teamPath } from "../team/paths.ts";
import { ChildLink, List } from "../team/waiting.tsx";
import { Changed } from "./changed.tsx";

interface Props {
  readonly service: ServicePage;
  /** Whether the reader may decide on a search: others are led to the child. */
  readonly decides: boolean;
}

const link = (href: string, text: string): Html => <a class="govuk-link govuk-link--no-visited-state" href={href}>{text}</a>;
const decidePath = (recordId: string): string => `/children/${recordId}/record/interagency-decision`;

/** The first line: what to do next. */
function next({ interagency, extensions, challenges, teams, drift }: ServicePage, decides: boolean): Html {
  const [search] = decides ? interagency : [];
  if (search !== undefined) return <>Do first: {link(decidePath(search.recordId), `decide on an interagency search for ${search.localId}`)}, discussed on {dayInWords(search.since)}.</>;
  const [asked] = extensions;
  if (asked !== undefined) return <>Do first: {link(requestPath(asked.recordId, asked.request), `answer the request for more time for ${asked.localId}`)}, asked for on {dayInWords(asked.request.askedOn)}.</>;
  const [challenge] = challenges.mine;
  if (challenge !== undefined) return <>Do first: {link(`/children/${challenge.recordId}/challenges`, `answer the challenge about ${challenge.localId}`)}.</>;
  const worst = teams.find(({ late }) => late > 0);
  if (worst !== undefined) return <>Nothing waits for you. Most is late in {link(teamPath(worst.team ?? "none"), worst.team ?? "children of no team")}: {worst.late.toLocaleString("en-GB")}.</>;
  const past = drift.reduce((sum, rule) => sum + rule.past, 0);
  return <>Nothing waits for you and nothing is late.{past === 0 ? "" : <> {link("/drift", `${past} drift all the same`)}.</>}</>;
}

export function ServiceView({ service, decides }: Props): Html {
  const { interagency, extensions, withOthers, teams, challenges } = service;
  return (
    <>
      <div class="pt-heading">
        <h1 class="govuk-heading-l pt-heading__title">Service</h1>
        <p class="pt-heading__beside pt-work__ways"><a class="govuk-link" href="/work">My work</a></p>
      </div>
      <p class="pt-work__next">{next(service, decides)}</p>
      <p class="govuk-body-s pt-quiet">Working figures: the children you may see.</p>
      <Changed service={service} />
      <List id="interagency" heading="Interagency searches waiting for a decision" list={interagency} says={(one) => `discussed ${dayInWords(one.since)}`} act={(one) => (decides ? [decidePath(one.recordId), "Decide"] : [`/children/${one.recordId}`, "Open the child"])} />
      <ToDiscuss service={service} />
      {extensions.length === 0 ? null : (
        <section aria-labelledby="extensions">
          <h2 class="govuk-heading-m" id="extensions">More time asked for, waiting for you: {extensions.length}</h2>
          <ul class="govuk-list pt-team__list">{extensions.map(({ recordId, localId, request }) => (
            <li><ChildLink child={{ recordId, localId }} />: {request.title}, until {dayInWords(request.newDay)}{request.dueOn === null ? "" : ` in place of ${dayInWords(request.dueOn)}`}. Asked for by {recorderInWords(request.askedBy)}: “{request.why}” <a class="govuk-link govuk-link--no-visited-state" href={requestPath(recordId, request)}>Sign or refuse<span class="govuk-visually-hidden">: {localId}, {request.title}</span></a></li>
          ))}</ul>
        </section>
      )}
      {interagency.length + extensions.length > 0 ? null : <p class="govuk-body">No interagency search and no request for more time waits for you.</p>}
      {withOthers === 0 ? null : <p class="govuk-body">{withOthers} {withOthers === 1 ? "request" : "requests"} for more time {withOthers === 1 ? "waits" : "wait"} for others. {link("/sign-offs", "Sign-offs")}</p>}
      <h2 class="govuk-heading-m" id="teams">Late and due, by team</h2>
      {teams.length === 0 ? <p class="govuk-body">Nothing is due of any child you may see.</p> : (
        <AmountsTable caption="Late and due, by team" head="Team" rows={teams.map((row) => ({
          ...row, of: row.team ?? "no team", head: link(teamPath(row.team ?? "none"), row.team ?? "No team"), children: row.children.toLocaleString("en-GB"),
          href: (group) => itemsPath({ team: row.team ?? "none", group }),
        }))} />
      )}
      <Drift service={service} />
      <section aria-labelledby="challenges">
        <h2 class="govuk-heading-m" id="challenges">Challenges</h2>
        <p class="govuk-body">{challenges.open === 0 ? "None is open." : `${challenges.open} ${challenges.open === 1 ? "is" : "are"} open, ${challenges.late === 0 ? "none late" : `${challenges.late} late`}; ${challenges.mine.length} ${challenges.mine.length === 1 ? "waits" : "wait"} for you.`} {link("/challenges", "See challenges")}</p>
        {challenges.mine.length === 0 ? null : <ul class="govuk-list pt-team__list">{challenges.mine.map(({ recordId, localId, raisedBy, late }) => (
          <li><ChildLink child={{ recordId, localId }} />, raised by {raisedBy}{late === undefined ? "" : ", late"}. <a class="govuk-link govuk-link--no-visited-state" href={`/children/${recordId}/challenges`}>Answer<span class="govuk-visually-hidden"> the challenge about {localId}</span></a></li>
        ))}</ul>}
      </section>
    </>
  );
}

function ToDiscuss({ service: { toDiscuss } }: Pick<Props, "service">): Html | null {
  if (toDiscuss.length === 0) return null;
  return (
    <section aria-labelledby="discuss">
      <h2 class="govuk-heading-m" id="discuss">Interagency searches still to be discussed: {toDiscuss.length}</h2>
      <ul class="govuk-list pt-team__list">{toDiscuss.map((item) => (
        <li><ChildLink child={item} />, due {item.dueOn === null ? "no day" : <DueLink recordId={item.recordId} clock={item} on={item.dueOn} />}: <span class={`pt-status ${item.group === "late" ? "pt-status--late" : ""}`}>{item.standing}</span></li>
      ))}</ul>
    </section>
  );
}

function Drift({ service: { drift } }: Pick<Props, "service">): Html {
  const met = drift.filter(({ past, near }) => past + near > 0);
  return (
    <section aria-labelledby="drift">
      <h2 class="govuk-heading-m" id="drift">Drift</h2>
      {met.length === 0 ? <p class="govuk-body">No child is adrift today, or soon will be. <a class="govuk-link" href="/drift">What is looked for</a></p> : (
        <table class="govuk-table pt-table pt-amounts" role="table">
          <caption class="govuk-visually-hidden">How many meet each drift rule</caption>
          <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Rule</th><th role="columnheader" scope="col" class="pt-figures">Past the limit</th><th role="columnheader" scope="col" class="pt-figures">Since last week</th><th role="columnheader" scope="col" class="pt-figures">Near it</th></tr></thead>
          <tbody role="rowgroup">{met.map(({ rule, title, past, near, newly }) => (
            <tr role="row"><th role="rowheader" scope="row">{link(`/drift?${new URLSearchParams({ rule })}`, title)}</th><td role="cell" class="pt-figures" data-label="Past the limit">{past}</td><td role="cell" class="pt-figures" data-label="Since last week">{newly}</td><td role="cell" class="pt-figures" data-label="Near it">{near}</td></tr>
          ))}</tbody>
        </table>
      )}
    </section>
  );
}

import type { TakenOver, WorkItem, WorkPage } from "../../../app/work/views.ts";
import type { WaitingForRole } from "../../../app/work/waiting.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { DESK_GROUP_CODES, DESK_GROUPS, laidOut } from "../../../domain/work/groups.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { Pages } from "../../layout/pages.tsx";
import { answerOf } from "./actions.tsx";
import { WorkTable } from "./items.tsx";
import { Notices } from "./notices.tsx";
import { workAddress } from "./query.ts";

interface Props {
  readonly work: WorkPage;
  /** What waits for the reader’s roles. */
  readonly waiting: readonly WaitingForRole[];
  /** What else the reader’s roles have on their desk. */
  readonly sections: readonly Html[];
}

/** What is due from whoever reads: what to do next, what is new, and all of it in order. */
export function WorkView({ work, waiting, sections }: Props): Html {
  const { query, items, total, pages } = work;
  const back = workAddress(query);
  const one = items[0];
  return (
    <>
      <div class="pt-heading">
        <h1 class="govuk-heading-l pt-heading__title">{query.child === undefined ? "My work" : `My work: ${one?.localId ?? "this child"}`}</h1>
        {query.child === undefined ? <Ways /> : <p class="pt-heading__beside"><a class="govuk-link" href="/work">All my work</a></p>}
      </div>
      {work.next === null ? null : <First work={work} waiting={waiting} back={back} />}
      <Covering work={work} />
      {work.notices === null ? null : <Notices notices={work.notices} />}
      <Parts work={work} />
      {laidOut(items).map(({ group, families }) => (
        <section aria-labelledby={`work-${group}`}>
          <h2 class="govuk-heading-m" id={`work-${group}`}>{DESK_GROUPS[group]}: {work.totals[group].toLocaleString("en-GB")}</h2>
          <WorkTable caption={DESK_GROUPS[group]} families={families} back={back} />
        </section>
      ))}
      {total === 0 && waiting.length === 0 ? <Nothing work={work} /> : null}
      <Pages page={query.page} pages={pages} address={(page) => workAddress({ ...query, page })} />
      {work.takenOver.length === 0 ? null : <Taken list={work.takenOver} />}
      {sections}
    </>
  );
}

const Ways = (): Html => (
  <p class="pt-heading__beside pt-work__ways">
    <a class="govuk-link" href="/work/week">This week</a> <a class="govuk-link" href="/work/cover">When somebody is away</a>
  </p>
);

/** The first line: what to do next, in one sentence. */
function First({ work: { next, first, totals }, waiting, back }: Omit<Props, "sections"> & { readonly back: string }): Html | null {
  if (next === null) return null;
  if (first === null && waiting.length > 0) return <p class="pt-work__next"><Waits waiting={waiting} />{totals.undated === 0 ? "" : ` ${next.before}`}</p>;
  return (
    <p class="pt-work__next">
      {next.before}{first === null ? null : <><FirstThing item={first} back={back} /> for <a class="govuk-link govuk-link--no-visited-state pt-nowrap" href={`/children/${first.recordId}`}>{first.localId}</a></>}{next.after}{waiting.length === 0 ? null : <> <Waits waiting={waiting} /></>}
    </p>
  );
}

/** “4 challenges wait for your answer, and 1 decision waits for you.”, each with the way to it. */
const Waits = ({ waiting }: Pick<Props, "waiting">): Html => (
  <>{waiting.map(({ words, path }, i) => <>{i === 0 ? "" : i === waiting.length - 1 ? ", and " : ", "}<a class="govuk-link govuk-link--no-visited-state" href={path}>{words}</a></>)}.</>
);

const FirstThing = ({ item, back }: { readonly item: WorkItem; readonly back: string }): Html =>
  item.may.answer || item.decides !== null ? <a class="govuk-link govuk-link--no-visited-state" href={answerOf(item, back)}>{item.title}</a> : <strong>{item.title}</strong>;

function Covering({ work: { covering, coveredBy } }: { readonly work: WorkPage }): Html | null {
  if (covering.length === 0 && coveredBy === null) return null;
  return component("govukInsetText", {
    classes: "pt-work__cover",
    html: (
      <>
        {covering.map(({ name, untilOn }) => <p>The work of {name} is here too, until {dayInWords(untilOn)}. Each thing of theirs says so.</p>)}
        {coveredBy === null ? null : <p>{coveredBy.name} does your work until {dayInWords(coveredBy.untilOn)}. It stays here as well. <a class="govuk-link" href="/work/cover">Change this</a></p>}
      </>
    ),
  });
}

/** How much there is of each, each a way to it alone. */
function Parts({ work: { totals, query } }: { readonly work: WorkPage }): Html | null {
  const some = DESK_GROUP_CODES.filter((group) => totals[group] > 0);
  if (some.length === 0 || query.child !== undefined) return null;
  return (
    <nav aria-label="Parts of my work" class="pt-work__parts">
      <ul>
        {query.group === undefined ? null : <li><a class="govuk-link govuk-link--no-visited-state" href="/work">All with a day</a></li>}
        {some.map((group) => (
          <li><a class="govuk-link govuk-link--no-visited-state" href={workAddress({ group })} {...(query.group === group ? { "aria-current": "true" } : {})}>{DESK_GROUPS[group]}</a> {totals[group].toLocaleString("en-GB")}</li>
        ))}
      </ul>
    </nav>
  );
}

const Taken = ({ list }: { readonly list: readonly TakenOver[] }): Html => (
  <section aria-labelledby="taken-heading">
    <h2 class="govuk-heading-m" id="taken-heading">Taken over in the last 28 days</h2>
    <ul class="govuk-list pt-work__taken">
      {list.map((child) => (
        <li>
          <a class="govuk-link govuk-link--no-visited-state" href={`/children/${child.recordId}`}>{child.localId}</a>{child.name === null ? "" : `, ${child.name}`}: yours{child.as === "family-finder" ? " as family finder" : ""} since {dayInWords(child.since)},{" "}
          {child.previous === null ? "and nobody’s before" : `before that ${child.previous}’s`}.{" "}
          {child.leftOpen === 0 ? "Nothing was left open." : (
            <>
              <a class="govuk-link govuk-link--no-visited-state" href={workAddress({ child: child.recordId })}>{child.leftOpen} {child.leftOpen === 1 ? "thing" : "things"} left open<span class="govuk-visually-hidden"> of {child.localId}</span></a>
              {child.late === 0 ? "." : <>, <strong>{child.late} late</strong>.</>}
            </>
          )}
        </li>
      ))}
    </ul>
  </section>
);

/** An empty desk says how work comes to it. */
function Nothing({ work: { query, totals } }: { readonly work: WorkPage }): Html {
  if (query.child !== undefined) return <p class="govuk-body">Nothing of this child is on your desk. <a class="govuk-link" href="/work">All my work</a></p>;
  if (query.group !== undefined || query.page > 1) return <p class="govuk-body">There is nothing here. <a class="govuk-link" href="/work">All my work</a></p>;
  return (
    <div class="pt-measure">
      {totals.undated === 0 ? null : <p class="govuk-body">What is to be done without a day is <a class="govuk-link" href={workAddress({ group: "undated" })}>in a list of its own</a>.</p>}
      <p class="govuk-body">Work comes here by itself. When something that happened to a child starts a clock and the thing due is yours, it stands here with its day, and it goes when it is answered or no longer applies.</p>
      <p class="govuk-body">A child’s worker has what is due of the children allocated to them; a manager, what is their team’s to do and what nobody has; everybody else, what their role is asked for. The <a class="govuk-link" href="/standards">standards</a> say whose each thing is.</p>
    </div>
  );
}

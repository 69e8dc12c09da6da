import type { MeetingItem, MeetingPage } from "../../../../app/meetings/agenda-views.ts";
import type { FoundChildren } from "../../../../app/views.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { isKeptOff } from "../../../../domain/meetings/agenda.ts";
import { MEETING_STATES } from "../../../../domain/meetings/meeting.ts";
import { weekdayInWords } from "../../../../domain/meetings/rhythm.ts";
import { counted, listed } from "../../../../domain/words.ts";
import { instantInWords } from "../../../govuk/date-filter.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { AddView } from "./add.tsx";
import { nameOf, Reasons, Who, whyPath } from "./item.tsx";
import { Part } from "./part.tsx";

const NONE: Readonly<Record<string, string>> = {};

export interface AgendaProps {
  readonly page: MeetingPage;
  /** What was typed and could not be taken, by field. */
  readonly errors?: Readonly<Record<string, string>>;
  readonly typed?: Readonly<Record<string, string>>;
  readonly found?: FoundChildren;
}

export const whenInWords = ({ meeting, series: { definition } }: Pick<MeetingPage, "meeting" | "series">): string => {
  const place = meeting.detail.place ?? definition.place;
  return `${weekdayInWords(meeting.heldOn)} at ${meeting.detail.startsAt ?? definition.startsAt}${place === "" ? "" : `, ${place}`}`;
};

/** A meeting: what is to be done next, and its agenda part by part. */
export function AgendaView({ page, errors = NONE, typed = NONE, found }: AgendaProps): Html {
  const { meeting, series, parts, mayHold, isBefore } = page;
  const items = parts.flatMap((part) => part.items);
  const changes = mayHold && isBefore;
  return (
    <>
      <span class="govuk-caption-l">{whenInWords(page)}</span>
      <div class="pt-heading">
        <h1 class="govuk-heading-l pt-heading__title">{series.definition.name}</h1>
        <p class="pt-heading__beside"><span class="pt-status pt-status--quiet">{MEETING_STATES[meeting.state]}</span></p>
      </div>
      <Places page={page} />
      {page.cannotShow ? <div class="govuk-inset-text">Something that was on this agenda when it went out can no longer be shown: a child has moved to another authority, or may now be opened by fewer people. Do not use papers that still have it.</div> : null}
      {meeting.detail.cancelled === undefined ? null : <div class="govuk-inset-text">This meeting was cancelled: {meeting.detail.cancelled}</div>}
      {changes ? <Next page={page} items={items} asks={"send-as-it-is" in errors} /> : null}
      {changes ? <KeptOff items={page.removed.filter(isKeptOff)} /> : null}
      {changes ? <Changed page={page} /> : null}
      {items.length === 0 && page.deferred.length === 0 ? <Empty page={page} /> : null}
      {items.length > 0 || changes && meeting.agendaBuiltAt !== null ? parts.map((part) => <Part part={part} page={page} errors={errors} />) : null}
      <Apart id="deferred" heading="Put off to another meeting" items={page.deferred} changes={changes} />
      <Apart id="removed" heading="Taken off for safety" items={page.removed} changes={changes} />
      {changes ? <AddView page={page} errors={errors} typed={typed} {...(found === undefined ? {} : { found })} /> : null}
      {changes ? <form method="post" action={`/meetings/${meeting.id}/agenda`} id="move-item" hidden><input name="op" value="move" type="hidden" /><input name="item" type="hidden" /><input name="part" type="hidden" /><input name="index" type="hidden" /></form> : null}
    </>
  );
}

/** Where else the meeting is. */
const Places = ({ page: { meeting, mayHold, hasSeat } }: { readonly page: MeetingPage }): Html => {
  const places: readonly (readonly [string, string])[] = [
    ...(mayHold ? [[`/meetings/${meeting.id}/arrange`, "Arrange"] as const] : hasSeat ? [[`/meetings/${meeting.id}/arrange`, "Say whether you come"] as const] : []),
    [`/meetings/${meeting.id}/updates`, "Updates and papers"], [`/meetings/${meeting.id}/room`, "Room"], [`/meetings/${meeting.id}/minutes`, "Minutes"],
    [`/meetings/${meeting.id}/print`, "Print"], [`/meetings/${meeting.id}/agenda.docx`, "Agenda as Word"],
    ...(mayHold ? [[`/meetings/series/${meeting.series}/rules`, "Rules of this agenda"] as const] : []),
  ];
  return <nav class="pt-meeting-agenda__places" aria-label="This meeting"><ul>{places.map(([href, text]) => <li><a class="govuk-link govuk-link--no-visited-state" href={href}>{text}</a></li>)}</ul></nav>;
};

/** What is to be done next, in a sentence with its button. */
function Next({ page, items, asks }: { readonly page: MeetingPage; readonly items: readonly MeetingItem[]; /** Once more, before what does not fit goes. */ readonly asks: boolean }): Html {
  const { meeting, leads, today, parts } = page;
  const over = parts.filter(({ fit }) => fit.taken > fit.minutes);
  const button = (op: string, text: string, secondary: boolean): Html => (
    <form method="post" action={op === "send" ? `/meetings/${meeting.id}/send` : `/meetings/${meeting.id}/agenda`}>
      {op === "send" ? <input type="hidden" name="sent" value={meeting.agendaSentAt ?? ""} /> : <input type="hidden" name="op" value={op} />}
      {op === "send" && asks ? <input type="hidden" name="as" value="it-is" /> : null}
      {component("govukButton", { text, preventDoubleClick: true, ...(op === "send" && asks ? { id: "send-as-it-is" } : {}), ...(secondary ? { classes: "govuk-button--secondary" } : {}) })}
    </form>
  );
  const built = meeting.agendaBuiltAt !== null;
  const sent = meeting.agendaSentAt !== null;
  return (
    <div class="pt-meeting-agenda__next">
      <p class="govuk-body-l">
        {!built ? `The agenda has not been built yet${leads === null ? "" : leads.build <= today ? "" : `: it builds itself on ${dayInWords(leads.build)}`}.`
          : sent ? `Sent ${instantInWords(meeting.agendaSentAt!)}${page.sentByName === null ? "" : ` by ${page.sentByName}`}.`
          : over.length > 0 ? `${listed(over.map(({ name }) => name))} ${over.length === 1 ? "has" : "have"} more than fits. Accept what is proposed, or move something, then send the agenda${leads === null ? "" : ` by ${dayInWords(leads.agenda)}`}.`
          : `${counted(items.length, "item")}, and it fits. Send it${leads === null ? "" : leads.agenda < today ? `: it was to go by ${dayInWords(leads.agenda)}` : ` by ${dayInWords(leads.agenda)}`}.`}
      </p>
      {built && leads !== null && !sent ? <p class="govuk-body pt-quiet">Extra items are taken until {dayInWords(leads["extra-items"])}.</p> : null}
      <div class="govuk-button-group pt-meeting-agenda__buttons">
        {built && meeting.state !== "open" ? button("send", asks ? "Send it as it is" : sent ? "Send it again" : "Send the agenda", sent || over.length > 0) : null}
        {button("build", built ? "Build it anew" : "Build the agenda", built)}
        {built ? <p class="pt-quiet pt-small pt-meeting-agenda__built">Built {instantInWords(meeting.agendaBuiltAt!)}. Building it anew keeps what was done by hand.</p> : null}
      </div>
    </div>
  );
}

/** Whom the rules would have brought, and who was taken off for safety the last time: somebody looks before the agenda goes. */
const KeptOff = ({ items }: { readonly items: readonly MeetingItem[] }): Html | null => (items.length === 0 ? null : component("govukWarningText", {
  iconFallbackText: "Warning", classes: "pt-measure",
  html: <>{listed(items.map(nameOf))} {items.length === 1 ? "was" : "were"} taken off for safety before, and {items.length === 1 ? "is" : "are"} kept off this agenda though a rule brings {items.length === 1 ? "the child" : "them"}. <a class="govuk-link" href="#removed">Look at why, and put {items.length === 1 ? "the child" : "them"} on it only if you know that it is safe now</a></>,
}));

function Changed({ page: { changes } }: { readonly page: MeetingPage }): Html | null {
  const { added, changed, gone } = changes;
  const told: readonly (readonly [string, readonly string[]])[] = [["New", added.map(nameOf)], ["For other reasons than before", changed.map(nameOf)], ["No longer on it", gone]];
  if (told.every(([, names]) => names.length === 0)) return null;
  return component("govukDetails", {
    summaryText: "What changed when it was last built", classes: "pt-meeting-agenda__changes",
    html: <dl>{told.filter(([, names]) => names.length > 0).map(([what, names]) => <><dt>{what}</dt><dd>{listed(names)}</dd></>)}</dl>,
  });
}

const Empty = ({ page: { mayHold, isBefore, meeting, series } }: { readonly page: MeetingPage }): Html => (
  mayHold && isBefore && meeting.agendaBuiltAt === null
    ? <p class="govuk-body pt-measure">Each child whom a rule of this series finds will be here, with why in words, in the part of the meeting where they belong, beside their brothers and sisters. {series.definition.rules.length === 0 ? <>No rules have been chosen for this series: <a class="govuk-link" href={`/meetings/series/${series.id}/rules`}>choose which children it is about</a>.</> : `${counted(series.definition.rules.length, "rule")} ${series.definition.rules.length === 1 ? "is" : "are"} in force.`}</p>
    : <p class="govuk-body pt-measure">{mayHold ? "No rule of this series finds a child for this meeting, and nobody has added anything." : "No child whom you may open is on this agenda."}</p>
);

/** What is on it no longer, with why, and the way back. */
const Apart = ({ id, heading, items, changes }: { readonly id: string; readonly heading: string; readonly items: readonly MeetingItem[]; readonly changes: boolean }): Html | null => (items.length === 0 ? null : (
  <section class="pt-meeting-agenda__part" aria-labelledby={id}>
    <h2 class="govuk-heading-m" id={id}>{heading}</h2>
    <ul class="pt-meeting-agenda__items">
      {items.map((item) => (
        <li class="pt-meeting-agenda__item" id={`item-${item.id}`}>
          <h3 class="pt-meeting-agenda__who"><Who item={item} /></h3>
          <p class="pt-meeting-agenda__why">{item.why}{item.changedByName === null ? null : <span class="pt-quiet"> ({item.changedByName})</span>}</p>
          <Reasons item={item} />
          {changes || item.child !== null ? <p class="pt-meeting-agenda__more"><a class="govuk-link govuk-link--no-visited-state pt-meeting-agenda__link" href={whyPath(item.id)}>{changes ? "Why, and change" : "Why"}<span class="govuk-visually-hidden"> {nameOf(item)}</span></a></p> : null}
        </li>
      ))}
    </ul>
  </section>
));

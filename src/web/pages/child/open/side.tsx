import { differencesOf, isUnsettled } from "../../../../domain/agency/differences.ts";
import { challengesOf, daysLate } from "../../../../domain/challenges/challenges.ts";
import { type BarrierCode, BARRIERS } from "../../../../domain/chronology/codes.ts";
import type { ChildPage } from "../../../../app/views.ts";
import { type IndicatorCode, INDICATORS } from "../../../../domain/scorecard/window.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { openOf } from "../../../../domain/permanence/moments.ts";
import type { Html } from "../../../govuk/html.ts";
import { MeetingsSide } from "../meetings/side.tsx";
import { MoveSide } from "../move/side.tsx";
import { ProfileSide } from "../profile/side.tsx";
import { AdoptionSide } from "../seal/side.tsx";
import { whenInWords } from "../words.ts";
import { siblingsInWords } from "./identity.tsx";

/** Beside the clocks: what has been counted, who the siblings are, what stands in the way, what the child says. */
export const Side = ({ child }: { readonly child: ChildPage }): Html => (
  <aside class="pt-columns__side" aria-label="More about this child">
    <Counted child={child} />
    <Siblings child={child} />
    <Barriers child={child} />
    <Agency child={child} />
    <Challenges child={child} />
    <MeetingsSide child={child} />
    <ProfileSide child={child} />
    <AdoptionSide child={child} />
    <MoveSide child={child} />
    <Wishes child={child} />
    <Problems child={child} />
  </aside>
);

const COUNTED_WORDS: Readonly<Record<IndicatorCode, string>> = {
  A1: "Entering care to placed for adoption", A2: "Order to match", A3: "Placed within 14 months", A10: "Entering care to moving in",
};

function Counted({ child: { counted } }: { readonly child: ChildPage }) {
  if (counted.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-s">Counted so far</h2>
      {counted.map(({ indicator, days, missing, threshold, running }) => (
        <div class="pt-counted">
          <p class="pt-counted__words">
            <abbr title={INDICATORS[indicator]}>{indicator}</abbr> {COUNTED_WORDS[indicator]}:{" "}
            {days === undefined ? missing : <><strong class="pt-number">{days} days</strong>{threshold === null ? "" : ` of ${threshold}`}{running ? ", still counting" : ""}</>}
          </p>
          {threshold === null || days === undefined ? null : <Meter days={days} threshold={threshold} />}
        </div>
      ))}
    </section>
  );
}

/** The days as a bar with the threshold drawn across it; the words above say the same. */
function Meter({ days, threshold }: { readonly days: number; readonly threshold: number }) {
  const scale = 200 / Math.max(days, threshold * 1.3);
  return (
    <svg class="pt-meter" viewBox="0 0 200 14" width="200" height="14" aria-hidden="true" focusable="false">
      <rect class="pt-meter__ground" x="0" y="3" width="200" height="8" />
      <rect class={days > threshold ? "pt-meter__over" : "pt-meter__days"} x="0" y="3" width={Math.round(days * scale)} height="8" />
      <line class="pt-line__today" x1={threshold * scale} x2={threshold * scale} y1="0" y2="14" />
    </svg>
  );
}

function Siblings({ child: { siblings, recordId, may, asAt } }: { readonly child: ChildPage }) {
  if (siblings === null) return may.group && asAt.knownOn === undefined && asAt.stoodOn === undefined ? <StartGroup recordId={recordId} /> : null;
  const others = siblings.members.filter((m) => m.recordId !== recordId);
  return (
    <section>
      <h2 class="govuk-heading-s">Brothers and sisters</h2>
      <p class="govuk-body-s">{siblingsInWords(siblings)}{siblings.decision === null ? "; not yet decided whether together or apart" : `, decided ${whenInWords(siblings.decision)}`}</p>
      <ul class="govuk-list pt-small">{others.map((m) => <li><a class="govuk-link" href={`/children/${m.recordId}`}>{m.localId}</a></li>)}</ul>
      <p class="govuk-body-s"><a class="govuk-link" href={`/sibling-groups/${siblings.recordId}`}>Open the sibling group</a></p>
    </section>
  );
}

const StartGroup = ({ recordId }: { readonly recordId: string }) => (
  <section>
    <h2 class="govuk-heading-s">Brothers and sisters</h2>
    <p class="govuk-body-s">None recorded. <a class="govuk-link" href={`/sibling-groups/new?child=${recordId}`}>Start a sibling group</a></p>
  </section>
);

function Barriers({ child }: { readonly child: ChildPage }) {
  const barriers = child.case.of("barrier").filter((e) => e.until === undefined);
  if (barriers.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-s">Barriers</h2>
      <ul class="govuk-list pt-small">{barriers.map((e) => <li>{BARRIERS[e.detail["barrier"] as BarrierCode] ?? String(e.detail["barrier"])} · since {dayInWords(e.happenedOn)} ({e.certainty})</li>)}</ul>
    </section>
  );
}

/** What the regional agency keeps of its own on this record, and what of it is to be settled. */
function Agency({ child: { case: c, agency, recordId } }: { readonly child: ChildPage }) {
  const [dates, notes] = [differencesOf(c), c.of("agency-note").length];
  if (agency?.shares !== true && dates.length + notes === 0) return null;
  const open = dates.filter(isUnsettled).length;
  const counted = (n: number, what: string): string => (n === 0 ? `no ${what}s` : n === 1 ? `1 ${what}` : `${n} ${what}s`);
  return (
    <section>
      <h2 class="govuk-heading-s">Regional agency</h2>
      <p class="govuk-body-s">{agency?.organisation.name ?? "The agency"} keeps {counted(dates.length, "date")} and {counted(notes, "note")} of its own{open === 0 ? "." : <>; <strong>{open === 1 ? "1 date differs" : `${open} dates differ`}</strong> from the authority’s.</>} <a class="govuk-link" href={`/children/${recordId}/agency`}>See its dates and notes</a></p>
    </section>
  );
}

/** What is challenged and not resolved, and where challenges are raised and answered. */
function Challenges({ child: { case: c, today, recordId } }: { readonly child: ChildPage }) {
  const all = challengesOf(c);
  const open = all.filter(({ resolved }) => resolved === null);
  const late = open.filter((challenge) => daysLate(challenge, today) !== undefined).length;
  const said = open.length === 0 ? (all.length === 0 ? "None raised." : `${all.length} resolved.`) : `${open.length} open${late === 0 ? "" : `, ${late} with a late answer`}.`;
  return (
    <section>
      <h2 class="govuk-heading-s">Challenges</h2>
      <p class="govuk-body-s">{said} <a class="govuk-link" href={`/children/${recordId}/challenges`}>See challenges</a></p>
    </section>
  );
}

/** The child’s own view is not left to the chronology. */
function Wishes({ child }: { readonly child: ChildPage }) {
  const last = child.case.of("wishes-and-feelings").at(-1);
  const worker = openOf(child.case, "family-finder")?.detail["worker"];
  return (
    <section>
      <h2 class="govuk-heading-s">The child’s wishes and feelings</h2>
      {last === undefined ? <p class="govuk-body-s pt-quiet">None recorded.</p> : <p class="govuk-body-s">{String(last.detail["note"] ?? "Recorded, with no note")}<br /><span class="pt-quiet">{whenInWords(last)}</span></p>}
      {worker === undefined ? null : <><h2 class="govuk-heading-s">Family finder</h2><p class="govuk-body-s">{child.workerNames.get(String(worker)) ?? worker}</p></>}
    </section>
  );
}

function Problems({ child: { case: { problems } } }: { readonly child: ChildPage }) {
  if (problems.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-s">Entries that do not agree</h2>
      <ul class="govuk-list govuk-list--bullet pt-small">{problems.map((p) => <li>{p.message} (entries {p.entries.join(" and ")})</li>)}</ul>
    </section>
  );
}

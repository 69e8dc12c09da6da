import { clockKey } from "../../../../app/extensions/of-child.ts";
import type { ExtensionView } from "../../../../app/extensions/views.ts";
import type { ChildPage, ExplainedClock } from "../../../../app/views.ts";
import { officeInWords, OFFICES } from "../../../../domain/access/office.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { isOpen } from "../../../../domain/standards/clock.ts";
import { isNow } from "../../../as-at/as-at.ts";
import type { Html } from "../../../govuk/html.ts";
import { recorderInWords } from "../words.ts";

interface Props {
  readonly child: ChildPage;
  readonly clock: ExplainedClock;
}

/** What stands beside a clock’s own day: targets set for the child, and more time asked for, agreed or refused. */
export function BesideClock({ child, clock }: Props): Html | null {
  const key = clockKey(clock);
  const targets = child.individualTargets.filter((t) => t.clock === key);
  const requests = child.extensions.filter((r) => clockKey(r) === key && (r.state !== "lapsed") && (r.state !== "refused" || isOpen(clock)));
  if (targets.length + requests.length === 0) return null;
  return (
    <ul class="pt-beside">
      {targets.map((t) => <li><strong>Target for this child: {dayInWords(t.dueOn)}</strong>, set by {t.setBy} on {dayInWords(t.setOn)}{t.why === null ? "" : `: ${t.why}`}</li>)}
      {requests.map((request) => <li>{requestInWords(request)} <a class="govuk-link govuk-link--no-visited-state" href={requestPath(child.recordId, request)}>Open the request<span class="govuk-visually-hidden">: {clock.title}, to {dayInWords(request.newDay)}</span></a></li>)}
    </ul>
  );
}

export const requestPath = (recordId: string, { number }: Pick<ExtensionView, "number">): string => `/children/${recordId}/extensions/${number}`;

/** Where more time for a clock may be asked for, by those who may; nothing where it may not. */
export const extendLink = ({ child, clock }: Props): string | undefined =>
  child.may.extend && isNow(child.asAt) && child.extendable.has(clockKey(clock))
    ? `/children/${child.recordId}/extensions/new?standard=${clock.standard}&occurrence=${clock.occurrence}` : undefined;

/** Where a target may be set beside the standard’s own day; nothing where the clock has stopped. */
export const targetLink = ({ child, clock }: Props): string | undefined =>
  child.may.record && isNow(child.asAt) && isOpen(clock) && clock.dueOn !== null && !clock.flags.includes("not-before")
    ? `/children/${child.recordId}/record/individual-target?standard=${clock.standard}` : undefined;

/** How a request stands, in one sentence: what is missing and for whom. */
export function requestInWords(request: ExtensionView): string {
  const to = dayInWords(request.newDay);
  const said = (agreed: boolean): string => request.needs
    .flatMap(({ office, signed }) => (signed?.agreed === agreed ? [`${signed.by} (${OFFICES[office].toLowerCase()}) on ${dayInWords(signed.on)}${agreed || signed.note === null ? "" : `: ${signed.note}`}`] : []))
    .join(" and ");
  switch (request.state) {
    case "agreed": return `Extended to ${to}, agreed by ${said(true)}.`;
    case "refused": return `More time, to ${to}, was refused by ${said(false)}.`;
    case "lapsed": return `More time, to ${to}, was asked for and is no longer needed.`;
    case "waiting": {
      const agreed = said(true);
      return `More time asked for, to ${to}, by ${recorderInWords(request.askedBy)} on ${dayInWords(request.askedOn)}.${agreed === "" ? "" : ` Agreed by ${agreed}.`} It waits for ${missingInWords(request)}.`;
    }
  }
}

export const missingInWords = ({ needs }: ExtensionView): string =>
  needs.filter(({ signed }) => signed === null).map(({ office, holders }) => `${officeInWords(office)}${holders.length === 0 ? " (nobody holds this office here)" : ` (${holders.join(" or ")})`}`).join(" and ");

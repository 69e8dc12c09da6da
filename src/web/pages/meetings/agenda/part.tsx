import type { MeetingItem, MeetingPage, MeetingPart } from "../../../../app/meetings/agenda-views.ts";
import { counted } from "../../../../domain/words.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { Item, nameOf } from "./item.tsx";

const WIDTH = 320;
const HEIGHT = 14;

/** “38 of 45 minutes, 7 left”. */
export function timeInWords({ fit }: MeetingPart): string {
  const left = fit.minutes - fit.taken;
  return `${fit.taken} of ${counted(fit.minutes, "minute")}, ${left === 0 ? "full" : left > 0 ? `${left} left` : `${-left} too many`}`;
}

/** The time of a part as a bar: what is taken, what it has, and what does not fit beyond the line. */
export function TimeBar({ part: { fit } }: { readonly part: MeetingPart }): Html {
  const most = Math.max(fit.minutes, fit.taken, 1);
  const at = (n: number): number => Math.round((n / most) * (WIDTH - 2));
  return (
    <svg class="pt-meeting-agenda__bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="pt-meeting-agenda__room" x="1" y="1" width={at(fit.minutes)} height={HEIGHT - 2} />
      <rect class="pt-meeting-agenda__taken" x="1" y="1" width={at(Math.min(fit.taken, fit.minutes))} height={HEIGHT - 2} />
      <rect class="pt-meeting-agenda__over" x={1 + at(fit.minutes)} y="1" width={at(Math.max(0, fit.taken - fit.minutes))} height={HEIGHT - 2} />
    </svg>
  );
}

interface Props {
  readonly part: MeetingPart;
  readonly page: MeetingPage;
  readonly errors: Readonly<Record<string, string>>;
}

/** A part of the meeting with its time, what does not fit, and its items in order. */
export function Part({ part, page, errors }: Props): Html {
  const changes = page.mayHold && page.isBefore;
  return (
    <section class="pt-meeting-agenda__part" aria-labelledby={`part-${part.id}`}>
      <h2 class="govuk-heading-m pt-meeting-agenda__part-name" id={`part-${part.id}`}>{part.name}</h2>
      {page.mayHold ? <p class="pt-meeting-agenda__time"><TimeBar part={part} /> <span class={part.fit.taken > part.fit.minutes ? "pt-status pt-status--late" : ""}>{timeInWords(part)}</span></p> : null}
      {changes ? <Fits part={part} page={page} error={errors[`part-minutes-${part.id}`]} /> : null}
      {part.items.length === 0 ? <p class="govuk-body pt-quiet">{changes ? "Nothing is in this part: no rule that belongs to it finds a child, and nobody put anything here." : page.mayHold ? "Nothing is in this part." : "None of yours."}</p> : null}
      <ol class="pt-meeting-agenda__items" data-part={part.id}>{part.items.map((item, i) => <Item item={item} page={page} at={i + 1} of={part.items.length} />)}</ol>
    </section>
  );
}

/** What is proposed where a part has more than its time; and its minutes, which this meeting may set. */
function Fits({ part, page, error }: { readonly part: MeetingPart; readonly page: MeetingPage; readonly error: string | undefined }): Html {
  const { fit } = part;
  const proposed = part.items.filter(({ proposal }) => proposal !== null);
  const of = (to: "deferred" | "note"): readonly MeetingItem[] => proposed.filter(({ proposal }) => proposal?.to === to);
  return (
    <>
      {proposed.length === 0 ? null : (
        <div class="pt-meeting-agenda__proposed">
          <h3 class="govuk-heading-s">It does not fit: {proposalInWords(of("deferred").length, of("note").length)}</h3>
          {component("govukDetails", {
            summaryText: "Which children, and why", classes: "pt-meeting-agenda__which",
            html: <ul class="govuk-list pt-meeting-agenda__proposals">{proposed.map((item) => (
              <li>
                <a class="govuk-link govuk-link--no-visited-state" href={`#item-${item.id}`}>{nameOf(item)}</a>: {item.proposal?.to === "note" ? "note without discussion" : "defer to another meeting"}. {item.proposal?.because}
                <Accept part={part.id} meeting={page.meeting.id} item={item} />
              </li>
            ))}</ul>,
          })}
          <form method="post" action={`/meetings/${page.meeting.id}/agenda`}>
            <input type="hidden" name="op" value="accept" />
            <button class="govuk-button govuk-button--secondary" type="submit" name="part" value={part.id}>Accept {proposed.length === 1 ? "it" : `all ${proposed.length}`}<span class="govuk-visually-hidden"> for {part.name}</span></button>
          </form>
        </div>
      )}
      {fit.mustTake > fit.minutes ? <p class="govuk-inset-text">What must be considered takes {counted(fit.mustTake, "minute")} by itself, {fit.mustTake - fit.minutes} more than there are. Give this part more time, move something to another part, or call an extraordinary meeting.</p> : null}
      {component("govukDetails", {
        summaryText: `Minutes of ${part.name.toLowerCase()} this time`, classes: "pt-meeting-agenda__part-minutes", open: error !== undefined,
        html: (
          <form method="post" action={`/meetings/${page.meeting.id}/agenda`} class="pt-meeting-agenda__inline">
            <input type="hidden" name="op" value="part-minutes" /><input type="hidden" name="part" value={part.id} />
            {component("govukInput", { id: `part-minutes-${part.id}`, name: "minutes", label: { text: "Minutes" }, value: String(part.minutes), classes: "govuk-input--width-3", inputmode: "numeric", ...(error === undefined ? {} : { errorMessage: { text: error } }) })}
            {component("govukButton", { text: "Set", classes: "govuk-button--secondary" })}
          </form>
        ),
      })}
    </>
  );
}

const Accept = ({ part, meeting, item }: { readonly part: string; readonly meeting: string; readonly item: MeetingItem }) => (
  <form method="post" action={`/meetings/${meeting}/agenda`} class="pt-meeting-agenda__accept">
    <input type="hidden" name="op" value="accept" /><input type="hidden" name="part" value={part} />
    <button class="govuk-button govuk-button--secondary pt-meeting-agenda__small" type="submit" name="item" value={item.id}>Accept<span class="govuk-visually-hidden"> for {nameOf(item)}</span></button>
  </form>
);

/** “defer 2 children, note 1 without discussion”. */
const proposalInWords = (deferred: number, noted: number): string =>
  [...(deferred === 0 ? [] : [`defer ${counted(deferred, "child", "children")}`]), ...(noted === 0 ? [] : [`note ${noted === 1 && deferred > 0 ? "1" : counted(noted, "child", "children")} without discussion`])].join(", ");

import type { MeetingItem, MeetingPage } from "../../../../app/meetings/agenda-views.ts";
import { ITEM_MODES } from "../../../../domain/meetings/meeting.ts";
import { listed } from "../../../../domain/words.ts";
import type { Html } from "../../../govuk/html.ts";

export const agendaPath = (meeting: string): string => `/meetings/${meeting}`;
export const whyPath = (item: string): string => `/meetings/items/${item}/why`;

/** The child as a link to their record, or the title of business. */
export const Who = ({ item }: { readonly item: MeetingItem }): Html => (
  item.child === null ? <>{item.title}</> : <><a class="govuk-link govuk-link--no-visited-state pt-nowrap" href={`/children/${item.child}`}>{item.localId}</a>{item.name === null ? null : <span class="pt-meeting-agenda__name"> {item.name}</span>}</>
);

export const nameOf = (item: MeetingItem): string => item.localId ?? item.title ?? "";

interface Props {
  readonly item: MeetingItem;
  readonly page: MeetingPage;
  /** Its place in its part, from 1, and how many there are. */
  readonly at: number;
  readonly of: number;
}

/** One item of a part: who, why in words, who presents, and the buttons that move it. */
export function Item({ item, page, at, of }: Props): Html {
  const { meeting, mayHold, isBefore } = page;
  const moves = mayHold && isBefore && !item.concluded;
  return (
    <li class="pt-meeting-agenda__item" id={`item-${item.id}`} data-item={item.id} {...(moves ? { "data-moves": "" } : {})}>
      <div class="pt-meeting-agenda__head">
        <h3 class="pt-meeting-agenda__who"><Who item={item} /></h3>
        <p class="pt-meeting-agenda__minutes"><strong>{item.mode === "note" ? 0 : item.minutes}</strong> minutes{item.byHand.includes("minutes") ? <span class="pt-quiet"> (given by hand)</span> : null}</p>
        {moves ? (
          <form method="post" action={`/meetings/${meeting.id}/agenda`} class="pt-meeting-agenda__moves">
            <input type="hidden" name="item" value={item.id} /><input type="hidden" name="op" value="step" />
            {(["up", "down"] as const).map((way) => (
              <button class="govuk-button govuk-button--secondary pt-meeting-agenda__move" type="submit" name="way" value={way} {...((way === "up" ? at === 1 : at === of) ? { disabled: true } : {})}>
                {way === "up" ? "Up" : "Down"}<span class="govuk-visually-hidden"> with {nameOf(item)}</span>
              </button>
            ))}
          </form>
        ) : null}
      </div>
      <p class="pt-meeting-agenda__marks">
        {item.mode === "note" ? <span class="pt-status pt-status--quiet">{ITEM_MODES.note}</span> : null}
        {item.must ? <span class="pt-status">Must be considered</span> : null}
        {item.concluded ? <span class="pt-status pt-status--quiet">Confirmed</span> : null}
        {item.byHand.includes("added") ? <span class="pt-status pt-status--quiet">Added by hand</span> : null}
        {item.siblings.length === 0 ? null : <span class="pt-meeting-agenda__with">With {item.siblings.length === 1 ? "brother or sister" : "brothers and sisters"} {listed(item.siblings)}</span>}
      </p>
      {item.standing === "" ? null : <p class="pt-meeting-agenda__standing">{item.standing}</p>}
      <Reasons item={item} />
      <p class="pt-meeting-agenda__more">
        {item.presenters.length === 0 ? null : <span>Presented by {listed(item.presenters)}. </span>}
        {item.child === null && !moves ? null : <a class="govuk-link govuk-link--no-visited-state pt-meeting-agenda__link" href={whyPath(item.id)}>{item.child === null ? "Change" : moves ? "Why, and change" : "Why"}<span class="govuk-visually-hidden"> {nameOf(item)}</span></a>}
      </p>
    </li>
  );
}

/** Why somebody is on it: each rule by its title, with what it found; and what people said who put them there. */
export const Reasons = ({ item }: { readonly item: MeetingItem }): Html => (
  <ul class="pt-meeting-agenda__reasons">
    {item.reasons.map(({ title, because }) => <li><strong>{title}.</strong> {because}</li>)}
    {item.why === null || item.mode !== "discuss" && item.mode !== "note" ? null : <li>{item.why}{item.changedByName === null ? null : <span class="pt-quiet"> ({item.changedByName})</span>}</li>}
    {item.said.map((said) => <li><strong>Said of an action.</strong> {said}</li>)}
    {item.reasons.length === 0 && item.why === null && item.child !== null ? <li class="pt-quiet">No rule brings this child any more: put there by hand.</li> : null}
  </ul>
);

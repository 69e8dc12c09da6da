import type { MeetingPage } from "../../../../app/meetings/agenda-views.ts";
import { ITEM_MODES } from "../../../../domain/meetings/meeting.ts";
import { listed } from "../../../../domain/words.ts";
import { instantInWords } from "../../../govuk/date-filter.ts";
import type { Html } from "../../../govuk/html.ts";
import { nameOf, Reasons } from "./item.tsx";
import { timeInWords } from "./part.tsx";
import { whenInWords } from "./view.tsx";

/** The agenda as it lies on the table: part by part, with room to write. What was put off is said; what was taken off is not. */
export const PrintView = ({ page, by, at }: { readonly page: MeetingPage; readonly by: string; readonly at: string }): Html => (
  <div class="pt-meeting-agenda-print">
    <h1 class="govuk-heading-l">{page.series.definition.name}</h1>
    <p class="govuk-body-l">{whenInWords(page)}</p>
    {page.parts.map((part) => (
      <section>
        <h2 class="govuk-heading-m">{part.name}{page.mayHold ? <span class="pt-quiet"> ({timeInWords(part)})</span> : null}</h2>
        {part.items.length === 0 ? <p class="govuk-body">{page.mayHold ? "Nothing." : "None of yours."}</p> : (
          <ol class="govuk-list govuk-list--number">
            {part.items.map((item) => (
              <li class="pt-meeting-agenda-print__item">
                <strong>{nameOf(item)}</strong>{item.name === null ? null : <> {item.name}</>} {item.mode === "note" ? <>({ITEM_MODES.note.toLowerCase()})</> : <>({item.minutes} minutes)</>}
                {item.standing === "" ? null : <p class="pt-meeting-agenda__standing">{item.standing}</p>}
                <Reasons item={item} />
                {item.presenters.length === 0 ? null : <p class="pt-meeting-agenda__standing">Presented by {listed(item.presenters)}</p>}
              </li>
            ))}
          </ol>
        )}
      </section>
    ))}
    {page.deferred.length === 0 ? null : <section><h2 class="govuk-heading-m">Put off to another meeting</h2><ul class="govuk-list govuk-list--bullet">{page.deferred.map((item) => <li>{nameOf(item)}: {item.why}</li>)}</ul></section>}
    <p class="govuk-body pt-small">Printed for {by}, {instantInWords(at)}. Destroy it after the meeting.</p>
  </div>
);

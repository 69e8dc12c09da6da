import { instantInWords } from "../../../app/london-time.ts";
import type { Notice, NoticesView } from "../../../app/work/views.ts";
import { KINDS } from "../../../domain/chronology/kinds.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { whyPath } from "../child/why/due-link.tsx";

const WORDS: Readonly<Record<Notice["type"], string>> = { "new": "New", "moved": "Moved", "gone-late": "Gone late" };

/** What came about since the reader last said that they had seen it all. */
export function Notices({ notices: { seenAt, counts, items, told } }: { readonly notices: NoticesView }): Html {
  const since = seenAt === null ? "In the last 7 days" : `Since you marked all as seen on ${instantInWords(seenAt)}`;
  const all = counts.new + counts.moved + counts["gone-late"];
  const parts = [[counts.new, "new"], [counts.moved, "moved"], [counts["gone-late"], "gone late"], [told.length, told.length === 1 ? "thing told by others" : "things told by others"]] as const;
  const some = parts.filter(([n]) => n > 0).map(([n, words]) => `${n.toLocaleString("en-GB")} ${words}`);
  return (
    <section class="pt-notices" aria-labelledby="notices-heading">
      <h2 class="govuk-heading-s pt-notices__heading" id="notices-heading">What is new</h2>
      <p class="pt-notices__line">{since}: {some.length === 0 ? "nothing new, moved or gone late." : `${some.join(", ")}.`}</p>
      {some.length === 0 ? null : (
        <>
          {component("govukDetails", {
            summaryText: "Show what is new", classes: "pt-notices__details",
            html: (
              <ul class="pt-notices__list">
                {items.map((notice) => <NoticeLine notice={notice} />)}
                {all > items.length ? <li>and {(all - items.length).toLocaleString("en-GB")} more: all of them are in the lists below</li> : null}
                {told.map(({ recordId, localId, kind, happenedOn, by }) => (
                  <li><strong>Told</strong> {KINDS[kind].label}, {dayInWords(happenedOn)}{by === null ? "" : `, by ${by}`}: <a class="govuk-link govuk-link--no-visited-state" href={`/children/${recordId}`}>{localId}</a></li>
                ))}
              </ul>
            ),
          })}
          <form method="post" action="/work/seen">{component("govukButton", { text: "Mark all as seen", classes: "govuk-button--secondary pt-notices__seen", preventDoubleClick: true })}</form>
        </>
      )}
    </section>
  );
}

const NoticeLine = ({ notice }: { readonly notice: Notice }) => (
  <li>
    <strong>{WORDS[notice.type]}</strong> {notice.title}, {notice.localId}
    {notice.dueOn === null ? "" : <>, due <a class="govuk-link govuk-link--no-visited-state" href={whyPath(notice.recordId, notice)} aria-label={`${dayInWords(notice.dueOn)}: why, ${notice.title}, ${notice.localId}`}>{dayInWords(notice.dueOn)}</a></>}
    {notice.movedFrom === null ? "" : `, for it goes by a date that was ${dayInWords(notice.movedFrom)}`}
  </li>
);

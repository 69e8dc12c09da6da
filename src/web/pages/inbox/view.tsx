import type { InboxMessage, InboxPage } from "../../../app/post/inbox.ts";
import { counted } from "../../../domain/words.ts";
import { instantInWords } from "../../govuk/date-filter.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";

export const InboxView = ({ inbox: { unread, read, more } }: { readonly inbox: InboxPage }): Html => (
  <>
    <h1 class="govuk-heading-l">Inbox</h1>
    {unread.length + read.length === 0
      ? <p class="govuk-body">You have no messages. You are told here, and by mail where your e-mail address is known, when a meeting’s agenda is sent, when an update or an action of yours is due, and when something waits for your answer.</p>
      : null}
    {unread.length === 0 ? null : (
      <section aria-labelledby="unread">
        <h2 class="govuk-heading-m" id="unread">{counted(unread.length, "message")} not read</h2>
        {unread.length < 2 ? null : <form method="post" action="/inbox">{component("govukButton", { text: "Mark all as read", classes: "govuk-button--secondary" })}</form>}
        <ul class="pt-inbox">{unread.map((message) => <li class="pt-inbox__message pt-inbox__message--unread"><Message message={message} unread /></li>)}</ul>
      </section>
    )}
    {read.length === 0 ? null : (
      <section aria-labelledby="read">
        <h2 class="govuk-heading-m" id="read">Read</h2>
        <ul class="pt-inbox">{read.map((message) => <li class="pt-inbox__message"><Message message={message} /></li>)}</ul>
      </section>
    )}
    {more ? <p class="govuk-body-s">Only the latest are shown.</p> : null}
  </>
);

/** Opening one that is not read says that it is, which takes a form: following a link changes nothing here. */
const Message = ({ message: { id, subject, paragraphs, link, path, at }, unread = false }: { readonly message: InboxMessage; readonly unread?: boolean }): Html => (
  <>
    <h3 class="govuk-heading-s pt-inbox__subject" id={`about-${id}`}>{unread ? <strong class="govuk-tag pt-inbox__new">New</strong> : null} {subject}</h3>
    <p class="pt-inbox__at">{instantInWords(at)}</p>
    {paragraphs.map((paragraph) => <p class="pt-inbox__words">{paragraph}</p>)}
    {!unread ? <p class="pt-inbox__do"><a class="govuk-link" href={path} aria-describedby={`about-${id}`}>{link}</a></p> : (
      <form method="post" action="/inbox" class="pt-inbox__do">
        <input type="hidden" name="message" value={id} />
        <button class="pt-link-button pt-inbox__open" type="submit" name="then" value="open" aria-describedby={`about-${id}`}>{link}</button>
        <button class="pt-link-button" type="submit" name="then" value="stay" aria-describedby={`about-${id}`}>Mark as read</button>
      </form>
    )}
  </>
);

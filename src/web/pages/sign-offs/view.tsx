import type { SignOffsPage, WaitingSignOff } from "../../../app/extensions/views.ts";
import { OFFICES } from "../../../domain/access/office.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { DueLink } from "../child/why/due-link.tsx";
import { missingInWords, requestPath } from "../child/extensions/beside.tsx";
import { recorderInWords } from "../child/words.ts";

/** The requests waiting for the viewer, the nearest due day first; then those that have gone on to others. */
export const SignOffsView = ({ signOffs: { waiting, withOthers }, signed }: { readonly signOffs: SignOffsPage; readonly signed?: "agreed" | "refused" | undefined }): Html => (
  <>
    {signed === undefined ? null : component("govukNotificationBanner", { type: "success", titleText: "Saved", text: signed === "agreed" ? "You signed: more time is agreed by your office." : "You refused: the day stays as it was." })}
    <h1 class="govuk-heading-l">Sign-offs</h1>
    <h2 class="govuk-heading-m">Waiting for you: {waiting.length}</h2>
    {waiting.length === 0 ? <p class="govuk-body">Nothing waits for you. A request for more time comes here when it needs your office, unless you asked for it yourself.</p> : <Requests list={waiting} caption="Waiting for you" last="You sign as" />}
    {withOthers.length === 0 ? null : (
      <>
        <h2 class="govuk-heading-m">Signed or asked for by you, and waiting for others: {withOthers.length}</h2>
        <Requests list={withOthers} caption="Waiting for others" last="Waits for" />
      </>
    )}
  </>
);

const Requests = ({ list, caption, last }: { readonly list: readonly WaitingSignOff[]; readonly caption: string; readonly last: string }) => (
  <div class="pt-scroll" role="region" aria-label={caption} tabindex={0}>
    <table class="govuk-table pt-table">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead><tr><th scope="col">Child</th><th scope="col">What is due</th><th scope="col">Due now</th><th scope="col">Asked for</th><th scope="col">By and why</th><th scope="col">{last}</th></tr></thead>
      <tbody>
        {list.map(({ recordId, localId, request }) => (
          <tr>
            <td class="pt-nowrap"><a class="govuk-link govuk-link--no-visited-state" href={requestPath(recordId, request)}>{localId}<span class="govuk-visually-hidden">: {request.title}</span></a></td>
            <td>{request.title} <span class="pt-quiet pt-nowrap">{request.standard}</span></td>
            <td class="pt-nowrap">{request.dueOn === null ? "–" : <DueLink recordId={recordId} clock={request} on={request.dueOn} />}</td>
            <td class="pt-nowrap">{dayInWords(request.newDay)}</td>
            <td>{recorderInWords(request.askedBy)}, {dayInWords(request.askedOn)}: {request.why}</td>
            <td>{request.signAs === null ? missingInWords(request) : OFFICES[request.signAs]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

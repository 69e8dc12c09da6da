import type { ExtensionView, NeededSignOff } from "../../../../app/extensions/views.ts";
import type { ChildPage } from "../../../../app/views.ts";
import { OFFICES } from "../../../../domain/access/office.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { REQUEST_STATES, type RequestState } from "../../../../domain/standards/extensions.ts";
import { ErrorSummary, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorAt } from "../entry-form/form.ts";
import { Overtaken } from "../entry-form/overtaken.tsx";
import { DueLink } from "../why/due-link.tsx";
import { recorderInWords } from "../words.ts";
import { requestInWords } from "./beside.tsx";

export interface TypedSignOff {
  readonly agreed: string;
  readonly note: string;
}

interface Props {
  readonly child: ChildPage;
  readonly request: ExtensionView;
  /** The viewer signs off some things: why not this one is worth saying. */
  readonly signs: boolean;
  readonly typed: TypedSignOff;
  readonly errors: readonly FieldError[];
  readonly since: readonly Entry[];
}

/** One request: what was asked and why, who has signed and who has not, and the viewer’s own sign-off where it is theirs. */
export function SignView({ child, request, signs, typed, errors, since }: Props): Html {
  const { report } = request;
  const rows: (readonly [string, string | Html])[] = [
    ["What is due", `${request.title} (${request.standard})`],
    ["Due as things stand", request.dueOn === null ? "No day" : <DueLink recordId={child.recordId} clock={request} on={request.dueOn} />],
    ["Asked for", dayInWords(request.newDay)],
    ["Why", request.why],
    ["By", `${recorderInWords(request.askedBy)}, ${dayInWords(request.askedOn)}`],
    ...(request.adoptersNotReady === null ? [] : [["Adopters not ready", request.adoptersNotReady ? "Yes" : "No"] as const]),
    ...(report === null ? [] : [
      ["Support proposed", report.support] as const,
      ["Written report", `${report.system}, ${report.place}${report.on === null ? "" : `, ${dayInWords(report.on)}`}, by ${report.by}`] as const,
    ]),
  ];
  return (
    <>
      {since.length > 0 ? <Overtaken since={since} names={child.workerNames} /> : <ErrorSummary errors={errors} />}
      <span class="govuk-caption-l">{child.localId}</span>
      <h1 class="govuk-heading-l">More time asked for</h1>
      <p class="govuk-body-l">{requestInWords(request)}</p>
      {component("govukSummaryList", { classes: "pt-summary", rows: rows.map(([key, value]) => ({ key: { text: key }, value: typeof value === "string" ? { text: value } : { html: value } })) })}
      <SignOffs request={request} />
      {request.signAs === null ? <NotYours child={child} request={request} signs={signs} /> : <SignForm child={child} request={request} typed={typed} errors={errors} />}
    </>
  );
}

const SignOffs = ({ request: { needs, state } }: { readonly request: ExtensionView }): Html => (
  <>
    <h2 class="govuk-heading-m">Sign-offs: {REQUEST_STATES[state].toLowerCase()}</h2>
    {component("govukSummaryList", { classes: "pt-summary", rows: needs.map((need) => ({ key: { text: OFFICES[need.office] }, value: { text: saidInWords(need, state) } })) })}
  </>
);

function saidInWords({ signed, holders }: NeededSignOff, state: RequestState): string {
  if (signed !== null) return `${signed.agreed ? "Agreed" : "Refused"}: ${signed.by}, ${dayInWords(signed.on)}${signed.note === null ? "" : `. ${signed.note}`}`;
  if (state !== "waiting") return "Not signed";
  return holders.length === 0 ? "Not signed yet: nobody holds this office here" : `Not signed yet: ${holders.join(" or ")}`;
}

const SignForm = ({ child, request, typed, errors }: Pick<Props, "child" | "request" | "typed" | "errors">) => (
  <form method="post" action={`/children/${child.recordId}/extensions/${request.number}`} novalidate>
    <input type="hidden" name="basedOn" value={String(child.version)} />
    {component("govukRadios", {
      idPrefix: "agreed", name: "agreed", errorMessage: optional(errorAt(errors, "agreed")),
      fieldset: { legend: { text: `Do you agree, as ${request.signAs === null ? "" : OFFICES[request.signAs].toLowerCase()}?`, classes: "govuk-fieldset__legend--m" } },
      hint: { text: "Your sign-off is recorded once, under your name. It cannot be changed" },
      items: [
        { value: "yes", text: `Yes, to ${dayInWords(request.newDay)}`, checked: typed.agreed === "yes" },
        { value: "no", text: "No", checked: typed.agreed === "no" },
      ],
    })}
    {component("govukTextarea", { id: "note", name: "note", value: typed.note, rows: "3", label: { text: "Note", classes: "govuk-label--m" }, hint: { text: "Needed if you do not agree" }, errorMessage: optional(errorAt(errors, "note")) })}
    <div class="govuk-button-group">
      {component("govukButton", { text: "Sign", preventDoubleClick: true })}
      <a class="govuk-link" href={`/children/${child.recordId}`}>Cancel</a>
    </div>
  </form>
);

const optional = (text: string | undefined) => (text === undefined ? undefined : { text });

function NotYours({ child, request, signs }: Pick<Props, "child" | "request" | "signs">): Html {
  const unsigned = request.state === "waiting" && request.needs.every(({ signed }) => signed === null);
  return (
    <>
      {signs && request.state === "waiting" && request.whyNotSign !== null ? component("govukInsetText", { text: `${request.whyNotSign}.` }) : null}
      {unsigned && child.may.correct ? <p class="govuk-body"><a class="govuk-link" href={`/children/${child.recordId}/entries/${request.number}/withdraw`}>Withdraw the request</a></p> : null}
    </>
  );
}

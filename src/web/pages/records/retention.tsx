import type { KeptRecord } from "../../../app/records/views.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { CONFIDENCES, RETENTION, RETENTION_LISTS, UNKNOWN } from "../../../domain/records/retention.ts";
import { capital } from "../../../domain/words.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";

/** How long a record is kept: by which rule, until when, how sure that is, and whether a hold runs. */
export function RetentionBox({ record: { recordId, retention, list } }: { readonly record: KeptRecord }): Html {
  const { class: of, unknown, from, keepUntil, neverByItself, holds } = retention;
  const rule = of === null ? undefined : RETENTION[of];
  const rows = [
    { key: { text: "List" }, value: { text: RETENTION_LISTS[list] } },
    ...(rule === undefined || keepUntil === null || from === null ? [{ key: { text: "How long" }, value: { text: `Not known. ${unknown === null ? "" : UNKNOWN[unknown]}` } }] : [
      { key: { text: "What came of it" }, value: { text: rule.label } },
      { key: { text: "Keep" }, value: { html: <>{capital(rule.keep)}: <strong>until {dayInWords(keepUntil)}</strong>, counted from {dayInWords(from)}</> } },
      { key: { text: "Then" }, value: { text: neverByItself ? "A person reviews it. Nothing destroys it by itself" : "A person reviews it, and may destroy it" } },
      { key: { text: "Source" }, value: { html: <>{rule.source}<br /><span class="pt-quiet">{CONFIDENCES[rule.confidence]}</span></> } },
    ]),
    { key: { text: "Legal hold" }, value: { html: holds.length === 0 ? <>None runs. <a class="govuk-link" href={`/records/${recordId}/hold`}>Put it on hold</a></> : <>{holds.map((hold) => <p class="govuk-body">Since {dayInWords(hold.happenedOn)}: {String(hold.detail["why"])}</p>)}<a class="govuk-link" href={`/records/${recordId}/hold`}>End the hold, or add another</a></> } },
  ];
  return component("govukSummaryList", { classes: "pt-summary pt-measure", rows });
}

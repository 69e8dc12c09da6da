import type { AsAt } from "../../domain/chronology/fold.ts";
import { dayInWords } from "../../domain/dates/day.ts";
import type { Html } from "../govuk/html.ts";
import { component } from "../govuk/macros.ts";
import { isNow } from "./as-at.ts";

interface Props {
  readonly asAt: AsAt;
  /** The same page as it is now. */
  readonly now: string;
}

/** Which day’s answer this is, which of the two questions it answers, and the way back to today. Nothing on a page about today. */
export function AsAtNotice({ asAt, now }: Props): Html | null {
  if (isNow(asAt)) return null;
  return component("govukInsetText", {
    classes: "pt-as-at",
    html: <><strong>{asAtInWords(asAt)}</strong> <a class="govuk-link" href={now}>Show it as it is now</a></>,
  });
}

/** Both questions are judged with their day as today. */
function asAtInWords({ knownOn, stoodOn }: AsAt): string {
  if (stoodOn !== undefined) return `As it stood on ${dayInWords(stoodOn)}: what had happened by then from all we know now, judged with that day as today.`;
  if (knownOn !== undefined) return `As we knew it on ${dayInWords(knownOn)}: only what had been written down by the end of that day, judged with that day as today.`;
  return "";
}

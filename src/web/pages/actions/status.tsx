import { ACTION_STATES, type MeetingAction } from "../../../domain/meetings/actions.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { counted } from "../../../domain/words.ts";
import type { Html } from "../../govuk/html.ts";

/** How an action stands, in words with their sign: “Late 3 days”, “4 days past its first day”, “Due 1 June 2026”, “Done on 3 May 2026”. */
export function ActionStatus({ action: { state, daysLate, daysBehind, dueOn, firstDueOn, ended, escalated } }: { readonly action: MeetingAction }): Html {
  if (state === "open" && daysBehind > 0) return <><span class="pt-status pt-status--late">{counted(daysBehind, "day")} past its first day</span><br /><span class="pt-quiet">First due {dayInWords(firstDueOn)}, now due {dayInWords(dueOn)}</span></>;
  if (state === "late") return <><span class="pt-status pt-status--late">Late {counted(daysLate, "day")}</span>{firstDueOn === dueOn ? null : <><br /><span class="pt-quiet">First due {dayInWords(firstDueOn)}</span></>}{escalated === null ? null : <><br /><span class="pt-quiet">Taken further on {dayInWords(escalated.happenedOn)}</span></>}</>;
  if (state === "open") return <span class="pt-status">Due {dayInWords(dueOn)}</span>;
  return <span class="pt-status pt-status--quiet">{ACTION_STATES[state]}{ended === null ? "" : ` on ${dayInWords(ended.happenedOn)}`}</span>;
}

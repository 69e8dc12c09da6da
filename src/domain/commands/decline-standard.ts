import type { Day } from "../dates/day.ts";
import { type Clock, isOpen } from "../standards/clock.ts";
import { type CompiledPack, versionFor } from "../standards/compile.ts";
import { whyNotDeclined } from "../standards/declined.ts";
import { clockOf } from "../standards/extensions.ts";
import { accept, type Decision, refuse } from "./command.ts";

/** “Not appropriate for this child, because …”: which clock, as its standard and which time it runs, and why. */
export interface DeclineInput {
  readonly standard: string;
  readonly occurrence: string;
  readonly why: string;
}

/** The longest reason: beyond it somebody has pasted a report. */
const MOST_WORDS = 2000;

/** Answers one running clock of a child “not appropriate”, where its standard lets it be. From today it no longer applies. */
export function declineStandard(input: DeclineInput, clocks: readonly Clock[], pack: CompiledPack, today: Day): Decision {
  const clock = clockOf(clocks, input.standard, Number(input.occurrence || "1"));
  const version = clock === undefined ? undefined : versionFor(pack, clock);
  if (clock === undefined || version === undefined) return refuse({ field: "standard", message: `${input.standard} does not run for this child. Open the child again to see what does` });
  if (!isOpen(clock)) return refuse({ field: "standard", message: endedInWords(clock) });
  const cannot = whyNotDeclined(version);
  if (cannot !== undefined) return refuse({ field: "standard", message: cannot });
  const why = input.why.trim();
  if (why === "") return refuse({ field: "why", message: "Say why it is not appropriate for this child, for whoever reads it next" });
  if (why.length > MOST_WORDS) return refuse({ field: "why", message: "Say why in 2,000 characters or fewer" });
  return accept({
    kind: "declined", happenedOn: today, certainty: "actual", source: { type: "person" },
    detail: { standard: clock.standard, occurrence: clock.occurrence, why },
  });
}

function endedInWords({ standard, stoppedOn, flags }: Clock): string {
  if (stoppedOn !== null) return `${standard} has been done, so there is nothing to answer`;
  return flags.includes("declined") ? `${standard} is already answered “not appropriate”` : `${standard} no longer applies to this child, so there is nothing to answer`;
}

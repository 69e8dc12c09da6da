import { CERTAINTIES } from "../../../../domain/chronology/entry.ts";
import { lowerFirst } from "../../../../domain/commands/entry-input.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import type { Html } from "../../../govuk/html.ts";
import type { Band, Mark } from "./model.ts";

/** Half the height of a step’s symbol; other marks are dots. */
export const SYMBOL = 5.5;

export function bandInWords({ label, from, until, certainty, startUnknown }: Band): string {
  const since = startUnknown ? `since before ${dayInWords(from)}` : `from ${dayInWords(from)}`;
  return `${label}, ${since}${until === null ? "" : ` until ${dayInWords(until)}`} (${CERTAINTIES[certainty].toLowerCase()})`;
}

/** Each state has a shape of its own: filled, open, dashed, triangle. The steps can be gone through one by one (line.js), each saying its date. */
export function MarkDrawn({ mark, x, y }: { readonly mark: Mark; readonly x: number; readonly y: number }): Html {
  const { state, full, on, step } = mark;
  const words = state === "late" ? "late" : CERTAINTIES[state].toLowerCase();
  return (
    <g {...(step ? { class: "pt-step" } : {})}>
      <title>{`${full}, ${dayInWords(on)} (${words})`}</title>
      {state === "late"
        ? <path class="pt-mark pt-mark--late" d={`M${x} ${y - 7} l7 12 h-14 z`} />
        : <circle class={`pt-mark pt-mark--${state}`} cx={x} cy={y} r={step ? SYMBOL : 2.5} />}
    </g>
  );
}

/** Steps of one day share a label, the one that changes most said first. In order of date. */
export function sameDayTogether(steps: readonly Mark[]): readonly Mark[] {
  const groups = Map.groupBy(steps, (m) => `${m.on} ${m.state === "late" ? "late" : ""}`);
  return [...groups.values()].map((group) => {
    const [first, ...rest] = group.toSorted((a, b) => Number(b.turning) - Number(a.turning));
    return { ...first!, label: [first!.label, ...rest.map((m) => lowerFirst(m.label))].join(", ") };
  });
}

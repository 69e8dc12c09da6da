import type { Html } from "../../../govuk/html.ts";
import { LinePatterns } from "./patterns.tsx";
import type { Tone } from "./tones.ts";

const MARKS = ["actual", "provisional", "planned", "late", "today"] as const;

/** What the textures of the bands mean where there is no room for words on them: legal statuses. */
const BANDS: readonly { readonly tone: Tone; readonly words: string }[] = [
  { tone: "strong", words: "placement order" },
  { tone: "mid", words: "care order" },
  { tone: "pale", words: "interim care order" },
  { tone: "faint", words: "another status" },
];

/** What the shapes mean, on the tracker and on a child alike; with `bands`, what the bands’ textures mean too. Brings the textures with it, unless the page has them elsewhere. */
export const Key = ({ bands = true, patterns = true }: { readonly bands?: boolean; readonly patterns?: boolean }): Html => (
  <ul class="pt-key">
    {MARKS.map((state) => (
      <li class="pt-key__item">
        <svg class="pt-key__symbol" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" focusable="false"><Symbol state={state} /></svg>
        {state}
      </li>
    ))}
    {bands ? BANDS.map(({ tone, words }) => (
      <li class="pt-key__item">
        <svg class="pt-key__symbol" viewBox="0 0 24 14" width="24" height="14" aria-hidden="true" focusable="false"><rect class={`pt-band pt-band--${tone}`} x="1" y="1" width="22" height="12" /></svg>
        {words}
      </li>
    )) : null}
    {patterns ? <li class="pt-key__patterns" aria-hidden="true"><LinePatterns /></li> : null}
  </ul>
);

function Symbol({ state }: { readonly state: (typeof MARKS)[number] }) {
  if (state === "late") return <path class="pt-mark pt-mark--late" d="M7 1 l6 11 h-12 z" />;
  if (state === "today") return <path class="pt-line__today" d="M7 0 v14" />;
  return <circle class={`pt-mark pt-mark--${state}`} cx="7" cy="7" r="5.2" />;
}

import type { Html } from "../../../govuk/html.ts";

const KEY = [
  { state: "actual", words: "actual" },
  { state: "provisional", words: "provisional" },
  { state: "planned", words: "planned" },
  { state: "late", words: "late" },
] as const;

/** What the shapes mean; on the tracker and on a child alike. */
export const Key = (): Html => (
  <ul class="pt-key">
    {KEY.map(({ state, words }) => (
      <li class="pt-key__item">
        <svg class="pt-key__symbol" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" focusable="false">
          {state === "late" ? <path class="pt-mark pt-mark--late" d="M7 1 l6 11 h-12 z" /> : <circle class={`pt-mark pt-mark--${state}`} cx="7" cy="7" r="5.2" />}
        </svg>
        {words}
      </li>
    ))}
  </ul>
);

import type { Hit } from "../../../../domain/identity/protected-words.ts";
import type { Html } from "../../../govuk/html.ts";

interface Props {
  readonly text: string;
  readonly hits: readonly Hit[];
}

/** A text as it was typed, with the places that hold what may not go. */
export function MarkedText({ text, hits }: Props): Html {
  const parts: (string | Html)[] = [];
  let at = 0;
  for (const { start, end, typed } of hits) {
    parts.push(text.slice(at, start), <mark class="pt-hit">{typed}</mark>);
    at = end;
  }
  return <div class="pt-release-text" tabindex={0} role="region" aria-label="All of its text">{[...parts, text.slice(at)]}</div>;
}

const AROUND = 40;

/** Each place with its line and a few words around it: what whoever wrote it looks for. */
export const HitList = ({ text, hits }: Props): Html => (
  <ul class="govuk-list govuk-list--bullet">
    {hits.map(({ start, end, typed, line }) => {
      const from = Math.max(text.lastIndexOf("\n", start - 1) + 1, start - AROUND);
      const after = text.indexOf("\n", end);
      const to = Math.min(after < 0 ? text.length : after, end + AROUND);
      return <li>Line {line}: {from > 0 && text[from - 1] !== "\n" ? "…" : ""}{text.slice(from, start)}<mark class="pt-hit">{typed}</mark>{text.slice(end, to)}{to < text.length && text[to] !== "\n" ? "…" : ""}</li>;
    })}
  </ul>
);

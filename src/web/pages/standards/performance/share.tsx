import type { ToldFigures } from "../../../../app/told-figures.ts";
import type { Html } from "../../../govuk/html.ts";

const WIDTH = 120;
const HEIGHT = 14;

/** A share as a bar with its numbers beside it: per cent, and how many of how many; “x” where it would tell of a few children. */
export function Share({ figures: { inTime, percent, suppressed, about, finishedTold } }: { readonly figures: ToldFigures }): Html {
  if (suppressed) return <span class="pt-quiet">x <span class="pt-share__of">of {finishedTold}</span></span>;
  if (percent === null) return <span class="pt-quiet">None finished</span>;
  return (
    <span class="pt-share">
      <svg class="pt-share__bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true" focusable="false">
        <rect class="pt-share__whole" x="0.75" y="0.75" width={WIDTH - 1.5} height={HEIGHT - 1.5} />
        <rect class="pt-share__part" x="0.75" y="0.75" width={Math.round((percent / 100) * (WIDTH - 1.5))} height={HEIGHT - 1.5} />
      </svg>
      <span class="pt-share__percent">{about ? "about " : ""}{percent}%</span>
      <span class="pt-share__of">{about ? "" : `${inTime} `}of {finishedTold}</span>
    </span>
  );
}

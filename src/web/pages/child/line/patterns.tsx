import type { Html } from "../../../govuk/html.ts";

/**
 * The textures of bands, once a page: full, hatched, dotted and empty are told apart on paper,
 * in black and white and in the colours of somebody’s own choosing. Their colours are the stylesheet’s.
 */
export const LinePatterns = (): Html => (
  <svg class="pt-patterns" width="0" height="0" aria-hidden="true" focusable="false">
    <defs>
      <pattern id="pt-hatched" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect class="pt-pattern__mid" width="6" height="6" />
        <path class="pt-pattern__ink" d="M-1 1 l2 -2 M0 6 l6 -6 M5 7 l2 -2" />
      </pattern>
      <pattern id="pt-dotted" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect class="pt-pattern__pale" width="6" height="6" />
        <circle class="pt-pattern__dot" cx="3" cy="3" r="0.9" />
      </pattern>
    </defs>
  </svg>
);

import type { Html } from "../../govuk/html.ts";

/** The textures of stages, once a page: told apart on paper and in black and white. Their colours are the stylesheet’s. */
export const StagePatterns = (): Html => (
  <svg class="pt-stage-patterns" width="0" height="0" aria-hidden="true" focusable="false">
    <defs>
      <pattern id="pt-stage-plan" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="pt-stage-ground pt-stage-ground--plan" width="8" height="8" /></pattern>
      <pattern id="pt-stage-decision" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="pt-stage-ground" width="8" height="8" /><path class="pt-stage-ink" d="M-1 1 l2 -2 M0 8 l8 -8 M7 9 l2 -2" /></pattern>
      <pattern id="pt-stage-order" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="pt-stage-ground pt-stage-ground--pale" width="8" height="8" /><circle class="pt-stage-dot" cx="4" cy="4" r="1.5" /></pattern>
      <pattern id="pt-stage-placement" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="pt-stage-ground pt-stage-ground--mid" width="8" height="8" /><path class="pt-stage-ink" d="M0 0 l8 8 M0 8 l8 -8" /></pattern>
      <pattern id="pt-stage-adoption" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="pt-stage-ground" width="6" height="6" /><path class="pt-stage-ink" d="M3 0 v6" /></pattern>
    </defs>
  </svg>
);

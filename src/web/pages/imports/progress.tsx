import type { RunFrame } from "../../../app/import-runs/runs.ts";
import type { ImportState } from "../../../app/views.ts";
import type { Html } from "../../govuk/html.ts";
import { STATES } from "./list-view.tsx";

/** States in which the machine is busy and the page looks again by itself. */
export const WORKING: ReadonlySet<ImportState> = new Set<ImportState>(["reading", "writing"]);

export const progressInWords = ({ state, progress }: Pick<RunFrame, "state" | "progress">): string => `${STATES[state]}: ${Math.floor(progress * 100)}%`;

/** How far a run has come; `address` is its page. */
export const Progress = ({ run, address }: { readonly run: Pick<RunFrame, "state" | "progress">; readonly address: string }): Html => (
  <div data-progress={`${address}/progress`} data-then={address}>
    <p class="govuk-body" role="status" data-progress-words>{progressInWords(run)}</p>
    <progress class="pt-progress" max="1" value={String(run.progress)} aria-label="How far the import has come"></progress>
    <p class="govuk-body">You may leave this page: the work goes on, and the list of imports shows how it ended.</p>
  </div>
);

import type { Recompute } from "../../../app/standards/views.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";

export const isRunning = (run: Recompute | null): run is Recompute => run !== null && run.finishedAt === null && run.failure === null;

export const shareOf = ({ done, children }: Recompute): number => (children === 0 ? 0 : done / children);

export const recomputeInWords = (run: Recompute): string =>
  run.done === 0 ? "Bringing the lists of children up to date with the changed standards" : `Bringing the lists of children up to date: ${run.done} of ${run.children} done`;

/** How far making the authority’s lists anew has come after a change; nothing where it is done. `of` is the authority, `then` is the page to show when it is. */
export function Recomputing({ run, of, then }: { readonly run: Recompute | null; readonly of: string; readonly then: string }): Html | null {
  if (run === null || run.finishedAt !== null) return null;
  if (run.failure !== null) {
    return component("govukWarningText", { text: "Bringing the lists of children up to date stopped before it was done. It is taken up again when the program next starts or the standards next change: tell whoever runs it.", iconFallbackText: "Warning" });
  }
  return (
    <div data-progress={`/standards/recompute?authority=${encodeURIComponent(of)}`} data-then={then}>
      <p class="govuk-body" role="status" data-progress-words>{recomputeInWords(run)}</p>
      <progress class="pt-progress" max="1" value={String(shareOf(run))} aria-label="How many of the children are done"></progress>
      <p class="govuk-body-s">The change is saved, and each child’s own page goes by it already. You may leave this page: the work goes on.</p>
    </div>
  );
}

import type { ChildPage } from "../../../../app/views.ts";
import { type Clock, isOpen } from "../../../../domain/standards/clock.ts";
import { isNow } from "../../../as-at/as-at.ts";

type Which = Pick<Clock, "standard" | "occurrence">;

/** Where one clock of a child is answered. `back`: the page to go back to, of this site; `kind`: by what entry, where not the usual one. */
export function answerPath(recordId: string, { standard, occurrence }: Which, query: { readonly back?: string; readonly kind?: string } = {}): string {
  const said = new URLSearchParams(Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined)).toString();
  return `/children/${recordId}/answer/${encodeURIComponent(standard)}/${occurrence}${said === "" ? "" : `?${said}`}`;
}

/** As `answerPath`, for those who may answer, while it waits for an answer. */
export const answerLink = ({ child, clock, back }: { readonly child: ChildPage; readonly clock: Clock; readonly back?: string }): string | undefined =>
  (child.may.record || isGiven(child, clock)) && isNow(child.asAt) && isOpen(clock) ? answerPath(child.recordId, clock, back === undefined ? {} : { back }) : undefined;

/** It is the home finder’s of an agency that does this for the authority, and the viewer is of that agency. */
const isGiven = ({ given }: ChildPage, { owner }: Clock): boolean => given !== undefined && given.length > 0 && owner === "agency-home-finder";

import type { WorkItem } from "../../../app/work/views.ts";
import type { Html } from "../../govuk/html.ts";

/** Where one clock of a child is answered. `back`: a path of this site, where its reader goes on. */
export const answerPath = ({ recordId, standard, occurrence }: Pick<WorkItem, "recordId" | "standard" | "occurrence">, back: string): string =>
  `/children/${recordId}/answer/${encodeURIComponent(standard)}/${occurrence}?${new URLSearchParams([["back", back]])}`;

const extendPath = ({ recordId, standard, occurrence }: WorkItem): string =>
  `/children/${recordId}/extensions/new?${new URLSearchParams([["standard", standard], ["occurrence", String(occurrence)]])}`;

/** What can be done about an item, each link naming what it is about. */
export function Actions({ item, back }: { readonly item: WorkItem; readonly back: string }): Html | null {
  const { may } = item;
  const links = [
    [may.answer, answerPath(item, back), "Answer"],
    [may.extend, extendPath(item), "More time"],
    [may.decline, `${answerPath(item, back)}#decline`, "Not appropriate"],
  ] as const;
  if (links.every(([allowed]) => !allowed)) return null;
  return (
    <ul class="pt-work__actions">
      {links.map(([allowed, href, text]) => (!allowed ? null : (
        <li><a class="govuk-link govuk-link--no-visited-state" href={href}>{text}<span class="govuk-visually-hidden">: {item.title}, {item.localId}</span></a></li>
      )))}
    </ul>
  );
}

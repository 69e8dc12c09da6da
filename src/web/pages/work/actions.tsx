import type { WorkItem } from "../../../app/work/views.ts";
import type { Html } from "../../govuk/html.ts";
import { answerPath } from "../child/answer/link.tsx";
import { decidePath } from "../decisions/paths.ts";

const answering = (item: WorkItem, back: string): string => answerPath(item.recordId, item, { back });

/** Where an item is answered: a decision that is the viewer’s to take, on the page where it is taken. `back`: where whoever answers comes back to. */
export const answerOf = (item: WorkItem, back: string): string => (item.decides === null ? answering(item, back) : decidePath(item.recordId, { kind: item.decides }));

const extendPath = ({ recordId, standard, occurrence }: WorkItem): string =>
  `/children/${recordId}/extensions/new?${new URLSearchParams([["standard", standard], ["occurrence", String(occurrence)]])}`;

/** What can be done about an item, each link naming what it is about. */
export function Actions({ item, back }: { readonly item: WorkItem; readonly back: string }): Html | null {
  const { may } = item;
  const links = [
    [may.answer || item.decides !== null, answerOf(item, back), item.decides === null ? "Answer" : "Decide"],
    [may.extend, extendPath(item), "More time"],
    [may.decline, `${answering(item, back)}#decline`, "Not appropriate"],
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

import type { TrackerPage } from "../../../app/views.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { capital } from "../../../domain/words.ts";
import { chosenFilters } from "./filter-words.ts";
import { differsFromSaved } from "./query.ts";

const MOST_FILTERS = 4;

/** Which list this is, for the window’s title: “Late, Adoption, page 2 of 3 – Tracker”. No child’s name is in it. */
export function trackerTitle(tracker: TrackerPage): string {
  const { query, pages } = tracker;
  const { saved, page, knownOn, stoodOn } = query;
  const filters = saved !== undefined && !differsFromSaved(query) ? [] : chosenFilters(tracker).map(({ filter, text }) => (SAYS_ITSELF.has(filter) ? text : `${filter}: ${text}`));
  const parts = [
    ...(saved === undefined ? [] : [saved.name]),
    ...filters.slice(0, MOST_FILTERS),
    ...(filters.length > MOST_FILTERS ? [`${filters.length - MOST_FILTERS} more filters`] : []),
    ...(stoodOn === undefined ? [] : [`as it stood on ${dayInWords(stoodOn)}`]),
    ...(knownOn === undefined ? [] : [`as known on ${dayInWords(knownOn)}`]),
    ...(page > 1 ? [`page ${page} of ${pages}`] : []),
  ];
  return parts.length === 0 ? "Tracker" : `${capital(parts.join(", "))} – Tracker`;
}

const SAYS_ITSELF: ReadonlySet<string> = new Set(["Stage", "Status", "Worker", "Team", "Authority"]);

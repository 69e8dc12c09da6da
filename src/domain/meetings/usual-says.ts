import { durationInWords } from "../dates/duration.ts";
import { listed } from "../words.ts";
import { LEAD_NAMES } from "./leads.ts";
import { minutesOf } from "./series-words.ts";
import { USUAL_SERIES } from "./usual-series.ts";

/**
 * What one of the usual series says of a thing, for rows of the source documents to be held against: `rhythm`, `minutes`,
 * `minutes of <part>`, `before <lead>`, `chair`, `members`, `invited`, `accountable to`, `purpose`, `terms`. Nothing where there is no such thing.
 */
export function usualSays(series: string, thing: string): string | undefined {
  const usual = USUAL_SERIES.find(({ id }) => id === series);
  if (usual === undefined) return undefined;
  const { rhythm, definition } = usual;
  const offices = (as: string): string => listed(definition.members.flatMap((member) => (member.as === as ? [member.office] : [])));
  switch (thing) {
    case "rhythm": return rhythm.every === "weeks" ? `every ${rhythm.count} weeks` : rhythm.every === "month" ? "every month" : "when it is called";
    case "minutes": return String(minutesOf(definition));
    case "chair": return offices("chair");
    case "members": return offices("member");
    case "invited": return offices("invited");
    case "accountable to": return definition.accountableTo;
    case "purpose": return definition.purpose;
    case "terms": return definition.terms;
    default: {
      const part = definition.parts.find(({ id }) => thing === `minutes of ${id}`);
      const lead = LEAD_NAMES.find((name) => thing === `before ${name}`);
      return part !== undefined ? String(part.minutes) : lead !== undefined ? durationInWords(definition.leads[lead]) : undefined;
    }
  }
}

import type { Entry } from "../../../../domain/chronology/entry.ts";
import type { Case } from "../../../../domain/chronology/fold.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { instantInWords } from "../../../govuk/date-filter.ts";
import type { Html } from "../../../govuk/html.ts";
import { recorderInWords, whenInWords } from "../words.ts";

/** Where a date stood before, the earliest first: “From 3 March 2027 to 17 March 2027: panel was cancelled, by …”. */
export function History({ c, entry, names }: { readonly c: Case; readonly entry: Entry; readonly names: ReadonlyMap<string, string> }): Html | null {
  const line = [...c.history.get(entry.number) ?? []].reverse().concat(entry);
  if (line.length < 2) return null;
  return (
    <ol class="govuk-list pt-dates__history">
      {line.slice(1).map((now, i) => <li>{moveInWords(line[i]!, now)}{now.reason === undefined || now.reason === "" ? "" : `: ${now.reason}`}, by {recorderInWords(now.recordedBy, names)}, {instantInWords(now.recordedAt)}</li>)}
    </ol>
  );
}

const moveInWords = (before: Entry, now: Entry): string =>
  before.certainty === now.certainty && before.happenedOn !== now.happenedOn
    ? `From ${dayInWords(before.happenedOn)} to ${dayInWords(now.happenedOn)}`
    : `From ${whenInWords(before)} to ${whenInWords(now)}`;

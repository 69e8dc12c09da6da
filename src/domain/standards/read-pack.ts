import { OWNERS } from "../access/role.ts";
import { KINDS } from "../chronology/kinds.ts";
import { type Pack, PLANNED_FOR, type PracticeRow, type RecordingExample, type ReportExample, ROW_FORMS, type SameAs, type SeriesExample } from "./pack.ts";
import { usualSays } from "../meetings/usual-says.ts";
import { usualReportSays } from "../scorecard/regular/usual.ts";
import { PRACTICE_ROWS } from "./practice-rows.ts";
import { readKind } from "./read-occasion.ts";
import type { Place } from "./reading.ts";

/** Reads a pack’s own page: what it is, who stands behind it, and its rows that are no clocks. Throws Unreadable at the place. */
export function readPack(top: Place): Omit<Pack, "standards"> {
  top.keys(["pack", "title", "source", "approved-by", "approved-on", "responsible", "review-due-on", "rows", "same-as"]);
  const id = top.at("pack").text();
  if (!/^[a-z][a-z0-9-]{2,40}$/.test(id)) top.at("pack").refuse(`“${id}” is not a pack’s id: write it like leicestershire-2023`);
  return {
    id,
    title: top.at("title").text(),
    source: top.at("source").text(),
    approvedBy: top.maybe("approved-by")?.text() ?? null,
    approvedOn: top.maybe("approved-on")?.day() ?? null,
    responsible: top.maybe("responsible")?.text() ?? null,
    reviewDueOn: top.maybe("review-due-on")?.day() ?? null,
    rows: top.maybe("rows")?.list().map(readRow) ?? [],
    sameAs: top.maybe("same-as")?.list().map(readSameAs) ?? [],
  };
}

function readRowId(place: Place): string {
  const id = place.text();
  return PRACTICE_ROWS.includes(id) ? id : place.refuse(`“${id}” is no row of the source documents`);
}

function readRow(place: Place): PracticeRow {
  place.keys(["id", "says", "as", "where", "planned", "owner", "lost", "examples"]);
  const planned = place.maybe("planned")?.oneOf(PLANNED_FOR, "something a row may wait for") ?? null;
  const examples = place.maybe("examples")?.list().map((example) => (example.maybe("report") !== undefined ? readReportExample(example) : example.maybe("series") === undefined ? readRecordingExample(example) : readSeriesExample(example))) ?? [];
  if (planned === null && examples.length === 0) place.refuse("A row that waits for nothing needs a worked example");
  return {
    id: readRowId(place.at("id")),
    says: place.at("says").text(),
    as: place.at("as").oneOf(ROW_FORMS, "a way a row is realised"),
    where: place.at("where").text(),
    planned,
    owner: place.at("owner").oneOf(OWNERS, "an owner"),
    lost: place.maybe("lost")?.text() ?? null,
    examples,
  };
}

/** Refuses an example that does not hold: the kind asks somebody else, or does not ask what the row wants. */
function readRecordingExample(place: Place): RecordingExample {
  place.keys(["says", "kind", "asks", "fields"]);
  const kind = readKind(place.at("kind"));
  const asks = place.at("asks").oneOf(OWNERS, "an owner");
  const row = KINDS[kind];
  if (row.asks !== asks) place.at("asks").refuse(`“${row.label}” is asked of ${OWNERS[row.asks]}`);
  const fields = place.maybe("fields")?.oneOrMore().map((field) => {
    const name = field.text();
    return Object.hasOwn(row.detail ?? {}, name) ? name : field.refuse(`“${row.label}” has no “${name}”`);
  }) ?? [];
  return { says: place.at("says").text(), kind, asks, fields };
}

/** Refuses an example that does not hold: the usual series is held otherwise. */
function readSeriesExample(place: Place): SeriesExample {
  place.keys(["says", "series", "has", "of"]);
  const [series, has, of] = [place.at("series").text(), place.at("has").text(), place.at("of").text()];
  const said = usualSays(series, has);
  if (said === undefined) place.at("has").refuse(`No usual series “${series}” says anything of “${has}”`);
  if (said !== of) place.at("of").refuse(`The usual series “${series}” has ${has}: ${said}`);
  return { says: place.at("says").text(), series, has, of };
}

/** Refuses an example that does not hold: the usual report is made otherwise. */
function readReportExample(place: Place): ReportExample {
  place.keys(["says", "report", "has", "of"]);
  const [report, has, of] = [place.at("report").text(), place.at("has").text(), place.at("of").text()];
  const said = usualReportSays(report, has);
  if (said === undefined) place.at("has").refuse(`No usual report “${report}” says anything of “${has}”`);
  if (said !== of) place.at("of").refuse(`The usual report “${report}” has ${has}: ${said}`);
  return { says: place.at("says").text(), report, has, of };
}

function readSameAs(place: Place): SameAs {
  place.keys(["id", "says", "standards"]);
  return { id: readRowId(place.at("id")), says: place.at("says").text(), standards: place.at("standards").oneOrMore().map((s) => s.text()) };
}

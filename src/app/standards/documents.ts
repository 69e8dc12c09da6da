import { isDeepStrictEqual } from "node:util";
import type { Refusal } from "../../domain/commands/command.ts";
import { readFrom } from "../../domain/commands/change-standards.ts";
import { durationInWords } from "../../domain/dates/duration.ts";
import type { WorkingCalendar } from "../../domain/dates/working-days.ts";
import { type Book, versionOn } from "../../domain/standards/book.ts";
import type { Decided, StandardsChange } from "../../domain/standards/change.ts";
import { compile } from "../../domain/standards/compile.ts";
import { readStandards } from "../../domain/standards/read-standard.ts";
import type { Example, ExpectedClock, Standard } from "../../domain/standards/standard.ts";
import type { Version } from "../../domain/standards/version.ts";
import { workedAnew } from "../../domain/standards/work-examples.ts";
import { documentOf, parseStandard, type StandardDocument } from "../../reference/standard-documents.ts";
import type { AskedChange, StandardFields } from "./views.ts";

type Resolved = { readonly change: StandardsChange } | { readonly refusals: readonly Refusal[] };

/** What somebody typed as a change that may be decided on, or what cannot be understood of it. */
export function resolve(asked: AskedChange, book: Book, decided: Decided, calendar: WorkingCalendar): Resolved {
  if (asked.type === "publish-pack") return { change: { type: asked.type, pack: asked.pack } };
  if (asked.type === "confirm-standard") return { change: { type: asked.type, id: asked.id } };
  const from = readFrom(asked.from);
  if (typeof from !== "string") return { refusals: [from] };
  switch (asked.type) {
    case "adopt-pack": case "leave-pack": return { change: { type: asked.type, pack: asked.pack, from } };
    case "end-standard": return { change: { type: asked.type, id: asked.id, from } };
    case "set-standard": {
      const { document, problems } = parseStandard(asked.yaml);
      if (document === undefined) return { refusals: problems };
      const { effect: _theDayGiven, layer: _own, ...rest } = document;
      return { change: { type: "set-standard", document: rest, from } };
    }
    case "edit-standard": {
      const version = versionOn(book.versions.get(asked.id) ?? [], from);
      const document = version === undefined ? undefined : documentIn(version, decided);
      if (document === undefined) return { refusals: [{ field: "id", message: `There is no standard ${asked.id} here` }] };
      const edited = withFields(document, asked.fields);
      if ("document" in edited && isDeepStrictEqual(edited.document, document)) return { refusals: [{ field: "document", message: "Nothing is changed yet: change one of these, or cancel" }] };
      return "refusals" in edited ? edited : { change: { type: "set-standard", from, document: withExamples(edited.document, book, calendar) } };
    }
  }
}

/** A version as a file would have it: as it was published, or as the authority set it. */
export function documentIn({ standard, origin }: Version, decided: Decided): StandardDocument | undefined {
  const confirmed = (document: StandardDocument | undefined): StandardDocument | undefined => (document === undefined ? undefined : { ...document, confirmed: standard.confirmed });
  if (origin.from !== "own") return confirmed(documentOf(standard));
  const made = decided.changes.find(({ number }) => number === origin.change)?.change;
  return made?.type === "set-standard" ? confirmed(made.document as StandardDocument) : undefined;
}

export const fieldsOf = (s: Standard): Readonly<Record<keyof StandardFields, string>> => ({
  title: s.title, owner: s.owner, tier: s.tier, warnDays: String(s.warnDays), evidence: s.evidence, provision: s.citation.provision, lost: s.lost ?? "",
  within: "within" in s && s.within !== null ? durationInWords(s.within) : "",
});

/** The document with what a form says of it; what is empty stays as it was. */
function withFields(document: StandardDocument, fields: StandardFields): { readonly document: StandardDocument } | { readonly refusals: readonly Refusal[] } {
  const days = fields.warnDays.trim();
  if (days !== "" && !/^\d{1,3}$/.test(days)) return { refusals: [{ field: "warnDays", message: "Give the days of warning as a whole number, such as 14" }] };
  if (fields.within.trim() !== "" && document["within"] === undefined) return { refusals: [{ field: "within", message: "This standard has no one length of time: change it in its text" }] };
  const given = { title: fields.title, owner: fields.owner, tier: fields.tier, within: fields.within, evidence: fields.evidence };
  const changed = Object.fromEntries(Object.entries(given).flatMap(([key, value]) => (value.trim() === "" ? [] : [[key, value.trim()]])));
  const { lost: was, ...rest } = document;
  const lost = fields.lost === undefined ? was : fields.lost.trim() === "" ? undefined : fields.lost.trim();
  const provision = fields.provision?.trim() ?? "";
  const citation = provision === "" ? {} : { citation: { ...(document["citation"] as object), provision } };
  return { document: { ...rest, ...changed, ...citation, ...(days === "" ? {} : { "warn-days": Number(days) }), ...(lost === undefined ? {} : { lost }) } };
}

/** With its worked examples worked anew: a tightened rule has other days. Somebody sees them before they are kept. */
function withExamples(document: StandardDocument, book: Book, calendar: WorkingCalendar): StandardDocument {
  const [read] = readStandards({ layer: "authority", standards: [document] }).standards;
  if (read === undefined) return document;
  const { standard } = read;
  const pack = compile([...book.standards.filter(({ id }) => id !== standard.id), standard]);
  const written = document["examples"] as readonly StandardDocument[];
  return {
    ...document,
    examples: standard.examples.map((example, i) => {
      const clocks = workedAnew(standard.id, example, pack, calendar);
      return { ...written[i], ...(standsOtherwise(example, clocks) ? { says: ofEarlierRule(example.says) } : {}), clocks };
    }),
  };
}

/** Whether any clock of an example has another state or day than its author gave it, so that its heading may be wrong. */
const standsOtherwise = ({ clocks: had }: Example, has: readonly ExpectedClock[]): boolean =>
  had.length !== has.length || had.some(({ state, dueOn }, i) => (state !== undefined && state !== has[i]?.state) || (dueOn !== undefined && dueOn !== has[i]?.dueOn));

const EARLIER = "Written for the earlier rule: ";
const ofEarlierRule = (says: string): string => (says.startsWith(EARLIER) ? says : `${EARLIER}${says.charAt(0).toLowerCase()}${says.slice(1)}`);

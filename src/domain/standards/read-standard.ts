import { OFFICES } from "../access/office.ts";
import { OWNERS } from "../access/role.ts";
import { readExample } from "./read-example.ts";
import { readConditions } from "./read-occasion.ts";
import { keysOf, readRule } from "./read-rule.ts";
import { type Path, Place, Unreadable } from "./reading.ts";
import { DUE_SOON_DAYS, MOST_WARN_DAYS } from "./clock.ts";
import { type ExtensionNeeds, LAYERS, LEGAL_FORCES, type LegalForce, REPORT_WHEN, SHAPES, type Shape, type Standard, type Tier, TIERS } from "./standard.ts";

const COMMON = [
  "id", "title", "shape", "force", "layer", "confirmed", "citation", "owner", "evidence", "effect", "applies", "counting", "tier", "warn-days", "lost", "extension", "may-decline", "examples",
];
const ID = /^[A-Z]{2,8}-[A-Z]?[0-9]{1,3}[a-z]?$/;
const COUNTING = { "day after is day one": {}, "beginning with": { beginningWith: true } } as const;

export interface ReadProblem {
  readonly path: Path;
  readonly message: string;
}

/** Standards as far as they could be read, each with where it stood, and what was wrong with the others. */
export interface ReadStandards {
  readonly standards: readonly { readonly standard: Standard; readonly path: Path }[];
  readonly problems: readonly ReadProblem[];
}

/** Reads a document of standards (parsed YAML, or what a form sent): `layer` for all of them, and the list. */
export function readStandards(document: unknown): ReadStandards {
  const standards: { standard: Standard; path: Path }[] = [];
  const problems: ReadProblem[] = [];
  const attempt = (read: () => void): void => {
    try {
      read();
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      problems.push({ path: error.path, message: error.message });
    }
  };
  attempt(() => {
    const top = new Place(document);
    top.keys(["layer", "standards"]);
    for (const place of top.at("standards").list()) {
      attempt(() => standards.push({ standard: readStandard(place, top.at("layer")), path: place.path }));
    }
  });
  return { standards, problems };
}

function readStandard(place: Place, layer: Place): Standard {
  place.keys();
  const shape = place.at("shape").oneOf(SHAPES, "a shape of standard");
  place.keys([...COMMON, ...keysOf(shape)]);
  const id = place.at("id").text();
  if (!ID.test(id)) place.at("id").refuse(`“${id}” is not an id: write it like TC-25 or TC-09a`);
  const source = place.maybe("citation") ?? place.refuse(`${id} has no source: give “citation” with its provision and source`);
  source.keys(["provision", "source"]);
  const effect = place.maybe("effect");
  effect?.keys(["from", "until", "lapses"]);
  const examples = place.at("examples").list().map(readExample);
  if (examples.length === 0) place.at("examples").refuse(`${id} has no worked example`);
  const from = effect?.maybe("from")?.day() ?? null;
  const until = effect?.maybe("until")?.day() ?? null;
  if (from !== null && until !== null && from >= until) effect!.refuse(`${id} ends before it begins`);
  const force = place.at("force").oneOf(LEGAL_FORCES, "a legal force");
  const tier = place.maybe("tier")?.oneOf(TIERS, "a tier") ?? usualTier(force, shape);
  return {
    id,
    title: place.at("title").text(),
    legalForce: force,
    layer: (place.maybe("layer") ?? layer).oneOf(LAYERS, "a layer"),
    confirmed: place.at("confirmed").yesNo(),
    citation: { provision: source.at("provision").text(), source: source.at("source").text() },
    owner: place.at("owner").oneOf(OWNERS, "an owner"),
    evidence: place.at("evidence").text(),
    effect: { from, until },
    lapses: effect?.maybe("lapses")?.yesNo() ?? false,
    applies: readConditions(place.maybe("applies")),
    counting: COUNTING[place.maybe("counting")?.oneOf(COUNTING, "a way of counting") ?? "day after is day one"],
    tier,
    mayDecline: readMayDecline(place.maybe("may-decline"), force, shape, tier),
    warnDays: readWarnDays(place.maybe("warn-days")),
    lost: place.maybe("lost")?.text() ?? null,
    extension: readExtension(place.maybe("extension")),
    examples,
    ...readRule(place, shape),
  };
}

function readWarnDays(place: Place | undefined): number {
  const days = place?.count() ?? DUE_SOON_DAYS;
  return days <= MOST_WARN_DAYS ? days : place!.refuse(`A warning of ${days} days is too early: give ${MOST_WARN_DAYS} or fewer`);
}

/** Law is statutory; a local duty with no date is one of a checklist; the rest is tracked. */
const usualTier = (force: LegalForce, shape: Shape): Tier => (force === "local" ? (shape === "duty" ? "checklist" : "tracked") : "statutory");

function readExtension(place: Place | undefined): ExtensionNeeds | null {
  if (place === undefined) return null;
  place.keys(["needs", "report-when"]);
  const needs = place.at("needs").oneOrMore().map((office) => office.oneOf(OFFICES, "an office that signs off"));
  if (needs.length === 0) place.at("needs").refuse("Give at least one office that must agree");
  if (new Set(needs).size < needs.length) place.at("needs").refuse("Each office signs once: one is given twice");
  return { needs, reportWhen: place.maybe("report-when")?.oneOf(REPORT_WHEN, "when a report is needed") ?? null };
}

/** Unless it says otherwise, a local duty without a day may be answered “not appropriate”, and so may any line of a checklist; law never. */
function readMayDecline(place: Place | undefined, force: LegalForce, shape: Shape, tier: Tier): boolean {
  const said = place?.yesNo();
  if (force === "statute" && said === true) place?.refuse("What statute asks cannot be answered “not appropriate”");
  return said ?? (force !== "statute" && (shape === "duty" || tier === "checklist"));
}

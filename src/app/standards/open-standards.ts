import type { Organisation, Viewer } from "../../domain/access/viewer.ts";
import type { Day } from "../../domain/dates/day.ts";
import { isAdoptedOn, publishedBy, versionOn } from "../../domain/standards/book.ts";
import { type Decided, type DecidedChange, standardOf, undecided } from "../../domain/standards/change.ts";
import { inForce } from "../../domain/standards/compile.ts";
import { isProtected } from "../../domain/standards/loosens.ts";
import { isReviewOverdue } from "../../domain/standards/pack.ts";
import { LEGAL_FORCES } from "../../domain/standards/standard.ts";
import type { Version } from "../../domain/standards/version.ts";
import { yamlOf } from "../../reference/standard-documents.ts";
import type { Reader } from "../../store/reader.ts";
import { type App, forbids } from "../app.ts";
import { documentIn, fieldsOf } from "./documents.ts";
import { type Law, lawOf, library } from "./laws.ts";
import type { PackLine, Recompute, StandardLine, StandardPage, StandardsPage } from "./views.ts";
import { mayChange, named, ownOrganisation } from "./whose.ts";

/** The standards of the viewer’s organisation, or of an authority of which they may see children; nothing where they may not. */
export async function openStandards(app: App, viewer: Viewer, authority?: string): Promise<StandardsPage | undefined> {
  return opened(app, viewer, authority, async ({ reader, organisation, authorities, decided, law, today }) => {
    const agency = organisation.type === "regional-agency" ? organisation.code : await reader.agencyOf(organisation.code);
    const published = await publicationsFor(reader, organisation, agency, decided);
    const members = organisation.type !== "regional-agency" ? [] : await Promise.all(authorities.map(async (member) => ({ member, adoptions: lawOf(await reader.decided(member.code)).book.adoptions })));
    return {
      today, organisation, authorities,
      may: mayChange(viewer, organisation),
      revision: decided.revision,
      standards: [...law.book.versions].map(([id, versions]) => lineOf(id, versions, today)),
      packs: library.packs.map((pack): PackLine => ({
        pack,
        adoptions: law.book.adoptions.filter((a) => a.pack === pack.id),
        isAdopted: isAdoptedOn(law.book.adoptions, pack.id, today),
        published: published.get(pack.id) ?? null,
        isReviewOverdue: isReviewOverdue(pack, today),
        adoptedBy: members.filter((one) => isAdoptedOn(one.adoptions, pack.id, today)).map(({ member }) => member),
      })),
      unreadable: law.book.unreadable,
      publisher: (agency === undefined ? undefined : await app.store.directory.organisation(agency)) ?? null,
      changes: await named(app, decided.changes.toReversed()),
      recompute: await recomputeOf(reader, organisation, decided),
    };
  });
}

/** One standard of them: its versions, the changes made to it, and its text to be edited; nothing where there is none. */
export async function openStandard(app: App, viewer: Viewer, id: string, authority?: string): Promise<StandardPage | undefined> {
  return opened(app, viewer, authority, async ({ organisation, decided, law, today }) => {
    const versions = law.book.versions.get(id);
    if (versions === undefined) return undefined;
    const line = lineOf(id, versions, today);
    const packs = new Set(library.packs.filter(({ standards }) => standards.some((s) => s.id === id)).map((pack) => pack.id));
    const document = documentIn(line.now, decided);
    const force = isProtected(line.now.standard) ? line.now.standard.legalForce : null;
    return {
      today, organisation, line,
      may: mayChange(viewer, organisation),
      revision: decided.revision,
      changes: await named(app, decided.changes.filter(({ change }) => ("pack" in change ? packs.has(change.pack) : standardOf(change) === id)).toReversed()),
      yaml: document === undefined ? "" : yamlOf(document),
      fields: fieldsOf(line.now.standard),
      protectedBy: force === null ? null : LEGAL_FORCES[force],
    };
  });
}

/** How far making an authority’s lists anew has come; null where nothing was ever changed. */
export async function openRecompute(app: App, viewer: Viewer, authority: string): Promise<Recompute | null> {
  if (forbids(viewer, "see-standards") !== undefined) return null;
  return app.store.reading(viewer, async (reader) => {
    const organisation = (await reader.authorities()).find(({ code }) => code === authority);
    return organisation === undefined ? null : recomputeOf(reader, organisation, await reader.decided(authority));
  });
}

interface Opened {
  readonly reader: Reader;
  readonly organisation: Organisation;
  readonly authorities: readonly Organisation[];
  readonly decided: Decided;
  readonly law: Law;
  readonly today: Day;
}

async function opened<T>(app: App, viewer: Viewer, asked: string | undefined, work: (on: Opened) => Promise<T | undefined>): Promise<T | undefined> {
  if (forbids(viewer, "see-standards") !== undefined) return undefined;
  const own = await ownOrganisation(app, viewer);
  return app.store.reading(viewer, async (reader) => {
    const authorities = await reader.authorities();
    const organisation = asked === undefined || asked === own?.code ? own : authorities.find(({ code }) => code === asked);
    if (organisation === undefined) return undefined;
    const decided = await reader.decided(organisation.code);
    // An agency decides on no standards: it sees the national ones, and what it published.
    const law = lawOf(organisation.type === "local-authority" ? decided : undecided(organisation.code));
    return work({ reader, organisation, authorities, decided, law, today: app.clock.today() });
  });
}

function lineOf(id: string, versions: readonly Version[], today: Day): StandardLine {
  const now = versionOn(versions, today);
  if (now === undefined) throw new Error(`${id} has no version`);
  return { id, now, versions, inForce: inForce(now.standard, today) };
}

/** What the agency offers: its own, or that of the agency which acts for the authority. */
async function publicationsFor(reader: Reader, { type }: Organisation, agency: string | undefined, decided: Decided): Promise<ReadonlyMap<string, DecidedChange>> {
  if (type === "regional-agency") return publishedBy(decided);
  return agency === undefined ? new Map() : publishedBy(await reader.decided(agency));
}

/** Before the first slice is written there is nothing of it in the database yet. */
async function recomputeOf(reader: Reader, { code }: Organisation, { revision, changes }: Decided): Promise<Recompute | null> {
  const run = await reader.recomputeOf(code);
  if (run !== undefined && run.revision === revision) return run;
  const last = changes.at(-1);
  return last === undefined || last.change.type === "publish-pack" ? null
    : { revision, done: 0, children: run?.children ?? 0, startedAt: last.at, finishedAt: null, failure: run?.failure ?? null };
}

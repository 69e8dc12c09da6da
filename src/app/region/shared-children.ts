import type { Organisation, Person } from "../../domain/access/viewer.ts";
import { type Agreement, termsInWords } from "../../domain/agency/agreement.ts";
import { isCounted, REGION_KINDS, type RegionAuthority } from "../../domain/region/region.ts";
import { type App, forbids } from "../app.ts";

/** An authority of the viewer’s region: what it has agreed, and the children who are counted. */
export interface SharedAuthority extends RegionAuthority {
  readonly agreement: Agreement;
  readonly terms: readonly string[];
}

export interface SharedRegion {
  readonly agency: Organisation;
  /** By name. */
  readonly authorities: readonly SharedAuthority[];
}

/**
 * The children shared with the viewer’s agency, and those who were until their adoption order, with what figures are made of:
 * counted whether or not the viewer may open the record, and without a local id where they may not. Whoever shows any of it tells
 * no more than that. Nothing where the viewer may not see the region’s figures.
 */
export async function sharedRegion(app: App, person: Person): Promise<SharedRegion | undefined> {
  if (forbids(person, "see-region") !== undefined || person.organisation.type === "local-authority") return undefined;
  const own = app.store.reader(person);
  const [agreements, organisations] = await Promise.all([own.agreementsWith(person.organisation.code), own.authorities()]);
  const authorities: SharedAuthority[] = [];
  for (const { code, name } of organisations) {
    const agreement = agreements.find(({ authority }) => authority === code);
    if (agreement === undefined) continue;
    const opens = await own.childIds(code);
    authorities.push({ code, name, agreement, terms: termsInWords(agreement), children: await childrenOf(app, agreement, opens) });
  }
  return { agency: person.organisation, authorities: authorities.toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
}

async function childrenOf(app: App, { authority, fromStage }: Agreement, opens: ReadonlySet<string>): Promise<RegionAuthority["children"]> {
  return app.store.reading({ type: "operator", authority }, async (reader) => {
    const counted = new Set((await reader.shareableChildren(authority)).filter((child) => isCounted(fromStage, child)).map(({ recordId }) => recordId));
    const entries = new Map((await reader.entriesOfKinds(authority, REGION_KINDS)).map((row) => [row.recordId, row.entries]));
    return (await reader.journeys(authority)).filter(({ recordId }) => counted.has(recordId)).map(({ recordId, localId, journey }) => ({
      child: recordId, localId: opens.has(recordId) ? localId : null, journey, entries: entries.get(recordId) ?? [],
    }));
  });
}

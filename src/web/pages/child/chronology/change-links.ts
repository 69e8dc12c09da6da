import type { ChildPage } from "../../../../app/views.ts";
import type { Entry } from "../../../../domain/chronology/entry.ts";
import type { Case } from "../../../../domain/chronology/fold.ts";
import { type Kind, KINDS } from "../../../../domain/chronology/kinds.ts";
import { notTakenBack } from "../../../../domain/commands/by-hand.ts";

/** Where an entry is changed by whoever reads it; null where it is not. */
export interface ChangeLinks {
  readonly correct: string | null;
  readonly withdraw: string | null;
  /** The page on which that kind of thing is said, and what it is called. */
  readonly page: { readonly href: string; readonly text: string } | null;
}

/** The links of an entry that whoever reads may correct, to pages below `at`: none that could only be refused. */
export const linksByHand = (c: Case, entry: Entry, at: string): ChangeLinks => ({
  correct: KINDS[entry.kind].notByHand === undefined ? `${at}/correct` : null,
  withdraw: notTakenBack(c, entry).length === 0 ? `${at}/withdraw` : null,
  page: null,
});

const AGENCY = { path: "agency", text: "Agency’s page" };
const CHALLENGES = { path: "challenges", text: "Challenges" };
const ACCESS = { path: "access", text: "Who may open it", needs: "setAccess" } as const;
const SEAL = { path: "seal", text: "Seal", needs: "seal" } as const;

const PAGES: Partial<Record<Kind, { readonly path: string; readonly text: string; readonly needs?: "setAccess" | "seal" | "release" }>> = {
  "agency-date": AGENCY, "agency-note": AGENCY, "difference-settled": AGENCY,
  "challenge-raised": CHALLENGES, "challenge-answered": CHALLENGES, "challenge-escalated": CHALLENGES, "challenge-resolved": CHALLENGES,
  "profile-moved": { path: "profile", text: "Profile" },
  "restriction": ACCESS, "involvement": ACCESS, "record-sealed": SEAL, "seal-undone": SEAL,
  "document-released": { path: "release", text: "Release", needs: "release" },
};

/** As `linksByHand` for an entry of a child, with the page of its own where it has one that the reader may open. */
export function linksOfChild(child: Pick<ChildPage, "case" | "given" | "may" | "recordId">, entry: Entry): ChangeLinks {
  const base = `/children/${child.recordId}`;
  const page = PAGES[entry.kind];
  const own = page === undefined || page.needs !== undefined && child.may[page.needs] !== true ? null : { href: `${base}/${page.path}`, text: page.text };
  const theirs = child.given?.includes(entry.kind) ?? true;
  return { ...(theirs ? linksByHand(child.case, entry, `${base}/entries/${entry.number}`) : { correct: null, withdraw: null }), page: own };
}

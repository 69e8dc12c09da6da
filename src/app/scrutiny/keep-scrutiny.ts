import type { Person } from "../../domain/access/viewer.ts";
import { type Fault, keptAs, readTyped, type Typed } from "../../domain/documents/scrutiny/typed.ts";
import { type App, forbids } from "../app.ts";
import { reportYears } from "./open-scrutiny.ts";

export type KeptScrutiny =
  | { readonly outcome: "kept" }
  | { readonly outcome: "forbidden"; readonly reason: string }
  | { readonly outcome: "not-found" }
  /** Nothing is kept; what was typed comes back. */
  | { readonly outcome: "refused"; readonly typed: Typed; readonly faults: readonly Fault[] }
  /** Somebody kept it meanwhile: theirs stands, and both are shown. `revision` is the one to build on now. */
  | { readonly outcome: "overtaken"; readonly typed: Typed; readonly theirs: Typed; readonly revision: number };

/** Keeps what was written for the report of a year. `basedOn`: the revision that whoever wrote had before them. */
export async function keepScrutiny(app: App, person: Person, yearEnding: number, given: Readonly<Record<string, unknown>>, basedOn: number): Promise<KeptScrutiny> {
  const reason = forbids(person, "publish");
  if (reason !== undefined) return { outcome: "forbidden", reason };
  if (person.organisation.type !== "local-authority" || !reportYears(app.clock.today()).includes(yearEnding)) return { outcome: "not-found" };
  const { typed, faults } = readTyped(given);
  if (faults.length > 0) return { outcome: "refused", typed, faults };
  const { code } = person.organisation;
  return app.store.inTransaction(person, async (writer): Promise<KeptScrutiny> => {
    if (await writer.keepReportDraft(code, "scrutiny", yearEnding, keptAs(typed), basedOn, app.clock.now())) return { outcome: "kept" };
    const draft = await writer.reportDraft(code, "scrutiny", yearEnding);
    return draft === null ? { outcome: "not-found" } : { outcome: "overtaken", typed, theirs: readTyped(draft.typed).typed, revision: draft.revision };
  });
}

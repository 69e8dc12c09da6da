import { setImmediate } from "node:timers/promises";
import type { Viewer } from "../../domain/access/viewer.ts";
import { formsIn, type Hit, hitsIn } from "../../domain/identity/protected-words.ts";
import type { IdentityReads } from "../../store/identities.ts";
import type { App } from "../app.ts";
import { authorityScope, familyScopes, keyOf } from "./kept.ts";
import { markOf } from "./key.ts";

/** About whom a text is. */
export interface TextAbout {
  readonly authority: string;
  readonly recordId: string;
}

/** Whether anything is known by which a text about this child could be checked: of a matched child whose adopters nobody has put down, nothing is. */
export const canBeChecked = (app: App, viewer: Viewer, { authority, recordId }: TextAbout): Promise<boolean> =>
  app.store.identities(viewer).hasMarks(authority, markOf(keyOf(app), "owner", recordId));

const FORMS_AT_ONCE = 5_000;

/**
 * Where a text holds words that may not reach the birth family of a child: the names of its adopters, or a brother’s or
 * sister’s, and any adopters’ address, telephone or whole name in the authority. For letters, mails and documents.
 * What is protected and is not in the text is told to nobody.
 */
export async function checkText(app: App, viewer: Viewer, about: TextAbout, text: string, within?: IdentityReads): Promise<readonly Hit[]> {
  const key = keyOf(app);
  const groups = (await app.store.reader(viewer).siblingGroupsOf(about.recordId)).map(({ id }) => id);
  const scopes = [authorityScope(key, about.authority), ...familyScopes(key, about.recordId, groups)];
  const identities = within ?? app.store.identities(viewer);
  const forms = [...formsIn(text)];
  const kept = new Set<string>();
  for (let at = 0; at < forms.length; at += FORMS_AT_ONCE) {
    const marks = new Map(forms.slice(at, at + FORMS_AT_ONCE).map((form) => [markOf(key, "word", form).toString("hex"), form]));
    const found = await identities.protectedAmong(about.authority, scopes, [...marks.keys()].map((hex) => Buffer.from(hex, "hex")));
    for (const mark of found) kept.add(marks.get(mark.toString("hex")) ?? "");
    // Others are served meanwhile.
    await setImmediate();
  }
  return hitsIn(text, (form) => kept.has(form));
}

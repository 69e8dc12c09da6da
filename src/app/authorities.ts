import type { Organisation, OrganisationType } from "../domain/access/viewer.ts";
import type { App } from "./app.ts";

const ONS_CODE = /^E(06|07|08|09|10)\d{6}$/;

export type Added = { readonly added: Organisation } | { readonly refused: string };

const AGENCY_CODE = /^[A-Z][A-Z0-9-]{1,39}$/;

/** What kinds of organisation there are. */
export const ORGANISATION_TYPES: Readonly<Record<OrganisationType, string>> = { "local-authority": "a local authority", "regional-agency": "a regional adoption agency", "voluntary-agency": "a voluntary adoption agency" };

/** Adds an authority by its ONS code, or an agency by a code of its own; adding one that is here under the same name and type changes nothing. */
export async function addAuthority(app: App, code: string, name: string, type = "local-authority"): Promise<Added> {
  const trimmed = name.trim();
  if (!isType(type)) return { refused: `There is no type “${type}”. The types are ${Object.keys(ORGANISATION_TYPES).join(", ")}` };
  if (type === "local-authority" && !ONS_CODE.test(code)) return { refused: `“${code}” is not the ONS code of an English authority. It looks like E08000019` };
  if (type !== "local-authority" && (!AGENCY_CODE.test(code) || ONS_CODE.test(code))) return { refused: `“${code}” cannot be an agency’s code. It looks like RAA-THREE-RIVERS: capitals, digits and hyphens, at most 40` };
  if (trimmed === "") return { refused: "Give the organisation a name, in quotation marks" };
  const had = await app.store.directory.organisation(code);
  if (had !== undefined && (had.name !== trimmed || had.type !== type)) return { refused: `${code} is already here, as ${had.name}, ${ORGANISATION_TYPES[had.type]}` };
  const organisation: Organisation = { code, name: trimmed, type };
  if (had === undefined) {
    await app.store.inTransaction({ type: "operator", authority: code }, async (writer) => {
      await writer.addOrganisation(organisation);
      await writer.appendAudit(code, { command: "add-authority", input: { code, type } }, app.clock.now());
    });
  }
  return { added: organisation };
}

const isType = (text: string): text is OrganisationType => Object.hasOwn(ORGANISATION_TYPES, text);

/** The authority with this code, or a sentence saying how to add it. */
export async function authorityOr(app: App, code: string): Promise<Organisation | { readonly refused: string }> {
  const found = await app.store.directory.organisation(code);
  if (found?.type === "local-authority") return found;
  return { refused: `There is no authority ${code} here. Add it with: bin/permanence authority add ${code} "Its name"` };
}

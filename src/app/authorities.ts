import type { Organisation } from "../domain/access/viewer.ts";
import type { App } from "./app.ts";

const ONS_CODE = /^E(06|07|08|09|10)\d{6}$/;

export type Added = { readonly added: Organisation } | { readonly refused: string };

/** Adds a local authority by its ONS code; adding one that is here under the same name changes nothing. */
export async function addAuthority(app: App, code: string, name: string): Promise<Added> {
  const trimmed = name.trim();
  if (!ONS_CODE.test(code)) return { refused: `“${code}” is not the ONS code of an English authority. It looks like E08000019` };
  if (trimmed === "") return { refused: "Give the authority a name, in quotation marks" };
  const had = await app.store.directory.organisation(code);
  if (had !== undefined && had.name !== trimmed) return { refused: `${code} is already here, as ${had.name}` };
  const organisation: Organisation = { code, name: trimmed, type: "local-authority" };
  if (had === undefined) {
    await app.store.inTransaction({ type: "operator", authority: code }, async (writer) => {
      await writer.addOrganisation(organisation);
      await writer.appendAudit(code, { command: "add-authority", input: { code } }, app.clock.now());
    });
  }
  return { added: organisation };
}

/** The authority with this code, or a sentence saying how to add it. */
export async function authorityOr(app: App, code: string): Promise<Organisation | { readonly refused: string }> {
  const found = await app.store.directory.organisation(code);
  if (found?.type === "local-authority") return found;
  return { refused: `There is no authority ${code} here. Add it with: bin/permanence authority add ${code} "Its name"` };
}

import { type ProviderRules, recognise, type Unrecognised } from "../../domain/access/recognise.ts";
import type { Person } from "../../domain/access/viewer.ts";
import type { App } from "../app.ts";

/** What a provider's token says of somebody, once the token itself is believed. */
export interface Claimed {
  readonly issuer: string;
  /** The provider's own lasting id of the person. */
  readonly subject: string;
  /** The name by which the operator registers people of this provider. */
  readonly signInName: string | undefined;
  /** App roles. */
  readonly roles: readonly string[];
}

export type Recognised = { readonly person: Person } | { readonly refused: Unrecognised; readonly person?: Person };

/**
 * The person that a token speaks of. The first time they are found by the sign-in name under which the operator
 * registered them, and their account is linked to the provider's id of them; from then on by that id alone.
 */
export async function recognised(app: App, rules: ProviderRules, claimed: Claimed): Promise<Recognised> {
  const { signIns } = app.store;
  const linked = await signIns.linked(claimed);
  const identity = linked ?? (claimed.signInName === undefined ? undefined : await signIns.registered(claimed.signInName));
  if (identity === undefined) return { refused: "unknown-person" };
  const person = await app.store.directory.person(identity.account);
  if (person === undefined) return { refused: "left" };
  // Before whose it is: to another organisation's provider, nothing is told of the account.
  if (!rules.organisations.includes(person.organisation.code)) return { refused: "other-organisation", person };
  if (linked === undefined && identity.linkedTo !== null) return { refused: "another-person", person };
  const refused = recognise(person, rules, claimed.roles);
  if (refused !== undefined) return { refused, person };
  if (linked === undefined) await link(app, person, identity.signInName, claimed);
  return { person };
}

async function link(app: App, { account, organisation }: Person, signInName: string, { issuer, subject }: Claimed): Promise<void> {
  await app.store.inTransaction({ type: "operator", authority: organisation.code }, async (writer) => {
    await writer.setIdentity({ account, signInName, linkedTo: { issuer, subject } });
    await writer.appendAudit(organisation.code, { command: "link-account", input: { account, issuer } }, app.clock.now());
  });
}

import { isRole } from "../../domain/access/recognise.ts";
import { ROLES } from "../../domain/access/role.ts";
import type { AccountState } from "../../domain/administration/account.ts";
import { isPresent } from "../../domain/work/seats.ts";
import type { App } from "../app.ts";

interface Asked {
  readonly organisation: string | undefined;
  readonly role: string | undefined;
  /** Those who are no longer here, in the place of those who are. */
  readonly left: boolean;
}

/** Who there is in one organisation or in all, for the operator of the machine. */
export async function listPeopleOf(app: App, { organisation, role, left }: Asked): Promise<{ readonly people: readonly AccountState[] } | { readonly refused: string }> {
  const organisations = await app.store.directory.organisations();
  const asked = organisation === undefined ? organisations : organisations.filter(({ code }) => code === organisation);
  if (organisation !== undefined && asked.length === 0) return { refused: `There is no organisation ${organisation} here. Add it with: bin/permanence authority add ${organisation} "Its name"` };
  if (role !== undefined && !isRole(role)) return { refused: `There is no role “${role}”. The roles are ${Object.keys(ROLES).join(", ")}` };
  const people: AccountState[] = [];
  for (const { code } of asked) people.push(...await app.store.reader({ type: "operator", authority: code }).administration.accountsOf(code));
  return { people: people.filter((one) => isPresent(one, app.clock.today()) !== left && (role === undefined || one.role === role)) };
}

import type { Person } from "../../domain/access/viewer.ts";
import { isPresent } from "../../domain/work/seats.ts";
import type { App } from "../app.ts";
import { audit, changing, looking } from "./administering.ts";
import type { Made, OrganisationsPage } from "./views.ts";

/** The administrator’s own organisation, what it has agreed with whom, and the agencies there are. */
export const openOrganisations = (app: App, person: Person): Promise<OrganisationsPage> =>
  looking(app, person, async (reader) => {
    const today = app.clock.today();
    const all = await app.store.directory.organisations();
    const own = all.find(({ code }) => code === person.organisation.code) ?? person.organisation;
    const agreements = own.type === "local-authority" ? [await reader.agreementOf(own.code)] : await reader.agreementsWith(own.code);
    return {
      own, people: (await reader.administration.accountsOf(own.code)).filter((one) => isPresent(one, today)).length,
      agreements: agreements.flatMap((agreement) => {
        const [authority, agency] = [all.find(({ code }) => code === agreement?.authority), all.find(({ code }) => code === agreement?.agency)];
        return agreement === undefined || authority === undefined || agency === undefined ? [] : [{ agreement, authority, agency }];
      }).toSorted((a, b) => a.authority.name.localeCompare(b.authority.name)),
      agencies: all.filter(({ type }) => type !== "local-authority"),
    };
  });

const LONGEST = 100;

/** Calls the administrator’s own organisation otherwise. */
export function renameOrganisation(app: App, person: Person, typed: string, basedOn: string): Promise<Made<string>> {
  const name = typed.trim().replaceAll(/\s+/g, " ");
  return changing(app, person, async (writer) => {
    const own = await app.store.directory.organisation(person.organisation.code);
    if (own === undefined) return { outcome: "not-found" };
    const against = (message: string): Made<string> => ({ outcome: "refused", refusals: [{ field: "name", message }] });
    if (own.name !== basedOn) return { outcome: "overtaken" };
    if (name === "") return against("Enter what the organisation is called");
    if (name.length > LONGEST) return against(`The name must be ${LONGEST} characters or fewer`);
    if (name === own.name) return against("Nothing is changed yet: it is called this already");
    await writer.addOrganisation({ ...own, name });
    await audit(app, writer, person, "set-organisation", { code: own.code, did: "rename" });
    return { outcome: "done", done: name };
  });
}

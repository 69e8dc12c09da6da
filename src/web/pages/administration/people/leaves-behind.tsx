import type { PersonPage } from "../../../../app/administration/views.ts";
import type { Html } from "../../../govuk/html.ts";
import { childrenPath } from "../../team/paths.ts";
import { listed } from "../../../../domain/words.ts";
import { AS, childrenInWords } from "../words.ts";

/** How many children somebody has, and where a manager gives them to others. `site`: where the service is, for an address to send. */
export function LeavesBehind({ page: { person, leaves, managers }, site }: { readonly page: PersonPage; readonly site: string }): Html {
  if (leaves.length === 0) return <p class="govuk-body">No child whose journey goes on is theirs.</p>;
  const words = listed(leaves.map(({ as, children }) => `${childrenInWords(children)} ${AS[as]}`));
  const allocated = leaves.some(({ as }) => as !== "reviewing-officer");
  // The children of somebody who is gone are nobody’s.
  const who = person.isHere ? `worker:${person.account}` : leaves.some(({ as }) => as === "allocated-worker") ? "nobody:social-worker" : "nobody:family-finder";
  const where = `${site}${childrenPath(who, undefined).replace("%3A", ":")}`;
  return (
    <>
    <p class="govuk-body" id="children">
      {person.name} {person.isHere ? "has" : "has left behind"} {words}.{" "}
      {!allocated ? "Who reviews a child is recorded on the child’s page." : managers.length === 0
        ? "No team manager is here to give them to others. Send this address to whoever becomes one; you cannot open it yourself."
        : <>{listed(managers.map(({ name, team }) => (team === null ? name : `${name} (${team})`)))} can give them to others. Send them this address; you cannot open it yourself.</>}
    </p>
    {allocated ? <p class="govuk-body pt-address">{where}</p> : null}
    </>
  );
}

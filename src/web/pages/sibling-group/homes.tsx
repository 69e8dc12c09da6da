import type { SiblingGroupPage } from "../../../app/views.ts";
import type { Entry } from "../../../domain/chronology/entry.ts";
import type { Html } from "../../govuk/html.ts";

interface Props {
  readonly group: SiblingGroupPage;
  readonly decision: Entry;
}

/** Who is to live with whom by a decision: a box for each home, with the children who are to be in it. */
export function Homes({ group, decision }: Props): Html | null {
  const homes = group.homes.get(decision.number) ?? [];
  const named = decision.detail["decision"] === "subgroups";
  if (homes.length === 0) return null;
  return (
    <ul class="pt-homes" aria-label="Who is to live with whom">
      {homes.map((home, i) => (
        <li class="pt-homes__home">
          {named ? <span class="pt-homes__name">Group {i + 1}</span> : null}
          <ul class="pt-homes__children">
            {home.map(({ recordId, localId }) => {
              const member = group.members.find((m) => m.recordId === recordId);
              return (
                <li>
                  <a class="govuk-link govuk-link--no-visited-state" href={`/children/${recordId}`}>{localId}</a>{" "}
                  <span class="pt-quiet pt-small">{member === undefined ? "has left the group" : member.age}</span>
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ul>
  );
}

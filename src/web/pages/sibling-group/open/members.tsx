import type { GroupMember, SiblingGroupPage } from "../../../../app/views.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { STAGES } from "../../../../domain/permanence/stage.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { addressOf } from "../group-of.ts";

/** Who is in the group now, and where each stands. */
export function Members({ group }: { readonly group: SiblingGroupPage }): Html {
  const { members, may } = group;
  return (
    <section aria-labelledby="members-heading" class="pt-section">
      <div class="pt-heading">
        <h2 class="govuk-heading-m pt-heading__title" id="members-heading">Children in the group</h2>
        {may.record ? <p class="pt-heading__action">{component("govukButton", { text: "Add a child", href: addressOf(group, "/add"), classes: "govuk-button--secondary pt-button--small" })}</p> : null}
      </div>
      {members.length === 0 ? <p class="govuk-body">Nobody is in this group any more.</p> : (
        <table class="govuk-table pt-table pt-members" role="table">
          <caption class="govuk-visually-hidden">Children in the group</caption>
          <thead role="rowgroup"><tr role="row">
            <th role="columnheader" scope="col">Child</th><th role="columnheader" scope="col">Age</th><th role="columnheader" scope="col">Stage</th>
            <th role="columnheader" scope="col">Where they stand</th><th role="columnheader" scope="col">In the group</th>{may.correct ? <th role="columnheader" scope="col">Change</th> : null}
          </tr></thead>
          <tbody role="rowgroup">{members.map((member) => <Row group={group} member={member} />)}</tbody>
        </table>
      )}
      {members.length === 0 ? null : <p class="govuk-body-s"><a class="govuk-link" href={`/tracker?group=${group.recordId}`}>Show the group on the tracker</a></p>}
    </section>
  );
}

const Row = ({ group, member }: { readonly group: SiblingGroupPage; readonly member: GroupMember }) => (
  <tr role="row">
    <td role="cell" class="pt-nowrap"><a class="govuk-link govuk-link--no-visited-state" href={`/children/${member.recordId}`}>{member.localId}</a></td>
    <td role="cell" class="pt-nowrap">{member.age}</td>
    <td role="cell">{STAGES[member.stage]}</td>
    <td role="cell">{member.stands.join(" · ")}</td>
    <td role="cell">Since {dayInWords(member.since)} (actual)</td>
    {group.may.correct ? (
      <td role="cell" class="pt-small pt-nowrap"><a class="govuk-link govuk-link--no-visited-state" href={addressOf(group, `/entries/${member.membership}/end`)}>End membership<span class="govuk-visually-hidden"> of {member.localId}</span></a></td>
    ) : null}
  </tr>
);

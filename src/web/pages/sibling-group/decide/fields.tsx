import type { SiblingGroupPage } from "../../../../app/views.ts";
import { TOGETHER_OR_APART } from "../../../../domain/chronology/codes.ts";
import type { Named } from "../../../../domain/siblings/subgroups.ts";
import { DateInput, type FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorAt } from "../../child/entry-form/form.ts";
import { boxOfChild, type TypedDecision } from "./form.ts";

interface Props {
  readonly group: SiblingGroupPage;
  readonly typed: TypedDecision;
  readonly errors: readonly FieldError[];
}

/** The fields of a decision: its day, what was decided, and for smaller groups who with whom. */
export function DecisionFields({ group, typed, errors }: Props): Html {
  const { detail, happenedOn } = typed.entry;
  const error = errorAt(errors, "detail-decision");
  // Of two children, smaller groups are together or apart.
  const offered = (["together", "apart", "subgroups"] as const).filter((code) => code !== "subgroups" || group.family.length > 2 || detail["decision"] === code);
  return (
    <>
      <DateInput id="happenedOn" legend="When was it decided?" value={happenedOn} error={errorAt(errors, "happenedOn-day")} />
      <input type="hidden" name="certainty" value="actual" />
      {component("govukRadios", {
        idPrefix: "detail-decision", name: "detail-decision", errorMessage: error === undefined ? undefined : { text: error },
        fieldset: { legend: { text: "How are they to be placed?", classes: "govuk-fieldset__legend--m" } },
        items: offered.map((code) => ({ value: code, text: TOGETHER_OR_APART[code], checked: detail["decision"] === code })),
      })}
      {offered.includes("subgroups") ? <WhoWithWhom group={group} typed={typed} errors={errors} /> : null}
      {component("govukTextarea", { id: "detail-note", name: "detail-note", value: detail["note"] ?? "", label: { text: "Note (optional)", classes: "govuk-label--m" }, rows: "4" })}
    </>
  );
}

/** One list a child; the first has the id that what is wrong is told at. */
function WhoWithWhom({ group, typed, errors }: Props) {
  const wrong = errors.filter((e) => e.id === "detail-subgroups");
  return (
    <div class={`govuk-form-group${wrong.length > 0 ? " govuk-form-group--error" : ""}`}>
      <fieldset class="govuk-fieldset" aria-describedby={`subgroups-hint${wrong.length > 0 ? " subgroups-error" : ""}`}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">If in smaller groups, who is to live with whom?</legend>
        <div class="govuk-hint" id="subgroups-hint">Choose the same group for children who are to live together. Leave out a child who was not in the sibling group on that day.</div>
        {wrong.length === 0 ? null : (
          <div id="subgroups-error">{wrong.map(({ text }) => <p class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> {text}</p>)}</div>
        )}
        {group.family.map((child, i) => <GroupOfChild group={group} child={child} id={i === 0 ? "detail-subgroups" : boxOfChild(child)} chosen={typed.homes[child.recordId] ?? ""} />)}
      </fieldset>
    </div>
  );
}

interface ChildProps {
  readonly group: SiblingGroupPage;
  readonly child: Named;
  readonly id: string;
  readonly chosen: string;
}

function GroupOfChild({ group: { family, members }, child, id, chosen }: ChildProps) {
  const member = members.find((m) => m.recordId === child.recordId);
  return component("govukSelect", {
    id, name: boxOfChild(child), formGroup: { classes: "pt-who" },
    label: { text: member === undefined ? `${child.localId} (has left the group)` : `${child.localId} (${member.age})` },
    items: [{ value: "", text: "Choose" }, ...Array.from({ length: Math.max(2, family.length - 1) }, (_, i) => ({ value: String(i + 1), text: `Group ${i + 1}`, selected: chosen === String(i + 1) }))],
  });
}

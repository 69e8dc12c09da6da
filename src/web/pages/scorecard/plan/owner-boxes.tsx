import { type Choosable, OWNING_OFFICES } from "../../../../domain/scorecard/plan/owners.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { Box } from "../../meetings/series/fields.tsx";
import { ownerBoxes } from "./form.ts";

const LIST = "plan-owners";

interface Props {
  readonly legend: string;
  readonly hint: string;
  readonly owners: readonly string[];
  readonly people: readonly Choosable[];
  readonly errors: readonly FieldError[];
  /** Who of the owners is nobody of the list, and whether that is said to be right. */
  readonly outside?: readonly { readonly name: string; readonly said: boolean }[];
}

/** People and offices, one a box: begun to be typed and chosen from the list, or written out. */
export const OwnerBoxes = ({ legend, hint, owners, people, errors, outside }: Props): Html => (
  <fieldset class="govuk-fieldset pt-plan__owners" aria-describedby="owners-hint">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
    <div class="govuk-hint" id="owners-hint">{hint}</div>
    <datalist id={LIST}>{[...OWNING_OFFICES.map(({ label }) => label), ...people.map(({ label }) => label)].map((label) => <option value={label}>{label}</option>)}</datalist>
    {ownerBoxes(owners).map((text, i) => <Box id={`owners-${i}`} label={`${i + 1}`} value={text} errors={errors} list={LIST} classes="govuk-!-width-two-thirds" />)}
    {outside === undefined || outside.length === 0 ? null : <div class="pt-plan__outside">{component("govukCheckboxes", { idPrefix: "outside", name: "outside", classes: "govuk-checkboxes--small", items: outside.map(({ name, said }, i) => ({ name: `outside-${i}`, value: name, checked: said, text: `“${name}” is somebody outside, who is not told of it here` })) })}</div>}
  </fieldset>
);

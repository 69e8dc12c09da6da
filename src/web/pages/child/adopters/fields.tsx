import type { AdoptiveSideInput } from "../../../../domain/identity/household.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorAt } from "../entry-form/form.ts";

interface Props {
  readonly typed: AdoptiveSideInput;
  readonly errors: readonly FieldError[];
  /** There is an adoption order: the child’s new name is asked for too. */
  readonly ordered: boolean;
}

type Field = keyof AdoptiveSideInput;

/** Who the adopters are and where they live; from the order on, who the child is now. */
export const AdoptiveFields = (props: Props): Html => (
  <>
    <Pair {...props} legend="First adopter" fields={["given1", "family1"]} />
    <Pair {...props} legend="Second adopter, if there is one" fields={["given2", "family2"]} />
    <Group legend="Where they live">
      <Area {...props} field="address" label="Address" hint="Each line on a line of its own, without town and postcode" rows="3" />
      <Line {...props} field="town" label="Town or village" width="20" />
      <Line {...props} field="postcode" label="Postcode" width="10" />
    </Group>
    <Group legend="How to reach them">
      <Area {...props} field="phones" label="Telephone numbers" hint="Each on a line of its own" rows="2" />
      <Line {...props} field="email" label="Email address" width="20" />
    </Group>
    {props.ordered ? (
      <Group legend="The child since the order">
        <Line {...props} field="childGiven" label="Given names" width="20" />
        <Line {...props} field="childFamily" label="Family name" width="20" />
        <Line {...props} field="newRecord" label="Where the new record is" hint="Which system, and its number there" width="20" />
        <Line {...props} field="nhsNumber" label="New NHS number" width="10" />
        <Line {...props} field="pupilNumber" label="New unique pupil number" width="10" />
      </Group>
    ) : null}
  </>
);

const Group = ({ legend, children }: { readonly legend: string; readonly children?: unknown }): Html => (
  <fieldset class="govuk-fieldset pt-adoptive__group">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{legend}</legend>
    {children}
  </fieldset>
);

const Pair = ({ legend, fields: [given, family], ...props }: Props & { readonly legend: string; readonly fields: readonly [Field, Field] }): Html => (
  <Group legend={legend}>
    <Line {...props} field={given} label="Given names" width="20" />
    <Line {...props} field={family} label="Family name" width="20" />
  </Group>
);

interface FieldProps extends Props {
  readonly field: Field;
  readonly label: string;
  readonly hint?: string;
}

const common = ({ field, label, hint, typed, errors }: FieldProps) => {
  const error = errorAt(errors, field);
  return {
    id: field, name: field, value: typed[field], label: { text: label }, autocomplete: "off", spellcheck: false,
    ...(hint === undefined ? {} : { hint: { text: hint } }), ...(error === undefined ? {} : { errorMessage: { text: error } }),
  };
};

const Line = (props: FieldProps & { readonly width: string }): Html => component("govukInput", { ...common(props), classes: `govuk-input--width-${props.width}` });
const Area = (props: FieldProps & { readonly rows: string }): Html => component("govukTextarea", { ...common(props), rows: props.rows });

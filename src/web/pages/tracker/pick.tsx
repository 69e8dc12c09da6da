import type { Html } from "../../govuk/html.ts";
import type { Option } from "./filter-words.ts";

interface Props {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  /** Said where nothing is chosen. */
  readonly any?: string;
  /** One value at most. */
  readonly single?: boolean;
  /** An empty value is sent too, so that taking the last one out is a choice of its own. */
  readonly sendsNone?: boolean;
}

/** A filter that opens on its choices. It says what is chosen while it is closed, and works without scripts. */
export function Pick({ name, label, options, chosen, any = "Any", single = false, sendsNone = false }: Props): Html {
  const words = options.filter(({ value }) => chosen.includes(value)).map(({ text }) => text);
  return (
    <details class="pt-pick" name="filter">
      <summary class="pt-pick__summary">
        <span class="pt-pick__label">{label}</span>
        <span class={`pt-pick__value${words.length === 0 ? "" : " pt-pick__value--set"}`}>{words.length === 0 ? any : words.length > 2 ? `${words.length} chosen` : words.join(", ")}</span>
      </summary>
      <fieldset class="pt-pick__choices">
        <legend class="govuk-visually-hidden">{label}</legend>
        {sendsNone && !single ? <input type="hidden" name={name} value="" /> : null}
        {single ? <Choice type="radio" name={name} option={{ value: "", text: any }} checked={words.length === 0} /> : null}
        {options.map((option) => <Choice type={single ? "radio" : "checkbox"} name={name} option={option} checked={chosen.includes(option.value)} />)}
      </fieldset>
    </details>
  );
}

interface ChoiceProps {
  readonly type: "radio" | "checkbox";
  readonly name: string;
  readonly option: Option;
  readonly checked: boolean;
}

const Choice = ({ type, name, option: { value, text, children }, checked }: ChoiceProps) => (
  <label class="pt-pick__choice">
    <input type={type} name={name} value={value} checked={checked} /> <span>{text}</span>
    {children === undefined ? null : <span class="pt-pick__count">{children}<span class="govuk-visually-hidden"> {children === 1 ? "child" : "children"}</span></span>}
  </label>
);

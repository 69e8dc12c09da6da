import { CERTAINTIES } from "../../../../domain/chronology/entry.ts";
import { COMMON_DETAIL, type DetailField } from "../../../../domain/chronology/kinds.ts";
import { wayInWords } from "../../../../domain/work/answers.ts";
import type { FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorAt } from "../entry-form/form.ts";
import { type LineForm, lineId, type TypedLine } from "./form.ts";

interface Props {
  readonly form: LineForm;
  readonly typed: TypedLine;
  readonly errors: readonly FieldError[];
}

/** The boxes of one line: the day, how certain, what answers it, where the proof is; or why it is not appropriate. */
export function LineFields({ form, typed, errors }: Props): Html {
  const { line, ways, mayDecline, more, ahead } = form;
  const id = lineId(line);
  const input = (name: string, label: string, value: string, classes: string) =>
    component("govukInput", { id: `${id}-${name}`, name: `${id}-${name}`, value, label: { text: label, classes: "pt-check__label" }, classes: `pt-check__box ${classes}`, autocomplete: "off", errorMessage: optional(errorAt(errors, `${id}-${name}`)) });
  const select = (name: string, label: string, value: string, items: readonly (readonly [string, string])[]) =>
    component("govukSelect", { id: `${id}-${name}`, name: `${id}-${name}`, label: { text: label, classes: "pt-check__label" }, classes: "pt-check__box", items: items.map(([code, text]) => ({ value: code, text, selected: code === value })), errorMessage: optional(errorAt(errors, `${id}-${name}`)) });
  return (
    <div class="pt-check__fields">
      {ways.length === 0 ? null : (
        <>
          {ways.length > 1 ? select("kind", "Answered by", typed.kind, ways.map((way) => [way.kind, wayInWords(way)])) : null}
          {input("on", "Day", typed.on, "pt-check__box--day")}
          {ahead ? select("certainty", "How certain", typed.certainty, [["actual", CERTAINTIES.actual], ["provisional", CERTAINTIES.provisional], ["planned", CERTAINTIES.planned]]) : null}
          {more.map(([name, field]) => field.type === "code" || field.type === "yes-no"
            ? select(`detail-${name}`, field.label, typed.more[name] ?? "", choicesOf(field))
            : input(`detail-${name}`, field.label, typed.more[name] ?? "", ""))}
          {input("system", COMMON_DETAIL.evidenceSystem.label, typed.system, "")}
          {input("place", COMMON_DETAIL.evidencePlace.label, typed.place, "")}
        </>
      )}
      {mayDecline ? input("why", `${ways.length === 0 ? "Not" : "Or not"} appropriate for this child, because`, typed.why, "pt-check__box--why") : null}
    </div>
  );
}

const choicesOf = ({ type, codes = {} }: DetailField): readonly (readonly [string, string])[] =>
  [["", "Choose"], ...(type === "yes-no" ? [["yes", "Yes"], ["no", "No"]] as const : Object.entries(codes))];

const optional = (text: string | undefined) => (text === undefined ? undefined : { text });

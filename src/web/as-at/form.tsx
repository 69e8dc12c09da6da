import type { Html } from "../govuk/html.ts";
import { component } from "../govuk/macros.ts";
import { DateInput } from "../forms/fields.tsx";
import type { AsAtForm as Typed } from "./as-at.ts";

interface Props {
  readonly action: string;
  /** What was typed, where it could not be read: the form is then open and says why. */
  readonly typed: Typed | undefined;
  /** What else the address holds, kept on the way to the other day. */
  readonly keep?: readonly (readonly [string, string])[];
}

/** Either question may be asked of a record, a list or a figure; the page then says which it answers. */
export const AsAtForm = ({ action, typed, keep }: Props): Html =>
  component("govukDetails", {
    summaryText: "See it as at another day", classes: "pt-as-at-form", open: typed !== undefined,
    html: (
      <form method="get" action={action}>
        {keep?.map(([name, value]) => <input type="hidden" name={name} value={value} />)}
        {component("govukRadios", {
          idPrefix: "how", name: "how", classes: "govuk-radios--small",
          fieldset: { legend: { text: "Which question?", classes: "govuk-fieldset__legend--s" } },
          items: [
            { value: "stood", text: "As it stood: what had happened by that day, from all we know now", checked: typed?.how !== "known" },
            { value: "known", text: "As we knew it: only what had been written down by that day", checked: typed?.how === "known" },
          ],
        })}
        <DateInput id="as-at" legend="Which day?" value={typed?.date ?? { day: "", month: "", year: "" }} error={typed?.error} small />
        {component("govukButton", { text: "Show that day", classes: "govuk-button--secondary pt-button--small" })}
      </form>
    ),
  });

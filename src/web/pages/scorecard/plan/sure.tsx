import type { FieldError } from "../../../forms/fields.tsx";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { errorOf } from "../../meetings/series/fields.tsx";

/** Once words may be a child: whoever writes says that they have looked. */
export function Sure({ errors, sure = false }: { readonly errors: readonly FieldError[]; readonly sure?: boolean | undefined }): Html | null {
  const error = errorOf(errors, "sure");
  return error === undefined && !sure ? null : component("govukCheckboxes", {
    idPrefix: "sure", name: "sure", classes: "govuk-checkboxes--small", items: [{ value: "yes", checked: sure, text: "I have looked: no words here are of one child" }],
    ...(error === undefined ? {} : { errorMessage: error }),
  });
}

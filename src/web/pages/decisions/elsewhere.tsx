import type { Kind } from "../../../domain/chronology/kinds.ts";
import { isDecidable } from "../../../domain/decisions/decidable.ts";
import type { Html } from "../../govuk/html.ts";
import { decidePath } from "./paths.ts";

/** On other forms of a decision of the decision-maker’s: where they decide. Nothing for any other kind. */
export const DecideElsewhere = ({ recordId, kind }: { readonly recordId: string; readonly kind: Kind }): Html | null =>
  isDecidable(kind) ? <p class="govuk-body">The decision-maker decides on <a class="govuk-link" href={decidePath(recordId, { kind })}>a page of its own</a>, with the papers, the reasons and the feedback together.</p> : null;

import type { ChildPage } from "../../../../app/views.ts";
import { sealInForce } from "../../../../domain/identity/sealing.ts";
import { lastOf } from "../../../../domain/permanence/moments.ts";
import type { Html } from "../../../govuk/html.ts";

/** What leads to the adoptive side, to those who have a part in it. */
export function AdoptionSide({ child: { case: c, may, recordId } }: { readonly child: ChildPage }): Html | null {
  const sealed = sealInForce(c) !== undefined;
  const matched = ["link", "match-decision", "placed-for-adoption"] as const;
  const links = [
    may.adopters === true && !sealed && matched.some((kind) => c.of(kind).length > 0) ? ["adopters", "Who the adopters are"] as const : null,
    may.seal === true && lastOf(c, "adoption-order") !== undefined ? ["seal", sealed ? "The seal, and what is behind it" : "Seal this record"] as const : null,
    may.release === true && (!sealed || c.of("document-released").length > 0) ? ["release", sealed ? "What went to the birth family" : "What goes to the birth family"] as const : null,
  ].filter((link) => link !== null);
  if (links.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-s">Adoption record</h2>
      <ul class="govuk-list pt-small">{links.map(([path, text]) => <li><a class="govuk-link" href={`/children/${recordId}/${path}`}>{text}</a></li>)}</ul>
    </section>
  );
}

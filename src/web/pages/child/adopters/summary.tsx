import type { AdoptiveSide } from "../../../../domain/identity/household.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";

type Row = readonly [label: string, lines: readonly string[]];

/** What is kept of the adoptive side, row by row; what is not known is left out. */
export function AdoptiveSummary({ side: { household, child } }: { readonly side: AdoptiveSide }): Html {
  const rows: readonly Row[] = [
    ["The child since the order", child === null ? [] : [`${child.givenNames} ${child.familyName}`]],
    ["New record", child === null ? [] : [child.newRecord]],
    ["New NHS number", child === null ? [] : [child.nhsNumber]],
    ["New unique pupil number", child === null ? [] : [child.pupilNumber]],
    ["Adopters", household?.adopters.map(({ givenNames, familyName }) => `${givenNames} ${familyName}`) ?? []],
    ["Address", household === null ? [] : [...household.address, household.town, household.postcode]],
    ["Telephone", household?.phones ?? []],
    ["Email", household === null ? [] : [household.email]],
  ];
  return component("govukSummaryList", {
    classes: "pt-summary pt-measure",
    rows: rows.map(([key, lines]) => [key, lines.map((line) => line.trim()).filter((line) => line !== "")] as const).filter(([, lines]) => lines.length > 0)
      .map(([key, lines]) => ({ key: { text: key }, value: { html: <>{lines.map((line, i) => <>{i === 0 ? null : <br />}{line}</>)}</> } })),
  });
}

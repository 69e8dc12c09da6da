import type { ComparedChild, ComparePage } from "../../../app/compare.ts";
import type { Html } from "../../govuk/html.ts";

interface Props {
  readonly child: ComparedChild;
  readonly page: ComparePage;
  /** The question in the child’s address, “?known-on=…”, or nothing. */
  readonly asAt: string;
}

/** A child by local id, with the name where names are shown, to their record as at the later day. */
export const ChildLink = ({ child: { recordId, localId, name, authority }, page: { authorities }, asAt }: Props): Html => (
  <>
    <a class="govuk-link govuk-link--no-visited-state pt-nowrap" href={`/children/${recordId}${asAt}`}>{localId}</a>
    {name === null ? null : <span class="pt-quiet"> {name}</span>}
    {authorities.length < 2 ? null : <span class="pt-quiet"> {authorities.find(({ code }) => code === authority)?.name}</span>}
  </>
);

import type { Html } from "../../govuk/html.ts";

/** A child named in an import, by local id; whose record it is, is looked up when somebody follows it. */
export const ChildLink = ({ localId }: { readonly localId: string }): Html =>
  <a class="govuk-link" href={`/imports/children/${encodeURIComponent(localId)}`}>{localId}</a>;

import type { ChildPage } from "../../../../app/views.ts";
import type { Html } from "../../../govuk/html.ts";

/** What every form here carries: the date it speaks of, the version it was made from, and the way back. */
export const Hidden = ({ child, returnTo, entry }: { readonly child: ChildPage; readonly returnTo: string; readonly entry: number | "add" }): Html => (
  <>
    <input type="hidden" name="entry" value={String(entry)} />
    <input type="hidden" name="basedOn" value={String(child.version)} />
    <input type="hidden" name="return" value={returnTo} />
  </>
);

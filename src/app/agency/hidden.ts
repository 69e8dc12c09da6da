import type { Viewer } from "../../domain/access/viewer.ts";
import type { SharedField } from "../../domain/agency/agreement.ts";
import type { Reader } from "../../store/reader.ts";
import { sideOf } from "./side.ts";

/** The authorities whose agreement does not show a field to the viewer’s agency; none to anybody else. */
export async function hiding(reader: Reader, viewer: Viewer, field: SharedField): Promise<ReadonlySet<string>> {
  if (viewer.type !== "person" || sideOf(viewer) !== "agency") return new Set();
  const agreements = await reader.agreementsWith(viewer.organisation.code);
  return new Set(agreements.filter(({ fields }) => !fields.includes(field)).map(({ authority }) => authority));
}

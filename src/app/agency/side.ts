import type { Viewer } from "../../domain/access/viewer.ts";
import type { DifferenceSide } from "../../domain/agency/differences.ts";

/** On which side of an agreement somebody is. */
export const sideOf = (viewer: Viewer): DifferenceSide => (viewer.type === "person" && viewer.organisation.type !== "local-authority" ? "agency" : "authority");

import { isSiblingGroupKind, type Kind } from "../../../../domain/chronology/kinds.ts";
import type { Occasion, Standard } from "../../../../domain/standards/standard.ts";

/** Where what would stop a clock can be recorded; nothing where no one kind of entry would. */
export function recordLinkOf(recordId: string, standard: Standard | undefined): string | undefined {
  const kind = standard === undefined ? undefined : stoppingKind(standard);
  return kind === undefined || isSiblingGroupKind(kind) ? undefined : `/children/${recordId}/record/${kind}`;
}

export function stoppingKind(standard: Standard): Kind | undefined {
  const occasions: readonly Occasion[] =
    "stops" in standard ? standard.stops : "of" in standard ? standard.of : [];
  const first = occasions.find((occasion) => "kind" in occasion && occasion.edge === "start");
  return first !== undefined && "kind" in first ? first.kind : undefined;
}

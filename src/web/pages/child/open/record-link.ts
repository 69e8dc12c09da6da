import type { Kind } from "../../../../domain/chronology/kinds.ts";
import type { Occasion, Standard } from "../../../../domain/standards/standard.ts";

/** The kind of entry that would most simply stop a clock of a standard; nothing where no one kind would. */
export function stoppingKind(standard: Standard): Kind | undefined {
  const occasions: readonly Occasion[] =
    "stops" in standard ? standard.stops : "of" in standard ? standard.of : [];
  const first = occasions.find((occasion) => "kind" in occasion && occasion.edge === "start");
  return first !== undefined && "kind" in first ? first.kind : undefined;
}

import { GROUP_KINDS, type GroupKind } from "../../domain/scorecard/published/published.ts";
import type { Place } from "../../domain/standards/reading.ts";

/** Whom an authority of the demonstration is compared with. */
export interface ToldComparators {
  /** What the publication is called. */
  readonly source: string;
  readonly groups: readonly { readonly organisation: string; readonly name: string; readonly kind: GroupKind; readonly members: readonly string[] }[];
}

/** The groups as their file tells them. Throws Unreadable where one cannot be told. */
export function readComparators(place: Place): ToldComparators {
  place.keys(["source", "groups"]);
  return {
    source: place.at("source").text(),
    groups: place.at("groups").list().map((group) => {
      group.keys(["organisation", "name", "kind", "members"]);
      return {
        organisation: group.at("organisation").text(), name: group.at("name").text(),
        kind: group.at("kind").oneOf(GROUP_KINDS, "the kind of a group"), members: group.at("members").list().map((member) => member.text()),
      };
    }),
  };
}

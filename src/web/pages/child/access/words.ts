import type { AccessPage } from "../../../../app/access/open-access.ts";
import type { Opener } from "../../../../domain/access/openers.ts";
import { ROLES } from "../../../../domain/access/role.ts";
import { dayInWords } from "../../../../domain/dates/day.ts";
import { STAGES } from "../../../../domain/permanence/stage.ts";
import type { Colleague } from "../../../../domain/work/cover.ts";

/** In which state the record is, in a sentence or two. */
export function wallInWords({ wall, closed, rule, restriction, names, authority }: AccessPage): string {
  switch (wall) {
    case 0: return `Everybody at ${authority.name} whose role lets them see every child can open this record, and so can those who work with the child.`;
    case 1: return `This record is restricted of itself: ${rule.fromStage === "adopted" ? "every record is, once the adoption order is made" : `at ${authority.name} every record is, from “${STAGES[rule.fromStage].toLowerCase()}” on`}. Only the people below can open it. Nobody else finds it.`;
    case 2: return `Somebody restricted this record by hand${restriction === null ? "" : `: ${names.get(restriction.recordedBy) ?? restriction.recordedBy}, on ${dayInWords(restriction.happenedOn)}`}. Only the people named on it and the adoption records officer can open it. Nobody else finds it.`;
    case 3: return `${closed === "moved" ? "The child moved to another authority, and this record was left behind." : "This record is sealed."} Only adoption records officers can read it, and nobody writes in it.`;
  }
}

/** “Marigold Hobbleton, team manager”. */
export const described = ({ name, role, team }: Colleague): string => [name, ROLES[role].toLowerCase(), team].filter((part) => part !== null && part !== "").join(", ");

/** Whose code it is, where nobody here has it. */
export const nobodyInWords = (opener: Exclude<Opener, { by: "role" }>): string => {
  if (opener.by === "named") return opener.named.account;
  return opener.by === "team-manager" ? `Nobody yet: ${opener.code} has no manager here` : `${opener.code}, who has no account here`;
};

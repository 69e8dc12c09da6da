import { type Owner, type Role, ROLES } from "../access/role.ts";
import { DESKS } from "../work/desk.ts";

/** Who fills in a question of a form: a colour, and always the words. */
export const COLOURS = {
  "adoption-service": "Adoption service",
  "family-finder": "Family finder",
  "social-worker": "Child’s social worker",
  others: "Others",
} as const;
export type Colour = keyof typeof COLOURS;

/** Whose colour an owner’s questions have: that of whoever does the thing, or chases it and answers for them. */
export function colourOf(owner: Owner): Colour {
  const desk = DESKS[owner];
  if (desk.by === "family-finder" || desk.by === "social-worker") return desk.by;
  return desk.by === "role" && desk.role === "business-support" ? "adoption-service" : "others";
}

/** The roles that are of the adoption service, for what it alone fills in. */
const ADOPTION_SERVICE: ReadonlySet<Role> = new Set<Role>(["business-support", "tracking-administrator", "team-manager", "service-manager", "decision-maker"]);
export const isAdoptionService = (role: Role): boolean => ADOPTION_SERVICE.has(role);

/** The colour that somebody in a role fills in; none where nothing on a form has a colour of theirs. */
export function colourOfRole(role: Role): Colour | undefined {
  switch (role) {
    case "family-finder": case "social-worker": return role;
    case "business-support": case "tracking-administrator": return "adoption-service";
    default: return undefined;
  }
}

/** Whether a question with this owner is on the desk of somebody in the role: their own to do, or theirs to chase. */
export function isOnDeskOf(owner: Owner, role: Role): boolean {
  const desk = DESKS[owner];
  if (desk.by === "team") return role === "team-manager";
  return desk.by === "role" ? desk.role === role || (desk.role === "business-support" && role === "tracking-administrator") : desk.by === role;
}

/** Who chases what somebody without a desk here does: “adoption business support”; nothing where the owner answers for themselves. */
export function chaserOf(owner: Owner): string | undefined {
  const desk = DESKS[owner];
  if (desk.chases !== true) return undefined;
  const role: Role = desk.by === "role" ? desk.role : desk.by === "team" ? "team-manager" : desk.by;
  return ROLES[role];
}

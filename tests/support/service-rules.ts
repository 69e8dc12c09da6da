import { OFFICES, officesOf, SERVICES, type Office, type Service } from "../../src/domain/access/office.ts";
import { may, type Permission, PERMISSIONS, type Reach } from "../../src/domain/access/policy.ts";
import { type Owner, OWNERS, type Role, ROLES } from "../../src/domain/access/role.ts";
import { CHAPTERS, type Kind, KIND_CODES, KINDS } from "../../src/domain/chronology/kinds.ts";
import type { Standard } from "../../src/domain/standards/standard.ts";
import { USUAL_NEEDS } from "../../src/domain/standards/extensions.ts";
import { DESKS } from "../../src/domain/work/desk.ts";
import { loadPacks } from "../../src/reference/packs.ts";
import { loadStandards } from "../../src/reference/standards.ts";
import { navigationFor } from "../../src/web/layout/navigation.ts";

/** A page of words for each role, out of the tables that the program goes by: by the name of its file. */

const CHILDREN: Readonly<Record<Reach, string>> = {
  authority: "Every child of the authority.",
  allocated: "The children allocated to them, and those of somebody they cover for while that lasts.",
  agreement: "Children of the member authorities, from the stage that each authority’s agreement names.",
  named: "The children on whose records they are named as working with the child, on the days given there.",
  none: "No child.",
};

/** Whose a thing is that lands by each sort of desk, for the role that sits there. */
const BY_CHILD: Readonly<Partial<Record<Role, { readonly by: string; readonly says: string }>>> = {
  "social-worker": { by: "social-worker", says: "of each child allocated to them" },
  "family-finder": { by: "family-finder", says: "of each child whose family finder they are. This is also the permanence social worker" },
  "team-manager": { by: "team", says: "of each child of their team, and of a child whom nobody who is still here has: that child’s worker is theirs to name" },
  "reviewing-officer": { by: "reviewing-officer", says: "of each child whose reviewing officer they are, and of a child who has none named" },
};

export const fileOf = (role: Role): string => `${role}.md`;

export function serviceRules(): ReadonlyMap<string, string> {
  const roles = Object.keys(ROLES) as Role[];
  return new Map([["README.md", indexOf(roles)], ...roles.map((role) => [fileOf(role), pageOf(role)] as const)]);
}

const MADE = "<!-- Made by `node --import tsx tests/support/write-service-rules.ts` from the tables of the program. Change those. -->";

const indexOf = (roles: readonly Role[]): string => page([
  "# Service rules", MADE,
  "A page for each role: which children they see, what they may do, what lands on their desk, which questions and decisions are theirs, and which standards they own. The pages are made from the tables that the program itself goes by, and a test fails where they are no longer what those say.",
  "Nothing on them needs a role to be able to record: anybody who may record may answer for another, and the record then says on whose behalf. Only decisions and sign-offs are refused to others.",
  list(roles.map((role) => `[${ROLES[role]}](${fileOf(role)})`)),
]);

function pageOf(role: Role): string {
  const opens = may(role, "open-child");
  return page([
    `# ${ROLES[role]}`, MADE,
    "## Which children they see", CHILDREN[opens.allowed ? opens.reach : "none"],
    "## What they may do", permissionsOf(role),
    "## Their pages", sentence(navigationFor(role).map(({ text }) => text)),
    "## What lands on their desk", deskOf(role),
    "## Questions that are theirs", questions((owner) => owner === role, "No milestone is theirs to answer first."),
    ...chasedBy(role),
    "## Decisions that only they confirm", decisionsOf(role),
    "## What they sign off", signOffsOf(role),
    "## Standards they own", standardsOf(role),
  ]);
}

function permissionsOf(role: Role): string {
  const all = Object.keys(PERMISSIONS) as Permission[];
  const said = (permission: Permission): string => PERMISSIONS[permission].replace("your", "their");
  const not = all.filter((permission) => !may(role, permission).allowed);
  return [
    list(all.filter((permission) => may(role, permission).allowed).map((permission) => capital(said(permission)))),
    not.length === 0 ? "" : `They may not ${not.map(said).join("; ")}.`,
  ].filter((text) => text !== "").join("\n\n");
}

/** The owners who have no desk here, and whose work this role chases. */
const chased = (role: Role): readonly Owner[] => (Object.keys(DESKS) as Owner[]).filter((owner) => {
  const desk = DESKS[owner];
  return desk.chases === true && (desk.by === "role" ? desk.role === role : desk.by === BY_CHILD[role]?.by);
});

function deskOf(role: Role): string {
  const of = BY_CHILD[role]?.says ?? "of every child they see";
  const others = chased(role).map((owner) => (owner === "legal" ? "" : "the ") + lower(OWNERS[owner]).replace(/^the /, ""));
  return [
    `What is due from the ${lower(ROLES[role])}, ${of}.`,
    others.length === 0 ? "" : `Also what is due from ${inWords(others)}, who have no desk here: they see that it is done, and answer on their behalf.`,
    "While they cover for somebody who is away, that person’s work too, marked with their name. Anybody to whom a child is allocated has that child’s work, whatever their role.",
  ].filter((text) => text !== "").join("\n\n");
}

function questions(isOf: (owner: Owner) => boolean, none: string): string {
  const kinds = KIND_CODES.filter((kind) => isOf(KINDS[kind].asks) && KINDS[kind].notByHand === undefined);
  const chapters = [...Map.groupBy(kinds, (kind) => KINDS[kind].chapter)];
  return chapters.length === 0 ? none : list(chapters.map(([chapter, of]) => `**${CHAPTERS[chapter]}**: ${of.map((kind) => KINDS[kind].label).join("; ")}`));
}

function chasedBy(role: Role): readonly string[] {
  const owners = chased(role);
  return owners.length === 0 ? [] : ["## Questions they answer on behalf of others", ...owners.map((owner) => `${OWNERS[owner]}:\n\n${questions((asks) => asks === owner, "None.")}`)];
}

function decisionsOf(role: Role): string {
  const kinds: readonly Kind[] = KIND_CODES.filter((kind) => KINDS[kind].decidedBy === role);
  return kinds.length === 0 ? "None." : `${list(kinds.map((kind) => KINDS[kind].label))}\n\nAnybody who may record may put one of these down as planned or provisional. It then waits for them, or for their named deputy, to confirm it.`;
}

function signOffsOf(role: Role): string {
  const offices: readonly Office[] = [...new Set([null, ...(Object.keys(SERVICES) as Service[])].flatMap((service) => officesOf(role, service)))];
  if (offices.length === 0) return "None.";
  const all = everyStandard().flatMap(([, standards]) => standards);
  return list(offices.map((office) => {
    const own = all.filter(({ extension }) => extension?.needs.includes(office) === true).map(({ id }) => id);
    const rest = USUAL_NEEDS.needs.includes(office) ? "extensions of every standard that does not say whose agreement they take" : "";
    const said = [own.length === 0 ? "" : `extensions of ${[...new Set(own)].join(", ")}`, rest].filter((text) => text !== "").join("; ");
    return `**${OFFICES[office]}**: ${said === "" ? "no standard asks for it" : said}`;
  }).concat(["Nobody signs off what they asked for themselves"]));
}

/** The last version of each standard, with the title of where it comes from. */
function everyStandard(): readonly (readonly [title: string, standards: readonly Standard[]])[] {
  const last = (standards: readonly Standard[]): readonly Standard[] => [...new Map(standards.map((s) => [s.id, s])).values()];
  return [["National", last(loadStandards())], ...loadPacks().map(({ title, standards }) => [title, last(standards)] as const)];
}

function standardsOf(role: Role): string {
  const parts = everyStandard().flatMap(([title, standards]) => {
    const own = standards.filter(({ owner }) => owner === role);
    return own.length === 0 ? [] : [`### ${title}\n\n${list(own.map((s) => `${s.id}: ${s.title}${s.tier === "checklist" ? " (checklist)" : s.confirmed ? "" : " (advisory)"}${s.mayDecline ? ". May be answered “not appropriate”" : ""}`))}`];
  });
  return parts.length === 0 ? "None." : parts.join("\n\n");
}

const page = (parts: readonly string[]): string => `${parts.join("\n\n")}\n`;
const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join("\n");
const sentence = (words: readonly string[]): string => `${words.join(", ")}.`;
const inWords = (words: readonly string[]): string => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`);
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const lower = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

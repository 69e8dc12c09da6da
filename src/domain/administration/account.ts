import { SERVICES, type Service } from "../access/office.ts";
import { isRole } from "../access/recognise.ts";
import { type Role, ROLES } from "../access/role.ts";
import type { Organisation, OrganisationType } from "../access/viewer.ts";
import type { Refusal } from "../commands/command.ts";
import { addMonths, type Day, dayInWords } from "../dates/day.ts";
import { NOT_AN_EMAIL, readEmail } from "./email.ts";

/** Somebody’s account as it stands. */
export interface AccountState {
  readonly account: string;
  readonly organisation: string;
  readonly name: string;
  readonly role: Role;
  /** The code under which children are allocated to them. */
  readonly worker: string | null;
  readonly team: string | null;
  readonly service: Service | null;
  /** In small letters; null: nobody signs in to it by a provider. */
  readonly signInName: string | null;
  /** Where mail to them goes; null: what they are told is in their inbox alone. */
  readonly email: string | null;
  /** The first day that they are no longer here. */
  readonly leftOn: Day | null;
}

/** What an administrator typed; empty where there is none. */
export interface AccountInput {
  readonly name: string;
  readonly role: string;
  readonly team: string;
  readonly worker: string;
  readonly service: string;
  readonly signInName: string;
  readonly email: string;
}

/** What a change is judged by. */
export interface AccountsHere {
  readonly organisation: Organisation;
  /** Everybody of the organisation, those who have left too. */
  readonly everyone: readonly AccountState[];
  /** The account of whoever asks. */
  readonly by: string;
  readonly today: Day;
  /** The account, of any organisation, that has the sign-in name already. */
  readonly signInNameOf: string | undefined;
  /** How many children are recorded under a code or an account. */
  readonly childrenUnder: (key: string) => number;
}

export type AccountField = Exclude<keyof AccountState, "account" | "organisation">;
export type AccountDecision =
  | { readonly accepted: true; readonly after: AccountState; readonly changed: readonly AccountField[]; readonly endsSessions: boolean }
  | { readonly accepted: false; readonly refusals: readonly Refusal[] };

const AGENCY_ROLES: readonly Role[] = ["agency-home-finder", "agency-lead", "adopters-social-worker", "administrator", "data-protection-officer", "auditor"];

/** The roles that people of an organisation may have: an authority’s, or an agency’s own. */
export const rolesOf = (type: OrganisationType): readonly Role[] =>
  type === "local-authority" ? (Object.keys(ROLES) as Role[]).filter((role) => role !== "agency-home-finder" && role !== "agency-lead") : AGENCY_ROLES;

const FIELDS: readonly AccountField[] = ["name", "role", "worker", "team", "service", "signInName", "email", "leftOn"];
/** Whoever is signed in as what the account was signs in again. */
const SIGNED_OUT_BY: ReadonlySet<AccountField> = new Set<AccountField>(["role", "signInName"]);
const LONGEST = 100;

/** Adds somebody, where there is no `before`, or changes them; refused with every reason at once. */
export function decideAccount(before: AccountState | undefined, input: AccountInput, here: AccountsHere): AccountDecision {
  const typed = { name: spaced(input.name), team: spaced(input.team), worker: input.worker.trim(), signInName: input.signInName.trim().toLowerCase(), email: readEmail(input.email) };
  const refusals = [
    ...refuseName(typed.name), ...refuseRole(before, input.role, here), ...refuseTeam(typed.team), ...refuseWorker(before, typed.worker, here),
    ...refuseService(input.service, input.role), ...refuseSignInName(before, typed.signInName, here),
    ...(typed.email === undefined && input.email.trim() !== "" ? against("email", NOT_AN_EMAIL) : []),
  ];
  if (refusals.length > 0 || !isRole(input.role)) return { accepted: false, refusals };
  const after: AccountState = {
    account: before?.account ?? accountFor(typed.name, here.organisation, new Set(here.everyone.map(({ account }) => account))), organisation: here.organisation.code, name: typed.name, role: input.role,
    worker: orNone(typed.worker), team: orNone(typed.team), service: orNone(input.service) as Service | null, signInName: orNone(typed.signInName), email: typed.email ?? null, leftOn: before?.leftOn ?? null,
  };
  return decided(before, after);
}

/** Says from which day somebody is no longer here, or, by null, that they are here after all. */
export function decideLeaving(before: AccountState, leftOn: Day | null, { by, today }: Pick<AccountsHere, "by" | "today">): AccountDecision {
  const against = (message: string): AccountDecision => ({ accepted: false, refusals: [{ field: "leftOn", message }] });
  if (before.account === by) return against("You cannot end your own account. Ask another administrator to");
  if (leftOn !== null && leftOn > addMonths(today, 12)) return against(`${dayInWords(leftOn)} is more than a year away. Say it nearer the day`);
  if (leftOn !== null && leftOn < addMonths(today, -60)) return against(`${dayInWords(leftOn)} is more than five years ago. Check the year`);
  const decision = decided(before, { ...before, leftOn });
  return decision.accepted && leftOn !== null && leftOn <= today ? { ...decision, endsSessions: true } : decision;
}

function decided(before: AccountState | undefined, after: AccountState): AccountDecision {
  const changed = FIELDS.filter((field) => before?.[field] !== after[field] && (before !== undefined || after[field] !== null));
  if (changed.length === 0) return { accepted: false, refusals: [{ field: "name", message: "Nothing is changed yet: this is what the account says already" }] };
  return { accepted: true, after, changed, endsSessions: before !== undefined && changed.some((field) => SIGNED_OUT_BY.has(field)) };
}

const spaced = (text: string): string => text.trim().replaceAll(/\s+/g, " ");
const orNone = (text: string): string | null => (text === "" ? null : text);
const against = (field: AccountField, message: string): readonly Refusal[] => [{ field, message }];

function refuseName(name: string): readonly Refusal[] {
  if (name === "") return against("name", "Enter their name, as colleagues know them");
  return name.length > LONGEST ? against("name", `The name must be ${LONGEST} characters or fewer`) : [];
}

function refuseRole(before: AccountState | undefined, role: string, { organisation, by }: AccountsHere): readonly Refusal[] {
  if (!isRole(role)) return against("role", "Choose what they do");
  if (before?.role === role) return [];
  if (before?.account === by) return against("role", "You cannot change your own role. Ask another administrator to");
  return rolesOf(organisation.type).includes(role) ? [] : against("role", `Nobody is ${ROLES[role].toLowerCase()} in ${organisation.name}. Choose another role`);
}

const refuseTeam = (team: string): readonly Refusal[] => (team.length > LONGEST ? against("team", `The team’s name must be ${LONGEST} characters or fewer`) : []);

function refuseWorker(before: AccountState | undefined, worker: string, { everyone, childrenUnder }: AccountsHere): readonly Refusal[] {
  if (worker === (before?.worker ?? "")) return [];
  if (before?.worker !== undefined && before.worker !== null && childrenUnder(before.worker) > 0) {
    const children = childrenUnder(before.worker);
    return against("worker", `${children === 1 ? "One child is" : `${children} children are`} recorded under ${before.worker}, and would be left without anybody. Keep the code until their manager has given them to somebody else`);
  }
  if (worker === "") return [];
  if (!/^[A-Za-z0-9]{1,20}$/.test(worker)) return against("worker", "A worker code is letters and figures with nothing between them, such as SW01001, 20 at most");
  const other = everyone.find((one) => one.worker === worker && one.account !== before?.account);
  return other === undefined ? [] : against("worker", `${worker} is the code of ${other.name}${other.leftOn === null ? "" : ", who has left"}. Children recorded under it would be shown to both: choose another`);
}

function refuseService(service: string, role: string): readonly Refusal[] {
  if (service === "") return [];
  if (!Object.hasOwn(SERVICES, service)) return against("service", "Choose one of the services, or none");
  return role === "service-manager" ? [] : against("service", "Only a service manager has a service to manage. Choose none, or that role");
}

function refuseSignInName(before: AccountState | undefined, name: string, { signInNameOf, everyone }: AccountsHere): readonly Refusal[] {
  if (name === (before?.signInName ?? "")) return [];
  if (before !== undefined && name === "") return against("signInName", "Without a sign-in name they could sign in no more. To end that, say that they have left");
  if (name === "") return [];
  if (name.length > 200 || /[\s\u0000-\u001f]/.test(name)) return against("signInName", "A sign-in name has no spaces, and 200 characters at most: it is what they type to sign in to your organisation’s computers, such as ash.rowan@council.gov.uk");
  if (signInNameOf === undefined || signInNameOf === before?.account) return [];
  const other = everyone.find(({ account }) => account === signInNameOf);
  return against("signInName", other === undefined ? "Somebody has this sign-in name already. Check it with your IT service" : `${other.name} signs in by this name already. Check it, or change theirs first`);
}

/** “harrowmere.ash.rowan”: an account of its own for a person, from where they work and what they are called. */
export function accountFor(name: string, organisation: Organisation, taken: ReadonlySet<string>): string {
  const plain = (text: string): string => text.normalize("NFD").toLowerCase().replaceAll(/[^a-z0-9]+/g, ".").replaceAll(/^\.+|\.+$/g, "");
  const begun = [plain(organisation.name).replaceAll(".", "-"), plain(name)].filter((part) => part !== "").join(".").slice(0, 90) || "somebody";
  for (let again = 1; ; again++) {
    const account = again === 1 ? begun : `${begun}.${again}`;
    if (!taken.has(account)) return account;
  }
}

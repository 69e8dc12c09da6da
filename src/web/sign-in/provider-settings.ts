import { parse } from "yaml";
import { isRole, type ProviderRules } from "../../domain/access/recognise.ts";
import { ROLES, type Role } from "../../domain/access/role.ts";
import { isThisMachine } from "./this-machine.ts";

/** A sign-in provider, as the operator describes it. */
export interface Provider extends ProviderRules {
  /** A short word of ours for it, part of addresses: `harrowmere`. */
  readonly id: string;
  /** What people read on the sign-in page: “Harrowmere Council”. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim by which the operator registers people. */
  readonly nameClaim: string;
  /** The claim that holds app roles: text, or a list of it. */
  readonly rolesClaim: string;
  /** The claim, and the word in it, by which the provider says that somebody has shown a second factor; without it nobody is signed in. */
  readonly secondFactor?: { readonly claim: string; readonly value: string };
}

/** Reads a file’s text; throws where there is none. */
export type ReadFile = (path: string) => string;

type Say = (line: string) => undefined;

const KEYS = ["id", "name", "issuer", "client-id", "client-secret", "client-secret-file", "organisations", "name-claim", "roles-claim", "roles", "second-factor"];

/** The providers of a SIGN_IN file, a YAML list. What is wrong with each is said, and the others are read all the same. */
export function parseProviders(text: string, read: ReadFile, say: Say): readonly Provider[] {
  let list: unknown;
  try {
    list = parse(text);
  } catch {
    // The fault is not quoted: the file may hold a secret.
    return say("SIGN_IN_FILE is not YAML. Write it as docs/operations.md shows") ?? [];
  }
  if (!Array.isArray(list) || list.length === 0) return say("SIGN_IN_FILE lists no provider. Write it as docs/operations.md shows") ?? [];
  const providers = list.flatMap((item: unknown, i) => {
    const provider = isMap(item) ? providerOf(item, i + 1, read, say) : say(`SIGN_IN_FILE, provider ${i + 1}: it should have an id, an issuer and the rest`);
    return provider === undefined ? [] : [provider];
  });
  for (const key of ["id", "issuer"] as const) {
    const twice = providers.find((p, i) => providers.findIndex((other) => other[key] === p[key]) < i);
    if (twice !== undefined) say(`SIGN_IN_FILE: two providers have the ${key} ${twice[key]}. Give each its own`);
  }
  return providers;
}

type Fields = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);

function providerOf(item: Fields, number: number, read: ReadFile, say: Say): Provider | undefined {
  const named = typeof item["id"] === "string" ? `“${item["id"]}”` : String(number);
  let good = true;
  const fault = (what: string): undefined => {
    good = false;
    return say(`SIGN_IN_FILE, provider ${named}: ${what}`);
  };
  const text = (key: string, what: string): string => {
    const value = item[key];
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    fault(`${key} is missing: ${what}`);
    return "";
  };
  for (const key of Object.keys(item)) if (!KEYS.includes(key)) fault(`“${key}” is not known. What is: ${KEYS.join(", ")}`);
  const id = text("id", "a short word for it in addresses, like harrowmere");
  if (id !== "" && !/^[a-z0-9][a-z0-9-]{0,39}$/.test(id)) fault("id may have small letters, digits and hyphens");
  if (id === "emergency") fault("id “emergency” is an address of the tracker’s own. Choose another");
  const provider: Provider = {
    id,
    name: text("name", "what people read when they sign in, like Harrowmere Council"),
    issuer: issuerOf(text("issuer", "its address, like https://login.microsoftonline.com/TENANT/v2.0"), fault),
    clientId: text("client-id", "the id that the provider gave the tracker"),
    clientSecret: secretOf(item, read, fault),
    organisations: organisationsOf(item["organisations"], fault),
    nameClaim: item["name-claim"] === undefined ? "preferred_username" : text("name-claim", "the claim that holds the sign-in name"),
    rolesClaim: item["roles-claim"] === undefined ? "roles" : text("roles-claim", "the claim that holds app roles"),
    roles: rolesOf(item["roles"], fault),
    ...secondFactorOf(item["second-factor"], fault),
  };
  return good ? provider : undefined;
}

type Fault = (what: string) => undefined;

function issuerOf(text: string, fault: Fault): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (text !== "" && (url === undefined || !(url.protocol === "https:" || isThisMachine(url)))) fault(`issuer is “${text}”. Set it to an https address`);
  if (/\/(common|organizations|consumers)\//.test(text)) fault("issuer is for every tenant there is. Use your own tenant’s id in it");
  return text;
}

function secretOf(item: Fields, read: ReadFile, fault: Fault): string {
  const [secret, file] = [item["client-secret"], item["client-secret-file"]];
  if (typeof secret === "string" && secret !== "" && file === undefined) return secret;
  if (secret !== undefined || typeof file !== "string") {
    fault("client-secret-file is missing: a file with the secret that the provider gave the tracker (or client-secret, the secret itself)");
    return "";
  }
  try {
    const text = read(file).trim();
    if (text !== "") return text;
  } catch {
    // Said below, as an empty file is.
  }
  fault(`client-secret-file names ${file}, which cannot be read or is empty`);
  return "";
}

function organisationsOf(value: unknown, fault: Fault): readonly string[] {
  const codes = Array.isArray(value) ? value.filter((code): code is string => typeof code === "string" && code !== "") : [];
  if (codes.length === 0 || codes.length !== (value as readonly unknown[]).length) fault("organisations is missing: a list of the codes of those whose people it signs in, like [E08000019]");
  return codes;
}

function secondFactorOf(value: unknown, fault: Fault): Pick<Provider, "secondFactor"> {
  if (value === undefined) return {};
  const { claim, value: word } = isMap(value) ? value : {};
  if (typeof claim === "string" && claim !== "" && typeof word === "string" && word !== "") return { secondFactor: { claim, value: word } };
  fault("second-factor is not a claim and the word in it, like { claim: amr, value: mfa }");
  return {};
}

function rolesOf(value: unknown, fault: Fault): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>();
  for (const [theirs, ours] of isMap(value) ? Object.entries(value) : []) {
    if (typeof ours === "string" && isRole(ours)) roles.set(theirs, ours);
    else fault(`the role ${theirs} is given as “${String(ours)}”, which is not a role here. The roles are ${Object.keys(ROLES).join(", ")}`);
  }
  if (!isMap(value) || Object.keys(value).length === 0) fault("roles is missing: its app roles, and which of ours each is, like Permanence.TeamManager: team-manager");
  return roles;
}

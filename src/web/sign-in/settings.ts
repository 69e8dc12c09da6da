import { type IdentityKey, NOT_A_KEY, readIdentityKey } from "../../app/identity/key.ts";
import { type BreakGlass, parseBreakGlass } from "../../app/sign-in/passphrase.ts";
import { keepsToItself } from "./database-address.ts";
import { parseProviders, type Provider, type ReadFile } from "./provider-settings.ts";
import { isThisMachine } from "./this-machine.ts";

/** What production needs besides its database; read once, at the start. */
export interface ServeSettings {
  /** Where people reach the tracker, such as `https://permanence.harrowmere.gov.uk`: no path, no slash at its end. */
  readonly address: string;
  /** Served over https, as it always is but on the machine itself. */
  readonly secure: boolean;
  readonly sessionKey: string;
  /** The key to the adoptive side, which is never in the database. */
  readonly identityKey: IdentityKey;
  /** How many proxies of our own stand before the tracker, each of which adds the address that it was asked from. */
  readonly proxies: number;
  readonly providers: readonly Provider[];
  readonly breakGlass: BreakGlass | undefined;
}

/** What is missing or wrong, a line each, with what to set. */
export class NotConfigured extends Error {
  override readonly name = "NotConfigured";
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(["serve is for production, and cannot start until these are set:", ...lines.map((line) => `  - ${line}`), "docs/operations.md says how. To try the tracker, use: bin/permanence demo"].join("\n"));
    this.lines = lines;
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Fewer than these letters and digits could be guessed. */
const KEY_LENGTH = 32;

/** Reads settings that are not of signing in: `setting` gives the value of a name, or what the file holds that it names; `say` takes what is wrong. */
export type AlsoRead = (setting: (name: string) => string | undefined, say: (line: string) => void) => void;

/** Everything that `serve` needs but the database, or every single thing that is missing, in one NotConfigured. */
export function readServeSettings(environment: Environment, read: ReadFile, databaseUrl: string | undefined, also: AlsoRead = () => undefined): ServeSettings {
  const wrong: string[] = [];
  const say = (line: string): undefined => void wrong.push(line);
  const setting = (name: string): string | undefined => settingOf(environment, name, read, say);

  if (databaseUrl === undefined) say("DATABASE_URL: the address of a PostgreSQL 18 database, like postgres://user:password@host:5432/database");
  else if (!keepsToItself(databaseUrl)) say("DATABASE_URL goes to another machine without saying sslmode=verify-full. End it with ?sslmode=verify-full (and &sslrootcert=FILE where its certificate is your own authority’s), so that nobody on the way reads or answers for it");
  const address = addressOf(setting("PUBLIC_ADDRESS"), say);
  const sessionKey = setting("SESSION_KEY");
  if (sessionKey === undefined) say("SESSION_KEY or SESSION_KEY_FILE: a secret that all the web processes share, such as the output of: openssl rand -base64 48");
  else if (sessionKey.length < KEY_LENGTH) say(`SESSION_KEY has ${sessionKey.length} characters. Use at least ${KEY_LENGTH}, such as the output of: openssl rand -base64 48`);
  const identity = setting("IDENTITY_KEY");
  const identityKey = identity === undefined ? undefined : readIdentityKey(identity);
  if (identity === undefined) say("IDENTITY_KEY or IDENTITY_KEY_FILE: the key to the identities of adopters, kept apart from the database: openssl rand -base64 32, or bin/permanence identity-key");
  else if (identityKey === undefined) say(`IDENTITY_KEY is ${NOT_A_KEY}`);
  const list = setting("SIGN_IN");
  if (list === undefined) say("SIGN_IN_FILE: a file that names the sign-in provider of each organisation");
  const providers = list === undefined ? [] : parseProviders(list, read, say);
  const glass = setting("BREAK_GLASS");
  const breakGlass = glass === undefined ? undefined : parseBreakGlass(glass, say);
  const proxies = countOf(setting("PROXIES"), say);
  also(setting, say);
  if (wrong.length > 0 || address === undefined || sessionKey === undefined || identityKey === undefined) throw new NotConfigured(wrong);
  return { address: address.origin, secure: address.protocol === "https:", sessionKey, identityKey, proxies, providers, breakGlass };
}

/** A setting from the environment, or from the file that `…_FILE` names. */
function settingOf(environment: Environment, name: string, read: ReadFile, say: (line: string) => undefined): string | undefined {
  const [text, file] = [environment[name]?.trim() || undefined, environment[`${name}_FILE`]?.trim() || undefined];
  if (text !== undefined && file !== undefined) return say(`${name} and ${name}_FILE are both set. Unset one of them`);
  if (file === undefined) return text;
  const held = tried(() => read(file));
  if (held === undefined) return say(`${name}_FILE names ${file}, which cannot be read`);
  return held.trim() === "" ? say(`${name}_FILE names ${file}, which is empty`) : held.trim();
}

const tried = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

function addressOf(text: string | undefined, say: (line: string) => undefined): URL | undefined {
  if (text === undefined) return say("PUBLIC_ADDRESS: where people reach the tracker, like https://permanence.example.gov.uk");
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !(url.protocol === "https:" || isThisMachine(url)) || url.pathname !== "/" || url.search !== "" || url.username !== "") {
    return say(`PUBLIC_ADDRESS is “${url === undefined || url.username !== "" ? "not an address" : text}”. Set it to an https address without a path, like https://permanence.example.gov.uk`);
  }
  return url;
}

function countOf(text: string | undefined, say: (line: string) => undefined): number {
  if (text === undefined || /^\d$/.test(text)) return Number(text ?? 0);
  say(`PROXIES is “${text}”. Set it to how many proxies of your own stand before the tracker, 0 to 9`);
  return 0;
}

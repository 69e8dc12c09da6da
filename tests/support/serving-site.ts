import type { AddressInfo } from "node:net";
import { serve, type ServerType } from "@hono/node-server";
import type { Hono } from "hono";
import pg from "pg";
import { type App, makeApp } from "../../src/app/app.ts";
import { addAccount } from "../../src/app/sign-in/accounts.ts";
import { machineClock } from "../../src/app/machine-clock.ts";
import type { BreakGlass } from "../../src/app/sign-in/passphrase.ts";
import type { Role } from "../../src/domain/access/role.ts";
import { openStore } from "../../src/store/store.ts";
import { createApp } from "../../src/web/app.tsx";
import type { WebEnv } from "../../src/web/deps.ts";
import { signInDepsOf } from "../../src/web/sign-in/deps.ts";
import type { Provider } from "../../src/web/sign-in/provider-settings.ts";
import { createTestDatabase } from "./database.ts";
import { IDENTITY_KEY } from "./identity-key.ts";
import { CLIENT, startProvider, type TestProvider } from "./openid-provider.ts";
import { HARROWMERE, TIDEWELL } from "./site.ts";
import type { Visit, Visitor } from "./visitor.ts";

/** What `serve` serves: two processes’ worth of pages before one database, and each council’s own sign-in provider. */
export interface ServingSite {
  readonly app: App;
  /** The database’s owner, whom no wall holds. */
  readonly owner: pg.Client;
  /** The first is the public address. */
  readonly urls: readonly [string, string];
  readonly harrowmere: TestProvider;
  readonly tidewell: TestProvider;
  /** What the operator’s log, and standard error, hold so far. */
  readonly log: string[];
  readonly alarms: string[];
  /** Signs somebody in through the provider’s own login page; where that leads. */
  readonly signIn: (visitor: Visitor, subject: string, options?: SignInOptions) => Promise<Visit>;
  readonly stop: () => Promise<void>;
}

export interface SignInOptions {
  readonly provider?: "harrowmere" | "tidewell";
  readonly path?: string;
  /** Stops before the provider’s answer is brought back. */
  readonly stopAtAnswer?: boolean;
}

/** Their app roles, as a council might name them. */
const ROLES = new Map<string, Role>([["Permanence.Manager", "team-manager"], ["Permanence.Worker", "social-worker"]]);

export async function startServingSite({ breakGlass }: { readonly breakGlass?: BreakGlass } = {}): Promise<ServingSite> {
  const database = await createTestDatabase();
  const store = openStore(database.url());
  const app = makeApp(store, machineClock, IDENTITY_KEY);
  await fill(app);
  const owner = new pg.Client(database.url());
  await owner.connect();
  const [first, second] = [await listening(), await listening()];
  const urls = [first.url, second.url] as const;
  const [harrowmere, tidewell] = await Promise.all([startProvider(urls, "harrowmere"), startProvider(urls, "tidewell")]);
  const [log, alarms]: [string[], string[]] = [[], []];
  const settings = {
    address: first.url, secure: false, sessionKey: "the key of these tests, which signs no real cookie", identityKey: IDENTITY_KEY, proxies: 1, breakGlass,
    providers: [providerOf("harrowmere", HARROWMERE.code, harrowmere), { ...providerOf("tidewell", TIDEWELL.code, tidewell), secondFactor: { claim: "amr", value: "mfa" } }],
  };
  for (const server of [first, second]) {
    server.answer(createApp({
      app, sessionKey: settings.sessionKey, demonstration: false, secure: false, log: (line) => void log.push(line), signIn: signInDepsOf(settings, (line) => void alarms.push(line)),
    }));
  }
  const providers = { harrowmere, tidewell };
  return {
    app, owner, urls, harrowmere, tidewell, log, alarms,
    signIn: async (visitor, subject, { provider = "harrowmere", path = `/sign-in/${provider}`, stopAtAnswer = false } = {}) => {
      const answers = (url: URL): boolean => stopAtAnswer && url.pathname.endsWith("/callback");
      const login = await visitor.open(`${first.url}${path}`, { stopAt: answers });
      if (!login.url.href.startsWith(`${providers[provider].issuer}/interaction/`)) return login;
      return visitor.open(login.url, { form: { prompt: "login", login: subject, password: "any" }, stopAt: answers });
    },
    stop: async () => {
      await Promise.all([harrowmere.stop(), tidewell.stop(), first.stop(), second.stop(), owner.end()]);
      await store.close();
      await database.drop();
    },
  };
}

const providerOf = (id: string, organisation: string, { issuer }: TestProvider): Provider => ({
  id, name: `${id.charAt(0).toUpperCase()}${id.slice(1)} Council`, issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret,
  organisations: [organisation], nameClaim: "preferred_username", rolesClaim: "roles", roles: ROLES,
});

async function listening() {
  let pages: Hono<WebEnv> | undefined;
  const server: ServerType = serve({ hostname: "127.0.0.1", port: 0, fetch: (request, env) => pages!.fetch(request, env) });
  await new Promise<void>((resolve) => server.once("listening", () => resolve()));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: (app: Hono<WebEnv>): void => { pages = app; },
    stop: () => new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ("closeAllConnections" in server) server.closeAllConnections();
    }),
  };
}

/** A manager and a worker of Harrowmere, a manager of Tidewell, and the emergency account. */
async function fill(app: App): Promise<void> {
  for (const organisation of [HARROWMERE, TIDEWELL]) {
    await app.store.inTransaction({ type: "operator", authority: organisation.code }, (writer) => writer.addOrganisation(organisation));
  }
  for (const [account, name, role, organisation] of [
    ["ash", "Ash Rowan", "team-manager", HARROWMERE.code], ["bo", "Bo Sallow", "social-worker", HARROWMERE.code], ["cy", "Cy Alder", "team-manager", TIDEWELL.code],
    ["emergency", "Emergency access", "tracking-administrator", HARROWMERE.code],
  ] as const) {
    const added = await addAccount(app, { account, name, role, organisation, ...(account === "emergency" ? {} : { signInName: `${account}@council.example` }) });
    if ("refused" in added) throw new Error(added.refused);
  }
}

import { createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Context } from "oidc-provider";

/** A person as the provider knows them. */
export interface ProviderPerson {
  readonly name: string;
  roles: unknown;
}

export type Claims = Record<string, unknown>;

/** A real sign-in provider on a port of its own, whose people any password lets in, by their subject. */
export interface TestProvider {
  readonly issuer: string;
  /** By subject; may be changed while it runs. */
  readonly people: Map<string, ProviderPerson>;
  /** Rewrites the next ID tokens, signed again with the provider’s own key, or by another’s. */
  twist: ((claims: Claims) => Claims) | undefined;
  /** Signs the next ID tokens with a key that is not the provider’s. */
  forge: boolean;
  readonly stop: () => Promise<void>;
}

export const CLIENT = { id: "permanence", secret: "the secret of the tests, which opens nothing" } as const;

/** Starts it for web sites at these addresses. */
export async function startProvider(sites: readonly string[], id: string): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const other = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  const people = new Map<string, ProviderPerson>();
  const loud = quieted();
  const { default: Provider } = await import("oidc-provider");
  const said = new Provider(issuer, configuration(privateKey, sites, id, people));
  const running: TestProvider = {
    issuer, people, twist: undefined, forge: false,
    stop: async () => {
      await stopped(server);
      loud();
    },
  };
  said.use(async (c, next) => {
    await next();
    const body = c.body as { id_token?: string } | undefined;
    if (c.oidc?.route !== "token" || body?.id_token === undefined || (running.twist === undefined && !running.forge)) return;
    const [header, payload] = body.id_token.split(".").slice(0, 2).map((part) => JSON.parse(Buffer.from(part, "base64url").toString("utf8")) as Claims) as [Claims, Claims];
    c.body = { ...body, id_token: signed(header, running.twist?.(payload) ?? payload, running.forge ? other : privateKey) };
  });
  server.on("request", said.callback());
  return running;
}

const stopped = (server: Server): Promise<void> => new Promise((resolve) => {
  server.close(() => resolve());
  server.closeAllConnections();
});

function signed(header: Claims, payload: Claims, key: KeyObject): string {
  const text = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  return `${text}.${createSign("RSA-SHA256").update(text).sign(key, "base64url")}`;
}

const SCOPE = "openid profile email";

const configuration = (key: KeyObject, sites: readonly string[], id: string, people: ReadonlyMap<string, ProviderPerson>): object => ({
  clients: [{
    client_id: CLIENT.id, client_secret: CLIENT.secret, grant_types: ["authorization_code"], response_types: ["code"],
    redirect_uris: sites.map((site) => `${site}/sign-in/${id}/callback`), post_logout_redirect_uris: sites.map((site) => `${site}/signed-out`),
  }],
  jwks: { keys: [{ ...key.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: "one" }] },
  cookies: { keys: ["the cookies of the tests"] },
  claims: { openid: ["sub", "roles", "preferred_username"] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  findAccount: (_: unknown, subject: string) => {
    const person = people.get(subject);
    return person === undefined ? undefined : { accountId: subject, claims: () => ({ sub: subject, preferred_username: person.name, ...(person.roles === undefined ? {} : { roles: person.roles }) }) };
  },
  // Nobody is asked whether they agree: their council has.
  loadExistingGrant: async ({ oidc }: Context) => {
    const grant = new oidc!.provider.Grant({ accountId: oidc!.session?.accountId, clientId: oidc!.client?.clientId });
    grant.addOIDCScope(SCOPE);
    await grant.save();
    return grant;
  },
  ttl: { Session: 86_400, Grant: 86_400, Interaction: 3_600, IdToken: 3_600, AccessToken: 3_600, AuthorizationCode: 60 },
});

/** It tells of what nobody should do in production, which the tests are not. Gives what lets others be heard again. */
function quieted(): () => void {
  const { warn, info } = console;
  const unless = (say: typeof warn) => (...said: unknown[]): void => (String(said[0]).includes("oidc-provider") ? undefined : say(...said));
  Object.assign(console, { warn: unless(warn), info: unless(info) });
  return () => void Object.assign(console, { warn, info });
}

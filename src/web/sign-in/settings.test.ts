import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Environment, NotConfigured, readServeSettings, type ServeSettings } from "./settings.ts";

const DATABASE = "postgres://app:secret@host/db?sslmode=verify-full";
const LIST = `
- id: harrowmere
  name: Harrowmere Council
  issuer: https://login.example/harrowmere/v2.0
  client-id: permanence
  client-secret-file: /run/secret
  organisations: [E10000901, RAA-THREE-RIVERS]
  roles:
    Permanence.Manager: team-manager
`;
const FILES: Record<string, string> = { "/run/secret": "hush\n", "/run/list": LIST, "/run/key": "k".repeat(48), "/run/empty": " \n", "/run/glass": "rubbish", "/run/identity": `${Buffer.alloc(32, 7).toString("base64")}\n` };
const WHOLE: Environment = { PUBLIC_ADDRESS: "https://permanence.example", SESSION_KEY_FILE: "/run/key", IDENTITY_KEY_FILE: "/run/identity", SIGN_IN_FILE: "/run/list" };

const read = (environment: Environment): ServeSettings => readServeSettings(environment, (path) => FILES[path] ?? assert.fail(), DATABASE);

/** What is said to be missing or wrong, a line each. */
function linesOf(environment: Environment, databaseUrl: string | null = DATABASE): readonly string[] {
  try {
    readServeSettings(environment, (path) => FILES[path] ?? assert.fail(), databaseUrl ?? undefined);
  } catch (error) {
    assert.ok(error instanceof NotConfigured);
    return error.lines;
  }
  return [];
}

describe("what serve needs", () => {
  test("is read from the environment and from files", () => {
    const settings = read(WHOLE);
    assert.deepEqual([settings.address, settings.secure, settings.sessionKey.length, settings.proxies, settings.breakGlass], ["https://permanence.example", true, 48, 0, undefined]);
    const [provider] = settings.providers;
    assert.deepEqual(provider, {
      id: "harrowmere", name: "Harrowmere Council", issuer: "https://login.example/harrowmere/v2.0", clientId: "permanence", clientSecret: "hush",
      organisations: ["E10000901", "RAA-THREE-RIVERS"], nameClaim: "preferred_username", rolesClaim: "roles", roles: new Map([["Permanence.Manager", "team-manager"]]),
    });
    FILES["/run/two"] = `${LIST}  second-factor: { claim: amr, value: mfa }\n`;
    assert.deepEqual(read({ ...WHOLE, SIGN_IN_FILE: "/run/two" }).providers[0]?.secondFactor, { claim: "amr", value: "mfa" });
    assert.equal(read({ ...WHOLE, PUBLIC_ADDRESS: "http://127.0.0.1:3000", PROXIES: "2" }).secure, false);
  });

  test("is said all at once where it is missing, with what to set", () => {
    const lines = linesOf({}, null);
    assert.deepEqual(lines.map((line) => line.split(/[: ]/, 1)[0]), ["DATABASE_URL", "PUBLIC_ADDRESS", "SESSION_KEY", "IDENTITY_KEY", "SIGN_IN_FILE"]);
    assert.match(new NotConfigured(lines).message, /cannot start until these are set:\n {2}- DATABASE_URL/);
  });

  test("is a database on this machine, or one that proves who it is", () => {
    for (const address of ["postgres://app:secret@127.0.0.1:5432/db", "postgres://app:secret@[::1]/db", "postgres:///db?host=/var/run/postgresql", "postgres://host/db?sslmode=require&sslmode=verify-full&sslrootcert=/ca"]) assert.deepEqual(linesOf(WHOLE, address), [], address);
    for (const address of ["postgres://app:secret@host/db", "postgres://app:secret@host/db?sslmode=require", "postgres://host/db?sslmode=verify-full&sslmode=disable", "postgres://127.0.0.1/db?host=elsewhere", "postgres://host/db?ssl=true"]) {
      const [line = ""] = linesOf(WHOLE, address);
      assert.match(line, /^DATABASE_URL goes to another machine without saying sslmode=verify-full/, address);
      assert.doesNotMatch(line, /secret/);
    }
  });

  test("is refused where it cannot be meant", () => {
    for (const [change, said] of [
      [{ PUBLIC_ADDRESS: "http://permanence.example" }, /https address/],
      [{ PUBLIC_ADDRESS: "https://permanence.example/path" }, /without a path/],
      [{ SESSION_KEY_FILE: "/run/nothing" }, /cannot be read/],
      [{ SESSION_KEY_FILE: "/run/empty" }, /is empty/],
      [{ SESSION_KEY: "x".repeat(40) }, /both set/],
      [{ SESSION_KEY_FILE: "", SESSION_KEY: "short" }, /has 5 characters/],
      [{ IDENTITY_KEY_FILE: "", IDENTITY_KEY: "short" }, /IDENTITY_KEY is not 32 bytes in base64/],
      [{ BREAK_GLASS_FILE: "/run/glass" }, /account break-glass/],
      [{ PROXIES: "many" }, /PROXIES is “many”/],
    ] as const) {
      const lines = linesOf({ ...WHOLE, ...change });
      assert.ok(lines.some((line) => said.test(line)), `${JSON.stringify(change)}: ${lines.join("; ")}`);
      assert.ok(!lines.join().includes("short"), "a secret is never said again");
    }
  });

  test("names each fault of a list of providers", () => {
    for (const [list, said] of [
      ["- [", /not YAML/],
      ["{}", /lists no provider/],
      [LIST.replace("id: harrowmere", "id: Harrow Mere"), /small letters/],
      [LIST.replace("id: harrowmere", "id: emergency"), /Choose another/],
      [LIST.replace("https://login", "http://login"), /https address/],
      [LIST.replace("harrowmere/v2.0", "common/v2.0"), /every tenant/],
      [LIST.replace("/run/secret", "/run/nothing"), /cannot be read/],
      [LIST.replace("client-secret-file: /run/secret", ""), /client-secret-file is missing/],
      [`${LIST}  second-factor: mfa\n`, /second-factor is not a claim/],
      [LIST.replace("[E10000901, RAA-THREE-RIVERS]", "E10000901"), /organisations is missing/],
      [LIST.replace("team-manager", "king"), /not a role here/],
      [LIST.replace("name:", "nmae:"), /“nmae” is not known/],
      [LIST + LIST, /two providers have the id/],
    ] as const) {
      const lines = linesOf({ ...WHOLE, SIGN_IN_FILE: "", SIGN_IN: list });
      assert.ok(lines.some((line) => said.test(line)), `${said}: ${lines.join("; ")}`);
    }
  });
});

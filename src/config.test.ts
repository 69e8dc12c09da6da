import assert from "node:assert/strict";
import { isAbsolute, join } from "node:path";
import { test } from "node:test";
import { ConfigError, projectFolder, readConfig } from "./config.ts";

test("nothing needs to be set", () => {
  assert.deepEqual(readConfig({}), {
    databaseUrl: undefined,
    dataFolder: join(projectFolder, "data"),
    host: "127.0.0.1",
    port: 3000,
  });
});

test("an empty setting counts as unset", () => {
  assert.equal(readConfig({ DATABASE_URL: " ", PORT: "" }).databaseUrl, undefined);
  assert.equal(readConfig({ PORT: "" }).port, 3000);
});

test("the data folder is beside the program, wherever the command was given", () => {
  assert.ok(isAbsolute(readConfig({ PERMANENCE_DATA: "elsewhere" }).dataFolder));
  assert.equal(readConfig({ PERMANENCE_DATA: "elsewhere" }).dataFolder, join(projectFolder, "elsewhere"));
});

test("a port that is no port is refused by name", () => {
  for (const port of ["web", "-1", "65536", "3000.5", "0x10"]) {
    assert.throws(() => readConfig({ PORT: port }), (error) => error instanceof ConfigError && error.message.includes(port));
  }
  assert.equal(readConfig({ PORT: "0" }).port, 0);
});

test("a database address that is none is refused without repeating its password", () => {
  for (const address of ["localhost", "mysql://app:secret@host/db", "secret"]) {
    assert.throws(() => readConfig({ DATABASE_URL: address }), (error) => error instanceof ConfigError && !error.message.includes("secret"));
  }
  assert.equal(readConfig({ DATABASE_URL: "postgres://app:secret@host/db" }).databaseUrl, "postgres://app:secret@host/db");
});

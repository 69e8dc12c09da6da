import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sealFor } from "./sealed.ts";

const SECRET = "a key for tests";
const HOUR = 3_600_000;

describe("a seal", () => {
  const mine = sealFor(SECRET, "find", "harrowmere.team-manager");

  test("is opened by the same person for the same purpose, until it ends", () => {
    const sealed = mine.seal("Zoë O’Shea", HOUR, 1_000);
    assert.equal(mine.open(sealed, 1_000 + HOUR), "Zoë O’Shea");
    assert.equal(mine.open(sealed, 1_001 + HOUR), undefined);
    assert.equal(mine.open(mine.seal("", HOUR)), "");
  });

  test("shows nothing of what is in it, and never looks the same twice", () => {
    const [one, two] = [mine.seal("Bramblewick", HOUR), mine.seal("Bramblewick", HOUR)];
    assert.notEqual(one, two);
    assert.ok(!Buffer.from(one, "base64url").toString("latin1").includes("Bramblewick"));
    assert.match(one, /^[\w-]+$/);
  });

  test("is shut to anybody else, to another key and purpose, and once a bit of it is changed", () => {
    const sealed = mine.seal("Bramblewick", HOUR);
    for (const other of [sealFor(SECRET, "find", "tidewell.team-manager"), sealFor("another key", "find", "harrowmere.team-manager"), sealFor(SECRET, "else", "harrowmere.team-manager")]) {
      assert.equal(other.open(sealed), undefined);
    }
    const bytes = Buffer.from(sealed, "base64url");
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = changed[at]! ^ 1;
      assert.equal(mine.open(changed.toString("base64url")), undefined, `byte ${at}`);
    }
    for (const other of ["", "x", sealed.slice(0, 20), sealed.slice(0, -4)]) assert.equal(mine.open(other), undefined);
  });
});

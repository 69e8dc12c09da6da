import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readJobSettings } from "../settings.ts";

const MAIL = { HEADS_MAIL: "audit@council.example, records@council.example", MAIL_FROM: "permanence@council.example", MAIL_SERVER: "smtps://user:hush@mail.council.example" };

function read(environment: Readonly<Record<string, string>>) {
  const lines: string[] = [];
  const { heads: settings } = readJobSettings((name) => environment[name], (line) => void lines.push(line));
  return { settings, lines };
}

describe("where heads are published", () => {
  it("is nowhere unless told, a folder, or people", () => {
    assert.deepEqual(read({}), { settings: { folder: undefined, mail: undefined }, lines: [] });
    assert.deepEqual(read({ HEADS_DIR: import.meta.dirname }), { settings: { folder: import.meta.dirname, mail: undefined }, lines: [] });
    const { settings, lines } = read(MAIL);
    assert.deepEqual([settings.mail?.to, settings.mail?.from, settings.mail?.server.hostname, lines], [["audit@council.example", "records@council.example"], MAIL.MAIL_FROM, "mail.council.example", []]);
  });
  it("half told is refused, with each thing that is missing or wrong, and no password quoted", () => {
    const { HEADS_MAIL } = MAIL;
    assert.deepEqual(read({ HEADS_MAIL }).lines.map((line) => line.split(":")[0]), ["MAIL_FROM", "MAIL_SERVER or MAIL_SERVER_FILE"]);
    assert.match(read({ ...MAIL, HEADS_MAIL: "," }).lines.join(), /^HEADS_MAIL: who is mailed/);
    assert.match(read({ ...MAIL, HEADS_MAIL: "audit" }).lines.join(), /HEADS_MAIL has “audit” in it/);
    for (const server of ["mail.council.example", "https://user:hush@mail.council.example", "rubbish hush"]) {
      const { lines } = read({ ...MAIL, MAIL_SERVER: server });
      assert.equal(lines.length, 1);
      assert.doesNotMatch(lines.join(), /hush/);
    }
    for (const folder of ["/nowhere/at/all", import.meta.filename]) assert.match(read({ HEADS_DIR: folder }).lines.join(), /HEADS_DIR names .* not a folder that can be written to/);
  });
});

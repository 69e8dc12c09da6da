import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readJobSettings } from "../settings.ts";

const MAIL = { MAIL_FROM: "permanence@council.example", MAIL_SERVER: "smtp://mail.council.example:587" };
const SECRET = "88c5b1d6-1f0a-4b6e-9d3e-0f8d6a2c7b11";
const NOTIFY = { NOTIFY_KEY: `permanence-26785a09-ab16-4eb0-8407-a37497a57506-${SECRET}`, NOTIFY_TEMPLATE: "f33517ff-2a88-4f6e-b855-c550268ce08a" };

function read(environment: Readonly<Record<string, string>>) {
  const lines: string[] = [];
  const { post } = readJobSettings((name) => environment[name], (line) => void lines.push(line));
  return { post, lines };
}

describe("how people’s messages leave", () => {
  it("is not at all unless told, by a mail server, or by GOV.UK Notify where that is set up", () => {
    assert.deepEqual(read({}), { post: undefined, lines: [] });
    assert.deepEqual(read(MAIL), { post: { by: "smtp", smtp: { from: MAIL.MAIL_FROM, server: new URL(MAIL.MAIL_SERVER) } }, lines: [] });
    for (const other of [{}, MAIL]) {
      assert.deepEqual(read({ ...other, ...NOTIFY, NOTIFY_URL: "http://127.0.0.1:9/" }), { post: { by: "notify", notify: { key: NOTIFY.NOTIFY_KEY, template: NOTIFY.NOTIFY_TEMPLATE, url: "http://127.0.0.1:9" } }, lines: [] });
    }
  });
  it("half told is refused, with each thing that is missing or wrong, and no secret quoted", () => {
    const begins = (environment: Readonly<Record<string, string>>): readonly string[] => read(environment).lines.map((line) => line.split(/[ :]/)[0] ?? "");
    assert.deepEqual(begins({ MAIL_FROM: MAIL.MAIL_FROM }), ["MAIL_SERVER"]);
    assert.deepEqual(begins({ MAIL_SERVER: MAIL.MAIL_SERVER }), ["MAIL_FROM"]);
    assert.deepEqual(begins({ NOTIFY_URL: "elsewhere" }), ["NOTIFY_KEY", "NOTIFY_TEMPLATE", "NOTIFY_URL"]);
    for (const key of [SECRET, NOTIFY.NOTIFY_KEY.slice(1, -1), `${NOTIFY.NOTIFY_KEY} `]) {
      const { lines } = read({ ...NOTIFY, NOTIFY_KEY: key });
      assert.equal(lines.length, 1);
      assert.doesNotMatch(lines.join(), new RegExp(SECRET));
    }
  });
});

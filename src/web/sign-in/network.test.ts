import assert from "node:assert/strict";
import { test } from "node:test";
import { Hono } from "hono";
import { networkOf, networkOfAddress } from "./network.ts";

test("addresses of one network are one, however they are written", () => {
  assert.equal(networkOfAddress("192.0.2.17"), "192.0.2.0/24");
  assert.equal(networkOfAddress("::ffff:192.0.2.200"), "192.0.2.0/24");
  assert.equal(networkOfAddress("192.0.2.17:51234"), "192.0.2.0/24");
  assert.equal(networkOfAddress("2001:DB8:0:1::7"), "2001:db8:0::/48");
  assert.equal(networkOfAddress("2001:db8::9"), "2001:db8:0::/48");
  assert.equal(networkOfAddress("[2001:db8::9]:443"), "2001:db8:0::/48");
  assert.notEqual(networkOfAddress("192.0.3.17"), networkOfAddress("192.0.2.17"));
  assert.equal(networkOfAddress("rubbish"), "unknown");
});

test("what a proxy of our own says is believed, and nothing that whoever asks has written before it", async () => {
  const network = async (proxies: number, header?: string): Promise<string> => {
    const app = new Hono().get("/", (c) => c.text(networkOf(c, proxies)));
    const env = { incoming: { socket: { remoteAddress: "10.0.0.1", remotePort: 1, remoteFamily: "IPv4" } } };
    return (await app.request("/", header === undefined ? {} : { headers: { "x-forwarded-for": header } }, env)).text();
  };
  assert.equal(await network(0, "198.51.100.1"), "10.0.0.0/24");
  assert.equal(await network(1, "198.51.100.1"), "198.51.100.0/24");
  assert.equal(await network(1, "203.0.113.9, 198.51.100.1"), "198.51.100.0/24");
  assert.equal(await network(2, "203.0.113.9, 198.51.100.1"), "203.0.113.0/24");
  assert.equal(await network(1), "10.0.0.0/24");
});

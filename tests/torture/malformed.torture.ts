import assert from "node:assert/strict";
import { type AddressInfo, connect } from "node:net";
import { after, before, test } from "node:test";
import { text } from "node:stream/consumers";
import { serve, type ServerType } from "@hono/node-server";
import fc from "fast-check";
import type { Role } from "../../src/domain/access/role.ts";
import { askerOf, type Asker } from "../matrix/asking.ts";
import { CHILDREN, type Matrix, ROLES, startMatrix } from "../matrix/region.ts";

/** Requests that no browser of ours would send: methods, sizes, encodings, headers, ids, form fields. None may be a fault, none may show where one was. */
const REQUESTS = Number(process.env["MALFORMED"] ?? 10_000);
const RAW = 300;

let matrix: Matrix;
let asker: Asker;
let server: ServerType;
before(async () => {
  matrix = await startMatrix();
  asker = await askerOf(matrix);
  server = serve({ fetch: asker.web.fetch, hostname: "127.0.0.1", port: 0 });
  await new Promise((resolve) => server.once("listening", resolve));
});
after(async () => {
  await new Promise((resolve) => server.close(resolve));
  await matrix.stop();
});

const NASTY = [
  "", " ", "0", "-1", "1e9", "99999999999999999999", "null", "undefined", "NaN", "__proto__", "constructor", "toString", "../../etc/passwd", "..%2f..%2f", "%", "%zz", "%00", "\0", "\uFFFD", "\uD800",
  "’", "🦔", "a".repeat(5_000), "' or 1=1 --", "\"><script>alert(1)</script>", "{{7*7}}", "${7*7}", "=1+1", "2026-02-30", "31", "February", "٣", "\r\nset-cookie: x=y", "*", "[]", "{}", "true",
  "00000000-0000-0000-0000-000000000000", "11111111-2222-4333-8444-55555555555Z", "TC-09a", "plan-decision", "%E2%80%AE", "\u202E",
];
const nasty = fc.oneof(fc.constantFrom(...NASTY), fc.string({ maxLength: 40 }), fc.string({ unit: "binary", maxLength: 40 }));
const NAMES = ["basedOn", "happenedOn-day", "happenedOn-month", "happenedOn-year", "certainty", "detail-note", "detail-worker", "child", "children", "team", "who", "which", "sort", "page", "stage", "knownOn-day", "back", "from", "then", "authority", "kind", "account", "text", "q", "name", "reason", "why", "answer", "standard", "occurrence", "a", "b", "saved", "form", "days", "step", "as", "until-day", "preview", "confirm"];
const fields = fc.array(fc.tuple(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...NAMES) }, { weight: 1, arbitrary: nasty }), nasty), { maxLength: 12 });
const encoded = fields.map((pairs) => pairs.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join("&"));
const body = fc.oneof(
  { weight: 5, arbitrary: encoded.map((of) => ({ type: "application/x-www-form-urlencoded", of })) },
  { weight: 1, arbitrary: nasty.map((of) => ({ type: "application/x-www-form-urlencoded; charset=utf-7", of })) },
  { weight: 1, arbitrary: nasty.map((of) => ({ type: "application/json", of })) },
  { weight: 2, arbitrary: fc.tuple(nasty, nasty).map(([name, of]) => ({ type: "multipart/form-data; boundary=x", of: `--x\r\ncontent-disposition: form-data; name="${name.replaceAll(/["\r\n]/g, "")}"; filename="f.csv"\r\n\r\n${of}\r\n--x--\r\n` })) },
  { weight: 1, arbitrary: nasty.map((of) => ({ type: "multipart/form-data", of })) },
  { weight: 1, arbitrary: fc.constant({ type: "application/x-www-form-urlencoded", of: `a=${"b".repeat(300_000)}` }) },
);

/** As somebody careless, or worse, would encode it: some of it not at all. */
const escaped = (value: string): string => (value.startsWith("%") ? value : encodeURIComponent(value.toWellFormed()));

test(`${REQUESTS} malformed requests are each refused or answered, and none is a fault`, async () => {
  const seen = new Map<number, number>();
  await fc.assert(fc.asyncProperty(
    fc.nat(), fc.option(fc.constantFrom<Role>(...ROLES), { freq: 20 }), fc.constantFrom(...CHILDREN), fc.array(nasty, { minLength: 4, maxLength: 4 }), fc.boolean(), encoded, body,
    fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom("PUT", "DELETE", "PATCH", "OPTIONS", "HEAD") }),
    async (at, role, child, segments, keepsChild, query, { type, of }, odd) => {
      const [method = "", pattern = ""] = (asker.routes[at % asker.routes.length] ?? "").split(" ");
      let nth = 0;
      const path = pattern.replaceAll(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => (name === "child" && keepsChild ? matrix.ids[child] : escaped(segments[nth++ % segments.length] ?? "")));
      const sent = odd ?? method;
      const response = await asker.send(role ?? undefined, `${path}${query === "" ? "" : `?${query}`}`, {
        method: sent, ...(["GET", "HEAD", "OPTIONS"].includes(sent) ? {} : { body: of, headers: { "content-type": type } }),
      });
      seen.set(response.status, (seen.get(response.status) ?? 0) + 1);
      assert.ok(response.status < 500, `${sent} ${path} as ${role ?? "nobody"}: ${response.status}\n${asker.faults.findLast((line) => line.startsWith("fault")) ?? ""}`);
      assert.doesNotMatch(response.body, /\n\s+at .+:\d+:\d+|node_modules|(Type|Reference|Range|Syntax)Error/, `${sent} ${path}`);
    },
  ), { numRuns: REQUESTS, endOnFailure: true });
  assert.deepEqual(asker.faults.filter((line) => line.startsWith("fault")), []);
  process.stdout.write(`${[...seen].sort(([a], [b]) => a - b).map(([status, count]) => `${count} × ${status}`).join(", ")}\n`);
});

test("what is hardly HTTP is refused, and the server goes on", async () => {
  const { port } = server.address() as AddressInfo;
  const line = fc.oneof(nasty, fc.constantFrom("GET / HTTP/1.1", "GET  / HTTP/1.1", "G\0T / HTTP/1.1", "GET /\0 HTTP/1.1", "POST /find HTTP/1.1", "TRACE / HTTP/1.1", "GET http://other.example/ HTTP/1.1", "GET //x HTTP/1.1", "CONNECT x:1 HTTP/1.1", "GET / HTTP/9.9"));
  const header = fc.oneof(nasty, fc.constantFrom("host: x", "host:", "content-length: -1", "content-length: 99999999999", "transfer-encoding: chunked\r\ncontent-length: 3", "cookie: permanence=%00.1.2", "origin: null", "expect: 100-continue", `x: ${"y".repeat(20_000)}`));
  await fc.assert(fc.asyncProperty(line, fc.array(header, { maxLength: 5 }), nasty, async (first, headers, rest) => {
    const socket = connect(port, "127.0.0.1");
    socket.setTimeout(500, () => socket.destroy());
    socket.on("error", () => undefined);
    socket.end(Buffer.from([first, ...headers, "", rest].join("\r\n"), "latin1"));
    const answer = await text(socket).catch(() => "");
    assert.doesNotMatch(answer, /^HTTP\/1\.1 5|\n\s+at .+:\d+:\d+/);
  }), { numRuns: RAW, endOnFailure: true });
  assert.equal((await fetch(`http://127.0.0.1:${port}/health`)).status, 200);
});

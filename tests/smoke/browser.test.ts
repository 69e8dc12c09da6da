import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import { expectNoAxeViolations } from "../support/axe.ts";
import { unseenOf } from "../support/seen-parts.ts";
import { launchBrowser, takePicture, type TestBrowser } from "../support/browser.ts";

const GOOD = '<!doctype html><html lang="en"><title>A page</title><main><h1>Placement order</h1><p>Made on 3 March 2026</p></main>';
const FAULTY = '<!doctype html><html lang="en"><title>A page</title><main><h1>Form</h1><input></main>';
const SCRIPTED = `${GOOD}<script>document.title = "changed"</script>`;
const PAGES: Readonly<Record<string, string>> = { "/good": GOOD, "/faulty": FAULTY, "/scripted": SCRIPTED };

/** The widths of three letters, as the page draws them. */
const MEASURE = `(() => {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = "40px sans-serif";
  return ["i", "w", "W"].map((letter) => Math.round(pen.measureText(letter).width));
})()`;

describe("the browser of the tests", () => {
  let server: Server;
  let browser: TestBrowser;
  let baseURL: string;

  before(async () => {
    server = createServer((request, response) => {
      const page = PAGES[request.url ?? ""];
      response.writeHead(page === undefined ? 404 : 200, { "content-type": "text/html", "content-security-policy": "script-src 'self'" });
      response.end(page ?? "");
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  test("draws text, on a machine without fonts too", async () => {
    const { page, close } = await browser.open({ baseURL, width: "phone" });
    await page.goto("/good");
    const drawn = await page.evaluate<number[]>(MEASURE);
    assert.deepEqual(drawn, [...drawn].sort((a, b) => a - b));
    assert.equal(new Set(drawn).size, 3, `letters have no shapes of their own: ${drawn}`);
    await takePicture(page, "smoke");
    await close();
  });

  test("keeps several pages open at once, each with its own session", async () => {
    const pages = await Promise.all([browser.open({ baseURL }), browser.open({ baseURL })]);
    for (const { page } of pages) await page.goto("/good");
    for (const { page, close } of pages) {
      assert.equal(await page.textContent("h1"), "Placement order");
      await close();
    }
  });

  test("finds no fault with a good page, and the fault of a bad one", async () => {
    const { page, close } = await browser.open({ baseURL });
    await page.goto("/good");
    await expectNoAxeViolations(page);
    await page.goto("/faulty");
    await assert.rejects(expectNoAxeViolations(page), /label/);
    await close();
  });

  test("looks at a page of a kind as a whole, at another only at what no page had before, and finds the fault there too", async () => {
    const { page, close } = await browser.open({ baseURL });
    await page.goto("/good");
    assert.equal(await unseenOf(page), "whole");
    await page.reload();
    assert.deepEqual(await unseenOf(page), []);
    await page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<input class=added>')");
    const unseen = await unseenOf(page);
    assert.ok(unseen !== "whole" && unseen.length === 1, `${unseen}`);
    await assert.rejects(expectNoAxeViolations(page, unseen), /label/);
    await close();
  });

  test("upholds the content security policy, and a breach of it fails the test", async () => {
    const { page, close } = await browser.open({ baseURL });
    await page.goto("/scripted");
    assert.equal(await page.title(), "A page");
    await assert.rejects(close(), /Content Security Policy/);
  });
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { pictureOf } from "./picture.ts";

const svg = (inner: string): string => `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40" viewBox="0 0 80 40">${inner}</svg>`;
const sized = (png: Uint8Array): readonly number[] => { const view = new DataView(png.buffer, png.byteOffset); return [view.getUint32(16), view.getUint32(20)]; };

describe("a picture of a drawing", () => {
  test("is a PNG, fine enough for paper, that says how large the drawing was", async () => {
    const { png, width, height } = await pictureOf(svg('<rect width="80" height="40" fill="#123456"/>'));
    assert.equal(Buffer.from(png).toString("latin1", 1, 4), "PNG");
    assert.deepEqual([width, height], [80, 40]);
    assert.deepEqual(sized(png), [200, 100]);
  });

  test("has its letters in whatever font the drawing names, on a machine that has none", async () => {
    const plain = await pictureOf(svg(""));
    for (const family of ["system-ui, 'Segoe UI', sans-serif", "Nobody Has This"]) {
      const lettered = await pictureOf(svg(`<text x="4" y="24" font-family="${family}" font-size="14">593 days</text>`));
      assert.ok(lettered.png.length > plain.png.length + 200, family);
    }
  });

  test("keeps its patterns", async () => {
    const striped = await pictureOf(svg('<defs><pattern id="p" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 0 l6 6" stroke="black"/></pattern></defs><rect width="80" height="40" fill="url(#p)"/>'));
    assert.ok(striped.png.length > (await pictureOf(svg(""))).png.length + 100);
  });

  test("is refused of what is no drawing", async () => assert.rejects(pictureOf("not a drawing")));
});

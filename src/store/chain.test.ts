import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import fc from "fast-check";
import { canonicalJson, emptyChain, linksAfter } from "./chain.ts";

describe("canonical JSON", () => {
  it("is one text for one meaning: keys in order, no spaces, nothing absent", () => {
    assert.equal(canonicalJson({ b: 1, a: "x", none: undefined, nil: null, c: { z: true, y: [2, "1"] } }), '{"a":"x","b":1,"c":{"y":[2,"1"],"z":true}}');
  });
  it("does not hang on the order in which members were written, or on a trip through JSON", () => {
    const detail = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean()));
    fc.assert(fc.property(detail, (object) => {
      const turned = Object.fromEntries(Object.entries(object).reverse());
      assert.equal(canonicalJson(turned), canonicalJson(object));
      assert.equal(canonicalJson(JSON.parse(JSON.stringify(object))), canonicalJson(object));
    }));
  });
});

describe("the chain", () => {
  const sha256 = (...parts: (Buffer | string)[]): string => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest("hex");

  it("hashes as the migration says, so that another program can check it", () => {
    const head = emptyChain("E09000901", "entry");
    assert.equal(head.hash.toString("hex"), sha256("entry E09000901"));
    const [first, second] = linksAfter(head, [{ kind: "visit" }, { kind: "review" }]);
    assert.equal(first?.payloadHash.toString("hex"), sha256(first?.salt ?? "", '{"kind":"visit"}'));
    assert.equal(first?.hash.toString("hex"), sha256(head.hash, first?.payloadHash ?? ""));
    assert.equal(second?.hash.toString("hex"), sha256(first?.hash ?? "", second?.payloadHash ?? ""));
  });
  it("salts each row, so that equal words have unequal hashes", () => {
    const [one, other] = linksAfter(emptyChain("E09000901", "entry"), [{ kind: "visit" }, { kind: "visit" }]);
    assert.notDeepEqual(one?.payloadHash, other?.payloadHash);
  });
  it("starts every authority's books apart", () => {
    const starts = [emptyChain("A", "entry"), emptyChain("A", "audit"), emptyChain("B", "entry")].map((head) => head.hash.toString("hex"));
    assert.equal(new Set(starts).size, 3);
  });
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { postInWords, wrongWith } from "./in-words.ts";
import { POST_DETAILS, type PostDetailName, type PostTemplate, TEMPLATES } from "./templates.ts";

const GIVEN: Readonly<Record<PostDetailName, string | number>> = {
  title: "Permanence tracking meeting", heldOn: "2026-12-08", startsAt: "09:30", movedFrom: "2026-12-07", dueOn: "2026-12-01", count: 2, daysLate: 9,
};
const all = Object.entries(TEMPLATES as unknown as Readonly<Record<string, PostTemplate<PostDetailName, PostDetailName>>>);
const some = (names: readonly PostDetailName[]): Readonly<Record<string, string | number>> => Object.fromEntries(names.map((name) => [name, GIVEN[name]]));

describe("a message", () => {
  it("is in whole sentences whatever may be left out, and its subject fits a line", () => {
    for (const [name, { needs, may }] of all) {
      for (const detail of [some(needs), some([...needs, ...may])]) {
        const { subject, paragraphs, link } = postInWords(name, detail);
        assert.match(subject, /^[A-Z0-9].{5,100}[^.]$/, name);
        assert.ok(paragraphs.length > 0 && paragraphs.every((p) => /^[A-Z0-9].+\.$/.test(p)), `${name}: ${paragraphs.join(" | ")}`);
        assert.doesNotMatch([subject, ...paragraphs, link].join(" "), /undefined|NaN|\d{4}-\d\d-\d\d/, name);
      }
    }
  });

  it("can carry no name: there is no detail for words, and one that a template does not take is refused", () => {
    assert.deepEqual(new Set(Object.values(POST_DETAILS)), new Set(["title", "day", "time", "count"]));
    assert.deepEqual(Object.entries(POST_DETAILS).filter(([, sort]) => sort === "title"), [["title", "title"]]);
    for (const [name, { needs, may }] of all) {
      for (const key of ["name", "child", "localId", "bornOn", "note", "toString", ...Object.keys(POST_DETAILS).filter((key) => ![...needs, ...may].includes(key as PostDetailName))]) {
        assert.deepEqual(wrongWith(name, { ...some(needs), [key]: "Ellie" }), [`“${name}” takes no “${key}”`]);
        assert.throws(() => postInWords(name, { ...some(needs), [key]: "Ellie" }), RangeError);
      }
    }
  });

  it("is refused where a detail is missing or of another sort, or there is no such message", () => {
    for (const [name, { needs }] of all) {
      for (const key of needs) {
        const { [key]: _left, ...rest } = some(needs);
        assert.deepEqual(wrongWith(name, rest), [`“${name}” needs “${key}”`]);
      }
    }
    for (const [key, value] of [["heldOn", "8 December"], ["heldOn", 8], ["startsAt", "half past nine"], ["count", "Ellie"], ["count", 1.5], ["title", ""], ["title", "Ellie\r\nBcc: x"], ["title", "x".repeat(121)]] as const) {
      const name = key === "count" ? "update-asked" : "agenda-sent";
      const detail = { title: GIVEN.title, heldOn: GIVEN.heldOn, ...(key === "count" ? { dueOn: GIVEN.dueOn } : {}), [key]: value };
      assert.deepEqual(wrongWith(name, detail), [`“${key}” of “${name}” is no ${POST_DETAILS[key]}`]);
    }
    assert.deepEqual(wrongWith("constructor", {}), ["There is no message “constructor”"]);
  });
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { KINDS } from "../chronology/kinds.ts";
import { BOXES, boxNamed, linesOf } from "./boxes.ts";

describe("the boxes of the room", () => {
  it("are named as they are stored, and nothing else is one", () => {
    assert.equal(boxNamed("discussion")?.label, "Discussion");
    assert.equal(boxNamed("actions/a1/dueOn")?.type, "day");
    for (const name of ["", "toString", "actions", "actions/a1", "actions/a1/toString", "actions//what", "actions/a 1/what", "actions/a1/what/more", "others/a1/what"]) assert.equal(boxNamed(name), undefined, name);
  });
  it("become details that an outcome has", () => {
    const details = Object.keys(KINDS["meeting-outcome"].detail ?? {});
    for (const box of Object.values(BOXES)) if ("detail" in box) assert.ok(details.includes(box.detail), box.label);
  });
  it("make lines of what is filled in", () => {
    const lines = linesOf(new Map([["actions/b/what", "Ring the court"], ["actions/a/what", "  "], ["actions/b/who", "x"], ["discussion", "Talk"], ["barriers/c/note", "No"]]), "actions");
    assert.deepEqual([...lines], [["b", { what: "Ring the court", who: "x" }]]);
  });
});

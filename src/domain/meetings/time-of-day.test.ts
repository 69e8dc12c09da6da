import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { laterBy, readTime, timeInWords } from "./time-of-day.ts";

describe("a time of day", () => {
  it("is read as people write it", () => {
    for (const [text, time] of [["10:00", "10:00"], ["9.30", "09:30"], ["2pm", "14:00"], ["2:30 PM", "14:30"], ["1400", "14:00"], ["12am", "00:00"], [" 12 pm ", "12:00"]] as const) assert.equal(readTime(text), time, text);
    for (const text of ["", "10", "24:00", "10:60", "13pm", "0am", "noon", "10:0", "1:2:3"]) assert.equal(readTime(text), undefined, text);
  });
  it("is so many minutes later on the same day", () => {
    assert.equal(laterBy("10:00", 150), "12:30");
    assert.equal(laterBy("23:00", 150), "23:59");
  });
  it("is written as the Design System has it", () =>
    assert.deepEqual(["10:00", "14:30", "12:00", "00:00", "12:15", "00:05", "09:00"].map(timeInWords), ["10am", "2:30pm", "midday", "midnight", "12:15pm", "12:05am", "9am"]));
});

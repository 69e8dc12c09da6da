import assert from "node:assert/strict";
import { test } from "node:test";
import { readEmail } from "./email.ts";

test("an e-mail address is one address that mail can go to, and nothing more", () => {
  assert.equal(readEmail(" Ash.O'Rowan+pt@Council.GOV.uk "), "Ash.O'Rowan+pt@council.gov.uk");
  for (const wrong of [
    "", "ash", "ash@", "@council.gov.uk", "ash@council", "ash rowan@council.gov.uk", "ash@council.gov.uk, elm@council.gov.uk", "ash@council.gov.uk\r\nBcc: elm@x.uk", "Ash <ash@council.gov.uk>",
    ".ash@council.gov.uk", "ash.@council.gov.uk", "as..h@council.gov.uk", "ash@-council.gov.uk", "ash@council..uk", "ash@council.gov.uk.", "äsh@council.gov.uk", `${"a".repeat(65)}@council.gov.uk`, `ash@${"a.".repeat(130)}uk`,
  ]) assert.equal(readEmail(wrong), undefined, wrong);
});

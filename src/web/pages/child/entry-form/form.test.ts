import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { parseEntryInput } from "../../../../domain/commands/entry-input.ts";
import type { DetailValue, Entry } from "../../../../domain/chronology/entry.ts";
import { sampleEntries } from "../../../../domain/chronology/sample.ts";
import { type DetailField, isPeriodKind, type Kind, KIND_CODES, KINDS } from "../../../../domain/chronology/kinds.ts";
import type { DateParts } from "../../../forms/date-input.ts";
import { readWhole, wholeErrors, wholeFrom } from "./whole.ts";
import { basedOn, boxOf, errorsOf, fieldsOf, type FormBody, readEntryForm, type TypedEntry, typedFrom } from "./form.ts";

const valueOf = (field: DetailField, n: number): DetailValue => {
  switch (field.type) {
    case "code": return Object.keys(field.codes ?? {})[n % Object.keys(field.codes ?? {}).length]!;
    case "yes-no": return n % 2 === 0;
    case "count": return n;
    case "day": return "2026-03-27";
    case "text": return `words ${n} & “more”`;
  }
};

const entryOf = (kind: Kind, n: number): Entry =>
  sampleEntries([{
    kind, on: "2026-02-01", ...(isPeriodKind(kind) ? { until: "2026-03-01" } : {}),
    detail: Object.fromEntries(fieldsOf(kind).map(([name, field]) => [name, valueOf(field, n)])),
  }])[0]!;

const boxes = (id: string, { day, month, year }: DateParts): FormBody => ({ [`${id}-day`]: day, [`${id}-month`]: month, [`${id}-year`]: year });

/** What a browser sends of a form that shows this. */
const sent = (typed: TypedEntry): FormBody => ({
  ...boxes("happenedOn", typed.happenedOn), ...boxes("until", typed.until), certainty: typed.certainty,
  ...Object.fromEntries(Object.entries(typed.detail).map(([name, text]) => [`detail-${name}`, text])),
  ...Object.assign({}, ...Object.entries(typed.detailDays).map(([name, parts]) => boxes(`detail-${name}`, parts))) as FormBody,
});

describe("the form of an entry", () => {
  test("of every kind, shown and sent as it is, says what the entry says", () => {
    fc.assert(fc.property(fc.constantFrom<Kind>(...KIND_CODES), fc.nat(50), (kind, n) => {
      const entry = entryOf(kind, n);
      const { input, unreadable } = readEntryForm(kind, sent(typedFrom(entry)));
      assert.deepEqual(unreadable, []);
      const parsed = parseEntryInput(input);
      assert.ok("draft" in parsed, JSON.stringify(parsed));
      const { happenedOn, until, certainty, detail } = entry;
      assert.deepEqual(parsed.draft, { kind, happenedOn, ...(until === undefined ? {} : { until }), certainty, detail });
    }));
  });

  test("shows again whatever was typed, and every refusal leads to a box that exists", () => {
    fc.assert(fc.property(fc.constantFrom<Kind>(...KIND_CODES), fc.string(), fc.string(), (kind, text, other) => {
      const body: FormBody = {
        ...boxes("happenedOn", { day: text, month: other, year: text }), ...boxes("until", { day: other, month: "", year: "" }), certainty: text,
        ...Object.fromEntries(fieldsOf(kind).map(([name]) => [`detail-${name}`, other])),
      };
      const { typed, input, unreadable } = readEntryForm(kind, body);
      assert.deepEqual(typed.happenedOn, { day: text, month: other, year: text });
      const parsed = parseEntryInput(input);
      const ids = new Set(["happenedOn-day", "certainty", ...(KINDS[kind].shape === "period" ? ["until-day"] : []), ...fieldsOf(kind).map(([name]) => boxOf(kind, `detail.${name}`))]);
      for (const { id } of errorsOf(kind, "refusals" in parsed ? parsed.refusals : [], unreadable)) assert.ok(ids.has(id), `${kind}: ${id}`);
    }));
  });

  test("with where its proof is: shown and sent as it is says the same, and a day that cannot be read is told at its own box", () => {
    const proof = { evidenceSystem: "Case system", evidencePlace: "Notes", evidenceOn: "2026-03-27", evidenceBy: "A. Worker" };
    for (const kind of KIND_CODES.filter((k) => KINDS[k].notByHand === undefined)) {
      const entry = { ...entryOf(kind, 1), detail: { ...entryOf(kind, 1).detail, ...proof, onBehalfOf: "panel" } };
      const shown = wholeFrom(entry);
      const { evidenceOn, ...texts } = shown.evidence;
      const body = { ...sent(shown), ...texts, ...boxes("evidenceOn", evidenceOn) };
      const parsed = parseEntryInput(readWhole(kind, body, { onBehalfOf: "panel" }).input);
      assert.ok("draft" in parsed, JSON.stringify(parsed));
      assert.deepEqual(parsed.draft.detail, entry.detail);
      const { input, unreadable } = readWhole(kind, { ...body, "evidenceOn-month": "", "evidenceOn-day": "31" });
      const refused = parseEntryInput(input);
      const errors = wholeErrors(kind, "refusals" in refused ? refused.refusals : [], unreadable);
      assert.deepEqual(errors, [{ id: "evidenceOn-day", text: "The date of the evidence must include a month" }]);
    }
  });

  test("a version that cannot be read is older than everything", () => {
    assert.equal(basedOn({ basedOn: "17" }), 17);
    for (const text of ["", "-1", "1e9", "NaN"]) assert.equal(basedOn({ basedOn: text }), 0);
    assert.equal(basedOn({}), 0);
  });
});

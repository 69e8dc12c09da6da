import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { fold } from "../chronology/fold.ts";
import { sampleEntries } from "../chronology/sample.ts";
import { addDays, day } from "../dates/day.ts";
import { loadPacks } from "../../reference/packs.ts";
import { loadStandards } from "../../reference/standards.ts";
import { compile, evaluate } from "./evaluate.ts";
import { loosens } from "./loosens.ts";
import { sampleCalendar, type SampleStandard, sampleStandards } from "./sample-standards.ts";

const LAW = { force: "statute", starts: ["plan-decision"], stops: ["placement-order"], within: "8 weeks", moot: ["adoption-order"] } as const;
const BOTH = { needs: ["service-manager-adoption", "service-manager-fieldwork"] } as const;
const answer = (before: SampleStandard, after: SampleStandard): string | undefined => loosens(sampleStandards({ ...LAW, ...before })[0]!, sampleStandards({ ...LAW, ...before, ...after })[0]!);

describe("what loosens the law", () => {
  const LOOSER: readonly (readonly [string, SampleStandard, SampleStandard, RegExp])[] = [
    ["a longer time", {}, { within: "3 months" }, /A longer time: 3 months in place of 8 weeks/],
    ["a time that may be longer", {}, { within: "40 working days" }, /A longer time/],
    ["another shape", {}, { shape: "limit" }, /another shape/],
    ["a force of less weight", {}, { force: "guidance" }, /cannot be made “Guidance”/],
    ["a tier that hangs less on it", {}, { tier: "checklist" }, /tier stays/],
    ["text that is not confirmed any more", {}, { confirmed: false }, /advisory/],
    ["a new exemption", {}, { applies: [{ "is-not": "relinquished" }] }, /a condition was added/],
    ["another start", {}, { starts: ["early-alert"] }, /not start/],
    ["a stop that is easier", {}, { stops: ["placement-order", "placement-order-application"] }, /could be met by something/],
    ["a stop beside it", {}, { also: ["placement-order-application"] }, /could be met by something/],
    ["an end that ends it too", {}, { moot: ["adoption-order", "plan-decision-reversed"] }, /no longer apply/],
    ["looking back", {}, { lookback: "ever" }, /came before/],
    ["a day more", { counting: "beginning with" }, { counting: "day after is day one" }, /a day more/],
    ["being extended", {}, { "extended-by": { kind: "proceedings-extended", field: "to", "at-most": "8 weeks" } }, /could be extended/],
    ["an answer that it is not meant for the child", { force: "guidance" }, { "may-decline": true }, /“not appropriate”/],
    ["more time that somebody may agree to", {}, { extension: { needs: ["assistant-director"] } }, /where nobody can agree to any now/],
    ["a sign-off fewer", { force: "guidance", extension: BOTH }, { extension: { needs: ["service-manager-adoption"] } }, /no longer take the agreement of the service manager of fieldwork/],
    ["the usual sign-off in place of two", { force: "nms", extension: BOTH }, { extension: undefined }, /no longer take the agreement of the service manager of adoption/],
    ["another's sign-off", { force: "guidance", extension: { needs: ["assistant-director"] } }, { extension: { needs: ["service-manager-adoption"] } }, /agreement of the assistant director/],
    ["a sign-off without the report", { force: "guidance", extension: { ...BOTH, "report-when": "adopters-not-ready" } }, { extension: BOTH }, /no longer take, where the adopters are not ready, the written report/],
    ["less notice", { shape: "lead-time", starts: ["matching-panel"], within: "10 working days" }, { within: "5 working days" }, /A shorter time/],
    ["a sooner first day", { shape: "not-before", within: "10 weeks" }, { within: "9 weeks" }, /A shorter time/],
    ["holding back less", { shape: "not-before", within: "10 weeks", stops: ["placement-order", "adoption-application"] }, { stops: ["placement-order"] }, /not hold back/],
  ];
  for (const [what, before, after, words] of LOOSER) it(`is ${what}`, () => assert.match(answer(before, after) ?? "nothing", words));

  const TIGHTER: readonly (readonly [string, SampleStandard, SampleStandard])[] = [
    ["the same again", {}, {}],
    ["a shorter time", {}, { within: "7 weeks" }],
    ["a shorter time in other units", {}, { within: "1 month" }],
    ["a condition fewer", { applies: [{ "is-not": "relinquished" }] }, { applies: [] }],
    ["one start more", {}, { starts: ["plan-decision", "early-alert"] }],
    ["fewer things that meet it", { stops: ["placement-order", "placement-order-application"] }, { stops: ["placement-order"] }],
    ["more notice", { shape: "lead-time", starts: ["matching-panel"], within: "10 working days" }, { within: "15 working days" }],
    ["a sign-off more", { force: "guidance", extension: { needs: ["service-manager-adoption"] } }, { extension: BOTH }],
    ["a named service manager in place of any", { force: "guidance" }, { extension: { needs: ["service-manager-fieldwork"] } }],
    ["a report asked for beside the sign-offs", { force: "guidance", extension: BOTH }, { extension: { ...BOTH, "report-when": "adopters-not-ready" } }],
    ["another owner, title, place of evidence and warning", {}, { owner: "team-manager", title: "Ours", evidence: "Elsewhere", "warn-days": 30 }],
  ];
  for (const [what, before, after] of TIGHTER) it(`is not ${what}`, () => assert.equal(answer(before, after), undefined));

  it("is nothing of a local standard", () => assert.equal(answer({ force: "local" }, { within: "2 years", starts: ["early-alert"] }), undefined));
  it("is no standard beside itself, of all there are", () => {
    for (const s of [...loadStandards(), ...loadPacks().flatMap((pack) => pack.standards)]) assert.equal(loosens(s, { ...s, effect: { from: day("2030-01-01"), until: null } }), undefined, s.id);
  });
  it("never passes a time by which a clock would be due later", () => {
    const calendar = sampleCalendar("2026-04-03", "2026-04-06", "2026-05-04");
    const time = fc.record({ n: fc.integer({ min: 1, max: 30 }), unit: fc.constantFrom("day", "working day", "week", "month") }).map(({ n, unit }) => `${n} ${unit}s`);
    fc.assert(fc.property(time, time, fc.boolean(), fc.boolean(), fc.nat(700), (a, b, countsA, countsB, n) => {
      const [before, after] = [[a, countsA], [b, countsB]].map(([within, first]) => sampleStandards({ ...LAW, within, counting: first === true ? "beginning with" : "day after is day one" })[0]!) as [ReturnType<typeof sampleStandards>[0], ReturnType<typeof sampleStandards>[0]];
      if (before === undefined || after === undefined || loosens(before, after) !== undefined) return true;
      const c = fold(sampleEntries([{ kind: "plan-decision", on: addDays(day("2025-01-01"), n) }]));
      const due = [before, after].map((s) => evaluate(c, compile([s]), calendar)[0]!.dueOn!);
      return due[1]! <= due[0]!;
    }));
  });
});

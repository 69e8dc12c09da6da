import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { DriftGroup, DriftLine, DriftPage } from "../../../app/open-drift.ts";
import { day } from "../../../domain/dates/day.ts";
import { DATE_MOVED } from "../../../domain/standards/drift.ts";
import { DriftView } from "./view.tsx";

const GROUPS: readonly DriftGroup[] = [
  { rule: "CBED-10", title: "Section 20 for a long time", lines: [], past: 0, near: 0 },
  { rule: DATE_MOVED, title: "A planned date moved three times or more", lines: [], past: 0, near: 0 },
];
const EMPTY: DriftPage = {
  today: day("2026-11-20"), authority: undefined, authorities: [], groups: GROUPS, advisory: [], children: 4, drifting: 0, showsNames: false, mayRecord: true,
};
const LINE: DriftLine = {
  recordId: "r-1", authority: "E10000901", localId: "HM-1", name: null, rule: "CBED-10", standing: "near", since: day("2026-08-25"), limitOn: day("2026-11-25"),
  lasted: 87, past: -5, recordedOn: day("2026-08-26"), listedOn: day("2026-11-11"), moved: null, why: "Because.", barriers: [], next: null,
};

const shown = (page: Partial<DriftPage>, rule?: string, at = 1): string =>
  String(<DriftView drift={{ ...EMPTY, ...page }} query={{ rule, page: at }} />).replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
const withLines = (lines: readonly DriftLine[]): readonly DriftGroup[] =>
  [{ ...GROUPS[0]!, lines, past: lines.filter(({ standing }) => standing === "past").length, near: lines.filter(({ standing }) => standing === "near").length }, GROUPS[1]!];

describe("the drift page", () => {
  test("where nobody drifts says what would be listed, and where there are no children that there are none", () => {
    assert.match(shown({}), /None of the 4 children you may see is adrift today.*Section 20 for a long time \( CBED-10 \).*moved three times or more, until it comes/);
    assert.match(shown({ children: 0 }), /There are no children here yet that you may see/);
  });

  test("says what is near its limit, and a limit that is today’s", () => {
    assert.match(shown({ groups: withLines([LINE]), drifting: 1 }), /Limit in 5 days 87 days, since 25 August 2026.*Record a barrier for HM-1.*Nothing due/);
    assert.match(shown({ groups: withLines([{ ...LINE, past: 0 }]) }), /At the limit today/);
    assert.match(shown({ groups: withLines([{ ...LINE, past: 1, standing: "past" }]) }), /1 day past the limit/);
    assert.ok(!shown({ groups: withLines([LINE]), mayRecord: false }).includes("Record a barrier"));
  });

  test("shows the first of many among other rules, and all of them page by page alone", () => {
    const groups = withLines(Array.from({ length: 60 }, (_, i) => ({ ...LINE, localId: `HM-${100 + i}` })));
    const among = shown({ groups });
    assert.match(among, /the first 20 are here: show all 60/);
    assert.ok(among.includes("HM-119 ") && !among.includes("HM-120 "));
    assert.ok(shown({ groups }, "CBED-10").includes("HM-149 "));
    const last = shown({ groups }, "CBED-10", 9);
    assert.ok(last.includes("HM-159 ") && !last.includes("HM-149 "));
    assert.match(shown({ groups }, "no-such-rule"), /No child meets this rule\. Show all rules/);
  });
});

import { dayOfEpoch } from "../src/domain/dates/day.ts";
import { adoptedIn, figuresIn, type Traveller } from "../src/domain/scorecard/indicators.ts";
import { type Journey, type KnownDay, MISSING, NO_MORE_KNOWN } from "../src/domain/scorecard/journey.ts";
import { whereTheDaysWent } from "../src/domain/scorecard/stages.ts";
import { roundHalfUp } from "../src/domain/scorecard/rounding.ts";
import { INDICATOR_CODES } from "../src/domain/scorecard/window.ts";
import { said } from "./scorecard-said.ts";
import { checkOf, type ChildRow, childrenOf, WINDOWS, type Worked } from "./scorecard-children.ts";

/** A process that works out by the product’s own functions every indicator and stage of every window, with the children behind each. */
const EPOCH = 25_569;
const known = (day: number | null): KnownDay => (day === null ? { missing: "not recorded" } : { on: dayOfEpoch(day - EPOCH) });
const dayOf = (day: number | null): ReturnType<typeof dayOfEpoch> | null => (day === null ? null : dayOfEpoch(day - EPOCH));

const journeyOf = (row: ChildRow): Journey => ({
  ...NO_MORE_KNOWN, adoptedOn: dayOf(row.adopted), careStarted: known(row.care), careEndedOn: dayOf(row.adopted), placementOrder: known(row.order), laterPlacementOrders: [],
  placed: row.placed === null ? { missing: MISSING.notPlaced } : known(row.placed), movedIn: known(row.movedIn), matched: known(row.matched), adoptedByCarer: false, decisionStands: row.decision !== null,
  decisions: row.decision === null ? [] : [{ from: dayOfEpoch(row.decision - EPOCH) }], plannedOn: dayOf(row.plan),
});

const travellers: readonly Traveller[] = childrenOf(Number(process.argv[2])).map((row) => ({ child: row.id, journey: journeyOf(row) }));

function workOut(): Worked {
  const all = WINDOWS.map((window) => ({ figures: figuresIn(travellers, window), went: whereTheDaysWent(adoptedIn(travellers, window)) }));
  return {
    figures: all.map(({ figures: { A1, A2, A3, A10 }, went }) => [
      A1.children, A1.days, A2.children, A2.days, A3.children, A3.within, A10.children, A10.days,
      ...went.stages.flatMap(({ counted, meanDays }) => [counted.length, meanDays === null ? null : roundHalfUp(meanDays)]),
    ]),
    lists: all.flatMap(({ figures }) => INDICATOR_CODES.map((code) => checkOf(figures[code].counted.map(({ child, days }) => [child, days])))),
  };
}

said(workOut);

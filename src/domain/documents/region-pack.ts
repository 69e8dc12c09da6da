import { type Day, dayInWords } from "../dates/day.ts";
import { daysOf, type Quarter } from "../dates/quarter.ts";
import { EDITIONS, type Edition } from "../region/editions.ts";
import { FAMILY_CODES, PIPELINE_STAGES, REGION_EVENTS, type RegionEvent, regionEventLabel } from "../region/region.ts";
import { NOT_TOLD } from "../region/rounded.ts";
import { eventKey, lastYearEnding, MEANS, meanKey, PACK_YEARS, REGION, shareKey, type Span, spansOf, standingKey } from "../region/tables.ts";
import { PIPELINE, type PipelineStage } from "../scorecard/pipeline.ts";
import { windowName } from "../scorecard/window.ts";
import { capital, counted } from "../words.ts";
import { type Block, bullets, heading, paragraph, type WordDocument } from "./word.ts";

/** A child of the operations group’s list: by local id, never by name. */
export interface PackChild {
  readonly localId: string;
  readonly stage: PipelineStage;
  readonly since: Day;
  readonly days: number;
}

/** What a governance pack says, each number in the words in which it is told. */
export interface RegionPack {
  readonly agency: string;
  readonly edition: Edition;
  /** The pack goes up to its end. */
  readonly quarter: Quarter;
  readonly authorities: readonly { readonly code: string; readonly name: string; /** What it shares and gives, in sentences. */ readonly terms: readonly string[] }[];
  /** By the keys of the tables. */
  readonly say: (key: string) => string;
  /** For the operations group alone. */
  readonly operations?: {
    readonly today: Day;
    /** The quarter that runs, as far as it has got: its column is told by this code. */
    readonly running: Span;
    readonly children: readonly { readonly authority: string; readonly open: readonly PackChild[]; /** “and 1 to 5 children whose records you may not open”. */ readonly more: string | null }[];
    readonly differing: readonly string[];
    readonly differingTotal: number;
  };
  readonly madeBy: string;
  readonly madeOn: string;
}

/** The governance pack of a regional agency as a Word document, in the edition asked for. */
export function regionPackOf(pack: RegionPack): WordDocument {
  const { agency, edition, quarter, madeBy, madeOn } = pack;
  const label = `${EDITIONS[edition].label}: governance pack`;
  return {
    title: "Governance pack", subtitle: `${EDITIONS[edition].label}. Up to ${dayInWords(daysOf(quarter).to)}`, subject: label, organisation: agency,
    header: `${agency} · ${label}`, footer: `Made by ${madeBy} on ${madeOn}`, across: true,
    blocks: [paragraph(whatIsCounted(pack)), ...PARTS[edition](pack)],
  };
}

const PARTS: Readonly<Record<Edition, (pack: RegionPack) => readonly Block[]>> = {
  board: (pack) => [howTold(), ...standsOut(pack), ...figures(pack), ...quarterly(pack), ...waiting(pack), ...families(pack)],
  partners: (pack) => [howTold(), ...standsOut(pack), ...agreements(pack), ...quarterly(pack), ...waiting(pack), ...figures(pack), ...families(pack)],
  operations: (pack) => [...childByChild(pack), ...waiting(pack), ...quarterly(pack), ...families(pack), ...agreements(pack)],
};

const whatIsCounted = ({ agency, authorities, edition }: RegionPack): string =>
  `This pack counts the children whom ${counted(authorities.length, "authority shares", "authorities share")} with ${agency}, and those shared until their adoption order. An authority’s own figures are of all its children, and may differ.${EDITIONS[edition].rounded ? " Children are counted, and none is named or told of." : " Children are by local id and not named: this edition is for those who work with them, and goes no further."}`;

const scopesOf = ({ authorities }: RegionPack): readonly { readonly key: string; readonly name: string }[] => [...authorities.map(({ code, name }) => ({ key: code, name })), { key: REGION, name: "The region" }];

const allSpans = ({ edition, quarter, operations }: RegionPack): readonly Span[] => [...spansOf(edition, quarter), ...(operations === undefined ? [] : [operations.running])];

/** What matters most, for the region. */
function standsOut(pack: RegionPack): readonly Block[] {
  const { say, edition, quarter } = pack;
  const span = spansOf(edition, quarter).at(-1)!;
  const event = (code: RegionEvent, what: string): string => `${span.label}: ${what}, ${say(eventKey(code, REGION, span.code))}.`;
  const a1 = say(meanKey("A1", REGION));
  return [
    heading(1, "What stands out"),
    bullets([
      event("A15", "decisions that a child should be placed for adoption"), event("placed", "moves to an adoptive family"), event("A4", "adoption orders"),
      `From entering care to moving in took ${a1 === NOT_TOLD ? "a time that is not told" : a1} on average, over the three years to March ${lastYearEnding(quarter)} (A1).`,
    ]),
  ];
}

const MEAN_HEADS = { A1: "A1, entering care to moving in", A2: "A2, court’s authority to match" } as const;

function figures(pack: RegionPack): readonly Block[] {
  return [heading(1, "The scorecard’s figures"), {
    type: "table", caption: `${windowName({ yearEnding: lastYearEnding(pack.quarter), years: PACK_YEARS })}, three years together`, rowHeadings: true, none: "No authority shares children.",
    columns: [{ heading: "Authority", share: 3 }, ...MEANS.map((code) => ({ heading: MEAN_HEADS[code], number: true, share: 2 })), { heading: "A3, within 14 months", number: true, share: 2 }],
    rows: scopesOf(pack).map(({ key, name }) => [name, ...MEANS.map((code) => pack.say(meanKey(code, key))), pack.say(shareKey(key))]),
  }];
}

function quarterly(pack: RegionPack): readonly Block[] {
  return [heading(1, `What happened, by ${EDITIONS[pack.edition].rounded ? "half-year" : "quarter"}`), ...scopesOf(pack).map(({ key, name }) => eventTable(pack, REGION_EVENTS, key, `${name}: what happened on the way to adoption`))];
}

const families = (pack: RegionPack): readonly Block[] => [
  heading(1, "Families"), paragraph("As children’s records tell of them. Approved families, and how long they wait, are not kept here."),
  ...scopesOf(pack).map(({ key, name }) => eventTable(pack, FAMILY_CODES, key, `${name}: families for children`)),
];

const eventTable = (pack: RegionPack, codes: readonly RegionEvent[], scope: string, caption: string): Block => ({
  type: "table", caption, rowHeadings: true, none: "Nothing is counted.",
  columns: [{ heading: "What happened", share: 4 }, ...allSpans(pack).map(({ label }) => ({ heading: label, number: true, share: 2 }))],
  rows: codes.map((code) => [regionEventLabel(code), ...allSpans(pack).map((span) => pack.say(eventKey(code, scope, span.code)))]),
});

function waiting(pack: RegionPack): readonly Block[] {
  // All together are told where numbers are not rounded alone: they would tell of the stages.
  const stages = [...PIPELINE_STAGES.map((stage) => ({ stage, label: PIPELINE[stage] as string })), ...(EDITIONS[pack.edition].rounded ? [] : [{ stage: "all" as const, label: "All" }])];
  return [
    heading(1, "Who waits where"),
    {
      type: "table", caption: `Children on the way to adoption on ${dayInWords(pack.operations?.today ?? daysOf(pack.quarter).to)}`, rowHeadings: true, none: "No authority shares children.",
      columns: [{ heading: "Authority", share: 2 }, ...stages.map(({ label }) => ({ heading: label, number: true, share: 2 }))],
      rows: scopesOf(pack).map(({ key, name }) => [name, ...stages.map(({ stage }) => pack.say(standingKey(stage, key)))]),
    },
  ];
}

const agreements = ({ authorities }: RegionPack): readonly Block[] => [heading(1, "What is shared and given"), ...authorities.flatMap(({ name, terms }) => [heading(2, name), bullets(terms)])];

const howTold = (): Block =>
  paragraph(`Numbers of an authority are to the nearest 5, from 10 on; nought to five are told alike, as “5 or fewer”. The region’s are the authorities’ so rounded, added up and to the nearest 10, and differ a little from the true sum. Averages are to the nearest 10 days and of more than ten children; shares are to the nearest 5%, where more than ten are counted, more than five within and more than five not. An ${NOT_TOLD} stands for what is of fewer, or of nobody.`);

function childByChild({ operations }: RegionPack): readonly Block[] {
  if (operations === undefined) return [];
  const { children, differing, differingTotal, today } = operations;
  return [
    heading(1, "Children, by where they wait"),
    ...children.flatMap(({ authority, open, more }): readonly Block[] => [
      heading(2, authority),
      {
        type: "table", caption: `${authority}: children on the way on ${dayInWords(today)}, those who have waited longest at each point first`, rowHeadings: true, none: "Nobody is on the way whose record you may open.",
        columns: [{ heading: "Local id", share: 2 }, { heading: "Where", share: 4 }, { heading: "Since", share: 3 }, { heading: "Days there", number: true, share: 1 }],
        rows: PIPELINE_STAGES.flatMap((stage) => open.filter((child) => child.stage === stage)).map(({ localId, stage, since, days }) => [localId, PIPELINE[stage], dayInWords(since), String(days)]),
      },
      ...(more === null ? [] : [paragraph(`${capital(more)}.`)]),
    ]),
    heading(1, "Dates that differ"),
    differingTotal === 0 ? paragraph("No date differs between agency and authority that the agency is to settle.")
      : paragraph(`${counted(differingTotal, "child has a date", "children have a date")} that differs between agency and authority and is the agency’s to settle: ${differing.join(", ")}${differingTotal > differing.length ? ` and ${differingTotal - differing.length} more` : ""}.`),
  ];
}

/** “The board, up to 30 September 2026”. */
export const packName = (edition: Edition, quarter: Quarter): string => `${EDITIONS[edition].label}, up to ${dayInWords(daysOf(quarter).to)}`;

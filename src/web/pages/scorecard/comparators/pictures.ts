import { raw } from "hono/html";
import type { ByRecord, ComparatorsPage } from "../../../../app/open-comparators.ts";
import { type Across, type Dot, drawDots } from "../../../../domain/pictures/dots.ts";
import { drawLines, GROUP_LOOKS } from "../../../../domain/pictures/lines.ts";
import type { PublishedValue } from "../../../../domain/scorecard/comparators.ts";
import type { ComparedGroup, ComparedMember } from "../../../../domain/scorecard/published/compare.ts";
import { windowName } from "../../../../domain/scorecard/window.ts";
import type { Html } from "../../../govuk/html.ts";
import { isJudged, isSoFar } from "../../../../app/scorecard-words.ts";

/** A published figure in words. */
export const valueInWords = (value: PublishedValue, unit: "days" | "%"): string => (value === null ? "none" : value === "x" ? "x" : `${value}${unit === "%" ? "%" : " days"}`);

export const unitOf = ({ indicator }: Pick<ComparatorsPage, "indicator">): "days" | "%" => (indicator === "A3" ? "%" : "days");

/** A figure of the record as it is told. */
export const recordInWords = ({ value, isAbout, isHidden }: ByRecord, unit: "days" | "%"): string =>
  isHidden ? "x" : value === null ? "nobody" : `${isAbout ? "about " : ""}${value}${unit === "%" ? "%" : " days"}`;

const number = (value: PublishedValue): number | null => (typeof value === "number" ? value : null);

const dotOf = ({ name, value, isOwn, isByRecord }: ComparedMember): Dot => ({ name: isByRecord ? `${name}, by its record` : isOwn ? `${name} (this authority)` : name, value: number(value), isOwn, instead: value === "x" ? "x, suppressed" : "no figure" });

/** A group as a ranked dot picture: the rows of its table. */
export function groupPicture(page: ComparatorsPage, group: ComparedGroup): Html {
  const { thresholds, window, compared } = page;
  const unit = unitOf(page);
  const across: readonly Across[] = [
    ...(thresholds.days === null || !isJudged(window) ? [] : [{ name: "Threshold", value: thresholds.days, kind: "threshold" as const }]),
    ...(group.average === null ? [] : [{ name: "Average of the group", value: group.average, kind: "average" as const }]),
    ...(typeof compared?.national?.value === "number" ? [{ name: "England", value: compared.national.value, kind: "other" as const }] : []),
  ];
  const title = `${page.indicator}, ${windowName(window)}: ${group.name}, the best first. The table beside it holds the same figures.`;
  return raw(drawDots({ title, unit, rows: group.members.map(dotOf), across })) as unknown as Html;
}

/** The figures over windows as lines: as many groups as can be told apart. */
export function overPicture(page: ComparatorsPage): Html {
  const { over, indicator, authority, compared, window: { years } } = page;
  const groups = (compared?.groups ?? []).slice(0, GROUP_LOOKS.length);
  const lines = [
    { name: `${authority.name}, by its record`, look: "own" as const, values: over.map(({ byRecord }) => byRecord.value) },
    { name: `${authority.name}, as published`, look: "own-published" as const, values: over.map(({ published }) => number(published)) },
    ...groups.map(({ name }, i) => ({ name, look: GROUP_LOOKS[i]!, values: over.map(({ averages }) => averages[i] ?? null) })),
    { name: "England", look: "national" as const, values: over.map(({ national }) => number(national)) },
    { name: "Threshold", look: "threshold" as const, values: over.map(({ threshold }) => threshold) },
  ].filter(({ values }) => values.some((value) => value !== null));
  const along = over.map(({ yearEnding }) => `${windowName({ yearEnding, years })}${isSoFar({ yearEnding }, page.today) ? "*" : ""}`);
  return raw(drawLines({ title: `${indicator} over the windows: this authority beside its groups. The table beneath holds the same figures.`, unit: unitOf(page), along, lines })) as unknown as Html;
}

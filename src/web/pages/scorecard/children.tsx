import { CLOSED, type ScorecardPage } from "../../../app/open-scorecard.ts";
import { KNOWING } from "../../../domain/access/policy.ts";
import { ROLES } from "../../../domain/access/role.ts";
import { countToldAs, isExact, moreToldAs, type Telling } from "../../../domain/scorecard/suppression.ts";
import { type IndicatorCode, INDICATORS, windowName } from "../../../domain/scorecard/window.ts";
import { capital, listed, lower } from "../../../domain/words.ts";
import { AsAtNotice } from "../../as-at/notice.tsx";
import type { Html } from "../../govuk/html.ts";
import { CountedChildren } from "./counted-children.tsx";
import { aboutInWords, closedIn, countInWords, figureInWords, numberInWords, toldOfFigure } from "../../../app/scorecard-words.ts";
import { ChildLinks } from "./not-counted.tsx";
import { scorecardAddress } from "./query.ts";

interface Props {
  readonly scorecard: ScorecardPage;
  readonly code: IndicatorCode;
}

/** Whom to ask for the days of every child counted. */
const WHO_SEES_ALL = `The days of every child counted are listed to these roles, without saying which children they are whose records they may not open: ${listed(KNOWING.map((role) => lower(ROLES[role])))}.`;

const isOpen = ({ child }: { readonly child: string }): boolean => child !== CLOSED;

/** “And 12 children …” after a list; on its own where the list has nobody. */
function More({ closed, telling, alone }: { readonly closed: number; readonly telling: Telling; readonly alone: boolean }): Html | null {
  const more = moreToldAs(closed, telling);
  return more === null ? null : <p class="govuk-body">{alone ? capital(more.replace(/^and /, "")) : more.replace("and", "And")}.</p>;
}

/** The children behind one figure: the two days, what lies between them, and the order that puts them in the window, the longest first; then those left out. */
export function ChildrenView({ scorecard: page, code }: Props): Html {
  const { figures, window } = page.scorecard;
  const { telling } = page;
  const told = toldOfFigure(code, figures, telling);
  const [counted, notCounted] = [figures[code].counted.filter(isOpen), figures[code].notCounted.filter(isOpen)];
  const [closed, closedNot] = [closedIn(code, figures), figures[code].notCounted.length - notCounted.length];
  const total = figures[code].counted.reduce((sum, c) => sum + c.days, 0);
  return (
    <>
      <span class="govuk-caption-l">{page.authority.name}, {windowName(window)}</span>
      <h1 class="govuk-heading-l">{code}: {figureInWords(code, figures, telling)}</h1>
      <AsAtNotice asAt={page.asAt} now={scorecardAddress(window, {}, `/${code}`)} />
      <p class="govuk-body pt-measure">{INDICATORS[code]}. {countInWords(code, figures, telling)}{code === "A3" || figures[code].children === 0 || !isExact(told) ? "" : `: ${total} days altogether, divided by ${figures[code].children}`}.{told === "none" ? " The figure is not shown, because with what you may open it would tell of 1 to 5 children whose records you may not." : ""}{told === "coarse" && telling !== "coarse" ? " The figure is about, because children who are still in the process are in it whose records you may not open." : aboutInWords([told])}</p>
      <h2 class="govuk-heading-m">Counted: {numberInWords(code, figures, telling)}</h2>
      <CountedChildren scorecard={page} code={code} />
      {telling === "whole" ? null : <More closed={closed} telling={told} alone={counted.length === 0} />}
      {telling === "whole" || closed === 0 ? null : <p class="govuk-body pt-measure">{WHO_SEES_ALL}</p>}
      <h2 class="govuk-heading-m">Not counted: {countToldAs(notCounted.length, closedNot, telling)}</h2>
      {notCounted.length + closedNot === 0 ? <p class="govuk-body">Nobody is left out.</p> : (
        <ul class="govuk-list pt-small">{notCounted.map((n) => <li><ChildLinks children_={[n.child]} scorecard={page} />{n.reason}</li>)}</ul>
      )}
      <More closed={closedNot} telling={telling} alone={notCounted.length === 0} />
    </>
  );
}

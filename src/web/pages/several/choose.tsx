import type { NamedChild } from "../../../app/several/views.ts";
import { OWNERS } from "../../../domain/access/role.ts";
import { CHAPTERS, type Chapter, type Kind, KINDS } from "../../../domain/chronology/kinds.ts";
import { KINDS_FOR_MANY } from "../../../domain/commands/record-many.ts";
import type { Html } from "../../govuk/html.ts";
import { childrenInWords, inShort, packIds } from "./ticked.ts";
import { COMMON } from "./words.ts";
import { FindKind } from "../child/choose-kind/find-kind.tsx";

interface Props {
  readonly ticked: readonly NamedChild[];
  readonly from: string;
}

/** The address of a step: the children and the tracker to go back to travel with it. */
export const stepAddress = (path: string, children: readonly NamedChild[], from: string): string =>
  `${path}?${new URLSearchParams({ children: packIds(children.map((c) => c.recordId)), from })}`;

/** What is to be done for all of them? What people do most comes first. */
export const ChooseView = ({ ticked, from }: Props): Html => (
  <>
    <span class="govuk-caption-l">{childrenInWords(ticked.length)}: {inShort(ticked.map((c) => c.localId))}</span>
    <h1 class="govuk-heading-l">What do you want to do for {ticked.length === 1 ? "this child" : `all ${ticked.length}`}?</h1>
    <FindKind />
    <div id="kinds" class="pt-kinds">
      <Group heading="Often done for several" kinds={[...COMMON.keys()]} ticked={ticked} from={from} again />
      {(Object.keys(CHAPTERS) as Chapter[]).map((chapter) => (
        <Group heading={CHAPTERS[chapter]} kinds={KINDS_FOR_MANY.filter((kind) => KINDS[kind].chapter === chapter)} ticked={ticked} from={from} />
      ))}
    </div>
    <p class="govuk-body"><a class="govuk-link" href={from}>Cancel, and go back to the tracker</a></p>
  </>
);

interface GroupProps extends Props {
  readonly heading: string;
  readonly kinds: readonly Kind[];
  /** These stand under their own chapter too. */
  readonly again?: boolean;
}

const Group = ({ heading, kinds, ticked, from, again }: GroupProps) => (kinds.length === 0 ? null : (
  <section class="pt-kinds__group" data-group={again === true ? "again" : "once"}>
    <h2 class="govuk-heading-s pt-kinds__heading">{heading}</h2>
    <ul class="govuk-list pt-kinds__list">
      {kinds.map((kind) => {
        const { label, asks, alsoCalled = [] } = KINDS[kind];
        return (
          <li data-words={[label, OWNERS[asks], ...alsoCalled].join(" ").toLowerCase()}>
            <a class="govuk-link govuk-link--no-visited-state" href={stepAddress(`/tracker/several/${kind}`, ticked, from)}>{again === true ? COMMON.get(kind) ?? label : label}</a>
            {alsoCalled.length === 0 ? null : <span class="pt-quiet pt-small"> {alsoCalled.join(", ")}</span>}
          </li>
        );
      })}
    </ul>
  </section>
));

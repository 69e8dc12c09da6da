import type { ChildPage } from "../../../../app/views.ts";
import { OWNERS } from "../../../../domain/access/role.ts";
import { CHAPTERS, type Chapter, isSiblingGroupKind, type Kind, KIND_CODES, KINDS } from "../../../../domain/chronology/kinds.ts";
import type { Standard } from "../../../../domain/standards/standard.ts";
import type { Html } from "../../../govuk/html.ts";
import { groupClocks } from "../clocks/groups.ts";
import { stoppingKind } from "../open/record-link.ts";
import { FindKind } from "./find-kind.tsx";

interface Props {
  readonly child: ChildPage;
  readonly standards: ReadonlyMap<string, Standard>;
}

/** What happened? Everything that can, by chapter; what the clocks wait for first. */
export function ChooseKindView({ child, standards }: Props): Html {
  const mayRecord = (kind: Kind): boolean => child.given?.includes(kind) ?? true;
  const awaited = awaitedKinds(child, standards).filter(mayRecord);
  const kindsOf = (chapter: Chapter): readonly Kind[] => KIND_CODES.filter((k) => KINDS[k].chapter === chapter && !isSiblingGroupKind(k) && KINDS[k].notByHand === undefined && mayRecord(k));
  return (
    <>
      <span class="govuk-caption-l">{child.localId}</span>
      <h1 class="govuk-heading-l">What happened?</h1>
      <FindKind />
      <div id="kinds" class="pt-kinds">
        {awaited.length === 0 ? null : <Group heading="What the clocks wait for" kinds={awaited} child={child} again />}
        {(Object.keys(CHAPTERS) as Chapter[]).filter((chapter) => kindsOf(chapter).length > 0).map((chapter) => <Group heading={CHAPTERS[chapter]} kinds={kindsOf(chapter)} child={child} />)}
      </div>
    </>
  );
}

function awaitedKinds(child: ChildPage, standards: ReadonlyMap<string, Standard>): readonly Kind[] {
  const { late, soon, running } = groupClocks(child.clocks);
  const kinds = [...late, ...soon, ...running].map(({ standard }) => {
    const rule = standards.get(standard);
    return rule === undefined ? undefined : stoppingKind(rule);
  });
  return [...new Set(kinds.filter((k): k is Kind => k !== undefined && !isSiblingGroupKind(k)))].slice(0, 8);
}

interface GroupProps {
  readonly heading: string;
  readonly kinds: readonly Kind[];
  readonly child: ChildPage;
  /** These stand under their own chapter too. */
  readonly again?: boolean;
}

const Group = ({ heading, kinds, child, again }: GroupProps) => (
  <section class="pt-kinds__group" data-group={again === true ? "again" : "once"}>
    <h2 class="govuk-heading-s pt-kinds__heading">{heading}</h2>
    <ul class="govuk-list pt-kinds__list">
      {kinds.map((kind) => {
        const { label, asks, alsoCalled = [] } = KINDS[kind];
        return (
          <li data-words={[label, OWNERS[asks], ...alsoCalled].join(" ").toLowerCase()}>
            <a class="govuk-link govuk-link--no-visited-state" href={`/children/${child.recordId}/record/${kind}`}>{label}</a>
            {alsoCalled.length === 0 ? null : <span class="pt-quiet pt-small"> {alsoCalled.join(", ")}</span>}
          </li>
        );
      })}
    </ul>
  </section>
);

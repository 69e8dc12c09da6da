import type { WorkItem } from "../../../app/work/views.ts";
import { OWNERS } from "../../../domain/access/role.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { STAGES } from "../../../domain/permanence/stage.ts";
import { CLOCK_FLAGS } from "../../../domain/standards/clock.ts";
import type { Together } from "../../../domain/work/groups.ts";
import type { Html } from "../../govuk/html.ts";
import { DueLink } from "../child/why/due-link.tsx";
import { Actions } from "./actions.tsx";

interface Props {
  readonly caption: string;
  readonly families: readonly Together<WorkItem>[];
  /** Where whoever answers comes back to. */
  readonly back: string;
}

const HEADS = ["To be done", "Due", "Do"] as const;

/** Things due, child by child, siblings one after the other. */
export const WorkTable = ({ caption, families, back }: Props): Html => (
  <table class="govuk-table pt-table pt-work" role="table">
    <caption class="govuk-visually-hidden">{caption}</caption>
    <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Child</th>{HEADS.map((head) => <th role="columnheader" scope="col">{head}</th>)}</tr></thead>
    {families.flatMap(({ children }) => children.map((items, nth) => (
      <tbody role="rowgroup" class={children.length > 1 ? `pt-work__sibling${nth === 0 ? " pt-work__sibling--first" : ""}` : undefined}>
        {items.map((item, at) => (
          <tr role="row">
            {at > 0 ? null : <th role="rowheader" scope="rowgroup" rowspan={items.length}><Child item={item} siblings={children.map(([one]) => one!.localId).filter((id) => id !== item.localId)} /></th>}
            {[<What item={item} />, <Due item={item} />, <Actions item={item} back={back} />].map((cell, i) => <td role="cell" data-label={HEADS[i]}>{cell}</td>)}
          </tr>
        ))}
      </tbody>
    )))}
  </table>
);

const Child = ({ item: { recordId, localId, name, stage }, siblings }: { readonly item: WorkItem; readonly siblings: readonly string[] }) => (
  <>
    <a class="govuk-link govuk-link--no-visited-state pt-nowrap" href={`/children/${recordId}`}>{localId}</a>
    {name === null ? null : <span class="pt-work__more">{name}</span>}
    <span class="pt-work__more">{STAGES[stage]}</span>
    {siblings.length === 0 ? null : <span class="pt-work__more">Sibling of {siblings.join(" and ")}</span>}
  </>
);

const What = ({ item }: { readonly item: WorkItem }) => (
  <>
    <span class="pt-work__title">{item.title}</span>
    <span class="pt-work__more">{item.because === null ? null : <>{item.because}{item.movedFrom === null ? "" : `, moved from ${dayInWords(item.movedFrom)}`} · </>}<a class="govuk-link govuk-link--no-visited-state" href={`/standards/${item.standard}`}>{item.standard}</a></span>
    {sayWhose(item).map((words) => <span class="pt-work__whose">{words}</span>)}
  </>
);

/** Whose it is, where that is not simply whoever reads it. */
export function sayWhose({ owner, forWhom, chased, nobodyAs }: WorkItem): readonly string[] {
  return [
    ...(forWhom === null ? [] : [`For ${forWhom}, who is away`]),
    ...(chased ? [`${OWNERS[owner]}: see that it is done, and answer on their behalf`] : []),
    ...(nobodyAs === null ? [] : [`${OWNERS[owner]}: nobody here has this child as ${NOBODY[nobodyAs]}`]),
  ];
}

const NOBODY = { "social-worker": "social worker", "family-finder": "family finder", "reviewing-officer": "reviewing officer" } as const;

const STATUS: Readonly<Record<WorkItem["group"], string>> = { late: "pt-status--late", week: "pt-status--due-soon", later: "", unseen: "pt-status--quiet", undated: "pt-status--quiet" };

/** The day, which leads to why it is that day, and how it stands. */
const Due = ({ item }: { readonly item: WorkItem }) => {
  const flags = item.flags.map((flag) => CLOCK_FLAGS[flag].toLowerCase());
  return (
    <>
      {item.dueOn === null ? <span class="pt-quiet">No day</span> : <DueLink recordId={item.recordId} clock={item} on={item.dueOn} />}
      <span class="pt-work__standing"><span class={`pt-status ${STATUS[item.group]}`}>{item.standing}</span></span>
      {flags.length === 0 ? null : <span class="pt-work__more">{flags.join(", ")}</span>}
    </>
  );
};

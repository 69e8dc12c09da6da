import type { KeptForm } from "../../../app/kept-forms.ts";
import { isKind, KINDS } from "../../../domain/chronology/kinds.ts";

type InWords = (...parts: readonly string[]) => string;
const kindOf = (kind: string | undefined): string => (kind !== undefined && isKind(kind) ? KINDS[kind].label : "What happened");

/** The forms there are, by where they are sent, the narrower first. No value of a form is ever in its path. */
const FORMS: readonly (readonly [RegExp, InWords])[] = [
  [/^\/children\/new$/, () => "Adding a child"],
  [/^\/children\/[^/]+\/record\/([\w-]+)$/, (kind) => `Recording “${kindOf(kind)}”`],
  [/^\/children\/[^/]+\/decide\/([\w-]+)$/, (kind) => `A decision, “${kindOf(kind)}”`],
  [/^\/children\/[^/]+\/entries\/\d+\/correct$/, () => "Correcting an entry"],
  [/^\/children\/[^/]+\/entries\/\d+\/withdraw$/, () => "Withdrawing an entry"],
  [/^\/children\/[^/]+\/answer\/([\w-]+)\//, (standard) => `Answering ${standard}`],
  [/^\/children\/[^/]+\/checklists\//, () => "A checklist"],
  [/^\/children\/[^/]+\/milestones/, () => "The milestones form"],
  [/^\/children\/[^/]+\/dates$/, () => "Changing a date"],
  [/^\/children\/[^/]+\/extensions\//, () => "An extension"],
  [/^\/children\/[^/]+\/challenges/, () => "A challenge"],
  [/^\/sibling-groups/, () => "A sibling group"],
  [/^\/tracker\/several/, () => "Recording for several children"],
  [/^\/tracker\/views/, () => "A view of the tracker"],
  [/^\/work\/cover/, () => "When somebody is away"],
  [/^\/team/, () => "The work of a team"],
  [/^\/standards/, () => "A change of the standards"],
  [/^\/imports/, () => "An import"],
  [/^\/scorecard\/published\/thresholds/, () => "A threshold"],
  [/^\/scorecard\/published\/groups/, () => "A group to compare with"],
  [/^\/scorecard\/published/, () => "Published figures"],
  [/^\/administration\/people/, () => "Somebody’s account"],
  [/^\/administration\/teams/, () => "Another name for a team"],
  [/^\/administration\/agreement/, () => "The sharing agreement"],
  [/^\/administration\/restriction/, () => "When records are restricted"],
  [/^\/administration\/children/, () => "Who works with a child"],
  [/^\/administration/, () => "Administration"],
];

/** “HM-0101: recording “Review””: what page it was sent from. */
export function formInWords({ path, localId }: Pick<KeptForm, "path" | "localId">): string {
  const [at = ""] = path.split("?");
  const found = FORMS.flatMap(([pattern, words]) => {
    const match = pattern.exec(at);
    return match === null ? [] : [words(...match.slice(1).filter((part) => part !== undefined))];
  })[0] ?? "A form";
  return localId === null ? found : `${localId}: ${found.charAt(0).toLowerCase()}${found.slice(1)}`;
}

import type { DecidingRoles } from "../../domain/access/decides.ts";
import type { Role } from "../../domain/access/role.ts";
import type { Person } from "../../domain/access/viewer.ts";
import type { Kind } from "../../domain/chronology/kinds.ts";
import { type AnswerRefusal, type Conflict, conflictsOf, type FormAnswer, readAnswers, refusalsOf } from "../../domain/forms/answers.ts";
import { type Asked, askedOf } from "../../domain/forms/asked.ts";
import { type FormState, formOf } from "../../domain/forms/standing.ts";
import type { BegunForm, FormDraftRow } from "../../store/form-drafts.ts";
import { recordEntriesOf } from "../answers/record-entries.ts";
import { type App, forbids } from "../app.ts";
import { decidesAs } from "../decisions/deciding.ts";
import { openChild } from "../open-child.ts";
import type { ChildPage, ExplainedClock } from "../views.ts";
import { dueQuestions } from "./due.ts";

/** The form by its name where drafts are kept. */
const FORM = "milestones";

/** A child’s milestones form as somebody sees it, with what they have begun and not finished. */
export interface MilestonesPage {
  readonly child: ChildPage;
  readonly form: FormState;
  readonly role: Role;
  /** In which roles the viewer decides today: as themselves, and as somebody’s deputy. */
  readonly roles: DecidingRoles;
  readonly asked: readonly Asked[];
  /** The running clock that an answer to a question would stop, the soonest due of them. */
  readonly due: ReadonlyMap<Kind, ExplainedClock>;
  readonly draft: FormDraftRow | null;
  /** `answer`: where they may record and the form is not closed. `manage`: open and close it. */
  readonly may: { readonly answer: boolean; readonly manage: boolean };
}

/** The form of a child, or nothing where there is no such child for this person. */
export async function openMilestones(app: App, person: Person, recordId: string): Promise<MilestonesPage | undefined> {
  const child = await openChild(app, person, recordId);
  if (child === undefined) return undefined;
  const form = formOf(child.case);
  const draft = child.may.record ? await app.store.formDrafts(person).find(recordId, FORM) : undefined;
  return {
    child, form, role: person.role, draft: draft ?? null,
    roles: await decidesAs(app, person),
    asked: askedOf(child.case, person.role),
    due: dueQuestions(child),
    may: { answer: child.may.record && form.state !== "closed", manage: forbids(person, "manage-forms") === undefined },
  };
}

export type DraftAnswers = FormDraftRow["answers"];

/** Keeps what somebody has typed, as they typed it; where nothing is left of it, nothing is kept. Nothing reaches the record. */
export async function keepDraft(app: App, person: Person, { child }: MilestonesPage, answers: DraftAnswers): Promise<void> {
  const drafts = app.store.formDrafts(person);
  if (Object.keys(answers).length === 0) {
    await drafts.drop(child.recordId, FORM);
    return;
  }
  await drafts.keep(FORM, { authority: child.authority.code, recordId: child.recordId, answers, basedOn: child.version, changedAt: app.clock.now() });
}

/** The children whose forms somebody has begun and not finished. */
export const begunForms = (app: App, person: Person): Promise<readonly BegunForm[]> => app.store.formDrafts(person).begun(FORM);

export const dropDraft = (app: App, person: Person, recordId: string): Promise<boolean> => app.store.formDrafts(person).drop(recordId, FORM);

/** What stands in the way of these answers as the record now is: what somebody else saved first, and what would be refused. */
export interface Obstacles {
  readonly conflicts: ReadonlyMap<Kind, Conflict>;
  readonly refusals: readonly AnswerRefusal[];
}

export function obstaclesTo({ child, role, roles }: MilestonesPage, answers: readonly FormAnswer[]): Obstacles {
  const conflicts = conflictsOf(child.case, answers);
  return { conflicts, refusals: refusalsOf(child.case, readAnswers(child.case, answers, conflicts, role), child.today, roles) };
}

export type FinishOutcome =
  /** `kinds`: the questions whose answers are now on the record. */
  | { readonly outcome: "done"; readonly kinds: readonly Kind[] }
  | { readonly outcome: "refused"; readonly page: MilestonesPage }
  | { readonly outcome: "forbidden"; readonly reason: string }
  | { readonly outcome: "not-found" };

/** How often somebody else’s save may come between reading and writing before we give up. */
const TRIES = 3;

/**
 * Records every answer of a form together, or none. Each is judged against what its writer had before them:
 * where somebody else has answered the same question since, and no choice between the two is made, nothing is
 * recorded and the page says so. `read`: the answers of the draft, as the page has it.
 */
export async function finishForm(app: App, person: Person, recordId: string, read: (page: MilestonesPage) => readonly FormAnswer[]): Promise<FinishOutcome> {
  for (let tries = 1; ; tries++) {
    const page = await openMilestones(app, person, recordId);
    if (page === undefined) return { outcome: "not-found" };
    if (!page.may.answer) return { outcome: "forbidden", reason: page.child.may.record ? "This form is closed. Ask adoption business support to open it again" : "Your role does not let you record what happened" };
    const { child } = page;
    const answers = read(page);
    const answered = readAnswers(child.case, answers, conflictsOf(child.case, answers), page.role);
    if (answered.refusals.length > 0) return { outcome: "refused", page };
    const outcome = answered.inputs.length === 0 ? { outcome: "done" as const } : await recordEntriesOf(app, person, recordId, child.version, answered.inputs);
    switch (outcome.outcome) {
      case "done":
        await dropDraft(app, person, recordId);
        return { outcome: "done", kinds: answered.kinds };
      case "overtaken":
        if (tries === TRIES) throw new Error("Others kept saving on this record");
        break;
      case "refused": return { outcome: "refused", page };
      case "forbidden": case "not-found": return outcome;
    }
  }
}

import type { Viewer } from "../../domain/access/viewer.ts";
import { fold } from "../../domain/chronology/fold.ts";
import { type Day, daysBetween } from "../../domain/dates/day.ts";
import { actionsIn, isOpenAction, type MeetingAction } from "../../domain/meetings/actions.ts";
import { escalateAction, isToEscalate, managerFor, reminderOf, USUAL_CHASE } from "../../domain/meetings/follow-up.ts";
import type { Chase } from "../../domain/meetings/meeting.ts";
import { isPresent } from "../../domain/work/seats.ts";
import type { FollowedChild } from "../../store/meetings/actions.ts";
import type { MessageDraft } from "../../store/meetings/rows.ts";
import type { WorkerRow } from "../../store/rows.ts";
import type { App } from "../app.ts";
import { changeChild } from "../change-child.ts";
import { closedTo, peopleOf } from "./told.ts";

/** What one authority’s open actions are followed up by. */
interface Followed {
  readonly children: readonly FollowedChild[];
  readonly people: readonly WorkerRow[];
  /** By the name of the series. */
  readonly series: ReadonlyMap<string, { readonly chase: Chase; readonly title: string }>;
}

/**
 * Reminds the owners of actions on the rhythm of their series, and takes further once what is so late as it says. As each
 * authority’s operator: on its children lie the actions of its own meetings and of the region’s. As often as one likes:
 * nobody is told the same twice, and a late action goes further once.
 */
export async function chaseActions(app: App): Promise<void> {
  const today = app.clock.today();
  for (const { code } of await app.store.directory.organisations("local-authority")) {
    const operator: Viewer = { type: "operator", authority: code };
    const followed = await app.store.reading(operator, async (reader): Promise<Followed> => ({
      children: (await reader.followed({ what: "action-agreed", open: true })).filter(({ authority }) => authority === code),
      people: await peopleOf(reader),
      series: new Map((await reader.meetings.series()).map(({ definition }) => [definition.name, { chase: definition.chase, title: definition.neutralTitle }])),
    }));
    const messages: MessageDraft[] = [];
    for (const child of followed.children) {
      for (const action of actionsIn(fold(child.entries), today).filter(isOpenAction)) {
        const message = await reminderTo(app, followed, child, action, today);
        if (message !== undefined) messages.push(message);
        if (isToEscalate(action, chaseOf(followed, action).chase)) await escalate(app, operator, followed, child, action, today);
      }
    }
    if (messages.length > 0) await app.store.inTransaction(operator, (writer) => writer.addMessages(messages, app.clock.now()));
  }
}

const chaseOf = ({ series }: Followed, { of }: MeetingAction): { readonly chase: Chase; readonly title?: string } => series.get(of.series) ?? { chase: USUAL_CHASE };

/** To its owner; where they have left or have no account, to whoever follows it up. Nobody is told of a child whom they may not open. */
async function reminderTo(app: App, followed: Followed, child: FollowedChild, action: MeetingAction, today: Day): Promise<MessageDraft | undefined> {
  const { chase, title } = chaseOf(followed, action);
  const reminder = reminderOf(action, chase, daysBetween(today, action.dueOn));
  const owner = followed.people.find(({ account }) => account === action.who);
  const to = owner !== undefined && isPresent(owner, today) ? owner : managerFor(action.who, child, followed.people, today);
  if (reminder === undefined || to === undefined || (await closedTo(app, child.recordId, [to.account])).size > 0) return undefined;
  return {
    account: to.account, template: reminder.template, path: `/children/${child.recordId}/actions/${action.number}`,
    detail: { dueOn: action.dueOn, ...(title === undefined ? {} : { title }), ...(reminder.template === "action-late" ? { daysLate: action.daysLate } : {}) },
    key: `${reminder.template} ${child.authority} ${action.number} ${reminder.key}`,
  };
}

async function escalate(app: App, operator: Viewer, followed: Followed, child: FollowedChild, action: MeetingAction, today: Day): Promise<void> {
  const { title } = chaseOf(followed, action);
  const manager = managerFor(action.who, child, followed.people, today);
  const to = manager === undefined || (await closedTo(app, child.recordId, [manager.account])).size > 0 ? undefined : manager.account;
  if (to === undefined) return;
  const record = await app.store.reader(operator).getRecord(child.recordId);
  if (record === undefined) return;
  await changeChild(app, operator, child.recordId, record.version, "escalate-action", (_writer, c) => escalateAction(c, action.number, to, today), undefined, async (writer) => {
    await writer.addMessages([{
      account: to, template: "action-escalated", path: `/children/${child.recordId}/actions/${action.number}`, key: `action-escalated ${child.authority} ${action.number}`,
      detail: { dueOn: action.dueOn, daysLate: action.daysLate, ...(title === undefined ? {} : { title }) },
    }], app.clock.now());
  });
}

const chased = new WeakMap<App, Day>();

/** As `chaseActions`, by this process once a day: reminders go by the day, and every child with an open action is read. */
export async function chaseOnceADay(app: App): Promise<void> {
  const today = app.clock.today();
  if (chased.get(app) === today) return;
  await chaseActions(app);
  chased.set(app, today);
}

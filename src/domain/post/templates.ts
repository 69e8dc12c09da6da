import { type Day, dayInWords } from "../dates/day.ts";
import { counted } from "../words.ts";

/**
 * What a message may be told: a day, a time of day (HH:MM), a count, or the neutral title of a series. There is nothing for
 * words of one’s own, so that no message can carry the name, the local id or the birth date of a child.
 */
interface Sorts {
  readonly day: Day;
  readonly time: string;
  readonly count: number;
  readonly title: string;
}
export type Sort = keyof Sorts;

/** The details there are, each of one sort; a template uses some of them. */
export const POST_DETAILS = {
  /** `SeriesDefinition.neutralTitle`. */
  title: "title",
  heldOn: "day",
  startsAt: "time",
  /** The day that it was to be held on. */
  movedFrom: "day",
  dueOn: "day",
  /** Of what the template is about: children, papers, actions. Never of what its reader may not open. */
  count: "count",
  daysLate: "count",
} as const satisfies Readonly<Record<string, Sort>>;
export type PostDetailName = keyof typeof POST_DETAILS;
export type Given<Name extends PostDetailName> = { readonly [N in Name]: Sorts[(typeof POST_DETAILS)[N]] };

export interface PostTemplate<Needs extends PostDetailName = PostDetailName, May extends PostDetailName = never> {
  readonly needs: readonly Needs[];
  readonly may: readonly May[];
  readonly subject: (detail: Given<Needs> & Partial<Given<May>>) => string;
  /** Paragraphs; the link comes after them. */
  readonly body: (detail: Given<Needs> & Partial<Given<May>>) => readonly string[];
  /** What the link is called where it has words of its own. */
  readonly link: string;
}

const template = <Needs extends PostDetailName, May extends PostDetailName = never>(
  needs: readonly Needs[], may: readonly May[], link: string,
  subject: PostTemplate<Needs, May>["subject"], body: PostTemplate<Needs, May>["body"],
): PostTemplate<Needs, May> => ({ needs, may, link, subject, body });

const at = (heldOn: Day, startsAt: string | undefined): string => `${dayInWords(heldOn)}${startsAt === undefined ? "" : ` at ${startsAt}`}`;
/** Titles stand in subjects, not in sentences: some want an article, and some do not. */
const from = (title: string | undefined, text: string): string => (title === undefined ? text : `${title}: ${text}`);
const children = (n: number): string => counted(n, "child", "children");

/** Every message that there is. Plain words, the same in the inbox and by mail. Add a row; never a sort of detail that holds words. */
export const TEMPLATES = {
  "meeting-invitation": template(["title", "heldOn"], ["startsAt"], "See the meeting",
    ({ title, heldOn }) => `${title}: you are asked to come on ${dayInWords(heldOn)}`,
    ({ heldOn, startsAt }) => [`You are asked to come to the meeting on ${at(heldOn, startsAt)}.`, "If you cannot, the link has a place to send your apologies and to say who comes instead."]),
  "meeting-moved": template(["title", "heldOn", "movedFrom"], ["startsAt"], "See the meeting",
    ({ title, heldOn }) => `${title}: moved to ${dayInWords(heldOn)}`,
    ({ heldOn, movedFrom, startsAt }) => [`The meeting that was to be on ${dayInWords(movedFrom)} is now on ${at(heldOn, startsAt)}.`]),
  "meeting-changed": template(["title", "heldOn"], ["startsAt"], "See the meeting",
    ({ title, heldOn }) => `${title}: another time or place on ${dayInWords(heldOn)}`,
    ({ heldOn, startsAt }) => [`The time or the place has changed: the meeting is on ${at(heldOn, startsAt)}. The link says where.`]),
  "meeting-cancelled": template(["title", "heldOn"], [], "See the meeting",
    ({ title, heldOn }) => `${title}: cancelled on ${dayInWords(heldOn)}`,
    ({ heldOn }) => [`The meeting on ${dayInWords(heldOn)} is cancelled.`, "Papers that went out are no longer needed for that day. The link says why it was cancelled."]),
  "meeting-not-asked": template(["title", "heldOn"], [], "See your meetings",
    ({ title, heldOn }) => `${title}: you are no longer asked to come on ${dayInWords(heldOn)}`,
    ({ heldOn }) => [`You no longer belong to this meeting, and are not asked to come on ${dayInWords(heldOn)}.`, "Papers that you have of it are not yours to keep: destroy them, and pass nothing of them on."]),
  "apologies-sent": template(["title", "heldOn"], [], "See who comes",
    ({ title, heldOn }) => `${title}: somebody says whether they come on ${dayInWords(heldOn)}`,
    ({ heldOn }) => [`A member has said whether they come on ${dayInWords(heldOn)}, and who comes in their place. The link says who, and whether enough are expected.`]),
  "agenda-sent": template(["title", "heldOn"], ["startsAt"], "See the agenda",
    ({ title, heldOn }) => `${title}: the agenda for ${dayInWords(heldOn)}`,
    ({ heldOn, startsAt }) => [`The agenda is ready for the meeting on ${at(heldOn, startsAt)}.`]),
  "item-removed": template(["title", "heldOn"], [], "See the agenda",
    ({ title, heldOn }) => `${title}: the agenda for ${dayInWords(heldOn)} has changed`,
    ({ heldOn }) => [`Something that you were to speak to was taken off the agenda of ${dayInWords(heldOn)}. There is nothing more for you to send for it.`]),
  "agenda-changed": template(["title", "heldOn"], [], "See the agenda as it is now",
    ({ title, heldOn }) => `${title}: do not use the papers you have for ${dayInWords(heldOn)}`,
    ({ heldOn }) => [`Something was taken off the agenda of ${dayInWords(heldOn)} after it went out. Papers that you printed or saved still have it: destroy them, pass nothing of them on, and open the agenda again.`]),
  "update-asked": template(["title", "heldOn", "dueOn"], ["count", "daysLate"], "Give the update",
    ({ title, dueOn, daysLate = 0 }) => `${title}: your update ${daysLate > 0 ? "as soon as you can" : `by ${dayInWords(dueOn)}`}`,
    ({ heldOn, dueOn, count = 1, daysLate = 0 }) => [`The meeting on ${dayInWords(heldOn)} is to talk about ${children(count)} you work with.`, `Check what is already filled in, say what has changed and what is in the way, ${daysLate > 0 ? `as soon as you can: you are asked late, and updates were due by ${dayInWords(dueOn)}` : `by ${dayInWords(dueOn)}`}.`]),
  "update-reminder": template(["title", "heldOn", "dueOn"], ["count"], "Give the update",
    ({ title, dueOn }) => `${title}: your update is still needed by ${dayInWords(dueOn)}`,
    ({ heldOn, dueOn, count = 1 }) => [`Your update about ${children(count)} has not come yet, for the meeting on ${dayInWords(heldOn)}.`, `It was asked for by ${dayInWords(dueOn)}. If you are away, a colleague who works with the child can answer.`]),
  "papers-missing": template(["title", "heldOn", "dueOn"], ["count"], "Say what you have sent",
    ({ title, dueOn }) => `${title}: care plan and chronology by ${dayInWords(dueOn)}`,
    ({ heldOn, dueOn, count = 1 }) => [`The up-to-date care plan or chronology of ${children(count)} has not been received, for the meeting on ${dayInWords(heldOn)}.`, `They are due by ${dayInWords(dueOn)}. A chronology can be made from the record to start from.`]),
  "pen-offered": template(["title", "heldOn"], [], "Go to the meeting",
    ({ title }) => `${title}: you are asked to take the minutes`,
    ({ heldOn }) => [`The minutes of ${dayInWords(heldOn)} are handed to you. You write from now on; others can comment.`]),
  "minutes-to-confirm": template(["title", "heldOn"], [], "Read the minutes",
    ({ title, heldOn }) => `${title}: the minutes of ${dayInWords(heldOn)} are to be confirmed`,
    ({ heldOn }) => [`The minutes of ${dayInWords(heldOn)} are ready to be confirmed. Once they are, they are locked: later corrections stand beside them.`]),
  "record-changed": template(["title", "heldOn"], [], "See what was corrected",
    ({ title, heldOn }) => `${title}: a record of ${dayInWords(heldOn)} that you filed was corrected`,
    ({ heldOn }) => [`A child’s record of the meeting on ${dayInWords(heldOn)} says something else since you noted that it is on the case record.`, "Take it away again, put it in the place of what is filed, and note that you did."]),
  "action-agreed": template(["title", "heldOn", "dueOn"], [], "See the action",
    ({ title, dueOn }) => `${title}: an action of yours, by ${dayInWords(dueOn)}`,
    ({ heldOn, dueOn }) => [`On ${dayInWords(heldOn)} the meeting agreed an action that is yours to do by ${dayInWords(dueOn)}.`, "When it is done, say what was done and close it."]),
  "action-passed-on": template(["dueOn"], [], "See the action",
    ({ dueOn }) => `An action passed on to you, by ${dayInWords(dueOn)}`,
    ({ dueOn }) => [`An action of a tracking meeting was passed on to you. It is to be done by ${dayInWords(dueOn)}.`, "When it is done, say what was done and close it."]),
  "action-in-the-way": template(["dueOn"], [], "Read it, and say what is to happen",
    ({ dueOn }) => `Something is in the way of an action that was to be done by ${dayInWords(dueOn)}`,
    ({ dueOn }) => [`An action of a tracking meeting, due on ${dayInWords(dueOn)}, was taken further to you. Whoever has it says what is in the way.`, "Say what is to happen with it."]),
  "action-to-happen": template(["dueOn"], [], "Read what is to happen",
    ({ dueOn }) => `What is to happen with an action of yours, due on ${dayInWords(dueOn)}`,
    ({ dueOn }) => [`An action of yours, due on ${dayInWords(dueOn)}, was taken further. Whoever it went to has said what is to happen with it.`, "When it is done, say what was done and close it."]),
  "decision-answered": template(["heldOn"], [], "Read the answer",
    ({ heldOn }) => `What the meeting of ${dayInWords(heldOn)} recommended is answered`,
    ({ heldOn }) => [`Something that the tracking meeting of ${dayInWords(heldOn)} recommended, or raised, was answered by whoever decides it.`, "The next meeting sees the answer on the child’s page."]),
  "delay-given-back": template(["heldOn"], [], "Read the answer",
    ({ heldOn }) => `A delay that the meeting of ${dayInWords(heldOn)} raised is back with you`,
    ({ heldOn }) => [`The delay that the tracking meeting of ${dayInWords(heldOn)} raised is not theirs to own, the service manager says. Nobody owns it yet.`, "Read why, and settle whose it is. Until somebody owns it, the meeting sees it as unanswered."]),
  "business-support-told": template(["title", "heldOn"], [], "See what was agreed",
    ({ title, heldOn }) => `${title}: adoption business support is told of ${dayInWords(heldOn)}`,
    ({ heldOn }) => [`The meeting finished its outcome for a child on ${dayInWords(heldOn)}, and tells adoption business support of it.`]),
  "action-due": template(["dueOn"], ["count", "title"], "See your actions",
    ({ count = 1, dueOn, title }) => from(title, `${counted(count, "action")} of yours due on ${dayInWords(dueOn)}`),
    ({ count = 1, dueOn }) => [`${counted(count, "action")} that you took on at a meeting ${count === 1 ? "is" : "are"} due on ${dayInWords(dueOn)}.`, "When it is done, say what was done and close it."]),
  "action-late": template(["dueOn"], ["count", "title", "daysLate"], "See your actions",
    ({ count = 1, title }) => from(title, `${counted(count, "action")} of yours ${count === 1 ? "is" : "are"} late`),
    ({ count = 1, dueOn, daysLate }) => [
      `${counted(count, "action")} that you took on at a meeting ${count === 1 ? "was" : "were"} due ${count === 1 ? "on" : "from"} ${dayInWords(dueOn)}${daysLate === undefined ? "" : `, ${counted(daysLate, "day")} ago`}.`,
      "Close it with what was done, or say what is in the way: the action’s page has a place for it.",
    ]),
  "action-escalated": template(["dueOn"], ["count", "title", "daysLate"], "See the late actions",
    ({ count = 1, title }) => from(title, `${counted(count, "late action")} taken further to you`),
    ({ count = 1, dueOn, daysLate }) => [
      `${counted(count, "action")} of a meeting, due ${count === 1 ? "on" : "from"} ${dayInWords(dueOn)}, ${count === 1 ? "is" : "are"} still open${daysLate === undefined ? "" : ` ${counted(daysLate, "day")} later`}.`,
      "It comes to you once. Say what is to happen: the action’s page has a place for it.",
    ]),
  "decision-recommended": template(["title", "heldOn"], [], "Read and answer",
    ({ title }) => `${title}: something is recommended that you decide`,
    ({ heldOn }) => [`On ${dayInWords(heldOn)} the meeting recommended something that it may not decide itself. It waits for your answer, which the meeting is told.`]),
  "delay-raised": template(["title", "heldOn"], ["count"], "See the delay",
    ({ title, count = 1 }) => `${title}: delay for ${children(count)} comes to you`,
    ({ heldOn, count = 1 }) => [`On ${dayInWords(heldOn)} the meeting found delay, there or to come, for ${children(count)}. Delay is yours to own: see what it is and what is being done.`]),
  "decision-maker-papers": template(["title", "heldOn"], ["dueOn"], "Read the papers",
    ({ title, heldOn }) => `${title}: notes of ${dayInWords(heldOn)} for your decision`,
    ({ heldOn, dueOn }) => [`The milestones report and the notes of the meeting on ${dayInWords(heldOn)} are ready${dueOn === undefined ? "" : `, for a decision due by ${dayInWords(dueOn)}`}.`, "What you answer goes back to the meeting."]),
} as const;
export type TemplateName = keyof typeof TEMPLATES;

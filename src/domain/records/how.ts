/** In words, how somebody came to a record: what the log of access calls `how`. */
const HOWS: Readonly<Record<string, string>> = {
  "child-page": "Opened a page of the child’s record",
  "command-line": "Opened on the command line of the machine",
  "sibling-group-page": "Opened the sibling group’s page",
  "several": "Asked to record something of several children",
  "local-id-taken": "Tried to add a child with this local id, which is taken",
  "adopters": "Opened who the adopters are",
  "offered-child": "Opened the child whom another authority offers",
  "another-person’s-form": "Sent a form that somebody else had opened",
  "take-away-xlsx": "Took a list away, as a workbook",
  "take-away-csv": "Took a list away, as CSV",
  "take-away-print": "Took a list away, to print",
  "profile-txt": "Took the profile away, as text",
  "profile-csv": "Took the profile away, as CSV",
  "not-for-role": "Asked for a page that is not for their role",
  "access-page": "Opened who may open the record",
  "who-works-with": "Asked who works with the child",
  "set-agreement": "Asked to change the sharing agreement",
  "adoptive-identity": "Looked at the adoptive identity",
  "open-asked": "Asked for the adoptive identity",
  "open-agreed": "Agreed that the adoptive identity is opened",
  "open-refused": "Refused that the adoptive identity is opened",
  "open-opened": "Opened the adoptive identity",
  "open-ended": "Closed the adoptive identity",
  "undo-asked": "Asked that the seal is undone",
  "undo-agreed": "Agreed that the seal is undone",
  "undo-refused": "Refused that the seal is undone",
  "undo-done": "Undid the seal",
  "adoptive-identity-agreed": "Asked to agree to an opening",
  "adoptive-identity-opened": "Asked to open the adoptive identity",
  "adoptive-identity-ended": "Asked to close an opening",
  "release-check": "Had a text checked for the adopters’ words",
  "release": "Read what is to be released to the birth family",
  "records-find": "Looked the record up by its local id, for data protection",
  "records-page": "Looked at how long the record is kept and who came to it",
  "records-entries": "Looked at the list of its entries, without their words",
  "records-entry": "Read the words of one entry, for data protection",
  "disclosure-record": "Opened the disclosure record",
  "disclosure-record-csv": "Took the disclosure record away, as CSV",
  "meeting-why": "Asked why the child is on the agenda of a tracking meeting",
  "take-away-agenda-print": "Took the agenda of a tracking meeting away, to print",
  "meeting-minutes": "Read the minutes of a tracking meeting",
  "take-away-meeting-record": "Took the record of a tracking meeting away, as Word",
  "take-away-chronology": "Took a chronology made from the record away, as Word",
  "take-away-minutes": "Took the minutes of a tracking meeting away, as Word",
  "take-away-agenda": "Took the agenda of a tracking meeting away, as Word",
  "archive": "Took the whole record away, as an archive",
  "archive-command-line": "Took the whole record away on the command line, as an archive",
};

const NOT_FOR_ROLE = "not-for-role";

/** How somebody came to a page that is not for their role, where it was about one record: with the page, and no id in it. */
export const notForRole = (path: string): string => `${NOT_FOR_ROLE} ${path.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "…")}`.slice(0, 100);

/** “Took a list away, as CSV”. Of a way not named here, its own name. */
export const howInWords = (how: string): string =>
  (how.startsWith(`${NOT_FOR_ROLE} `) ? `${HOWS[NOT_FOR_ROLE]}: ${how.slice(NOT_FOR_ROLE.length + 1)}` : HOWS[how] ?? `Opened: ${how.replaceAll("-", " ")}`);

/** Whether something of the record left with them, in a file or on paper. */
export const isTakenAway = (how: string): boolean => /^(take-away|archive|profile-|disclosure-record-)/.test(how);

/** A step by which the adoptive identity was opened or a seal undone: the disclosure record tells it with its reason. */
export const isStepOfOpening = (how: string): boolean => /^(open|undo)-/.test(how);

const STEPS: Readonly<Record<string, string>> = { asked: "Asked for", agreed: "Agreed", refused: "Not agreed", opened: "Shown", ended: "Closed", done: "Done" };

/** How a step by which the adoptive identity was opened or a seal undone went; nothing of other ways. */
export const stepInWords = (how: string): string | undefined => (isStepOfOpening(how) ? STEPS[how.slice("open-".length)] : undefined);

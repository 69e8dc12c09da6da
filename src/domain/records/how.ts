/** In words, how somebody came to a record: what the log of access calls `how`. */
const HOWS: Readonly<Record<string, string>> = {
  "child-page": "Opened the child’s page",
  "command-line": "Opened on the command line of the machine",
  "sibling-group-page": "Opened the sibling group’s page",
  "several": "Asked to record something of several children",
  "adopters": "Opened who the adopters are",
  "offered-child": "Opened the child whom another authority offers",
  "another-person’s-form": "Sent a form that somebody else had opened",
  "take-away-xlsx": "Took a list away, as a workbook",
  "take-away-csv": "Took a list away, as CSV",
  "take-away-print": "Took a list away, to print",
  "profile": "Opened the profile",
  "records-find": "Asked for the record, to keep it",
  "records-page": "Opened the page of the record, to keep it",
  "records-entries": "Opened the list of entries, to keep the record",
  "records-entry": "Opened the words of one entry, to keep the record",
  "disclosure-record": "Opened the disclosure record",
  "disclosure-record-csv": "Took the disclosure record away, as CSV",
  "archive": "Took the whole record away, as an archive",
  "archive-command-line": "Took the whole record away on the command line, as an archive",
};

/** “Took a list away, as CSV”. Of a way not named here, its own name. */
export const howInWords = (how: string): string => HOWS[how] ?? `Opened: ${how.replaceAll("-", " ")}`;

/** Whether something of the record left with them, in a file or on paper. */
export const isTakenAway = (how: string): boolean => /^(take-away|archive|profile-as|disclosure-record-)/.test(how);

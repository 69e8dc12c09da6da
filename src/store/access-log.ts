/** Opening a record, and asking for one that was not shown, are written down and committed at once. */
export interface AccessLog {
  /** The viewer opened this record. `how` is the page or command, such as `child-page`. */
  opened(recordId: string, how: string): Promise<void>;
  /** The viewer took all these records away at once, in a file or on paper: a row for each. */
  openedAll(recordIds: readonly string[], how: string): Promise<void>;
  /** The viewer asked for what is not there or not theirs. `asked` is the id they gave, cut to 100 characters. */
  refused(asked: string, how: string): Promise<void>;
}

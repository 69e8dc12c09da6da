/** One answer as somebody typed it, by the names of its boxes; `at`: the version of the record that they had before them. */
export interface DraftAnswerRow {
  readonly at: number;
  readonly fields: Readonly<Record<string, string>>;
}

/** A form begun and not finished. */
export interface FormDraftRow {
  readonly authority: string;
  readonly recordId: string;
  /** By question. */
  readonly answers: Readonly<Record<string, DraftAnswerRow>>;
  /** The version of the record that it was last saved against. */
  readonly basedOn: number;
  /** ISO 8601, UTC. */
  readonly changedAt: string;
}

/** A child for whom somebody has begun a form. */
export interface BegunForm {
  readonly recordId: string;
  readonly localId: string;
  readonly changedAt: string;
}

/** What one person has begun on forms and not finished: nobody else sees it. */
export interface FormDrafts {
  /** Nothing where none is kept, or the child is not this person’s to see. */
  find(recordId: string, form: string): Promise<FormDraftRow | undefined>;
  /** Keeps it in the place of what was kept. Throws NotPermitted where the child is not this person’s to see. */
  keep(form: string, draft: FormDraftRow): Promise<void>;
  /** Every form of this sort that this person has begun, the one last touched first; of children whom they see still. */
  begun(form: string): Promise<readonly BegunForm[]>;
  /** Whether there was one. */
  drop(recordId: string, form: string): Promise<boolean>;
}

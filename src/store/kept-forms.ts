/** What somebody sent once their sign-in had run out. */
export interface KeptFormRow {
  readonly id: string;
  /** Where it was sent, with its query: a path of this site. */
  readonly path: string;
  readonly fields: KeptFields;
  /** ISO 8601, UTC. */
  readonly keptAt: string;
}

/** The fields in the order in which they were sent; a name may come more than once. Files are never among them. */
export interface KeptFields {
  readonly typed: readonly (readonly [name: string, value: string])[];
  /** Files that were sent too and are not kept. */
  readonly files: number;
  /** In the place of all of it: closed with the identity key, in base64. */
  readonly closed?: string;
}

/** The forms kept for one person: nobody else sees them. */
export interface KeptForms {
  /** Those kept since an instant (ISO 8601), the latest first. */
  since(instant: string): Promise<KeptFormRow[]>;
  /** Keeps a form, and of all that are kept only so many, the latest. */
  keep(form: Omit<KeptFormRow, "id">, most: number): Promise<void>;
  /** Whether there was one. */
  drop(id: string): Promise<boolean>;
}

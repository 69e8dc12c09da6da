/** A threshold that an authority keeps beside those that come with the product. */
export interface KeptThreshold {
  readonly id: string;
  readonly indicator: "A1" | "A2";
  /** Whose threshold it is, by name. */
  readonly source: string;
  /** The March in which the first window ends, and the last; open without one. */
  readonly from: number;
  readonly until: number | null;
  readonly days: number;
  readonly note: string;
}

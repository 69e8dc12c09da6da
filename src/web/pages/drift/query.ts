/** What a drift page’s address asks for; all of it may be left out. */
export interface DriftQuery {
  readonly authority?: string | undefined;
  readonly rule?: string | undefined;
  /** From 1, where one rule is shown. */
  readonly page: number;
}

export function readDriftQuery(params: Readonly<Record<string, string>>): DriftQuery {
  const { authority, rule, page = "" } = params;
  return { authority: authority || undefined, rule: rule || undefined, page: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1 };
}

/** The address of a query, with parts of it changed; the first page unless told. */
export function driftAddress(query: DriftQuery, change: Partial<DriftQuery> = {}): string {
  const { authority, rule, page } = { ...query, page: 1, ...change };
  const search = new URLSearchParams([
    ...(authority === undefined ? [] : [["authority", authority]]),
    ...(rule === undefined ? [] : [["rule", rule]]),
    ...(page === 1 ? [] : [["page", String(page)]]),
  ]);
  return `/drift${search.size === 0 ? "" : `?${search}`}`;
}

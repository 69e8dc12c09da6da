/** What is published. */
export const PUBLICATION_KINDS = { "quarterly-table": "Quarterly table", "scrutiny-report": "Scrutiny report" } as const;
export type PublicationKind = keyof typeof PUBLICATION_KINDS;

import { instantInWords } from "../../app/london-time.ts";

export { instantInWords };

/** The Ministry of Justice macros write dates through a filter of this name; we have one way of writing an instant. */
export const dateFilter = (timestamp: string): string => instantInWords(timestamp);

import type { Entered } from "../../../../app/publication/publish.ts";

/** The page of what was just published, which says so; or that it was published before and nothing has changed. */
export const publishedPath = ({ id, isAlready }: Pick<Entered, "id" | "isAlready">): string => `/reports/published/${id}?${isAlready ? "already" : "new"}=1`;

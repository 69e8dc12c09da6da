import type { PublishedSource } from "../../../../app/published/open-published.ts";
import { counted, listed } from "../../../../domain/words.ts";

/** “152 authorities, 9 regions, and the country”. */
export const areasInWords = ({ authorities, regions, hasNational }: Pick<PublishedSource, "authorities" | "regions" | "hasNational">): string =>
  listed([counted(authorities, "authority", "authorities"), ...(regions === 0 ? [] : [counted(regions, "region")]), ...(hasNational ? ["the country"] : [])]);

export const removeAddress = (source: string): string => `/scorecard/published/remove?${new URLSearchParams({ source }).toString()}`;

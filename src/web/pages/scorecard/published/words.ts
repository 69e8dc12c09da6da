import type { PublishedSource } from "../../../../app/published/open-published.ts";
import { windowName } from "../../../../domain/scorecard/window.ts";
import { counted, listed } from "../../../../domain/words.ts";

/** “2023-26”, “2025-26”: a window by the years it has. */
export const windowInWords = (window: { readonly yearEnding: number; readonly years: number }): string => windowName(window);

/** “152 authorities, 9 regions, and the country”. */
export const areasInWords = ({ authorities, regions, hasNational }: Pick<PublishedSource, "authorities" | "regions" | "hasNational">): string =>
  listed([counted(authorities, "authority", "authorities"), ...(regions === 0 ? [] : [counted(regions, "region")]), ...(hasNational ? ["the country"] : [])]);

export const removeAddress = (source: string): string => `/scorecard/published/remove?${new URLSearchParams({ source }).toString()}`;

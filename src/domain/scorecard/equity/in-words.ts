import type { Compared, ToldGroup } from "./told.ts";
import type { Middle } from "./waits.ts";

/** “about 240 days”; that it is not so far yet. */
export const middleInWords = ({ days }: Middle): string => (days === null ? "fewer than half so far" : `about ${days} days`);

/** “190 to 310”; “from 190 on”. */
export const rangeInWords = ({ low, high }: Middle): string => (low === null ? "cannot be said yet" : high === null ? `from ${low} on` : `${low} to ${high}`);

const SURE: Readonly<Record<Compared["sure"], (waits: Compared["waits"]) => string>> = {
  clear: (waits) => `Waits ${waits} than the others. Chance alone would seldom make so large a difference, even among all those looked at here.`,
  perhaps: (waits) => `Perhaps waits ${waits} than the others. By itself it would be a difference, but among so many looked at chance makes one like it now and then.`,
  none: () => "No difference from the others that chance alone would not easily make.",
};

/** How a group’s waits differ from those of the others, with how sure that is. */
export const comparedInWords = ({ compared, children }: ToldGroup): string => (children === "0" ? "Nobody." : compared === null ? "Too few to compare." : SURE[compared.sure](compared.waits));

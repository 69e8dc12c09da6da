import type { ToldCount } from "../../../../app/open-counts.ts";
import { countToldAs, isExact, toNearest5 } from "../../../../domain/scorecard/suppression.ts";

/** A count in the words its viewer is told it by. */
export const toldInWords = ({ open, closed, telling }: ToldCount): string => countToldAs(open, closed, telling);

/** The number that a picture draws of a count: no picture tells more than the words. */
export const toldInPicture = ({ open, closed, telling }: ToldCount): number =>
  isExact(telling) ? open + closed : telling === "coarse" ? toNearest5(open + closed) : open;

import type { Line } from "./line.ts";
import type { Random } from "./random.ts";

/**
 * Writes on each foster placement which carers it is with, by the reference the authority
 * has for them: brothers and sisters who move to one home on one day have the same (`luck`
 * is theirs together), and a child who comes back from carers' leave comes back to the same.
 */
export function nameCarers(line: Line, luck: Random): void {
  let carer: string | undefined;
  let onLeave: string | undefined;
  for (const placement of line.all("placement")) {
    const type = String(placement.detail["type"]);
    if (type.startsWith("T")) {
      onLeave = carer;
      continue;
    }
    if (placement.detail["sameCarer"] !== true) {
      carer = onLeave ?? (type.startsWith("U") ? `FC-${String(luck.fork(placement.on).whole(100, 899)).padStart(4, "0")}` : undefined);
    }
    onLeave = undefined;
    if (carer !== undefined) placement.detail = { ...placement.detail, carer };
  }
}

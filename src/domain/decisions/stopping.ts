import type { Kind } from "../chronology/kinds.ts";
import type { Clock } from "../standards/clock.ts";
import { type CompiledPack, stopsOf, versionFor } from "../standards/compile.ts";
import { kindsOf } from "../standards/occasions.ts";
import { isDecidable } from "./decidable.ts";

/** The decision of the decision-maker’s that a clock waits for; nothing where it waits for something else. */
export function kindStopping(clock: Clock, pack: CompiledPack): Kind | undefined {
  const standard = versionFor(pack, clock);
  return standard === undefined ? undefined : stopsOf(standard).flatMap((occasion) => [...kindsOf(occasion)]).find(isDecidable);
}

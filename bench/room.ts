import { setTimeout as sleep } from "node:timers/promises";
import { enterRoom } from "../tests/support/room-client.ts";
import { startRoomSite } from "../tests/support/room-processes.ts";
import { type Figure, median, percentile } from "./measure.ts";

const KEYSTROKES = 400;
const OTHERS = 4;
/** Between one keystroke and the next: somebody who types fast. */
const BETWEEN_MS = 110;

/**
 * `npm run bench room`: two server processes before one database. Somebody types at one, others follow at the other: from when a
 * keystroke is sent until it has been told at another desk.
 */
export async function benchRoom(): Promise<readonly Figure[]> {
  const site = await startRoomSite();
  try {
    const [here, there] = await Promise.all([site.serve(), site.serve()]);
    const at = { meeting: site.sat.meeting, item: site.sat.items[0]! };
    const writer = await enterRoom(() => here.url, site.writer, at, "bench");
    const others = await Promise.all(Array.from({ length: OTHERS }, (_, i) => enterRoom(() => there.url, site.follower, at, `other-${i}`)));
    const seen = new Map<string, number>();
    await Promise.all(others.map((other, i) => other.follow((_box, text) => { if (i === 0 && !seen.has(text)) seen.set(text, performance.now()); })));
    const [answered, told]: [number[], number[]] = [[], []];
    let text = "";
    let revision = 0;
    for (let nth = 1; nth <= KEYSTROKES; nth++) {
      text += String.fromCharCode(97 + (nth % 26));
      const began = performance.now();
      const saved = await writer.save("discussion", text, revision, nth);
      if (saved?.outcome !== "saved") throw new Error("A keystroke was not saved");
      revision = saved.revision ?? revision;
      const took = performance.now() - began;
      const enough = performance.now() + 5_000;
      while (!seen.has(text) && performance.now() < enough) await sleep(1);
      // The first ones warm both processes up.
      if (nth > 40) {
        answered.push(took);
        told.push((seen.get(text) ?? Infinity) - began);
      }
      await sleep(Math.max(0, BETWEEN_MS - (performance.now() - began)));
    }
    for (const one of [writer, ...others]) one.stop();
    const words = (list: readonly number[]): string => `median ${median(list).toFixed(0)} ms, 99th centile ${percentile(list, 99).toFixed(0)} ms`;
    return [
      { what: "A keystroke in the room, saved (answered)", figure: words(answered), aim: "" },
      { what: `The same, seen at another desk of another process (${OTHERS} follow)`, figure: words(told), aim: "100 ms" },
    ];
  } finally {
    await site.stop();
  }
}

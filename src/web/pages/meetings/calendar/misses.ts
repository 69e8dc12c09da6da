const MOST = 60;
const WITHIN_MS = 10 * 60_000;
const NETWORKS = 2_000;

/**
 * How often a network asked for calendars that are not there. Nobody guesses an address of 32 bytes; this keeps whoever tries
 * from costing the database a question each time. A program that goes on asking at an address out of use stays far below it.
 */
export function countMisses(now: () => number): { readonly of: (network: string) => boolean; readonly note: (network: string) => void } {
  const misses = new Map<string, { since: number; count: number }>();
  const current = (network: string): { since: number; count: number } | undefined => {
    const had = misses.get(network);
    return had === undefined || now() - had.since > WITHIN_MS ? undefined : had;
  };
  return {
    of: (network) => (current(network)?.count ?? 0) >= MOST,
    note: (network) => {
      const had = current(network);
      if (had !== undefined) return void had.count++;
      // The one that has been there longest goes: a crowd of networks takes no memory.
      if (misses.size >= NETWORKS) misses.delete(misses.keys().next().value ?? "");
      misses.delete(network);
      misses.set(network, { since: now(), count: 1 });
    },
  };
}

export const tooManyMisses = countMisses(() => performance.now());

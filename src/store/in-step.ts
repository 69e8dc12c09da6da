import { setImmediate } from "node:timers/promises";

/**
 * Prepares each batch while the one before is being written: the database works in a process of its
 * own, and a large import keeps both busy. One write at a time, in order; the first failure ends it.
 */
export async function inStep<Batch, Prepared>(
  batches: Iterable<Batch>, prepare: (batch: Batch) => Prepared, write: (prepared: Prepared) => Promise<void>,
): Promise<void> {
  let writing: Promise<void> = Promise.resolve();
  for (const batch of batches) {
    const prepared = prepare(batch);
    await writing;
    writing = write(prepared);
    // It is waited for below, after work that takes a while; until then its failure is not nobody's.
    writing.catch(() => undefined);
    // Lets the statement leave for the database before the next batch is begun.
    await setImmediate();
  }
  await writing;
}

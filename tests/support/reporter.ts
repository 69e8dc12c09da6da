import { spec } from "node:test/reporters";
import { Readable } from "node:stream";
import type { TestEvent } from "node:test/reporters";

/**
 * For people who run everything: the failures in full and node's own summary, line for line
 * (`# tests 812`), without a line for each test that passed.
 */
export default async function* reporter(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const failed: TestEvent[] = [];
  const summary: string[] = [];
  for await (const event of source) {
    if (event.type === "test:fail") failed.push(event);
    if (event.type === "test:stderr" || event.type === "test:stdout") yield event.data.message;
    if (event.type === "test:diagnostic" && event.data.nesting === 0) summary.push(`# ${event.data.message}\n`);
  }
  if (failed.length > 0) yield* Readable.from(failed).compose(spec());
  yield* summary;
}

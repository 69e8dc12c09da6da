import { deflateRawSync, inflateRawSync } from "node:zlib";
import { CFB } from "@e965/xlsx";
import { Refused } from "./limits.ts";

/** What the library calls of an inflater of `node:zlib`. */
interface Inflater {
  /** How much of the packed bytes belonged to what was unpacked. */
  readonly bytesRead: number;
  readonly _processChunk: (packed: Uint8Array) => Uint8Array;
}

/** What `inflateRawSync` gives when it is asked to tell more. */
interface Unpacked {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

/**
 * Makes the library unpack what is packed in workbooks no further than so many bytes in all,
 * whatever the packing says of itself: some kilobytes can hold gigabytes, outside the memory
 * that a worker is held to.
 */
export function unpackNoMoreThan(bytes: number): void {
  let left = bytes;
  class Limited implements Inflater {
    bytesRead = 0;
    _processChunk(packed: Uint8Array): Uint8Array {
      try {
        const { buffer, engine } = inflateRawSync(packed, { maxOutputLength: Math.max(left, 1), info: true }) as unknown as Unpacked;
        this.bytesRead = engine.bytesWritten;
        left -= buffer.length;
        return buffer;
      } catch (cause) {
        if (cause instanceof Error && "code" in cause && cause.code === "ERR_BUFFER_TOO_LARGE") throw tooMuch(bytes);
        throw cause;
      }
    }
  }
  (CFB as { utils: { use_zlib: (zlib: object) => void } }).utils.use_zlib({ InflateRaw: Limited, deflateRawSync });
}

const tooMuch = (bytes: number): Refused =>
  new Refused(`This workbook unpacks to more than ${Math.floor(bytes / 1024 / 1024)} MB, which no tracker does. Copy the tracker’s cells into a new workbook and give that.`);

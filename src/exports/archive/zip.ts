import { crc32, deflateRawSync } from "node:zlib";

/** A file of an archive. */
export interface ArchiveFile {
  /** With forward slashes; letters, figures, dots and dashes. */
  readonly name: string;
  readonly text: string;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const DEFLATE = 8;

/**
 * Files as a ZIP, as PKWARE’s APPNOTE has it in its oldest form, which everything opens: each deflated, with its CRC-32, dated
 * `madeAt` (ISO 8601, to two seconds, in UTC). For files that come to less than 4 GB.
 */
export function zipOf(files: readonly ArchiveFile[], madeAt: string): Uint8Array {
  const moment = dosMoment(madeAt);
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text } of files) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes);
    const path = Buffer.from(name);
    // What a file’s own header and the directory both say of it.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(VERSION, 0);
    common.writeUInt16LE(FLAGS, 2);
    common.writeUInt16LE(DEFLATE, 4);
    common.writeUInt32LE(moment, 6);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(path.length, 22);
    const body = Buffer.concat([signed(LOCAL), common, path, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([signed(CENTRAL), twoBytes(VERSION), common, place, path]));
    bodies.push(body);
    offset += body.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, listed, signed(END), end]);
}

function signed(signature: number): Buffer {
  const four = Buffer.alloc(4);
  four.writeUInt32LE(signature);
  return four;
}

function twoBytes(n: number): Buffer {
  const two = Buffer.alloc(2);
  two.writeUInt16LE(n);
  return two;
}

/** Date in the upper half, time in the lower, as DOS wrote them. */
function dosMoment(iso: string): number {
  const [year = 1980, month = 1, date = 1, hour = 0, minute = 0, second = 0] = iso.split(/\D+/).map(Number);
  return (((((year - 1980) << 9) | (month << 5) | date) << 16) | (hour << 11) | (minute << 5) | (second >> 1)) >>> 0;
}

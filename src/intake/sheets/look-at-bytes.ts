import { type Limits, Refused } from "./limits.ts";

const starts = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((b, i) => bytes[i] === b);
const SAVE_AGAIN = "Open it in Excel and save it as an Excel workbook (.xlsx).";

/** What the bytes of a file are, whatever its name says: a workbook, or text of cells. Anything else is refused in a sentence. */
export function lookAtBytes(bytes: Uint8Array, { bytes: most }: Limits): "workbook" | "text" {
  if (bytes.length > most) {
    throw new Refused(`This file is ${Math.ceil(bytes.length / 1024 / 1024)} MB. Files over ${most / 1024 / 1024} MB are not read. Keep the tracker’s own sheet, without pictures, and save that as a workbook of its own.`);
  }
  if (bytes.length === 0) throw new Refused("This file is empty. Save the sheet again.");
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (starts(bytes, [0x50, 0x4b])) return lookAtZip(buffer);
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return lookAtOle(buffer);
  if (starts(bytes, [0x25, 0x50, 0x44, 0x46])) throw new Refused("This is a PDF. Give the Excel or CSV file it was made from.");
  if (starts(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) throw new Refused("This is a text document (RTF). Give the Excel or CSV file.");
  if (starts(bytes, [0x1f, 0x8b])) throw new Refused("This is a compressed file. Unpack it and give the Excel or CSV file that is in it.");
  const opening = buffer.subarray(0, 4096).toString("latin1").replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "").replaceAll("\0", "").trimStart().toLowerCase();
  if (opening.startsWith("<")) {
    throw new Refused(opening.includes("<html") || opening.includes("<table") || opening.startsWith("<!doctype html")
      ? `This is a web page with the name of a sheet, as some case systems write. ${SAVE_AGAIN}`
      : `This is XML, not a workbook. ${SAVE_AGAIN}`);
  }
  if (/^(?:\x89png|\xff\xd8\xff|gif8)/.test(buffer.subarray(0, 8).toString("latin1").toLowerCase())) throw new Refused("This is a picture. Give the Excel or CSV file.");
  const isUtf16 = starts(bytes, [0xff, 0xfe]) || starts(bytes, [0xfe, 0xff]);
  if (!isUtf16 && buffer.includes(0)) throw new Refused("This is neither a workbook nor text. Give an Excel or CSV file.");
  return "text";
}

/** A workbook of two hundred sheets, with drawings, has some thousand. */
const MOST_PARTS = 10_000;
const PART = Buffer.from([0x50, 0x4b, 0x01, 0x02]);

function lookAtZip(buffer: Buffer): "workbook" {
  let parts = 0;
  for (let at = buffer.indexOf(PART); at >= 0; at = buffer.indexOf(PART, at + PART.length)) {
    if (++parts > MOST_PARTS) throw new Refused(`This workbook is made of more than ${MOST_PARTS.toLocaleString("en-GB")} parts, which no tracker is. Copy the tracker’s cells into a new workbook and give that.`);
  }
  const has = (name: string): boolean => buffer.includes(name, 0, "latin1");
  if (has("xl/")) return "workbook";
  if (has("opendocument.spreadsheet") || (has("content.xml") && !has("opendocument.text"))) return "workbook";
  if (has("word/") || has("opendocument.text")) throw new Refused("This is a Word document, whatever its name says. Give the Excel or CSV file; a table in Word can be pasted into Excel and saved from there.");
  if (has("ppt/")) throw new Refused("This is a PowerPoint file, whatever its name says. Give the Excel or CSV file.");
  if (has("Index/Document.iwa")) throw new Refused("This is a Numbers file. Export it from Numbers as an Excel workbook.");
  throw new Refused("This is a zip file. Unpack it and give the Excel or CSV file that is in it.");
}

function lookAtOle(buffer: Buffer): "workbook" {
  const has = (name: string): boolean => buffer.includes(Buffer.from(name, "utf16le"));
  if (has("EncryptedPackage") || has("EncryptionInfo")) throw lockedWith();
  if (has("Workbook") || has("Book")) return "workbook";
  if (has("WordDocument")) throw new Refused("This is a Word document, whatever its name says. Give the Excel or CSV file; a table in Word can be pasted into Excel and saved from there.");
  throw new Refused("This is an Office file, but not a workbook. Give the Excel or CSV file.");
}

export const lockedWith = (): Refused =>
  new Refused("This workbook is locked with a password, so nothing in it can be read. Open it in Excel, choose File, Info, Protect Workbook, Encrypt with Password, clear the password, and save it. Protect it again once it is here.");

/** What would begin another line, move the cursor or turn the text around: nothing that is logged holds it. */
const BREAKS = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** A line for the operator’s log: one line whatever it holds, with the instant before it. */
export const logLine = (line: string, now: Date): string => `${now.toISOString()} ${line.replaceAll(BREAKS, " ")}`;

/**
 * A fault as the log has it: where it was, and what it was, without what stands there in quotation marks, which is what
 * somebody typed or what the database holds.
 */
export function faultIn(error: Error): string {
  const code = "code" in error ? ` (${String(error.code)})` : "";
  const said = error.message.replaceAll(/["“][^]*["”]/g, "“…”").split("\n", 1)[0] ?? "";
  const where = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)).map((line) => line.trim()).join(" ");
  return `${error.name}${code}: ${said.slice(0, 300)} ${where}`.trim();
}

/** A time of day as people write it, as HH:MM: “10:00”, “9.30”, “2pm”, “2:30 pm”, “1400”; nothing where it is none. */
export function readTime(text: string): string | undefined {
  const [, hours = "", minutes = "00", half] = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?$/.exec(text.trim().toLowerCase()) ?? [];
  if (hours === "" || (half === undefined && !/\d\D?\d{2}$/.test(text.trim()))) return undefined;
  const hour = Number(hours);
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const whole = half === undefined ? hour : (hour % 12) + (half === "pm" ? 12 : 0);
  return whole > 23 || Number(minutes) > 59 ? undefined : `${String(whole).padStart(2, "0")}:${minutes}`;
}

/** HH:MM so many minutes later; the last minute of the day at the latest. */
export function laterBy(time: string, minutes: number): string {
  const [hours = 0, mins = 0] = time.split(":").map(Number);
  const at = Math.min(hours * 60 + mins + minutes, 24 * 60 - 1);
  return `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
}

/** HH:MM as the Design System writes it: “10am”, “2:30pm”, “midday”. */
export function timeInWords(time: string): string {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  if (minutes === 0 && hours % 12 === 0) return hours === 0 ? "midnight" : "midday";
  return `${hours % 12 === 0 ? 12 : hours % 12}${minutes === 0 ? "" : `:${String(minutes).padStart(2, "0")}`}${hours < 12 ? "am" : "pm"}`;
}

import type { Opening } from "../../../../app/meetings/room.ts";
import { isAttendance } from "../../../../domain/meetings/attendance.ts";

/** Who is there, as the form says it: `seat-<n>`, `as-<n>` and, where somebody stands in, `by-<n>`. */
export function attendanceIn(form: Readonly<Record<string, string>>): Opening["attendance"] {
  const said = Object.entries(form).flatMap(([field, key]) => {
    const nth = /^seat-(\d{1,3})$/.exec(field)?.[1];
    const as = nth === undefined ? undefined : form[`as-${nth}`];
    if (nth === undefined || key === "" || as === undefined || !isAttendance(as)) return [];
    const by = (form[`by-${nth}`] ?? "").trim().slice(0, 200);
    // A name in the box of who stands in says that somebody does.
    return [[key, as === "stood-in" || (by !== "" && as !== "present") ? { as: "stood-in" as const, ...(by === "" ? {} : { standIn: by }) } : { as }] as const];
  });
  return Object.fromEntries(said);
}

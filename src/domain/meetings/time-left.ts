/** How the time of a part, or of a child, stands; seconds. */
export interface TimeLeft {
  readonly given: number;
  readonly used: number;
  /** Less than nothing once it is over. */
  readonly left: number;
}

export const timeLeft = (minutes: number, usedSeconds: number): TimeLeft => {
  const [given, used] = [minutes * 60, Math.max(0, Math.floor(usedSeconds))];
  return { given, used, left: given - used };
};

/** “4:12 left”, “1:05 over”. */
export function leftInWords({ left }: TimeLeft): string {
  const seconds = Math.abs(left);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} ${left < 0 ? "over" : "left"}`;
}

/** What each part has used once the meeting has been on an item of `part` for so many seconds more. A clock that was put back adds nothing. */
export const spentAfter = (spent: Readonly<Record<string, number>>, part: string, seconds: number): Readonly<Record<string, number>> =>
  ({ ...spent, [part]: (spent[part] ?? 0) + Math.max(0, Math.floor(seconds)) });

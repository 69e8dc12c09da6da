/** “1 row”, “12,345 rows”. */
export const plural = (count: number, thing: string): string => `${count.toLocaleString("en-GB")} ${thing}${count === 1 ? "" : "s"}`;

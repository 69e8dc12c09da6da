/** How dark a band is drawn. Told apart by lightness alone, so that it prints in black and white. */
export type Tone = "strong" | "mid" | "pale" | "faint";

export const legalTone = (code: string): Tone =>
  code === "E1" || code === "D1" ? "strong" : code === "C2" ? "mid" : code === "C1" ? "pale" : "faint";

export const placementTone = (code: string): Tone =>
  code.startsWith("A") ? "strong" : code === "U5" || code === "U2" ? "mid" : code.startsWith("U") ? "pale" : "faint";

export const planTone = (code: string): Tone =>
  code === "ADOPTION" ? "strong" : code.startsWith("LT") ? "mid" : code.startsWith("RE") ? "pale" : "faint";

import type { Terminal } from "./terminal.ts";

const WIDTH = 30;

export interface ProgressBar {
  /** From 0 to 1. */
  readonly show: (share: number) => void;
  /** Clears the bar away. */
  readonly end: () => void;
}

/** A bar on standard error while something long runs; silent where that is no terminal. */
export function progressBar(terminal: Terminal, doing: string): ProgressBar {
  const { redraw } = terminal;
  if (redraw === undefined) return { show: () => undefined, end: () => undefined };
  let shown = -1;
  return {
    show: (share) => {
      const percent = Math.floor(Math.min(1, Math.max(0, share)) * 100);
      if (percent === shown) return;
      shown = percent;
      const full = Math.round((percent / 100) * WIDTH);
      redraw(`${doing} ${"█".repeat(full)}${"░".repeat(WIDTH - full)} ${String(percent).padStart(3)}%`);
    },
    end: () => {
      if (shown >= 0) redraw("");
    },
  };
}

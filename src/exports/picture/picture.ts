import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export interface Picture {
  readonly png: Uint8Array;
  /** Of the drawing itself, in its own units; the picture has `FINENESS` times as many points. */
  readonly width: number;
  readonly height: number;
}

/** Points of the picture for each unit of the drawing: enough for paper. */
const FINENESS = 2.5;
const FAMILY = "DejaVu Sans Condensed";
/** A fresh machine has no fonts at all, and a picture must look the same on every one: we bring our own. */
const FONT_FILES = ["DejaVuSansCondensed.ttf", "DejaVuSansCondensed-Bold.ttf"];

let fonts: readonly string[] | undefined;
const fontFiles = (): readonly string[] => (fonts ??= FONT_FILES.map((name) => join(dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json")), "ttf", name)));

/**
 * A drawing as a picture that a Word document can hold, on white, in a font of ours whatever the drawing names. Drawn in a thread
 * of the library’s own: nobody is held up. Throws where the drawing is no SVG.
 */
export async function pictureOf(svg: string): Promise<Picture> {
  const { renderAsync } = await import("@resvg/resvg-js");
  const drawn = await renderAsync(svg, {
    background: "#ffffff", fitTo: { mode: "zoom", value: FINENESS },
    font: { loadSystemFonts: false, fontFiles: [...fontFiles()], defaultFontFamily: FAMILY, sansSerifFamily: FAMILY },
  });
  return { png: new Uint8Array(drawn.asPng()), width: Math.round(drawn.width / FINENESS), height: Math.round(drawn.height / FINENESS) };
}

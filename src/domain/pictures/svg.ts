type Attributes = Readonly<Record<string, string | number | undefined>>;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** An element with its attributes, those left undefined not written. Children are markup; for words use `words`. */
export function el(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => (value === undefined ? "" : ` ${key}="${escaped(typeof value === "number" ? short(value) : value)}"`)).join("");
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join("")}</${name}>`;
}

/** Numbers to two places at most: a picture needs no more. */
const short = (value: number): string => String(Math.round(value * 100) / 100);

export const words = (text: string): string => escaped(text);

export const INK = "#0b0c0c";
export const NAVY = "#1d3557";
export const RED = "#b3261e";
export const PALE = "#dfe3e6";
/** The last is in every machine that makes documents. */
const FONT = "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', Arial, 'DejaVu Sans', sans-serif";
export const SIZE = 13;

/**
 * A picture that stands by itself: in a page, in a file, in a document. Its look is in its attributes, which a strict
 * content policy lets be; its ground is white, so that it can be read in any colours. `title`: what it shows, for whoever does not see it.
 */
export const picture = ({ width, height, title }: { readonly width: number; readonly height: number; readonly title: string }, ...children: readonly string[]): string =>
  el("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${short(width)} ${short(height)}`, role: "img", "aria-label": title, "font-family": FONT, "font-size": SIZE, fill: INK },
    el("rect", { x: 0, y: 0, width, height, fill: "#ffffff" }), ...children);

export const label = (x: number, y: number, text: string, more: Attributes = {}): string => el("text", { x, y, ...more }, words(text));

export const line = (x1: number, y1: number, x2: number, y2: number, more: Attributes = {}): string => el("line", { x1, y1, x2, y2, stroke: INK, "stroke-width": 1, ...more });

/** How points are told apart without colour. */
export const MARKS = ["circle", "square", "triangle", "diamond", "cross", "plus", "ring", "none"] as const;
export type Mark = (typeof MARKS)[number];

/** A mark of a shape about a point, `r` from its middle to its edge. */
export function mark(shape: Mark, x: number, y: number, colour: string, r = 5): string {
  const filled = { fill: colour, stroke: INK, "stroke-width": 1 };
  switch (shape) {
    case "circle": return el("circle", { cx: x, cy: y, r, ...filled });
    case "ring": return el("circle", { cx: x, cy: y, r, fill: "#ffffff", stroke: colour, "stroke-width": 2 });
    case "square": return el("rect", { x: x - r + 0.5, y: y - r + 0.5, width: 2 * r - 1, height: 2 * r - 1, ...filled });
    case "triangle": return el("path", { d: path([[x, y - r - 1], [x + r + 1, y + r - 1], [x - r - 1, y + r - 1]]), ...filled });
    case "diamond": return el("path", { d: path([[x, y - r - 2], [x + r + 2, y], [x, y + r + 2], [x - r - 2, y]]), ...filled });
    case "cross": return el("path", { d: `${stroke(x - r + 1, y - r + 1, x + r - 1, y + r - 1)} ${stroke(x - r + 1, y + r - 1, x + r - 1, y - r + 1)}`, fill: "none", stroke: colour, "stroke-width": 2.5 });
    case "plus": return el("path", { d: `${stroke(x - r, y, x + r, y)} ${stroke(x, y - r, x, y + r)}`, fill: "none", stroke: colour, "stroke-width": 2.5 });
    case "none": return "";
  }
}

const path = (points: readonly (readonly [number, number])[]): string => `M${points.map(([x, y]) => `${short(x)} ${short(y)}`).join(" L")} Z`;
const stroke = (x1: number, y1: number, x2: number, y2: number): string => `M${short(x1)} ${short(y1)} L${short(x2)} ${short(y2)}`;

/** How an authority is known to published figures: by the code of its area, or by its name. */
export interface OwnName {
  readonly code: string;
  readonly name: string;
}

const KINDS = /\b(metropolitan|london|royal|unitary|borough|district|county|city|council|authority|of|the|and)\b/g;

/** A name without what sort of authority it is and how it is spelt: “Bristol, City of” and “Bristol City Council” are one. */
export const plainArea = (name: string): string =>
  name.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll("&", " and ").replaceAll(/[^a-z0-9 ]+/g, " ").replaceAll(KINDS, " ").replaceAll(/\s+/g, " ").trim();

/** The same, or as it is spelt where nothing else is in it: by what areas are told apart that are brought in. */
export const plainOrSpelt = (name: string): string => plainArea(name) || name.toLowerCase();

/** Whether a published area is this authority: by code where the figure has one, else by name. */
export const isArea = ({ area, code }: { readonly area: string; readonly code: string | null }, own: OwnName): boolean =>
  code === null ? plainArea(area) === plainArea(own.name) : code === own.code;

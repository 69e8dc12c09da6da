import type { JSX } from "hono/jsx/jsx-runtime";

/** Markup that is already safe: made by JSX or by another component, never a plain string. */
export type Html = JSX.Element;
export type Attributes = Readonly<Record<string, string | number | boolean>>;
export type Falsy = false | null | undefined;

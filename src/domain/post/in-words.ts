import { parseDay } from "../dates/day.ts";
import { type Given, POST_DETAILS, type PostDetailName, type PostTemplate, type Sort, type TemplateName, TEMPLATES } from "./templates.ts";

/** Whether a word names a template. */
export const isTemplate = (name: string): name is TemplateName => Object.hasOwn(TEMPLATES, name);

const TITLE = /^[^\p{Cc}]{1,120}$/u;
const holds: Readonly<Record<Sort, (value: unknown) => boolean>> = {
  day: (value) => typeof value === "string" && parseDay(value) !== undefined,
  time: (value) => typeof value === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(value),
  count: (value) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0,
  title: (value) => typeof value === "string" && TITLE.test(value),
};

/** What is wrong with the detail of a message, a sentence each: a template, a key or a sort that there is not, or something left out. */
export function wrongWith(name: string, detail: Readonly<Record<string, unknown>>): readonly string[] {
  if (!isTemplate(name)) return [`There is no message “${name}”`];
  const { needs, may }: { readonly needs: readonly PostDetailName[]; readonly may: readonly PostDetailName[] } = TEMPLATES[name];
  const allowed: ReadonlySet<string> = new Set([...needs, ...may]);
  return [
    ...Object.keys(detail).filter((key) => !allowed.has(key)).map((key) => `“${name}” takes no “${key}”`),
    ...needs.filter((key) => detail[key] === undefined).map((key) => `“${name}” needs “${key}”`),
    ...[...needs, ...may].filter((key) => detail[key] !== undefined && !holds[POST_DETAILS[key]](detail[key])).map((key) => `“${key}” of “${name}” is no ${POST_DETAILS[key]}`),
  ];
}

export interface PostWords {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly link: string;
}

/** A message in words. Throws RangeError where its detail is not what its template takes. */
export function postInWords(name: string, detail: Readonly<Record<string, unknown>>): PostWords {
  const [wrong] = wrongWith(name, detail);
  if (wrong !== undefined || !isTemplate(name)) throw new RangeError(wrong);
  const { subject, body, link } = TEMPLATES[name] as unknown as PostTemplate;
  const given = detail as Given<PostDetailName>;
  return { subject: subject(given), paragraphs: body(given), link };
}

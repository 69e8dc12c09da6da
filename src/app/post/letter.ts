import { postInWords } from "../../domain/post/in-words.ts";

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** A message as mail: its words, its link on a line of its own, and where it is from. `address`: where people reach the tracker, without a slash at its end. */
export function letterOf(template: string, detail: Readonly<Record<string, unknown>>, path: string, address: string): Letter {
  const { subject, paragraphs, link } = postInWords(template, detail);
  const foot = "From Permanence Tracker. Mail names no child: what it is about is behind the link, once you have signed in. Please do not answer this mail; nobody reads the answers.";
  return { subject, text: `${[...paragraphs, `${link}:\n${address}${path}`, foot].join("\n\n")}\n` };
}

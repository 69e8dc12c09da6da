import { type Colour, COLOURS } from "../../../../domain/forms/colours.ts";
import { ownerInWords, type Question } from "../../../../domain/forms/questions.ts";
import type { Html } from "../../../govuk/html.ts";

/** Whose colour, always with its name. */
export const ColourTag = ({ colour }: { readonly colour: Colour }): Html => <span class={`pt-colour pt-colour--${colour}`}>{COLOURS[colour]}</span>;

/** Whose question it is: the colour by its name, and the owner where that says more. */
export function Whose({ question, own }: { readonly question: Question; readonly own: boolean }): Html {
  const owner = ownerInWords(question);
  return (
    <p class="pt-question__whose">
      <ColourTag colour={question.colour} />
      {owner === COLOURS[question.colour] ? null : <span>{owner}</span>}
      {own ? <strong>Yours</strong> : null}
    </p>
  );
}

/** What the colours mean, at the head of a page that has them. */
export const ColourKey = (): Html => (
  <p class="pt-colour-key">
    <span>Whose question:</span> {(Object.keys(COLOURS) as Colour[]).map((colour) => <ColourTag colour={colour} />)}
  </p>
);

import type { RoomNow, TakenOff } from "../../../../app/meetings/room.ts";
import { boxInWords } from "../../../../domain/meetings/outcome.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { asShown } from "./as-shown.ts";
import { commentsPart } from "./parts.tsx";
import { type Looking, roomPath } from "./paths.ts";

interface Props {
  readonly off: TakenOff;
  readonly looking: Looking;
  /** What was sent after the child was taken off, by box. */
  readonly typed: ReadonlyMap<string, string>;
}

/** A child taken off for safety, for whoever holds the meeting: who did it and why, and the words that stood until then. Nothing is typed here. */
export function OffView({ off, looking, typed }: Props): Html {
  const { item, by, texts, comments } = off;
  const words = [...texts].filter(([, text]) => text.trim() !== "");
  return (
    <>
      <h1 class="govuk-heading-l">{item.localId}: taken off for safety</h1>
      {component("govukWarningText", { iconFallbackText: "Warning", text: "Only those who hold this organisation’s meetings see this page. To everybody else the child is not on this agenda." })}
      <p class="govuk-body">Taken off by {by ?? "somebody"}. {item.why ?? "No reason was kept."}</p>
      {typed.size === 0 ? null : (
        <section id="not-kept">
          <h2 class="govuk-heading-m">Not kept: what you typed after that</h2>
          <p class="govuk-body">Copy it if it is still wanted.</p>
          <Words words={[...typed]} />
        </section>
      )}
      <h2 class="govuk-heading-m">What had been typed</h2>
      {words.length === 0 ? <p class="govuk-body">Nothing.</p> : <Words words={words} />}
      <h2 class="govuk-heading-m">Comments</h2>
      {commentsPart({ shown: { comments } })}
      <p class="govuk-body"><a class="govuk-link" href={`/meetings/items/${item.id}/why`}>Why, and put back on the agenda</a></p>
      <p class="govuk-body"><a class="govuk-link" href={roomPath({ meeting: looking.meeting, large: looking.large })}>Go to where the meeting is</a></p>
    </>
  );
}

const Words = ({ words }: { readonly words: readonly (readonly [string, string])[] }): Html =>
  <dl class="pt-item-known">{words.map(([box, text]) => <><dt>{boxInWords(box)}</dt><dd class="pt-lines">{asShown(box, text)}</dd></>)}</dl>;

/** Where those who hold the meeting find who was taken off; nobody else is told that anybody was. */
export const OffList = ({ room: { off }, looking }: { readonly room: Pick<RoomNow, "off">; readonly looking: Looking }): Html | null => (off.length === 0 ? null : component("govukDetails", {
  // Shut until it is opened on purpose: the room may be on a screen that others see.
  summaryText: "For those who hold the meeting: taken off for safety",
  html: <ul class="govuk-list pt-small">{off.map((item) => <li><a class="govuk-link govuk-link--no-visited-state" href={roomPath(looking, item.id)}>{item.localId}</a></li>)}</ul>,
}));

import type { Block, Words } from "../../../../domain/documents/word.ts";
import type { Html } from "../../../govuk/html.ts";

type Tag = "h2" | "h3" | "h4" | "h5" | "h6";
const TAGS: readonly Tag[] = ["h2", "h3", "h4", "h5", "h6"];

/** What a document says, as a page: the same words in the same order. `under`: the level of the heading that stands over it, 1 to 5. */
export const Blocks = ({ blocks, under }: { readonly blocks: readonly Block[]; readonly under: number }): Html => {
  const top = Math.min(...blocks.flatMap((block) => (block.type === "heading" ? [block.level] : [])));
  return <>{blocks.map((block) => <Shown block={block} up={under - top} />)}</>;
};

function Shown({ block, up }: { readonly block: Block; readonly up: number }): Html | null {
  switch (block.type) {
    case "heading": {
      const Tag = TAGS[Math.min(block.level + up, TAGS.length) - 1] ?? "h6";
      return <Tag class="govuk-heading-s pt-minutes__heading">{block.text}</Tag>;
    }
    case "paragraph": return <p class="govuk-body pt-measure"><Said words={block.words} /></p>;
    case "inset": return <div class="govuk-inset-text pt-minutes__correction"><Said words={block.words} /></div>;
    case "list": return <ul class="govuk-list govuk-list--bullet pt-measure">{block.items.map((item) => <li><Said words={item} /></li>)}</ul>;
    case "facts": return (
      <dl class="pt-minutes__facts">
        {block.rows.map(({ what, said }) => <div><dt>{what}</dt><dd><Said words={said} /></dd></div>)}
      </dl>
    );
    case "table": return block.rows.length === 0 ? <p class="govuk-body">{block.none}</p> : (
      <table class="pt-minutes__table">
        <caption class="govuk-visually-hidden">{block.caption}</caption>
        <thead><tr>{block.columns.map(({ heading }) => <th scope="col">{heading}</th>)}</tr></thead>
        <tbody>
          {block.rows.map((row) => (
            <tr>{row.map((cell, c) => (c === 0 && block.rowHeadings === true
              ? <th scope="row"><Said words={cell} /></th>
              : <td data-of={block.columns[c]?.heading ?? ""}><Said words={cell} /></td>))}</tr>
          ))}
        </tbody>
      </table>
    );
    default: return null;
  }
}

const Said = ({ words }: { readonly words: Words }): Html => (
  <>{(typeof words === "string" ? [{ text: words }] : words).map((run) => {
    const lines = run.text.split("\n").map((line, i) => <>{i === 0 ? null : <br />}{line}</>);
    return "bold" in run && run.bold === true ? <strong>{lines}</strong> : <>{lines}</>;
  })}</>
);

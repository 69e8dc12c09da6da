import type { Block, Words, WordTable } from "../../domain/documents/word.ts";
import type { Html } from "../govuk/html.ts";
import { component } from "../govuk/macros.ts";

interface Props {
  readonly blocks: readonly Block[];
  /** The drawings of its pictures, in their order. */
  readonly pictures: readonly Html[];
  /** Levels that its headings stand below those of the page. */
  readonly below?: number;
}

/** A document that will be made for Word, as a page shows it before: the same words, tables and drawings in the same order. */
export function DocumentView({ blocks, pictures, below = 1 }: Props): Html {
  let drawn = 0;
  return <>{blocks.map((block) => (block.type === "picture" ? <Picture block={block} drawing={pictures[drawn++] ?? <></>} /> : <One block={block} below={below} />))}</>;
}

const Picture = ({ block, drawing }: { readonly block: Extract<Block, { type: "picture" }>; readonly drawing: Html }): Html => (
  <figure class="pt-document__picture">{block.caption === undefined ? null : <figcaption class="govuk-body"><strong>{block.caption}</strong></figcaption>}{drawing}</figure>
);

const SIZES = { 1: "l", 2: "m", 3: "s" } as const;

function One({ block, below }: { readonly block: Exclude<Block, { type: "picture" }>; readonly below: number }): Html {
  switch (block.type) {
    case "heading": return headed(block.level + below, SIZES[block.level], block.text);
    case "paragraph": return block.number === undefined ? <p class="govuk-body">{said(block.words)}</p> : <p class="govuk-body pt-document__numbered"><span class="pt-document__number">{block.number}</span> <span>{said(block.words)}</span></p>;
    case "inset": return component("govukInsetText", { html: said(block.words) });
    case "list": return block.numbered ? <ol class="govuk-list govuk-list--number">{block.items.map((item) => <li>{said(item)}</li>)}</ol> : <ul class="govuk-list govuk-list--bullet">{block.items.map((item) => <li>{said(item)}</li>)}</ul>;
    case "facts": return <>{block.caption === undefined ? null : <p class="govuk-body"><strong>{block.caption}</strong></p>}{component("govukSummaryList", { rows: block.rows.map(({ what, said: of }) => ({ key: { text: what }, value: { html: said(of) } })) })}</>;
    case "table": return <TableOf table={block} />;
    case "page-break": return <hr class="govuk-section-break govuk-section-break--l govuk-section-break--visible" />;
  }
}

function headed(level: number, size: "l" | "m" | "s", text: string): Html {
  const name = `govuk-heading-${size}`;
  return level === 2 ? <h2 class={name}>{text}</h2> : level === 3 ? <h3 class={name}>{text}</h3> : <h4 class={name}>{text}</h4>;
}

const TableOf = ({ table: { caption, columns, rows, rowHeadings = false, none } }: { readonly table: WordTable }): Html => (rows.length === 0 ? <p class="govuk-body"><strong>{caption}</strong><br />{none}</p> : (
  <div class="pt-scroll" role="region" aria-label={caption} tabindex={0}>
    <table class="govuk-table pt-table">
      <caption class="govuk-table__caption govuk-table__caption--s">{caption}</caption>
      <thead><tr>{columns.map(({ heading, number }) => <th scope="col" class={number === true ? "pt-figures" : undefined}>{heading}</th>)}</tr></thead>
      <tbody>{rows.map((row) => <tr>{columns.map(({ number }, i) => (rowHeadings && i === 0 ? <th scope="row">{said(row[i] ?? "")}</th> : <td class={number === true ? "pt-figures" : undefined}>{said(row[i] ?? "")}</td>))}</tr>)}</tbody>
    </table>
  </div>
));

/** Words with their line breaks, and what is bold or slanted in them. */
const said = (words: Words): Html => <>{(typeof words === "string" ? [{ text: words }] : words).map((run) => { const lines = broken(run.text); return "bold" in run && run.bold === true ? <strong>{lines}</strong> : "italic" in run && run.italic === true ? <em>{lines}</em> : lines; })}</>;

const broken = (text: string): Html => <>{text.split("\n").map((line, i) => (i === 0 ? <>{line}</> : <><br />{line}</>))}</>;

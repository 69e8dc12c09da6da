import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { Key } from "./key.tsx";
import type { LineModel } from "./model.ts";
import { LinePicture } from "./picture.tsx";
import { LineTable } from "./table.tsx";

/** The line, drawn for three widths of screen (one is shown), with its key and its table. */
export const LineView = ({ model }: { readonly model: LineModel }): Html => (
  <figure class="pt-figure">
    <LinePicture model={model} width={1240} sized="pt-line--wide" />
    <LinePicture model={model} width={800} sized="pt-line--middle" />
    <LinePicture model={model} width={360} sized="pt-line--phone" />
    <figcaption class="pt-figure__caption"><Key /></figcaption>
    {component("govukDetails", { summaryText: "Show this as a table", classes: "pt-figure__table", html: <LineTable model={model} /> })}
  </figure>
);

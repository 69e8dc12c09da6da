import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { Key } from "./key.tsx";
import type { LineModel } from "./model.ts";
import { LinePicture } from "./picture.tsx";
import { LineTable } from "./table.tsx";
import { LineUpright } from "./upright.tsx";

/** The line, drawn for three widths of screen (one is shown), with its key, a way through its steps one by one, and its table. */
export const LineView = ({ model }: { readonly model: LineModel }): Html => (
  <figure class="pt-figure" data-line>
    <LinePicture model={model} width={1080} sized="pt-line--wide" />
    <LinePicture model={model} width={720} sized="pt-line--middle" />
    <LineUpright model={model} sized="pt-line--upright" />
    <figcaption class="pt-figure__caption"><Key bands={false} /></figcaption>
    <Through />
    {component("govukDetails", { summaryText: "Show this as a table", classes: "pt-figure__table", html: <LineTable model={model} /> })}
  </figure>
);

/** Goes through the steps by keyboard or finger, saying each with its date; shown where scripts run (line.js). */
const Through = () => (
  <div class="pt-through" data-line-through hidden role="group" aria-label="Go through the steps of the line">
    <button type="button" class="govuk-button govuk-button--secondary pt-button--small" data-line-go="-1">Earlier step</button>
    <button type="button" class="govuk-button govuk-button--secondary pt-button--small" data-line-go="1">Later step</button>
    <p class="pt-through__said" role="status" data-line-said>Each step of the line, with its date</p>
  </div>
);

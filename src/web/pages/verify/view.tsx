import type { ProofPage } from "../../../app/proof/open-proof.ts";
import { dayInWords, parseDay } from "../../../domain/dates/day.ts";
import { ErrorSummary } from "../../forms/fields.tsx";
import { instantInWords } from "../../govuk/date-filter.ts";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { counted } from "../../../domain/words.ts";
import { BOOKS, headsInWords, outcomeOf, placeInWords, progressInWords } from "./words.ts";

interface Props {
  readonly proof: ProofPage;
  readonly error?: string | undefined;
  /** What was typed, where it was refused. */
  readonly lines?: string;
}

type Run = NonNullable<ProofPage["latest"]>;

export const ProofView = ({ proof, error, lines = "" }: Props): Html => (
  <>
    <ErrorSummary errors={error === undefined ? [] : [{ id: "heads", text: error }]} />
    <h1 class="govuk-heading-l">Proof that the record is as it was written</h1>
    <p class="govuk-body pt-measure">
      Everything recorded at {proof.organisation}, every command, and every time somebody opened a record is a link of a chain: each carries a hash over all before it.
      A proof works out every hash again, and checks that the lists agree with the record.
    </p>
    {proof.latest === null ? <p class="govuk-body">Nothing has been proved in the browser yet.</p> : <Latest run={proof.latest} proof={proof} />}
    {proof.latest !== null && proof.latest.finishedAt === null ? null : <ProveNow error={error} lines={lines} />}
    <Heads proof={proof} />
  </>
);

function Latest({ run, proof }: { readonly run: Run; readonly proof: ProofPage }): Html {
  if (run.finishedAt === null) {
    return (
      <div data-progress="/verify/progress" data-then="/verify">
        <p class="govuk-body" role="status" data-progress-words>{progressInWords(run)}</p>
        <progress class="pt-progress" max="1" value={String(run.total === 0 ? 0 : run.done / run.total)} aria-label="How far the proof has come"></progress>
        <p class="govuk-body">You may leave this page: the work goes on.</p>
      </div>
    );
  }
  const { words, isBad } = outcomeOf(run);
  return (
    <section aria-labelledby="latest-heading">
      <h2 class="govuk-heading-m" id="latest-heading">Latest proof</h2>
      {component("govukSummaryList", {
        classes: "pt-summary",
        rows: [
          { key: { text: "Result" }, value: { html: <span class={`pt-status ${isBad ? "pt-status--late" : "pt-status--quiet"}`}>{words}</span> } },
          ...(run.result?.firstBroken == null ? [] : [{ key: { text: "First place" }, value: { text: placeInWords(run.result.firstBroken) } }]),
          ...(run.result?.heads == null ? [] : [{ key: { text: "Published heads" }, value: { text: headsInWords(run.result.heads) } }]),
          ...(run.result === null ? [] : [{ key: { text: "Looked at" }, value: { text: `${counted(run.result.rows, "row")} in ${counted(run.result.chains, "chain")}` } }]),
          { key: { text: "When" }, value: { text: `${instantInWords(run.startedAt)}, asked for by ${proof.latestBy ?? run.startedBy}` } },
        ],
      })}
      {isBad && run.failure === null ? <p class="govuk-body pt-measure">Do not put anything right by hand. Keep a copy of the database as it is, tell whoever runs it and your data protection officer, and compare with the copies from before.</p> : null}
      {run.result?.unchained ? <p class="govuk-body pt-measure">{counted(run.result.unchained, "line")} of the access log had waited more than ten minutes to be chained: tell whoever runs the system.</p> : null}
    </section>
  );
}

const ProveNow = ({ error, lines }: { readonly error: string | undefined; readonly lines: string }): Html => (
  <form method="post" action="/verify" enctype="multipart/form-data" class="pt-measure">
    <h2 class="govuk-heading-m">Prove it now</h2>
    <p class="govuk-body">With heads that were published before, the proof says too whether anything written before them was changed, removed or added since. Without, it says whether the chains are whole.</p>
    {component("govukFileUpload", { id: "file", name: "file", attributes: { accept: ".jsonl,.json,.txt" }, label: { text: "A file of published heads (optional)", classes: "govuk-label--s" } })}
    {component("govukTextarea", {
      id: "heads", name: "heads", rows: "4", spellcheck: false, value: lines, classes: "pt-proof__lines",
      label: { text: "Or paste its lines (optional)", classes: "govuk-label--s" },
      errorMessage: error === undefined ? undefined : { text: error },
    })}
    {component("govukButton", { text: "Prove now", preventDoubleClick: true })}
  </form>
);

const Heads = ({ proof: { heads, published } }: { readonly proof: ProofPage }): Html => (
  <section aria-labelledby="heads-heading">
    <h2 class="govuk-heading-m" id="heads-heading">Where the chains have got to</h2>
    <p class="govuk-body pt-measure">
      {published === null ? "The heads have not been published yet: whoever runs the system chooses a folder or a mailbox outside the database for them." : `The heads were last published on ${publishedOn(published.day)}.`}{" "}
      Whoever keeps a copy can prove with it later that nothing before it was changed.
    </p>
    {heads.length === 0 ? <p class="govuk-body">Nothing has been recorded yet.</p> : (
      <>
        <table class="govuk-table pt-table pt-stacked pt-proof__heads">
          <caption class="govuk-visually-hidden">The heads of the chains now</caption>
          <thead><tr><th scope="col">Chain</th><th scope="col" class="pt-figures">Links</th><th scope="col">Hash of the last</th></tr></thead>
          <tbody>
            {heads.map(({ book, number, hash }) => (
              <tr><td>{BOOKS[book]}</td><td class="pt-figures" data-label="Links">{number.toLocaleString("en-GB")}</td><td data-label="Hash of the last"><code class="pt-proof__hash">{hash}</code></td></tr>
            ))}
          </tbody>
        </table>
        <p class="govuk-body pt-measure">A link is one entry of the chronology, or one command. Of the access log it is a batch of lines, chained together.</p>
        <p class="govuk-body"><a class="govuk-link govuk-link--no-visited-state" href="/verify/heads.jsonl" download>Take these heads away</a> to compare with another day</p>
      </>
    )}
  </section>
);

function publishedOn(day: string): string {
  const parsed = parseDay(day);
  return parsed === undefined ? day : dayInWords(parsed);
}

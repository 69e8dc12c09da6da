import { type Accuracy, type Backtest, verdictOf } from "../../../../domain/scorecard/forecast/backtest.ts";
import { EFFECT_NAMES, EFFECTS } from "../../../../domain/scorecard/forecast/learn.ts";
import { listed } from "../../../../domain/words.ts";
import type { Html } from "../../../govuk/html.ts";
import { Sections } from "../sections.tsx";

const Line = ({ name, accuracy }: { readonly name: string; readonly accuracy: Accuracy }): Html => (
  <tr>
    <th scope="row">{name}</th>
    <td class="pt-figures">{accuracy.forecasts}</td>
    <td>{verdictOf(accuracy)}</td>
    {accuracy.forecasts === 0 ? <td colspan={4}>Nothing to compare with</td> : (
      <>
        <td class="pt-figures">{Math.round(accuracy.coverage80 * 100)}%</td>
        {[accuracy.meanAbsoluteErrorDays, accuracy.baselineErrorDays, accuracy.thresholdErrorDays].map((days) => <td class="pt-figures">{Math.round(days)}</td>)}
      </>
    )}
  </tr>
);

/** How well it has predicted, how it is done, and what is used. */
export const AccuracyView = ({ backtest: { children, indicators } }: { readonly backtest: Backtest }): Html => (
  <>
    <h1 class="govuk-heading-l">How well the forecast has predicted</h1>
    <Sections at="forecast" />
    <p class="govuk-body pt-measure">We go back to two days of each of four earlier years, take only what had happened by that day, forecast, and compare with what came. Each day gives a forecast for every authority of the region, of up to two years, where at least five children were adopted. A good range of 80% holds what came about 80 times in 100. From 75 to 85 is about right; more, and the range is too wide; fewer, and it is too narrow.</p>
    <div class="pt-scroll" role="region" aria-label="Accuracy" tabindex={0}>
      <table class="govuk-table pt-table">
        <caption class="govuk-visually-hidden">Whether the range is as wide as it should be, how often what came lay in it, and how far the likely value was from it, beside two simple guesses</caption>
        <thead><tr><th scope="col">Of what</th><th scope="col" class="pt-figures">Forecasts</th><th scope="col">The range is</th><th scope="col" class="pt-figures">It held</th><th scope="col" class="pt-figures">Days out, on average</th><th scope="col" class="pt-figures">Had one said the authority’s mean</th><th scope="col" class="pt-figures">Had one said the threshold</th></tr></thead>
        <tbody>
          <Line name="When a child moves in" accuracy={children} />
          {Object.entries(indicators).map(([code, accuracy]) => <Line name={`${code} of a year`} accuracy={accuracy} />)}
        </tbody>
      </table>
    </div>
    <h2 class="govuk-heading-m">How it is done</h2>
    <p class="govuk-body pt-measure">For each step (placement order, match, moving in, adoption order) we count in how many of the weeks that children of the region waited the step came: the chance of each week, by how long a child has waited. An authority or a group of children in whose waits more steps came than that chance would give goes faster, one with fewer goes slower; the fewer its children, the more it is drawn to the region. Then we imagine two thousand futures. In each, every child goes on from today by those chances, or leaves the way as often as children have left it; brothers and sisters placed together go together; and the authority’s own pace is as unsure as its numbers make it. The likely value is the middle of the futures, the range leaves out the lowest and the highest tenth. The same record gives the same answer.</p>
    <h2 class="govuk-heading-m">What is used, and what is not</h2>
    <ul class="govuk-list govuk-list--bullet">
      {EFFECT_NAMES.map((effect) => <li>{EFFECTS[effect].label}: {listed(EFFECTS[effect].groups)}</li>)}
      <li>Early permanence: whether the child was placed under fostering for adoption, or with the carer who is to adopt</li>
      <li>Which step is waited for and since when, and which authority has the child</li>
    </ul>
    <p class="govuk-body pt-measure">That is all. Ethnicity, disability, sex, names and what anybody wrote in words are never used for a child’s forecast.</p>
    <p class="govuk-body pt-measure">It is not for judging a child’s chances, a family or a worker, and it never puts children in an order of who is worth the effort. It does not know what nobody has written down, placements that break down are counted as if they did not, and a change in the law or in the courts is not in it until it shows.</p>
  </>
);

import type { ServicePage } from "../../../app/team/views.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import type { Html } from "../../govuk/html.ts";
import { itemsPath } from "../team/paths.ts";

const count = (n: number, one: string, many: string): string => `${n.toLocaleString("en-GB")} ${n === 1 ? one : many}`;
const link = (href: string, text: string): Html => <a class="govuk-link govuk-link--no-visited-state" href={href}>{text}</a>;

/** What is different from a week ago: what went late or adrift, what was decided, challenged and extended. What did not happen takes no line. */
export function Changed({ service: { since, changed } }: { readonly service: ServicePage }): Html {
  const { newlyLate, newlyLateChildren, newlyAdrift, decided, raised, resolved, extensionsAgreed } = changed;
  const lines: readonly (Html | null)[] = [
    newlyLate === 0 ? null : <>{link(itemsPath({ team: "all", newly: true }), count(newlyLate, "thing has", "things have"))} gone late and still {newlyLate === 1 ? "is" : "are"}, of {count(newlyLateChildren, "child", "children")}</>,
    newlyAdrift === 0 ? null : <>{link("/drift", count(newlyAdrift, "child has", "children have"))} gone past a drift limit</>,
    decided.length === 0 ? null : <>Decided: {decided.map(({ label, count: n }, i) => `${i === 0 ? label : label.charAt(0).toLowerCase() + label.slice(1)}, ${n}`).join("; ")}</>,
    raised + resolved === 0 ? null : <>{link("/challenges", `${count(raised, "challenge", "challenges")} raised and ${resolved.toLocaleString("en-GB")} resolved`)}</>,
    extensionsAgreed === 0 ? null : <>{count(extensionsAgreed, "extension", "extensions")} agreed</>,
  ];
  const some = lines.filter((line) => line !== null);
  return (
    <section aria-labelledby="changed">
      <h2 class="govuk-heading-m" id="changed">Since {dayInWords(since)}</h2>
      {some.length === 0 ? <p class="govuk-body">Nothing went late or adrift, and nothing was decided, challenged or extended.</p> : <ul class="govuk-list govuk-list--bullet pt-changed">{some.map((line) => <li>{line}</li>)}</ul>}
    </section>
  );
}

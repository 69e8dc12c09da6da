import type { ChildPage } from "../../../../app/views.ts";
import { counts } from "../../../../domain/standards/clock.ts";
import type { Html } from "../../../govuk/html.ts";
import { component } from "../../../govuk/macros.ts";
import { type AsAtForm as TypedAsAt, isNow } from "../../../as-at/as-at.ts";
import { AsAtForm } from "../../../as-at/form.tsx";
import { groupClocks } from "../clocks/groups.ts";
import { ClockItem } from "../clocks/clock-item.tsx";
import { LineView } from "../line/view.tsx";
import { TargetDates } from "../targets/view.tsx";
import { HowMuchIsKnown } from "./known.tsx";
import { lineOfChild } from "./line-of-child.ts";
import { Side } from "./side.tsx";

interface Props {
  readonly child: ChildPage;
  readonly typed: TypedAsAt | undefined;
}

/** The line, then what is late and what is next, each with its why and what to do about it. */
export function LinePage({ child, typed }: Props): Html {
  const { late, soon, running, advisory, notRecorded } = groupClocks(child.clocks);
  const due = running.filter((c) => c.dueOn !== null && counts(c));
  const next = [...late, ...soon, ...due.slice(0, Math.max(0, SHOWN - late.length - soon.length))];
  const rest = child.clocks.length - next.length;
  return (
    <>
      <LineView model={lineOfChild(child)} />
      <div class="pt-columns">
        <section class="pt-columns__main" aria-labelledby="next-heading">
          <div class="pt-heading">
            <h2 class="govuk-heading-m pt-heading__title" id="next-heading">What is late, and what is next</h2>
            {(child.may.record || (child.given ?? []).length > 0) && isNow(child.asAt) ? <p class="pt-heading__action">{component("govukButton", { text: "Record what happened", href: `/children/${child.recordId}/record`, classes: "pt-button--small" })}</p> : null}
          </div>
          <HowMuchIsKnown child={child} notRecorded={notRecorded} />
          {next.length === 0 ? <p class="govuk-body">{notRecorded.length === 0 ? "Nothing is due." : "Nothing is known to be due."} Clocks start when what starts them is recorded.</p> : (
            <ul class="pt-clocks">{next.map((clock) => <ClockItem child={child} clock={clock} level={3} />)}</ul>
          )}
          {rest > 0 ? <p class="govuk-body-s"><a class="govuk-link" href={`/children/${child.recordId}/clocks`}>All {child.clocks.length} clocks</a>{advisory.length > 0 ? `, of which ${advisory.length} advisory` : ""}</p> : null}
          <TargetDates child={child} />
          <AsAtForm action={`/children/${child.recordId}`} typed={typed} />
        </section>
        <Side child={child} />
      </div>
    </>
  );
}

/** As many as fit without scrolling far; everything late or due soon is always shown. */
const SHOWN = 6;

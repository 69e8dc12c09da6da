import type { ChallengesOfChild, ChallengeView } from "../../../app/challenges/open.ts";
import type { ChildPage } from "../../../app/views.ts";
import { LADDER, nextLevel, standingRung } from "../../../domain/challenges/challenges.ts";
import { CHALLENGE_LEVELS } from "../../../domain/chronology/codes.ts";
import type { Entry } from "../../../domain/chronology/entry.ts";
import { DAYS_TO_ANSWER } from "../../../domain/commands/challenge-input.ts";
import { dayInWords } from "../../../domain/dates/day.ts";
import { DateInput, ErrorSummary, type FieldError } from "../../forms/fields.tsx";
import type { Html } from "../../govuk/html.ts";
import { component } from "../../govuk/macros.ts";
import { errorAt, partsOfDay } from "../child/entry-form/form.ts";
import { Overtaken } from "../child/entry-form/overtaken.tsx";
import { recorderInWords } from "../child/words.ts";
import { type Doing, idIn, type TypedChallenge } from "./form.ts";
import { Ladder } from "./ladder.tsx";
import { lower } from "../../../domain/words.ts";

interface Props {
  readonly child: ChildPage;
  readonly page: ChallengesOfChild;
  readonly typed: TypedChallenge | undefined;
  readonly errors: readonly FieldError[];
  readonly since: readonly Entry[];
}

/** A child’s challenges: each with its ladder and what can be done about it, and the form that raises another. */
export const ChildChallengesView = (props: Props): Html => {
  const { child, page: { challenges, may }, errors, since } = props;
  return (
    <>
      {since.length > 0 ? <Overtaken since={since} names={child.workerNames} /> : <ErrorSummary errors={errors} />}
      <span class="govuk-caption-l">{child.localId}</span>
      <h1 class="govuk-heading-l">Challenges</h1>
      {challenges.length === 0 ? <p class="govuk-body">Nothing has been challenged for this child. A reviewing officer challenges delay or a missing plan here; a challenge has a day to answer by, and goes up until it is resolved.</p> : null}
      {challenges.map((challenge) => <OneChallenge {...props} challenge={challenge} />)}
      {may.challenge ? <Raise {...props} /> : null}
    </>
  );
};

type OneProps = Props & { readonly challenge: ChallengeView };

function OneChallenge(props: OneProps): Html {
  const { child, challenge } = props;
  const { number, raised, resolved } = challenge;
  return (
    <section class="pt-challenge" id={`challenge-${number}`} aria-labelledby={`challenge-${number}-about`}>
      <h2 class="govuk-heading-m" id={`challenge-${number}-about`}>{challenge.about}</h2>
      <p class="govuk-body">
        <Standing challenge={challenge} /> Raised by {recorderInWords(raised.recordedBy, child.workerNames)} on {dayInWords(raised.happenedOn)}. Wanted: {challenge.wanted}
      </p>
      {resolved === null ? null : <p class="govuk-body"><strong>Resolved on {dayInWords(resolved.happenedOn)}</strong> by {recorderInWords(resolved.recordedBy, child.workerNames)}: {String(resolved.detail["how"])}</p>}
      <Ladder challenge={challenge} today={child.today} names={child.workerNames} />
      {resolved === null ? <div class="pt-challenge__forms"><Forms {...props} /></div> : null}
    </section>
  );
}

const Standing = ({ challenge: { state, late } }: { readonly challenge: ChallengeView }): Html =>
  late !== undefined ? <span class="pt-status pt-status--late">Answer {late} {late === 1 ? "day" : "days"} late</span>
    : <span class={`pt-status${state === "waiting" ? " pt-status--due-soon" : state === "resolved" ? " pt-status--quiet" : ""}`}>{state === "waiting" ? "Waits for an answer" : state === "answered" ? "Answered" : "Resolved"}</span>;

/** What the viewer may do next: answer it, or take it further or resolve it; or why not. */
function Forms(props: OneProps): Html {
  const { challenge, page: { may } } = props;
  const { level } = standingRung(challenge);
  const next = nextLevel(level);
  return (
    <>
      {may.answer && challenge.whyNotAnswer !== null ? component("govukInsetText", { text: `${challenge.whyNotAnswer}.` }) : null}
      {may.answer && challenge.whyNotAnswer === null ? (
        <Doable {...props} doing="answer" title="Answer it" button="Save the answer"><Area {...props} doing="answer" field="answer" label="Your answer" hint="What has been or will be done, and by when" /></Doable>
      ) : null}
      {may.challenge && next !== undefined ? (
        <Doable {...props} doing="escalate" title={`Take it further, to the ${lower(CHALLENGE_LEVELS[next])}`} button="Take it further">
          <Area {...props} doing="escalate" field="why" label="Why does it go further?" />
          <AnswerBy {...props} doing="escalate" />
        </Doable>
      ) : null}
      {may.challenge && challenge.whyNotEscalate !== null ? <p class="govuk-body">{challenge.whyNotEscalate}.</p> : null}
      {may.challenge ? <Doable {...props} doing="resolve" title="Resolve it" button="Resolve"><Area {...props} doing="resolve" field="how" label="How was it resolved?" /></Doable> : null}
    </>
  );
}


type FormProps = Props & { readonly doing: Doing; readonly challenge?: ChallengeView };
const numberOf = ({ challenge }: Pick<FormProps, "challenge">): number => challenge?.number ?? 0;
const isTyped = ({ typed, doing, ...rest }: FormProps): boolean => typed?.doing === doing && typed.challenge === numberOf(rest);

/** A form that opens under its name; open where something was typed in it. */
const Doable = (props: FormProps & { readonly title: string; readonly button: string; readonly children?: unknown }): Html => (
  <details class="govuk-details" open={isTyped(props)}>
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{props.title}</span></summary>
    <div class="govuk-details__text pt-measure"><Form {...props} /></div>
  </details>
);

const Form = (props: FormProps & { readonly button: string; readonly children?: unknown }): Html => (
  <form method="post" action={`/children/${props.child.recordId}/challenges`} novalidate>
    <input type="hidden" name="basedOn" value={String(props.child.version)} />
    <input type="hidden" name="do" value={props.doing} />
    <input type="hidden" name="challenge" value={String(numberOf(props))} />
    {props.children}
    {component("govukButton", { text: props.button, preventDoubleClick: true })}
  </form>
);

function Area(props: FormProps & { readonly field: string; readonly label: string; readonly hint?: string }): Html {
  const id = idIn(props.doing, numberOf(props), props.field);
  const error = errorAt(props.errors, id);
  return component("govukTextarea", {
    id, name: id, rows: "3", value: isTyped(props) ? (props.typed?.texts[props.field] ?? "") : "", label: { text: props.label, classes: "govuk-label--s" },
    ...(props.hint === undefined ? {} : { hint: { text: props.hint } }), ...(error === undefined ? {} : { errorMessage: { text: error } }),
  });
}

function AnswerBy(props: FormProps): Html {
  const id = idIn(props.doing, numberOf(props), "answerBy");
  const { usualAnswerBy } = props.page;
  const value = isTyped(props) && props.typed !== undefined ? props.typed.answerBy : partsOfDay(usualAnswerBy ?? undefined);
  return <DateInput id={id} legend="To be answered by" hint={`${DAYS_TO_ANSWER} working days, unless you say otherwise`} small value={value} error={errorAt(props.errors, `${id}-day`)} />;
}

function Raise(props: Props): Html {
  const form: FormProps = { ...props, doing: "raise" };
  const id = idIn("raise", 0, "level");
  const error = errorAt(props.errors, id);
  const chosen = isTyped(form) ? props.typed?.texts["level"] : "team-manager";
  return (
    <section class="pt-challenge pt-measure" aria-labelledby="raise-heading">
      <h2 class="govuk-heading-m" id="raise-heading">Raise a challenge</h2>
      <Form {...form} button="Raise the challenge">
        <Area {...form} field="about" label="What do you challenge?" />
        <Area {...form} field="wanted" label="What should happen?" hint="And by when" />
        {component("govukRadios", {
          idPrefix: id, name: id, classes: "govuk-radios--small", ...(error === undefined ? {} : { errorMessage: { text: error } }),
          fieldset: { legend: { text: "Whom do you put it to?", classes: "govuk-fieldset__legend--s" } },
          hint: { text: "The first rung is the team manager; a challenge may begin higher" },
          items: LADDER.map((level) => ({ value: level, text: CHALLENGE_LEVELS[level], checked: chosen === level })),
        })}
        <AnswerBy {...form} />
      </Form>
    </section>
  );
}

import { PROGRESS_STATES } from "../../domain/scorecard/plan/plan.ts";
import { RHYTHMS } from "../../domain/scorecard/regular/regular.ts";
import type { ToldPlan, ToldReport } from "../../domain/simulation/plan.ts";
import type { Place } from "../../domain/standards/reading.ts";

/** The region’s action plans as their file tells them. Throws Unreadable where one cannot be told. */
export function readPlans(place: Place): ToldPlan[] {
  place.keys(["plans"]);
  return place.at("plans").list().map(readPlan);
}

/** “1.5”: YAML takes it for a number. */
const numbered = (place: Place): string => (/^\d+\.\d+$/.test(String(place.value)) ? String(place.value) : place.refuse(`“${String(place.value)}” is no action: write objective and action like 1.5`));
const texts = (place: Place): readonly string[] => place.list().map((each) => each.text());

function readPlan(place: Place): ToldPlan {
  place.keys(["organisation", "by", "months", "objectives", "owners", "progress", "evidence", "reports"]);
  const owners = place.at("owners");
  return {
    organisation: place.at("organisation").text(), by: place.at("by").text(), months: place.at("months").count(), objectives: place.at("objectives").list().map((each) => each.count()),
    owners: Object.fromEntries(owners.keys().map((action) => [action, texts(owners.at(action))])),
    progress: place.at("progress").list().map((said) => {
      said.keys(["action", "ago", "by", "state", "words"]);
      return { action: numbered(said.at("action")), ago: said.at("ago").count(), by: said.at("by").text(), state: said.at("state").oneOf(PROGRESS_STATES, "how an action stands"), words: said.at("words").text() };
    }),
    evidence: place.at("evidence").list().map((shown) => {
      shown.keys(["action", "ago", "by", "words", "where"]);
      return { action: numbered(shown.at("action")), ago: shown.at("ago").count(), by: shown.at("by").text(), words: shown.at("words").text(), where: shown.at("where").text() };
    }),
    reports: place.at("reports").list().map(readReport),
  };
}

function readReport(place: Place): ToldReport {
  place.keys(["meeting", "rhythm", "makers", "within", "made", "by"]);
  return {
    meeting: place.at("meeting").text(), rhythm: place.at("rhythm").oneOf(RHYTHMS, "how often"), makers: texts(place.at("makers")), within: place.at("within").count(), by: place.at("by").text(),
    made: place.at("made").list().map((one) => {
      one.keys(["ago", "late"]);
      return { ago: one.at("ago").count(), late: one.maybe("late")?.yesNo() ?? false };
    }),
  };
}

import { SERVICES } from "../../domain/access/office.ts";
import { type Role, ROLES } from "../../domain/access/role.ts";
import type { Organisation, OrganisationType } from "../../domain/access/viewer.ts";
import { FIELD_CODES, SHARED_FIELDS } from "../../domain/agency/agreement.ts";
import { ADOPTION_FUNCTIONS } from "../../domain/agency/functions.ts";
import { STAGES } from "../../domain/permanence/stage.ts";
import { JOURNEYS, ORDINARY_SETTINGS, STRETCHES, type SimulationSettings } from "../../domain/simulation/settings.ts";
import { parseToldDay, type ToldDay } from "../../domain/simulation/relative-day.ts";
import type { Team } from "../../domain/simulation/teams.ts";
import type { Place } from "../../domain/standards/reading.ts";
import type { DemonstrationAccount, DemonstrationAuthority, DemonstrationRegion } from "../demonstration.ts";

/** The region as its file tells it. Throws Unreadable where it cannot be one. */
export function readRegion(place: Place): DemonstrationRegion {
  place.keys(["seed", "years", "finished", "journeys", "agency", "authorities"]);
  const agency = place.at("agency");
  agency.keys(["code", "name", "accounts"]);
  const journeys = weights(place.at("journeys"), JOURNEYS, "a journey");
  const finished = shareOf(place.at("finished"));
  const authorities = place.at("authorities").list().map((authority) => readAuthority(authority, journeys, finished));
  refuseTwice(place.at("authorities"), authorities.map((a) => a.organisation.code), "authority");
  const accounts = readAccounts(agency.at("accounts"));
  refuseTwice(place, [...accounts, ...authorities.flatMap((a) => [...a.accounts, ...a.colleagues])].map((a) => a.id), "account");
  return {
    seed: place.at("seed").text(),
    years: place.at("years").count(),
    agency: { organisation: organisation(agency, "regional-agency"), accounts },
    authorities,
  };
}

function refuseTwice(place: Place, codes: readonly string[], what: string): void {
  const twice = codes.find((code, i) => codes.indexOf(code) !== i);
  if (twice !== undefined) place.refuse(`The ${what} “${twice}” is given twice`);
}

const organisation = (place: Place, type: OrganisationType): Organisation => ({ code: place.at("code").text(), name: place.at("name").text(), type });

function readAuthority(place: Place, journeys: SimulationSettings["journeys"], finished: number): DemonstrationAuthority {
  place.keys(["code", "name", "children", "agreement", "local-ids", "journeys", "habits", "teams", "family-finders", "colleagues", "left", "away", "packs", "accounts"]);
  const habits = place.maybe("habits");
  habits?.keys(["pace", "late", "recorded", "corrected", "siblings"]);
  const share = (name: Share): number => {
    const given = habits?.maybe(name);
    return given === undefined ? ORDINARY_SETTINGS[name] : shareOf(given);
  };
  const own = place.maybe("journeys");
  const teams = place.at("teams").list().map(readTeam);
  const familyFinders = readCodes(place.at("family-finders"));
  const pace = habits?.maybe("pace");
  const settings: SimulationSettings = {
    ...ORDINARY_SETTINGS,
    localIds: readLocalIds(place.at("local-ids")),
    journeys: own === undefined ? journeys : { ...journeys, ...weights(own, JOURNEYS, "a journey") },
    pace: pace === undefined ? ORDINARY_SETTINGS.pace : { ...ORDINARY_SETTINGS.pace, ...weights(pace, STRETCHES, "a stretch of the way") },
    siblings: share("siblings"), late: share("late"), recorded: share("recorded"), finished, corrected: share("corrected"),
    workers: { socialWorkers: teams.flatMap((team) => team.workers), familyFinders },
    teams, barriers: ORDINARY_SETTINGS.barriers,
  };
  const accounts = readAccounts(place.at("accounts"), teams);
  const names = place.at("colleagues");
  const left = place.maybe("left");
  const codes = names.keys([...settings.workers.socialWorkers, ...familyFinders]);
  left?.keys(codes);
  const colleagues = codes.map((code): DemonstrationAccount => {
    const one = colleague(code, names.at(code).text(), familyFinders.includes(code) ? "family-finder" : "social-worker", accounts[0]?.id ?? "", teams);
    const since = left?.maybe(code);
    return since === undefined ? one : { ...one, left: toldDay(since) };
  });
  const nameless = [...settings.workers.socialWorkers, ...familyFinders].find((code) => ![...accounts, ...colleagues].some((a) => a.worker === code));
  if (nameless !== undefined) names.refuse(`“${nameless}” has no name: give one here, or an account`);
  return {
    organisation: organisation(place, "local-authority"),
    children: place.at("children").count(),
    agreement: readAgreement(place.at("agreement")),
    accounts, colleagues, settings,
    packs: (place.maybe("packs")?.list() ?? []).map((pack) => {
      pack.keys(["pack", "from"]);
      return { pack: pack.at("pack").text(), from: toldDay(pack.at("from")) };
    }),
    away: (place.maybe("away")?.list() ?? []).map((one) => readAway(one, [...accounts, ...colleagues])),
  };
}

function readAgreement(place: Place): DemonstrationAuthority["agreement"] {
  place.keys(["from", "hides", "gives"]);
  const codes = <T extends string>(field: string, table: Readonly<Record<T, unknown>>, what: string): readonly T[] => (place.maybe(field)?.list() ?? []).map((each) => each.oneOf(table, what));
  const hides = codes("hides", SHARED_FIELDS, "a field of an agreement");
  return { fromStage: place.at("from").oneOf(STAGES, "a stage"), fields: FIELD_CODES.filter((code) => !hides.includes(code)), functions: codes("gives", ADOPTION_FUNCTIONS, "an adoption function") };
}

function readAway(place: Place, people: readonly DemonstrationAccount[]): DemonstrationAuthority["away"][number] {
  place.keys(["account", "covered-by", "from", "until"]);
  const account = (field: string): string => {
    const id = place.at(field).text();
    return people.some((one) => one.id === id) ? id : place.at(field).refuse(`Nobody of this authority has the account “${id}”`);
  };
  return { account: account("account"), coveredBy: account("covered-by"), from: toldDay(place.at("from")), until: toldDay(place.at("until")) };
}

/** “3 weeks ago”, as it is written. */
function toldDay(place: Place): ToldDay {
  const text = place.text();
  return parseToldDay(text) ?? place.refuse(`“${text}” is no day told from today: write it like 3 weeks ago`);
}

function readLocalIds(place: Place): SimulationSettings["localIds"] {
  place.keys(["prefix", "digits", "first"]);
  return { prefix: place.at("prefix").text(), digits: place.at("digits").count(), first: place.at("first").count() };
}

function readTeam(place: Place): Team {
  place.keys(["name", "workers", "takes"]);
  const takes = place.maybe("takes")?.oneOf({ "after-decision": true }, "when a team takes children");
  return { name: place.at("name").text(), workers: readCodes(place.at("workers")), afterDecision: takes !== undefined };
}

const teamOfWorker = (worker: string, teams: readonly Team[]): string | undefined => teams.find((team) => team.workers.includes(worker))?.name;

/** A worker who is only named: an account beside those of the authority, called by the code. */
function colleague(worker: string, name: string, role: Role, beside: string, teams: readonly Team[]): DemonstrationAccount {
  const team = teamOfWorker(worker, teams);
  return { id: `${beside.split(".")[0]}.${worker.toLowerCase()}`, name, role, worker, ...(team === undefined ? {} : { team }) };
}

type Share = "late" | "recorded" | "corrected" | "siblings";

const WORKER = /^(SW|XX)[A-Z0-9]+$/;

/** `{ first: SW01001, count: 6 }` as SW01001 to SW01006. */
function readCodes(place: Place): string[] {
  place.keys(["first", "count"]);
  const first = place.at("first").text();
  const [, prefix, digits] = /^([A-Z]+)(\d+)$/.exec(first) ?? [];
  if (prefix === undefined || digits === undefined || !WORKER.test(first)) place.at("first").refuse(`“${first}” is not a worker’s code: write it like SW01001`);
  return Array.from({ length: place.at("count").count() }, (_, i) => prefix! + String(Number(digits) + i).padStart(digits!.length, "0"));
}

function readAccounts(place: Place, teams: readonly Team[] = []): DemonstrationAccount[] {
  return place.list().map((account) => {
    account.keys(["id", "name", "role", "worker", "team", "service"]);
    const worker = account.maybe("worker");
    if (worker !== undefined && !WORKER.test(worker.text())) worker.refuse(`“${worker.text()}” is not a worker’s code: write it like SW01001`);
    const service = account.maybe("service")?.oneOf(SERVICES, "a service");
    const team = account.maybe("team")?.text() ?? (worker === undefined ? undefined : teamOfWorker(worker.text(), teams));
    return {
      id: account.at("id").text(), name: account.at("name").text(), role: account.at("role").oneOf(ROLES, "a role"),
      ...(worker === undefined ? {} : { worker: worker.text() }),
      ...(team === undefined ? {} : { team }),
      ...(service === undefined ? {} : { service }),
    };
  });
}

function weights<K extends string>(place: Place, table: Readonly<Record<K, unknown>>, what: string): Record<K, number> {
  const given = place.keys(Object.keys(table));
  if (given.length === 0) place.refuse(`Give ${what} and its weight here`);
  return Object.fromEntries(given.map((key) => [key, amountOf(place.at(key))])) as Record<K, number>;
}

function amountOf(place: Place): number {
  const { value } = place;
  return typeof value === "number" && value >= 0 ? value : place.refuse(`“${String(value)}” is not a number from 0 up`);
}

function shareOf(place: Place): number {
  const share = amountOf(place);
  return share <= 1 ? share : place.refuse(`“${share}” is not a share: give a number from 0 to 1`);
}

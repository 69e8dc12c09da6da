import { type Context, Hono } from "hono";
import { addPerson, changePerson, setLeft, signOutEverywhere } from "../../../../app/administration/change-people.ts";
import { listPeople, openPerson } from "../../../../app/administration/people.ts";
import type { Made, PersonPage, SavedAccount } from "../../../../app/administration/views.ts";
import type { AccountInput } from "../../../../domain/administration/account.ts";
import type { WebEnv } from "../../../deps.ts";
import { readBody } from "../../../forms/body.ts";
import { dateMessage, readDateParts } from "../../../forms/date-input.ts";
import { type FieldError, readParts } from "../../../forms/fields.tsx";
import { keepNotice, takeNotice } from "../../../layout/notice.tsx";
import { page } from "../../../layout/page.tsx";
import { NotFound } from "../../../middleware/permission.ts";
import { errorsOf } from "../fields.tsx";
import { PersonFormView } from "./form-view.tsx";
import { LeaveView } from "./leave-view.tsx";
import { PeopleView } from "./list-view.tsx";
import { PersonView } from "./person-view.tsx";
import { personPath, readPeopleQuery } from "./query.ts";

type Ctx = Context<WebEnv>;
type Body = Readonly<Record<string, string>>;

const NEW = "/administration/people/new";
const EMPTY: AccountInput = { name: "", role: "", team: "", worker: "", service: "", signInName: "", email: "" };
const typedIn = (body: Body): AccountInput =>
  ({ name: body["name"] ?? "", role: body["role"] ?? "", team: body["team"] ?? "", worker: body["worker"] ?? "", service: body["service"] ?? "", signInName: body["signInName"] ?? "", email: body["email"] ?? "" });
const asTyped = ({ person: { name, role, team, worker, service, signInName, email } }: PersonPage): AccountInput =>
  ({ name, role, team: team ?? "", worker: worker ?? "", service: service ?? "", signInName: signInName ?? "", email: email ?? "" });

interface Form {
  readonly typed: AccountInput;
  readonly errors?: readonly FieldError[];
  /** Nothing for somebody new. */
  readonly of?: PersonPage;
  readonly overtaken?: boolean;
}

async function showForm(c: Ctx, { typed, errors = [], of, overtaken = false }: Form) {
  const { organisation } = c.get("person");
  const teams = of?.teams ?? (await listPeople(c.get("deps").app, c.get("person"), readPeopleQuery({}))).teams;
  const title = of === undefined ? "Add somebody" : `Change ${of.person.name}`;
  const back = of === undefined ? "/administration/people" : personPath(of.person.account);
  return page(
    c, { title, section: "people", back: { href: back }, error: errors.length > 0, status: errors.length > 0 ? 422 : overtaken ? 409 : 200, narrow: true },
    <PersonFormView organisation={organisation} title={title} action={of === undefined ? NEW : personPath(of.person.account, "change")} back={back} typed={typed} teams={teams} errors={errors} version={of?.version} overtaken={overtaken} own={of?.own === true} />,
  );
}

async function found(c: Ctx): Promise<PersonPage> {
  const opened = await openPerson(c.get("deps").app, c.get("person"), c.req.param("account") ?? "");
  if (opened === undefined) throw new NotFound();
  return opened;
}

/** Where the service is, as people write it. */
const siteOf = (c: Ctx): string => c.get("deps").signIn?.settings.address ?? new URL(c.req.url).origin;

const showLeave = (c: Ctx, of: PersonPage, typed: Body, errors: readonly FieldError[] = [], overtaken = false) =>
  page(
    c, { title: "They leave", section: "people", back: { href: personPath(of.person.account) }, error: errors.length > 0, status: errors.length > 0 ? 422 : overtaken ? 409 : 200, narrow: true },
    <LeaveView page={of} site={siteOf(c)} typed={readParts(typed, "leftOn")} errors={errors} overtaken={overtaken} />,
  );

/** To the person’s page, which says what was done. */
async function done(c: Ctx, { account, name, signedOut }: SavedAccount, what: string) {
  const path = personPath(account);
  await keepNotice(c, path, `${name} ${what}${signedOut ? ". They are signed out wherever they were signed in" : ""}.`);
  return c.redirect(path, 303);
}

/** A change that is a button: what it cannot do now is shown on the person’s page as it has become. */
async function pressed(c: Ctx, made: Made<SavedAccount>, what: string) {
  if (made.outcome === "done") return done(c, made.done, what);
  if (made.outcome === "not-found") throw new NotFound();
  return c.redirect(personPath(c.req.param("account") ?? ""), 303);
}

/** The people of an administrator’s organisation: adding them, changing what they are here, and saying that they leave. Nobody is deleted. */
export const peoplePages = new Hono<WebEnv>()
  .get("/administration/people", async (c) => {
    const query = readPeopleQuery(c.req.query());
    return page(c, { title: "People", section: "people" }, <PeopleView people={await listPeople(c.get("deps").app, c.get("person"), query)} query={query} />);
  })
  .get(NEW, (c) => showForm(c, { typed: EMPTY }))
  .post(NEW, async (c) => {
    const typed = typedIn(await readBody(c));
    const made = await addPerson(c.get("deps").app, c.get("person"), typed);
    if (made.outcome === "done") return done(c, made.done, "is here");
    if (made.outcome === "refused") return showForm(c, { typed, errors: errorsOf(made.refusals) });
    throw new NotFound();
  })
  .get("/administration/people/:account", async (c) => {
    const of = await found(c);
    return page(c, { title: of.person.name, section: "people", back: { href: "/administration/people", text: "People" }, narrow: true }, <PersonView page={of} site={siteOf(c)} saved={await takeNotice(c)} />);
  })
  .get("/administration/people/:account/change", async (c) => {
    const of = await found(c);
    return showForm(c, { typed: asTyped(of), of });
  })
  .post("/administration/people/:account/change", async (c) => {
    const body = await readBody(c);
    const typed = typedIn(body);
    const made = await changePerson(c.get("deps").app, c.get("person"), c.req.param("account"), typed, body["basedOn"] ?? "");
    if (made.outcome === "done") return done(c, made.done, "is changed");
    if (made.outcome === "not-found") throw new NotFound();
    return showForm(c, { typed, of: await found(c), ...(made.outcome === "refused" ? { errors: errorsOf(made.refusals) } : { overtaken: true }) });
  })
  .get("/administration/people/:account/leave", async (c) => showLeave(c, await found(c), {}))
  .post("/administration/people/:account/leave", async (c) => {
    const body = await readBody(c);
    const read = readDateParts(readParts(body, "leftOn"));
    if (!("on" in read)) return showLeave(c, await found(c), body, [{ id: "leftOn-day", text: dateMessage("the first day that they are no longer here", read) }]);
    const made = await setLeft(c.get("deps").app, c.get("person"), c.req.param("account"), read.on, body["basedOn"] ?? "");
    if (made.outcome === "done") return done(c, made.done, "leaves");
    if (made.outcome === "not-found") throw new NotFound();
    return showLeave(c, await found(c), body, made.outcome === "refused" ? errorsOf(made.refusals, { leftOn: "leftOn-day", name: "leftOn-day" }) : [], made.outcome === "overtaken");
  })
  .post("/administration/people/:account/return", async (c) =>
    pressed(c, await setLeft(c.get("deps").app, c.get("person"), c.req.param("account"), null, (await readBody(c))["basedOn"] ?? ""), "is here after all"))
  .post("/administration/people/:account/sign-out", async (c) => pressed(c, await signOutEverywhere(c.get("deps").app, c.get("person"), c.req.param("account")), "is signed out"));

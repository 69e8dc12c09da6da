import { ROLES } from "../../domain/access/role.ts";
import type { Person } from "../../domain/access/viewer.ts";
import { type MoveProfileInput, moveProfile, movesFrom } from "../../domain/commands/move-profile.ts";
import type { ProfileState } from "../../domain/chronology/codes.ts";
import { type LeavingProfile, leavingProfile } from "../../domain/profile/leaving.ts";
import { type Profile, profileOf } from "../../domain/profile/profile.ts";
import { profileCsv, profileText, type ProfileTaken } from "../../exports/profile/write-profile.ts";
import { type App, forbids } from "../app.ts";
import { changeChild } from "../change-child.ts";
import { instantInWords } from "../london-time.ts";
import type { ChildPage, Outcome } from "../views.ts";

export interface ProfilePage {
  readonly profile: Profile;
  /** Where it can be moved to; empty for those who may not. */
  readonly moves: readonly ProfileState[];
  /** What would be in the file, as it may leave today; nothing where nobody is shown it, or the viewer may not take it. */
  readonly leaving: LeavingProfile | undefined;
}

/** Who may see the profile of a child whom the viewer has open. */
export function profileOfChild(person: Person, child: ChildPage): ProfilePage {
  const profile = profileOf(child.case, child.today);
  const may = forbids(person, "change-profile") === undefined && person.organisation.code === child.authority.code;
  return { profile, moves: may ? movesFrom(profile) : [], leaving: may ? leaving(child, profile) : undefined };
}

const leaving = (child: ChildPage, profile: Profile): LeavingProfile | undefined =>
  leavingProfile(child.case, profile, { recordId: child.recordId, authority: child.authority.name }, child.today);

/** Says who sees a child’s profile from a day on. */
export const moveProfileOf = (app: App, person: Person, recordId: string, basedOn: number, input: MoveProfileInput): Promise<Outcome> =>
  changeChild(app, person, recordId, basedOn, "move-profile", (_writer, c) => moveProfile(c, input, app.clock.today()));

/** The profile as it may leave, in a file; written down before it is given. Nothing where nobody is shown it. */
export async function takeProfile(app: App, person: Person, child: ChildPage, as: "txt" | "csv"): Promise<{ readonly name: string; readonly text: string } | undefined> {
  const profile = leaving(child, profileOf(child.case, child.today));
  if (profile === undefined) return undefined;
  await app.store.accessLog(person).opened(child.recordId, `profile-${as}`);
  const taken: ProfileTaken = {
    profile, takenBy: `${person.name}, ${ROLES[person.role].toLowerCase()}${profile.identified ? `, ${person.organisation.name}` : ""}`, takenOn: instantInWords(app.clock.now()),
  };
  return { name: `profile-${app.clock.today()}.${as}`, text: as === "txt" ? profileText(taken) : profileCsv(taken) };
}

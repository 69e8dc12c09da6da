import type { DecidingRoles } from "../../domain/access/decides.ts";
import type { Viewer } from "../../domain/access/viewer.ts";
import type { App } from "../app.ts";
import { decidingRoles } from "../work/deciding-roles.ts";

export { decidingRoles as decidingIn } from "../work/deciding-roles.ts";

/** In which roles the viewer decides today, where nothing else is being read: for a form that says beforehand whose the decision is. */
export const decidesAs = (app: App, viewer: Viewer): Promise<DecidingRoles> => decidingRoles(app.store.reader(viewer), viewer, app.clock.today());

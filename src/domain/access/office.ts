import type { Role } from "./role.ts";

/** The services whose managers may have to agree, each for their own part. */
export const SERVICES = { adoption: "Adoption", fieldwork: "Fieldwork" } as const;
export type Service = keyof typeof SERVICES;

/** The offices in which a person signs something off. */
export const OFFICES = {
  "service-manager": "Service manager",
  "service-manager-adoption": "Service manager of adoption",
  "service-manager-fieldwork": "Service manager of fieldwork",
  "assistant-director": "Assistant director",
} as const;
export type Office = keyof typeof OFFICES;

/** The offices that somebody in a role holds; `service` is the one that a service manager manages, where the account says so. */
export function officesOf(role: Role, service: Service | null | undefined): readonly Office[] {
  switch (role) {
    case "assistant-director": return ["assistant-director"];
    case "service-manager": return [...(service === null || service === undefined ? [] : [`service-manager-${service}` as const]), "service-manager"];
    default: return [];
  }
}

/** “the service manager of adoption”; “a service manager”, where any will do. */
export const officeInWords = (office: Office): string =>
  `${office === "service-manager" ? "a" : "the"} ${OFFICES[office].charAt(0).toLowerCase()}${OFFICES[office].slice(1)}`;

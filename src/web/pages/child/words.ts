/** How entries are told to people, the same way on every page. */
export * from "../../../domain/chronology/in-words.ts";

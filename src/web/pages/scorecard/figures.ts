export * from "../../../app/scorecard-words.ts";

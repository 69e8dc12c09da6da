import { globSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

export interface TestFiles {
  /** Run together, in one process. */
  readonly units: readonly string[];
  /** Shared out over a few processes: whole stories, with a browser or other processes. The largest first, as they last longest. */
  readonly stories: readonly string[];
}

/**
 * The test files under a folder; with words, those whose path has one of them in it. What drives
 * a browser is a story: everything in tests/, and each page's own test.
 */
export function findTestFiles(folder: string, words: readonly string[] = []): TestFiles {
  const files = globSync(["src/**/*.test.{ts,tsx}", "tests/**/*.test.ts", "bench/**/*.test.ts"], { cwd: folder })
    .map((file) => file.split(sep).join("/"))
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
    .sort()
    .map((file) => join(folder, file));
  const stories = files.filter((file) => isStory(relative(folder, file)));
  return { units: files.filter((file) => !stories.includes(file)), stories: stories.sort((a, b) => statSync(b).size - statSync(a).size) };
}

const isStory = (file: string): boolean => file.startsWith("tests") || /\bpage\.test\.tsx?$/.test(file);

import { writeSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

/** Loaded before a measured command: says on file descriptor 3, at the end, what the process used, its threads with it. */
if (isMainThread) process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpu: userCPUTime + systemCPUTime, rss: maxRSS }));
});

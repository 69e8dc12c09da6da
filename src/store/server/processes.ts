import { spawnSync } from "node:child_process";
import { readlinkSync, realpathSync } from "node:fs";
import { codeOf } from "./unavailable.ts";

/**
 * Who has the number that `postmaster.pid` names: a server of this cluster, nobody, or, after a
 * crash and a wrapped-round count, some other program, which PostgreSQL would take for its own.
 */
export function whoIs(pid: number, cluster: string): "server" | "nobody" | "stranger" {
  if (pid === 0 || !isAlive(pid)) return "nobody";
  return runsIn(pid, cluster) ? "server" : "stranger";
}

function runsIn(pid: number, cluster: string): boolean {
  if (process.platform === "linux") {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
    } catch (error) {
      return codeOf(error) !== "ENOENT";
    }
  }
  const list =
    process.platform === "win32"
      ? spawnSync("tasklist", ["/FI", `PID eq ${pid}`, "/FO", "CSV", "/NH"], { encoding: "utf8", windowsHide: true })
      : spawnSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" });
  return list.status !== 0 || list.stdout.includes("postgres");
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

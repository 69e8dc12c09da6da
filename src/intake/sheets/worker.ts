/** Runs in a thread of its own, so that no workbook, however made, stops the service that reads it. */
import { parentPort, workerData } from "node:worker_threads";
import { readBytes, type Task } from "./read-bytes.ts";

parentPort?.postMessage(readBytes(workerData as Task), []);

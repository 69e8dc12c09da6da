/** Runs in a thread of its own: laying a long document out, for the page numbers of its contents, holds nobody else up. */
import { parentPort, workerData } from "node:worker_threads";
import type { WordDocument } from "../../domain/documents/word.ts";
import { buildWord } from "./build.ts";

parentPort?.postMessage(await buildWord(workerData as WordDocument, true), []);

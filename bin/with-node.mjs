// Plain JavaScript, so that an old Node.js can say what it lacks: node bin/with-node.mjs FILE [ARGUMENT …]
import { pathToFileURL } from "node:url";

const [file, ...rest] = process.argv.slice(2);
if (Number(process.versions.node.split(".")[0]) < 26) {
  console.error(`Node.js 26 or later is needed, and this is ${process.versions.node}. Run npm ci, which brings it where it can, or install it.`);
  process.exit(2);
}
process.argv = [process.argv[0], file, ...rest];
await import(pathToFileURL(file).href);

// Answers requests (one JSON a line) with the engine of the site, from the folder of an index.
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [engineFile, folder] = process.argv.slice(2);
const { Engine } = await import(pathToFileURL(engineFile));
const read = [];
const engine = new Engine(async (path) => {
  read.push(path);
  return JSON.parse(await readFile(`${folder}/${path}`, "utf8"));
});
await engine.manifest();
const ids = (await engine.cards(Array.from({ length: engine.entries }, (_, doc) => doc))).map((card) => card.id);
for await (const line of createInterface({ input: process.stdin })) {
  const started = performance.now();
  read.length = 0;
  const { documents, counts, total } = await engine.search(JSON.parse(line));
  const milliseconds = performance.now() - started;
  console.log(JSON.stringify({ total, ids: Array.from(documents, (doc) => ids[doc]), counts, read, milliseconds }));
}

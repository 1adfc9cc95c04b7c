// Answers requests (one JSON a line) with the engine of the site, from the folder of an index: the IDs of all
// documents found, the counts, the files that were read for it (with as many cards as asked for), the time.
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [engineFile, folder] = process.argv.slice(2);
const { Engine } = await import(pathToFileURL(engineFile));
const read = [];
const load = async (path) => {
  read.push(path);
  return JSON.parse(await readFile(`${folder}/${path}`, "utf8"));
};
const engine = new Engine(load);
await engine.manifest();
let ids;
for await (const line of createInterface({ input: process.stdin })) {
  const { cards, ...request } = JSON.parse(line);
  read.length = 0;
  const started = performance.now();
  const { documents, counts, total } = await engine.search(request);
  const milliseconds = performance.now() - started;
  if (cards) await engine.cards(documents.slice(0, cards));
  const files = [...read];
  if (!cards) ids ??= (await engine.cards([...Array(engine.entries).keys()])).map((card) => card.id);
  console.log(JSON.stringify({ total, ids: Array.from(documents, (doc) => ids?.[doc]), counts, read: files, milliseconds }));
}

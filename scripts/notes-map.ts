/**
 * Draws `docs/notes-map.svg`: every note as a dot, topic by topic around a circle, and the links between them.
 *
 *   npm run notes-map
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT, testGloss } from "../test/support/gloss.ts";
import { linksOf } from "../test/support/relations.ts";
import { drawMap } from "./draw-map.ts";

void main();

async function main(): Promise<void> {
  const { shelf } = await testGloss();
  const links = await linksOf(shelf);
  await writeFile(join(ROOT, "docs/notes-map.svg"), drawMap(shelf.topics(), links));
  console.log(`docs/notes-map.svg shows ${links.size} notes.`);
}

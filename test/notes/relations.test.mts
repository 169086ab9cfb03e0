import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { drawMap } from "../../scripts/draw-map.ts";
import type { Shelf } from "../../server/src/core/api.ts";
import { ROOT, testGloss } from "../support/gloss.ts";
import { distances, type Links, linksOf } from "../support/relations.ts";

/** How many links lead from any note to any other, at most. */
const FARTHEST = 4;

describe("relations between notes", () => {
  let shelf: Shelf;
  let links: Links;

  before(async () => {
    shelf = (await testGloss()).shelf;
    links = await linksOf(shelf);
  });

  it("leave no note alone", () => {
    assert.deepEqual(
      [...links].filter(([, others]) => others.size === 0).map(([id]) => id),
      [],
      "name each among the `related` of the overview of its topic",
    );
  });

  it(`lead from every note to every other within ${FARTHEST} links`, () => {
    const missed = new Map<string, number>();
    let farthest = 0;
    for (const id of links.keys()) {
      const steps = distances(links, id);
      const near = [...steps.values()].filter((count) => count <= FARTHEST).length;
      farthest = Math.max(farthest, ...steps.values());
      if (near < links.size) missed.set(id, links.size - near);
    }
    const worst = [...missed].sort(([, a], [, b]) => b - a).slice(0, 20);
    const list = worst.map(([id, count]) => `${id}: ${count} notes are too far away`).join("\n");
    assert.equal(missed.size, 0, `relate the first ones to the overview of their topic:\n${list}`);
    const count = [...links.values()].reduce((sum, others) => sum + others.size, 0) / 2;
    console.log(`      ${links.size} notes, ${count} links, the farthest two are ${farthest} apart`);
  });

  it("are shown on a map", async () => {
    const topics = shelf.topics();
    const map = drawMap(topics, links);
    assert.equal(map.match(/<circle /g)?.length, links.size);
    assert.equal(map.match(/M\d+ \d+Q/g)?.length, [...links.values()].reduce((sum, { size }) => sum + size, 0) / 2);
    const names = (svg: string) => [...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, name]) => name);
    assert.equal(names(map).length, topics.length);
    // Links come and go; that the map in the docs has every topic is enough.
    const drawn = await readFile(join(ROOT, "docs/notes-map.svg"), "utf8");
    assert.deepEqual(names(drawn), names(map), "npm run notes-map draws it anew");
  });
});

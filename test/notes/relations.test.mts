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
    const count = [...links.values()].reduce((sum, others) => sum + others.size, 0) / 2;
    console.log(`      ${links.size} notes, ${count} links, the farthest two are ${farthestIn(links)} apart`);
  });

  it("do so too without the overview that is about everything", () => {
    const rest = new Map([...links].map(([id, others]) => [id, new Set(others)]));
    rest.delete("interview-preparation");
    for (const others of rest.values()) others.delete("interview-preparation");
    assert.equal(rest.size, links.size - 1);
    console.log(`      without it the farthest two are ${farthestIn(rest)} apart`);
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

/** How far apart the farthest two are; fails, and says who, where that is too far. */
function farthestIn(links: Links): number {
  const missed = new Map<string, string[]>();
  let farthest = 0;
  for (const id of links.keys()) {
    const steps = distances(links, id);
    farthest = Math.max(farthest, ...steps.values());
    const far = [...links.keys()].filter((other) => (steps.get(other) ?? Number.POSITIVE_INFINITY) > FARTHEST);
    if (far.length > 0) missed.set(id, far);
  }
  const worst = [...missed].sort(([, a], [, b]) => b.length - a.length).slice(0, 20);
  const list = worst.map(([id, far]) => `${id}: ${far.length} too far away, ${far.slice(0, 5).join(", ")}`).join("\n");
  assert.equal(missed.size, 0, `relate the first ones to the overview of their topic:\n${list}`);
  return farthest;
}

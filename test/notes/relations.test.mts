import assert from "node:assert/strict";
import { testGloss } from "../support/gloss.ts";
import { distances, type Links, linksOf } from "../support/relations.ts";

/** How many links lead from any note to any other, at most. */
const FARTHEST = 4;

describe("relations between notes", () => {
  let links: Links;

  before(async () => {
    const { shelf } = await testGloss();
    const documents = await Promise.all(shelf.entries.map(({ id }) => shelf.document(id)));
    links = linksOf(
      shelf.entries,
      documents.filter((document) => document !== null),
    );
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
});

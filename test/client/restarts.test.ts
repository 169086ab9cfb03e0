import assert from "node:assert/strict";
import { Restarts } from "../../client/src/restarts.ts";

describe("a server that ends", () => {
  it("is started again after longer and longer waits, and that is told once", () => {
    const restarts = new Restarts();
    const all = Array.from({ length: 10 }, (_, index) => restarts.ended(index * 1000));
    assert.deepEqual(
      all.map(({ delay }) => delay),
      [250, 500, 1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000],
    );
    assert.deepEqual(
      all.map(({ tell }) => tell),
      [null, null, 3, null, null, null, null, null, null, null],
    );
  });

  it("is forgiven after a quiet while", () => {
    const restarts = new Restarts();
    for (let count = 0; count < 3; count++) restarts.ended(0);
    assert.deepEqual(restarts.ended(6 * 60_000), { delay: 250, tell: null });
  });
});
